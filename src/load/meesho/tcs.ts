import type { Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import type { TaxLine } from '../../domain/tax-line.ts';
import { addTaxLine } from '../add-tax-line.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { percentOf } from '../percent.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { isGstin, isHomeState } from './gst-state.ts';
import { MEESHO, RUPEES } from './words.ts';

const SIGNATURE = ['sub_order_num', 'gstin', 'total_taxable_sale_value', 'total_invoice_value'] as const;
const KNOWN = [
  ...['sup_name', 'supplier_id', 'eco_tcs_gstin', 'identifier', 'order_date', 'manifest_date', 'hsn_code'],
  ...['quantity', 'gst_rate', 'tax_amount', 'taxable_shipping', 'end_customer_state_new'],
  ...['enrollment_no', 'financial_year', 'month_number'],
] as const;

/** The GST report of sales: one line per sub-order, and further lines, negative and without a quantity, where a price came down. */
export const meeshoTcsSales: Format = {
  kind: 'meesho.tcs_sales',
  label: 'Meesho TCS sales (GST)',
  signature: SIGNATURE,
  known: KNOWN,
  read: (table, draft) => readLines(table, draft, 'sale'),
};

/** The GST report of returns. Its amounts are positive and mean what goes back; a negative one takes part of a return back. */
export const meeshoTcsReturns: Format = {
  kind: 'meesho.tcs_returns',
  label: 'Meesho TCS returns (GST)',
  signature: [...SIGNATURE, 'cancel_return_date'],
  known: KNOWN,
  read: (table, draft) => readLines(table, draft, 'refund'),
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly kind: 'sale' | 'refund';
  readonly tellUnknownState: (row: number, state: string) => void;
  readonly tellUnknownSeller: (row: number, gstin: string) => void;
}

function columnsOf(table: TextTable) {
  return {
    seller: table.column('gstin'),
    order: table.column('sub_order_num'),
    ordered: table.column('order_date'),
    sent: table.column('manifest_date'),
    returned: table.column('cancel_return_date'),
    month: table.column('month_number'),
    hsn: table.column('hsn_code'),
    quantity: table.column('quantity'),
    rate: table.column('gst_rate'),
    taxable: table.column('total_taxable_sale_value'),
    tax: table.column('tax_amount'),
    gross: table.column('total_invoice_value'),
    state: table.column('end_customer_state_new', 'end_customer_state'),
  };
}

const AS_IGST = 'the tax of such lines counts as IGST';

function readLines(table: TextTable, draft: Draft, kind: Reading['kind']): void {
  const reading: Reading = {
    table,
    draft,
    cells: rowReader(table, draft),
    columns: columnsOf(table),
    kind,
    tellUnknownState: wordTeller({ table, draft }, 'end_customer_state_new', AS_IGST),
    tellUnknownSeller: wordTeller({ table, draft }, 'gstin', AS_IGST),
  };
  for (let row = 0; row < table.rows.length; row += 1) readLine(reading, row);
}

function readLine(reading: Reading, row: number): void {
  const { table, draft, cells, columns, kind } = reading;
  const told = draft.problems.length;
  const order = cells.id(row, columns.order);
  const day = dayOf(reading, row);
  const amounts = amountsOf(reading, row);
  if (order === undefined || day === undefined || amounts === undefined) {
    const missing = order === undefined ? 'sub-order' : day === undefined ? 'date' : 'amount';
    return rowLeftOut({ ...reading, row, told }, `a line without ${missing}`);
  }
  const sellerTaxId = cells.id(row, columns.seller);
  const region = cells.text(row, columns.state).toUpperCase();
  addTaxLine(draft, {
    file: table.file,
    row: table.lineOf(row),
    channel: MEESHO,
    kind,
    code: kind === 'sale' ? 'tcs_sales' : 'tcs_sales_return',
    order,
    day,
    sellerTaxId,
    hsn: cells.id(row, columns.hsn),
    quantity: signed(kind, cells.count(row, columns.quantity) ?? 0),
    gross: signed(kind, amounts.gross),
    taxable: signed(kind, amounts.taxable),
    rate: percentOf(cells.text(row, columns.rate)),
    ...split(signed(kind, amounts.tax), isHome(reading, row, { sellerTaxId, region })),
    cess: 0,
    region: region || undefined,
    currency: RUPEES,
  });
}

function signed(kind: Reading['kind'], amount: number): number {
  return kind === 'sale' ? amount : -amount || 0;
}

/** A return's own day; a sale's day of dispatch or order, whichever lies in the month that Meesho reports the sale in. */
function dayOf({ cells, columns, kind }: Reading, row: number): Day | undefined {
  const returned = kind === 'refund' ? cells.day(row, columns.returned)?.day : undefined;
  if (returned !== undefined) return returned;
  const days = [columns.sent, columns.ordered].flatMap((column) => cells.day(row, column)?.day ?? []);
  const month = cells.count(row, columns.month);
  return days.find((day) => Number(day.slice(5, 7)) === month) ?? days[0];
}

interface Amounts {
  readonly gross: Minor;
  readonly taxable: Minor;
  readonly tax: Minor;
}

function amountsOf({ cells, columns }: Reading, row: number): Amounts | undefined {
  const gross = cells.amount(row, columns.gross, RUPEES);
  const taxable = cells.amount(row, columns.taxable, RUPEES);
  const tax = cells.amount(row, columns.tax, RUPEES);
  if (gross === undefined || taxable === undefined || tax === undefined) return undefined;
  return { gross, taxable, tax };
}

function isHome(
  { tellUnknownState, tellUnknownSeller }: Reading,
  row: number,
  { sellerTaxId = '', region }: { readonly sellerTaxId: string | undefined; readonly region: string },
): boolean {
  const known = isHomeState(sellerTaxId, region);
  if (known !== undefined) return known;
  if (isGstin(sellerTaxId)) tellUnknownState(row, region);
  else tellUnknownSeller(row, sellerTaxId);
  return false;
}

/** The register has one tax. Within the seller's state it is CGST and SGST, half each (an odd paisa goes to CGST), else IGST. */
function split(tax: Minor, isHomeSupply: boolean): Pick<TaxLine, 'cgst' | 'sgst' | 'igst'> {
  if (!isHomeSupply) return { cgst: 0, sgst: 0, igst: tax };
  const sgst = Math.trunc(tax / 2) || 0;
  return { cgst: tax - sgst, sgst, igst: 0 };
}
