import type { Minor } from '../../domain/money.ts';
import type { TaxLine } from '../../domain/tax-line.ts';
import { addTaxLine } from '../add-tax-line.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { percentOf } from '../percent.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { FLIPKART, RUPEES, titleOf } from './words.ts';

/**
 * The sales report for GST (sheet "Sales Report"): one row per event of an item. A return and a cancellation take back, a cancelled
 * return puts back; the report's own signs are not relied on. Returns bear a credit note's number where sales bear the invoice's.
 */
export const flipkartSales: Format = {
  kind: 'flipkart.sales',
  label: 'Flipkart sales report (GST)',
  signature: ['seller gstin', 'order item id', 'fsn', 'event type', 'event sub type'],
  known: [
    ...[
      'order id',
      'product title/description',
      'sku',
      'hsn code',
      'order type',
      'fulfilment type',
      'order date',
    ],
    ...['order approval date', 'item quantity', 'order shipped from (state)', 'warehouse id'],
    ...['price before discount', 'total discount', 'seller share', 'bank offer share', 'shipping charges'],
    'price after discount (price before discount-total discount)',
    'final invoice amount (price after discount+shipping charges)',
    ...[
      'type of tax',
      'taxable value (final invoice amount -taxes)',
      'luxury cess rate',
      'luxury cess amount',
    ],
    ...['cst rate', 'cst amount', 'vat rate', 'vat amount'],
    ...['igst rate', 'igst amount', 'cgst rate', 'cgst amount'],
    ...['sgst rate (or utgst as applicable)', 'sgst amount (or utgst as applicable)'],
    ...['tcs igst rate', 'tcs igst amount', 'tcs cgst rate', 'tcs cgst amount', 'tcs sgst rate'],
    ...[
      'tcs sgst amount',
      'total tcs deducted',
      'buyer invoice id',
      'buyer invoice date',
      'buyer invoice amount',
    ],
    ...["customer's billing pincode", "customer's billing state", "customer's delivery pincode"],
    ...["customer's delivery state", 'usual price', 'is shopsy order?', 'tds rate', 'tds amount'],
    ...['irn', 'business name', 'business gst number', 'beneficiary name', 'imei'],
  ],
  read: (table, draft) => {
    const reading: Reading = {
      table,
      draft,
      cells: rowReader(table, draft),
      columns: columnsOf(table),
      tellUnknown: wordTeller({ table, draft }, 'event sub type', 'such rows count as written'),
    };
    for (let row = 0; row < table.rows.length; row += 1) readEvent(reading, row);
  },
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly tellUnknown: (row: number, word: string) => void;
}

function columnsOf(table: TextTable) {
  return {
    seller: table.column('seller gstin'),
    order: table.column('order id'),
    title: table.column('product title/description'),
    sku: table.column('sku'),
    hsn: table.column('hsn code'),
    type: table.column('event type'),
    subType: table.column('event sub type'),
    ordered: table.column('order date'),
    quantity: table.column('item quantity'),
    from: table.column('order shipped from (state)'),
    gross: table.column(
      'final invoice amount (price after discount+shipping charges)',
      'final invoice amount',
      'buyer invoice amount',
    ),
    taxable: table.column('taxable value (final invoice amount -taxes)', 'taxable value'),
    rates: ['igst rate', 'cgst rate', 'sgst rate (or utgst as applicable)', 'sgst rate'].map((name) =>
      table.column(name),
    ),
    igst: table.column('igst amount'),
    cgst: table.column('cgst amount'),
    sgst: table.column('sgst amount (or utgst as applicable)', 'sgst amount'),
    cess: table.column('luxury cess amount'),
    tcs: table.column('total tcs deducted'),
    document: table.column('buyer invoice id'),
    documentDay: table.column('buyer invoice date'),
    regions: ["customer's delivery state", "customer's billing state"].map((name) => table.column(name)),
    buyer: table.column('business gst number'),
  };
}

type Kind = TaxLine['kind'];

const EVENTS: ReadonlyMap<string, Kind> = new Map([
  ['sale', 'sale'],
  ['return', 'refund'],
  ['cancellation', 'cancel'],
  ['return cancellation', 'sale'],
] satisfies [string, Kind][]);

function readEvent(reading: Reading, row: number): void {
  const { table, draft, cells, columns } = reading;
  const told = draft.problems.length;
  const order = cells.id(row, columns.order);
  const placed = cells.day(row, columns.documentDay) ?? cells.day(row, columns.ordered);
  const amounts = amountsOf(reading, row);
  if (order === undefined || placed === undefined || amounts === undefined) {
    const missing = order === undefined ? 'order id' : placed === undefined ? 'date' : 'amount';
    return rowLeftOut({ ...reading, row, told }, `an event without ${missing}`);
  }
  const { kind, code, sign } = eventOf(reading, row, amounts.gross);
  const document = cells.id(row, columns.document);
  addTaxLine(draft, {
    file: table.file,
    row: table.lineOf(row),
    channel: FLIPKART,
    kind,
    code,
    order,
    day: placed.day,
    invoice: kind === 'sale' ? document : undefined,
    creditNote: kind === 'sale' ? undefined : document,
    ...goodsOf(reading, row),
    ...placesOf(reading, row),
    quantity: sign(cells.count(row, columns.quantity) ?? 0),
    ...mapped(amounts, sign),
    currency: RUPEES,
  });
}

type Amounts = Pick<TaxLine, 'gross' | 'taxable' | 'cgst' | 'sgst' | 'igst' | 'cess' | 'tcs'>;

/** Undefined when the invoice amount or the taxable value is missing; taxes that are not told are none. */
function amountsOf({ cells, columns }: Reading, row: number): Amounts | undefined {
  const [gross, taxable, ...taxes] = [
    columns.gross,
    columns.taxable,
    columns.cgst,
    columns.sgst,
    columns.igst,
    columns.cess,
  ].map((column) => cells.amount(row, column, RUPEES));
  if (gross === undefined || taxable === undefined) return undefined;
  const [cgst = 0, sgst = 0, igst = 0, cess = 0] = taxes;
  return { gross, taxable, cgst, sgst, igst, cess, tcs: cells.amount(row, columns.tcs, RUPEES) };
}

interface Event {
  readonly kind: Kind;
  readonly code: string;
  readonly sign: (amount: number) => number;
}

/** What happened, by the sub type; a word that is not known keeps the signs of the file. */
function eventOf({ cells, columns, tellUnknown }: Reading, row: number, gross: Minor): Event {
  const code = cells.text(row, columns.subType) || cells.text(row, columns.type);
  const kind = EVENTS.get(code.toLowerCase().replace(/[_\s]+/g, ' '));
  if (kind !== undefined) {
    return { kind, code, sign: kind === 'sale' ? Math.abs : (amount) => -Math.abs(amount) || 0 };
  }
  tellUnknown(row, code);
  return { kind: gross < 0 ? 'refund' : 'sale', code, sign: (amount) => amount };
}

function mapped({ tcs, ...amounts }: Amounts, sign: (amount: number) => number): Amounts {
  return {
    gross: sign(amounts.gross),
    taxable: sign(amounts.taxable),
    cgst: sign(amounts.cgst),
    sgst: sign(amounts.sgst),
    igst: sign(amounts.igst),
    cess: sign(amounts.cess),
    tcs: tcs === undefined ? undefined : sign(tcs),
  };
}

function goodsOf({ cells, columns }: Reading, row: number): Pick<TaxLine, 'sku' | 'title' | 'hsn' | 'rate'> {
  const told = columns.rates.flatMap((column) => percentOf(cells.text(row, column)) ?? []);
  return {
    sku: cells.id(row, columns.sku),
    title: titleOf(cells, row, columns.title) || undefined,
    hsn: cells.id(row, columns.hsn),
    rate: told.length === 0 ? undefined : told.reduce((sum, rate) => sum + rate, 0),
  };
}

function placesOf(
  { cells, columns }: Reading,
  row: number,
): Pick<TaxLine, 'sellerTaxId' | 'buyerTaxId' | 'fromRegion' | 'region'> {
  const region = columns.regions.map((column) => cells.text(row, column)).find((text) => text !== '');
  return {
    sellerTaxId: cells.id(row, columns.seller),
    buyerTaxId: cells.id(row, columns.buyer),
    fromRegion: cells.text(row, columns.from).toUpperCase() || undefined,
    region: region?.toUpperCase(),
  };
}
