import type { OrderLine } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { addOrder } from '../add-order.ts';
import type { ParsedDay } from '../dates.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { monthFirstReader } from '../month-first.ts';
import { percentOf, taxInside } from '../percent.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { orderOf } from './order-of-items.ts';
import { itemState, titleOf, RUPEES, type ItemState } from './words.ts';

/**
 * Orders by state (ready to dispatch, in transit, completed …), one row per item of an order. The prices include GST; CGST, IGST
 * and SGST hold rates in per cent or `NA`, from which the tax inside is computed. What Flipkart adds to the buyer's price
 * (`FKMP Contribution & Subsidy`) is part of the sale, as it is of the invoice.
 */
export const flipkartOrders: Format = {
  kind: 'flipkart.orders',
  label: 'Flipkart orders',
  signature: ['ordered on', 'order item id', ['order id', 'order_id'], 'fsn', 'sku'],
  known: [
    ...[
      'shipment id',
      'hsn code',
      'order state',
      'order type',
      'product',
      'invoice no.',
      'cgst',
      'igst',
      'sgst',
    ],
    ...[
      'invoice date (mm/dd/yy)',
      'invoice amount',
      'selling price per item',
      'shipping and handling charges',
    ],
    ...['quantity', 'price inc. fkmp contribution & subsidy', 'buyer name', 'ship to name', 'address line 1'],
    ...['address line 2', 'city', 'state', 'pin code', 'dispatch after date', 'dispatch by date'],
    ...[
      'form requirement',
      'tracking id',
      'package length (cm)',
      'package breadth (cm)',
      'package height (cm)',
    ],
    ...['package weight (kg)', 'ready to make', 'with attachment', 'payment type', 'payment mode'],
  ],
  read: readOrders,
};

/** One row: an item of an order. Amounts in paise, GST included. */
export interface OrderItem {
  readonly row: number;
  readonly order: string;
  readonly placed: ParsedDay;
  /** as written, when it has a time */
  readonly placedAt: string | undefined;
  readonly line: OrderLine;
  readonly shipping: Minor;
  readonly total: Minor;
  readonly tax: Minor;
  readonly state: ItemState;
  readonly region: string | undefined;
  readonly payMethod: string | undefined;
}

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  /** the same cells, for dates */
  readonly dates: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly tellUnknown: (row: number, word: string) => void;
  /** line on which each item stands */
  readonly seen: Map<string, number>;
}

function columnsOf(table: TextTable) {
  return {
    placed: table.column('ordered on'),
    order: table.column('order id', 'order_id'),
    item: table.column('order item id'),
    state: table.column('order state'),
    sku: table.column('sku'),
    title: table.column('product'),
    quantity: table.column('quantity'),
    rates: ['cgst', 'igst', 'sgst'].map((name) => table.column(name)),
    invoiced: table.column('invoice amount'),
    price: table.column('price inc. fkmp contribution & subsidy', 'selling price per item'),
    shipping: table.column('shipping and handling charges'),
    region: table.column('state'),
    payMethod: table.column('payment type', 'payment mode'),
  };
}

function readOrders(table: TextTable, draft: Draft): void {
  const columns = columnsOf(table);
  const reading: Reading = {
    table,
    draft,
    cells: rowReader(table, draft),
    // as `Invoice Date (mm/dd/yy)` in the same file
    dates: monthFirstReader(table, draft, columns.placed),
    columns,
    tellUnknown: wordTeller({ table, draft }, 'order state', 'such orders count as unpaid'),
    seen: new Map(),
  };
  const orders = new Map<string, [OrderItem, ...OrderItem[]]>();
  for (let row = 0; row < table.rows.length; row += 1) {
    const item = isRepeated(reading, row) ? undefined : readItem(reading, row);
    if (item === undefined) continue;
    const items = orders.get(item.order);
    if (items === undefined) orders.set(item.order, [item]);
    else items.push(item);
  }
  for (const items of orders.values()) addOrder(draft, orderOf(items, table, draft));
}

/** Lists of several states that were put together hold an item once per list; one whose id lost its digits is nobody's double. */
function isRepeated({ table, draft, cells, columns, seen }: Reading, row: number): boolean {
  const id = cells.text(row, columns.item).replace(/^'/, '');
  const before = /^\d+$/.test(id) ? seen.get(id) : undefined;
  seen.set(id, before ?? table.lineOf(row));
  if (before === undefined) return false;
  report(draft, {
    code: 'duplicate-record',
    severity: 'warning',
    message: `order item ${id} stands in this file already, on line ${before} – left out here`,
    file: table.file,
    line: table.lineOf(row),
    value: id,
  });
  return true;
}

function readItem(reading: Reading, row: number): OrderItem | undefined {
  const { draft, cells, dates, columns } = reading;
  const told = draft.problems.length;
  const order = cells.id(row, columns.order);
  const placed = dates.day(row, columns.placed);
  const amounts = amountsOf(reading, row);
  if (order === undefined || placed === undefined || amounts === undefined) {
    const missing = order === undefined ? 'order id' : placed === undefined ? 'date' : 'price';
    rowLeftOut({ ...reading, row, told }, `an order without ${missing}`);
    return undefined;
  }
  return {
    row,
    order,
    placed,
    placedAt: placed.time && cells.text(row, columns.placed),
    ...amounts,
    state: stateOf(reading, row),
    region: cells.text(row, columns.region).toUpperCase() || undefined,
    payMethod: cells.text(row, columns.payMethod) || undefined,
  };
}

/** The invoice holds goods and shipping; without one (not packed yet) quantity × price and shipping make the total. */
function amountsOf(
  reading: Reading,
  row: number,
): Pick<OrderItem, 'line' | 'shipping' | 'total' | 'tax'> | undefined {
  const { table, cells, columns } = reading;
  const quantity = cells.count(row, columns.quantity) ?? 1;
  const shipping = cells.amount(row, columns.shipping, RUPEES) ?? 0;
  const price = cells.amount(row, columns.price, RUPEES);
  const priced = price === undefined ? undefined : Math.round(price * quantity) + shipping;
  const total = cells.amount(row, columns.invoiced, RUPEES) ?? priced;
  if (total === undefined) return undefined;
  const rate = rateOf(cells, row, columns.rates);
  const taxOf = (amount: Minor): Minor | undefined =>
    rate === undefined ? undefined : taxInside(amount, rate);
  const amount = total - shipping;
  const line = { ...goodsOf(reading, row), quantity, amount, tax: taxOf(amount), row: table.lineOf(row) };
  return { line, shipping, total, tax: taxOf(total) ?? 0 };
}

function goodsOf({ cells, columns }: Reading, row: number): Pick<OrderLine, 'kind' | 'sku' | 'title'> {
  const sku = cells.id(row, columns.sku);
  return { kind: 'product', sku, title: titleOf(cells, row, columns.title) || (sku ?? '') };
}

/** CGST + SGST, or IGST, as a fraction; undefined when none of them is told. */
function rateOf(cells: RowReader, row: number, columns: readonly number[]): number | undefined {
  const told = columns.flatMap((column) => percentOf(cells.text(row, column)) ?? []);
  return told.length === 0 ? undefined : told.reduce((sum, rate) => sum + rate, 0);
}

function stateOf({ cells, columns, tellUnknown }: Reading, row: number): ItemState {
  const word = cells.text(row, columns.state);
  const known = itemState(word);
  if (known === undefined) tellUnknown(row, word);
  return known ?? { status: 'open', payment: 'pending', delivery: 'unknown' };
}
