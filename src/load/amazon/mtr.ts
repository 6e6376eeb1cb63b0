import type { TaxLine } from '../../domain/tax-line.ts';
import { decimalText, type Minor } from '../../domain/money.ts';
import { report, sayLeftOut } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { dayReader, type AmazonDay } from './days.ts';
import { HEADS, headColumnsOf, rateAt, taxHeads, type HeadColumns } from './mtr-tax.ts';

const SIGNATURE = ['seller gstin', 'invoice number', 'transaction type', 'tax exclusive gross'];
const KNOWN = [
  ...['invoice date', 'order id', 'shipment id', 'shipment date', 'order date', 'shipment item id'],
  ...['quantity', 'item description', 'asin', 'hsn/sac', 'sku', 'product tax code', 'bill from city'],
  ...['bill from state', 'bill from country', 'bill from postal code', 'ship from city', 'ship from state'],
  ...['ship from country', 'ship from postal code', 'ship to city', 'ship to state', 'ship to country'],
  ...['ship to postal code', 'invoice amount', 'total tax amount', 'principal amount'],
  ...['principal amount basis', 'shipping amount', 'gift wrap amount', 'item promo discount'],
  ...['warehouse id', 'fulfillment channel', 'payment method code', 'credit note no', 'credit note date'],
  ...HEADS,
];

/** The merchant tax report of sales to consumers (India): one row per item invoiced or credited, with its GST. */
export const amazonMtrB2c: Format = {
  kind: 'amazon.mtr_b2c',
  label: 'Amazon tax report (B2C)',
  signature: SIGNATURE,
  known: KNOWN,
  read: readRegister,
};

/** The same for sales to businesses, with the buyer's GSTIN. */
export const amazonMtrB2b: Format = {
  kind: 'amazon.mtr_b2b',
  label: 'Amazon tax report (B2B)',
  signature: [...SIGNATURE, 'customer bill to gstid'],
  known: [
    ...KNOWN,
    ...['bill to city', 'bill to state', 'bill to country', 'bill to postalcode', 'customer ship to gstid'],
    ...['buyer name', 'irn number', 'irn filing status', 'irn date', 'irn error code'],
  ],
  read: readRegister,
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly heads: HeadColumns;
  readonly day: AmazonDay;
  readonly tellType: (row: number, word: string) => void;
}

function columnsOf(table: TextTable) {
  return {
    seller: table.column('seller gstin'),
    invoice: table.column('invoice number'),
    invoiced: table.column('invoice date'),
    type: table.column('transaction type'),
    order: table.column('order id'),
    quantity: table.column('quantity'),
    title: table.column('item description'),
    hsn: table.column('hsn/sac'),
    sku: table.column('sku'),
    shipFrom: table.column('ship from state'),
    billFrom: table.column('bill from state'),
    shipTo: table.column('ship to state'),
    gross: table.column('invoice amount'),
    taxable: table.column('tax exclusive gross'),
    tax: table.column('total tax amount'),
    creditNote: table.column('credit note no'),
    credited: table.column('credit note date'),
    billTo: table.column('customer bill to gstid'),
    shipToId: table.column('customer ship to gstid'),
  };
}

function readRegister(table: TextTable, draft: Draft): void {
  const madeOfIt = 'such rows count as sales, negative ones as refunds';
  const cells = rowReader(table, draft, 'dmy');
  const reading = {
    ...{ table, draft, cells, columns: columnsOf(table) },
    heads: headColumnsOf(table),
    day: dayReader(cells),
    tellType: wordTeller({ table, draft }, 'transaction type', madeOfIt),
  };
  for (let row = 0; row < table.rows.length; row += 1) readLine(reading, row);
}

const KINDS: ReadonlyMap<string, TaxLine['kind']> = new Map([
  ['shipment', 'sale'],
  ['mfnshipment', 'sale'],
  ['refund', 'refund'],
  ['cancel', 'cancel'],
  ['einvoicecancel', 'cancel'],
  ['freereplacement', 'replacement'],
]);

interface Sums {
  readonly gross: Minor;
  readonly taxable: Minor;
  /** what the row says its tax is */
  readonly stated: Minor;
}
type Core = Pick<TaxLine, 'kind' | 'code' | 'order' | 'day' | 'quantity'> & { readonly sums: Sums };

function readLine(reading: Reading, row: number): void {
  const { table, draft, cells, heads } = reading;
  const told = draft.problems.length;
  const core = coreAt(reading, row);
  if (typeof core === 'string') {
    return rowLeftOut({ table, draft, row, told }, `a tax line without ${core}`);
  }
  const before = draft.problems.length;
  const split = taxHeads(cells, row, { columns: heads, total: core.sums.stated });
  if (sayLeftOut(draft, before, 'row')) return;
  const { sums, ...words } = core;
  const { gross, taxable, stated } = sums;
  if (!split.addsUp || gross !== taxable + stated) tellDifference(reading, row, sums);
  const amounts = { quantity: core.quantity, gross, taxable, ...split.amounts };
  const isBack = core.kind === 'refund' || core.kind === 'cancel';
  draft.taxLines.push({
    ...{ file: table.file, row: table.lineOf(row), channel: 'amazon', currency: 'INR' },
    ...words,
    ...(isBack ? backwards(amounts) : amounts),
    ...namesAt(reading, row),
    rate: rateAt(cells, row, heads),
  });
}

/** What a line cannot do without, or the name of what is missing. */
function coreAt(reading: Reading, row: number): Core | string {
  const { cells, columns } = reading;
  const code = cells.text(row, columns.type);
  const known = KINDS.get(code.toLowerCase().replace(/\s/g, ''));
  const order = cells.id(row, columns.order);
  const quantity = cells.count(row, columns.quantity);
  const sums = sumsAt(reading, row, known === 'cancel' || known === 'replacement');
  if (order === undefined) return 'order id';
  if (quantity === undefined) return 'quantity';
  if (sums === undefined) return 'invoice amount or taxable value';
  if (known === undefined) reading.tellType(row, code);
  const kind = known ?? (sums.taxable < 0 ? 'refund' : 'sale');
  const day = dayAt(reading, row, kind);
  return day === undefined ? 'date' : { kind, code, order, day, quantity, sums };
}

/** A credit note counts on its own day and not on that of the invoice it takes back. */
function dayAt({ columns, day }: Reading, row: number, kind: TaxLine['kind']): string | undefined {
  const credited = kind === 'refund' ? day(row, columns.credited) : undefined;
  return (credited ?? day(row, columns.invoiced))?.day;
}

/** Invoice, taxable value and tax; a called-off or replaced item that names none has none. */
function sumsAt({ cells, columns }: Reading, row: number, mayBeBlank: boolean): Sums | undefined {
  const blank = mayBeBlank ? 0 : undefined;
  const gross = cells.amount(row, columns.gross, 'INR') ?? blank;
  const taxable = cells.amount(row, columns.taxable, 'INR') ?? blank;
  if (gross === undefined || taxable === undefined) return undefined;
  return { gross, taxable, stated: cells.amount(row, columns.tax, 'INR') ?? gross - taxable };
}

function namesAt({ cells, columns }: Reading, row: number) {
  const upper = (column: number): string | undefined => cells.text(row, column).toUpperCase() || undefined;
  return {
    invoice: cells.id(row, columns.invoice),
    creditNote: cells.id(row, columns.creditNote),
    sellerTaxId: upper(columns.seller),
    buyerTaxId: upper(columns.billTo) ?? upper(columns.shipToId),
    sku: cells.id(row, columns.sku),
    title: cells.text(row, columns.title) || undefined,
    hsn: cells.id(row, columns.hsn),
    fromRegion: upper(columns.shipFrom) ?? upper(columns.billFrom),
    region: upper(columns.shipTo),
  };
}

type Amounts = Pick<TaxLine, 'quantity' | 'gross' | 'taxable' | 'cgst' | 'sgst' | 'igst' | 'cess' | 'tcs'>;

/**
 * What comes back is negative, the quantity too, which Amazon writes as positive. Called off before there was an invoice, nothing
 * comes back.
 */
function backwards({ quantity, gross, taxable, cgst, sgst, igst, cess, tcs }: Amounts): Amounts {
  const turned = (amount: Minor): Minor => (taxable > 0 ? -amount || 0 : amount);
  return {
    quantity: gross === 0 && taxable === 0 ? 0 : -Math.abs(quantity),
    gross: turned(gross),
    taxable: turned(taxable),
    cgst: turned(cgst),
    sgst: turned(sgst),
    igst: turned(igst),
    cess: turned(cess),
    tcs: tcs === undefined ? undefined : turned(tcs),
  };
}

function tellDifference({ table, draft }: Reading, row: number, { gross, taxable, stated }: Sums): void {
  const [said, sum, taxes] = [gross, taxable, stated].map((amount) => decimalText(amount, 'INR'));
  report(draft, {
    code: 'bad-row',
    severity: 'warning',
    message: `taxable ${sum ?? ''}, tax ${taxes ?? ''} with its heads and invoice ${said ?? ''} do not add up – counted as written`,
    file: table.file,
    line: table.lineOf(row),
    value: said,
  });
}
