import type { OrderLine } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { addOrder } from '../add-order.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { MEESHO, RUPEES, subOrderState, type SubOrderState } from './words.ts';

/**
 * The orders file: one row per sub-order, which is what Meesho settles. Prices are per piece and include GST; the tax in them is not
 * told, nor how the buyer pays. What became of the parcel stands in `Reason for Credit Entry`.
 */
export const meeshoOrders: Format = {
  kind: 'meesho.orders',
  label: 'Meesho orders',
  signature: ['reason for credit entry', ['sub order no', 'sub order no.'], 'order date'],
  known: [
    ...[
      'customer state',
      'product name',
      'sku',
      'size',
      'quantity',
      'packet id',
      'catalog id',
      'order source',
    ],
    'supplier listed price (incl. gst + commission)',
    'supplier listed price (incl. gst + commision)',
    'supplier discounted price (incl gst and commision)',
    'supplier discounted price (incl gst and commission)',
  ],
  read: readOrders,
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
  /** line on which each sub-order stands */
  readonly seen: Map<string, number>;
  readonly tellUnknown: (row: number, word: string) => void;
}

function columnsOf(table: TextTable) {
  return {
    state: table.column('reason for credit entry'),
    id: table.column('sub order no', 'sub order no.'),
    placed: table.column('order date'),
    region: table.column('customer state'),
    title: table.column('product name'),
    sku: table.column('sku'),
    size: table.column('size'),
    quantity: table.column('quantity'),
    listed: table.column(
      'supplier listed price (incl. gst + commission)',
      'supplier listed price (incl. gst + commision)',
    ),
    discounted: table.column(
      'supplier discounted price (incl gst and commision)',
      'supplier discounted price (incl gst and commission)',
    ),
  };
}

function readOrders(table: TextTable, draft: Draft): void {
  const reading: Reading = {
    table,
    draft,
    cells: rowReader(table, draft),
    columns: columnsOf(table),
    seen: new Map(),
    tellUnknown: wordTeller({ table, draft }, 'reason for credit entry', 'such orders count as unpaid'),
  };
  for (let row = 0; row < table.rows.length; row += 1) readSubOrder(reading, row);
}

function readSubOrder(reading: Reading, row: number): void {
  const { table, draft, cells, columns } = reading;
  const told = draft.problems.length;
  const id = cells.id(row, columns.id);
  const placed = cells.day(row, columns.placed);
  const amounts = amountsOf(reading, row);
  if (id === undefined || placed === undefined || amounts === undefined) {
    const missing = id === undefined ? 'number' : placed === undefined ? 'date' : 'price';
    rowLeftOut({ ...reading, row, told }, `a sub-order without ${missing}`);
    return;
  }
  if (isRepeated(reading, row, id)) return;
  const { quantity, ...totals } = amounts;
  const line = { ...goodsOf(reading, row), quantity, amount: totals.total + totals.discount };
  addOrder(draft, {
    file: table.file,
    row: table.lineOf(row),
    id,
    number: id,
    channel: MEESHO,
    placedOn: placed.day,
    placedAt: placed.time && cells.text(row, columns.placed),
    ...stateOf(reading, row),
    cashOnDelivery: false,
    currency: RUPEES,
    lines: [line],
    ...totals,
    shipping: 0,
    tax: 0,
    taxIncluded: true,
    country: 'IN',
    region: cells.text(row, columns.region).toUpperCase() || undefined,
  });
}

function goodsOf({ table, cells, columns }: Reading, row: number): Omit<OrderLine, 'quantity' | 'amount'> {
  const sku = cells.id(row, columns.sku);
  return {
    kind: 'product',
    sku,
    title: cells.text(row, columns.title) || (sku ?? ''),
    variant: cells.text(row, columns.size) || undefined,
    row: table.lineOf(row),
  };
}

interface Amounts {
  readonly quantity: number;
  readonly discount: Minor;
  readonly total: Minor;
}

/** Prices are per piece. A discounted price over the listed one is no discount: it is the price. */
function amountsOf({ cells, columns }: Reading, row: number): Amounts | undefined {
  const quantity = cells.count(row, columns.quantity) ?? 1;
  const listed = cells.amount(row, columns.listed, RUPEES);
  const price = cells.amount(row, columns.discounted, RUPEES) ?? listed;
  if (price === undefined) return undefined;
  const discount = Math.max((listed ?? price) - price, 0);
  return { quantity, discount: Math.round(discount * quantity), total: Math.round(price * quantity) };
}

function stateOf({ cells, columns, tellUnknown }: Reading, row: number): SubOrderState {
  const word = cells.text(row, columns.state);
  const known = subOrderState(word);
  if (known === undefined) tellUnknown(row, word);
  return known ?? { status: 'open', payment: 'pending', delivery: 'unknown' };
}

/** An exchange stands in the file as a second row of its sub-order; nothing was sold a second time. */
function isRepeated({ table, draft, seen }: Reading, row: number, id: string): boolean {
  const before = seen.get(id);
  seen.set(id, before ?? table.lineOf(row));
  if (before === undefined) return false;
  report(draft, {
    code: 'duplicate-record',
    severity: 'warning',
    message: `sub-order ${id} stands in this file already, on line ${before} – left out here`,
    file: table.file,
    line: table.lineOf(row),
    value: id,
  });
  return true;
}
