import type { OrderLine } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { addOrder, linesTotal } from '../add-order.ts';
import { customerKey } from '../customer-key.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { monthFirstReader } from '../month-first.ts';
import { rowLeftOut } from '../row-left-out.ts';
import type { RowReader } from '../row-reader.ts';
import { addTo, COMMON_COLUMNS, fileCurrency, isRefund, momentOf } from './columns.ts';

/**
 * The items sold at the till: one row per item, sales and refunds (negative) alike. Tips and fees stand in the transactions export
 * only; so does whether tax is inside the prices, where the shop's setting does not say.
 */
export const squareItems: Format = {
  kind: 'square.items',
  label: 'Square items',
  signature: ['item', 'qty', 'price point name', 'net sales'],
  known: [
    ...COMMON_COLUMNS,
    ...['category', 'sku', 'modifiers applied', 'notes', 'unit', 'count', 'gtin', 'itemization type'],
    ...['commission', 'employee', 'token'],
  ],
  read: readItems,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly cells: RowReader;
  readonly currency: string;
}

function columnsOf(table: TextTable) {
  return {
    date: table.column('date'),
    time: table.column('time'),
    event: table.column('event type'),
    id: table.column('transaction id'),
    payment: table.column('payment id'),
    customer: table.column('customer id'),
    item: table.column('item'),
    variant: table.column('price point name'),
    sku: table.column('sku'),
    quantity: table.column('qty'),
    gross: table.column('gross sales'),
    discounts: table.column('discounts'),
    net: table.column('net sales'),
    tax: table.column('tax'),
  };
}

/** One row that was read. */
interface Entry {
  readonly row: number;
  readonly id: string;
  readonly day: string;
  readonly quantity: number;
  readonly gross: Minor;
  /** negative in a sale */
  readonly discounts: Minor;
  readonly tax: Minor;
}

function readItems(table: TextTable, draft: Draft): void {
  const columns = columnsOf(table);
  const cells = monthFirstReader(table, draft, columns.date);
  const currency = fileCurrency(table, { cells, column: columns.net }, draft.shop);
  const sheet: Sheet = { table, draft, columns, cells, currency };
  const entries = new Map<number, Entry>();
  const sales = new Map<string, number[]>();
  for (let row = 0; row < table.rows.length; row += 1) {
    const entry = readRow(sheet, row);
    if (entry === undefined) continue;
    entries.set(row, entry);
    const isBack = isRefund(cells.text(row, columns.event)) || entry.quantity < 0 || entry.gross < 0;
    if (isBack) pushRefund(sheet, entry);
    else addTo(sales, entry.id, row);
  }
  for (const rows of sales.values())
    pushSale(
      sheet,
      rows.flatMap((row) => entries.get(row) ?? []),
    );
}

function readRow(sheet: Sheet, row: number): Entry | undefined {
  const { table, draft, columns, cells } = sheet;
  const told = draft.problems.length;
  const id = cells.id(row, columns.id);
  if (id === undefined && cells.text(row, columns.item) === '') return undefined;
  const day = cells.day(row, columns.date)?.day;
  const quantity = cells.count(row, columns.quantity) ?? 1;
  const amounts = amountsOf(sheet, row);
  if (id !== undefined && day !== undefined && amounts !== undefined && draft.problems.length === told)
    return { row, id, day, quantity, ...amounts };
  rowLeftOut({ table, draft, row, told }, 'an item without transaction id, date or sales');
  return undefined;
}

function amountsOf(
  { columns, cells, currency }: Sheet,
  row: number,
): Pick<Entry, 'gross' | 'discounts' | 'tax'> | undefined {
  const amount = (column: number): Minor | undefined => cells.amount(row, column, currency);
  const discounts = amount(columns.discounts) ?? 0;
  const net = amount(columns.net);
  const gross = amount(columns.gross) ?? (net === undefined ? undefined : net - discounts);
  return gross === undefined ? undefined : { gross, discounts, tax: amount(columns.tax) ?? 0 };
}

function pushSale(sheet: Sheet, entries: readonly Entry[]): void {
  const { table, draft, columns, cells, currency } = sheet;
  const [first] = entries;
  if (first === undefined) return;
  const { row, id, day } = first;
  const lines = entries.map((entry) => lineOf(sheet, entry));
  const discount = -entries.reduce((sum, { discounts }) => sum + discounts, 0) || 0;
  const tax = entries.reduce((sum, entry) => sum + entry.tax, 0);
  const taxIncluded = draft.shop.pricesIncludeTax ?? false;
  addOrder(draft, {
    file: table.file,
    row: table.lineOf(row),
    id,
    number: id,
    channel: 'square',
    placedOn: day,
    placedAt: momentOf(cells.text(row, columns.date), cells.text(row, columns.time)),
    status: 'complete',
    payment: 'paid',
    cashOnDelivery: false,
    delivery: 'delivered',
    currency,
    lines,
    discount,
    shipping: 0,
    tax,
    total: linesTotal(lines) - discount + (taxIncluded ? 0 : tax),
    taxIncluded,
    customerKey: customerKey(undefined, cells.text(row, columns.customer)),
  });
}

/** `Regular` is Square's word for the only variation of an item. */
function lineOf({ table, columns, cells }: Sheet, entry: Entry): OrderLine {
  const { row, quantity, gross, discounts, tax } = entry;
  const variant = cells.text(row, columns.variant);
  const sku = cells.id(row, columns.sku);
  return {
    kind: 'product',
    sku,
    title: cells.text(row, columns.item) || (sku ?? ''),
    variant: variant === '' || variant === 'Regular' ? undefined : variant,
    quantity,
    amount: gross,
    discount: discounts === 0 ? undefined : Math.abs(discounts),
    tax,
    row: table.lineOf(row),
  };
}

/** Goods given back, with their tax: the transactions export tells of the same money, and the payment's id says so. */
function pushRefund({ table, draft, columns, cells, currency }: Sheet, entry: Entry): void {
  const { row, id, day, quantity, gross, discounts, tax } = entry;
  const taxIncluded = draft.shop.pricesIncludeTax ?? false;
  draft.movements.push({
    file: table.file,
    row: table.lineOf(row),
    kind: 'refund',
    code: 'Refund',
    channel: 'square',
    day,
    amount: gross + discounts + (taxIncluded ? 0 : tax),
    currency,
    order: id,
    transaction: cells.id(row, columns.payment),
    sku: cells.id(row, columns.sku),
    title: cells.text(row, columns.item) || undefined,
    quantity: Math.abs(quantity),
    tax,
    final: true,
  });
}
