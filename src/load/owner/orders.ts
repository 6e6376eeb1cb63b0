import type { Order } from '../../domain/books.ts';
import { addOrder } from '../add-order.ts';
import { countryCode } from '../country-code.ts';
import { customerKey } from '../customer-key.ts';
import { report } from '../draft.ts';
import type { Draft, Format } from '../format.ts';
import { ORDER_COLUMNS } from '../mapping.ts';
import { isCashOnDelivery, paymentAfterRefund } from '../woocommerce/status.ts';
import { lineMoney } from './line-money.ts';
import { saleOf, type OrderRows, type Sale } from './order-amounts.ts';
import { rowsByOrder } from './order-parts.ts';
import { ownerRows, type OwnerRow } from './owner-rows.ts';

/**
 * Orders in the shop's own columns, one row per line; also what a mapped file is read as. Discount, shipping, tax, total and
 * refund are the order's: written once, or repeated on each of its lines, they count once. A file without products, prices and
 * line amounts tells of whole orders and waits for a file of their lines.
 */
export const ownerOrders: Format = {
  kind: 'ecom.orders',
  label: 'Orders (own file)',
  signature: ['order', 'date', ['price', 'total', 'amount', 'shipping', 'customer']],
  known: ORDER_COLUMNS,
  read: (table, draft) => {
    const rows = ownerRows(table, draft);
    const orders = rowsByOrder(rows);
    if (table.column('price', 'amount', 'sku', 'title') < 0) {
      settleDates(draft, rows);
      draft.orderParts = { heads: orders, lines: new Map(), money: new Map() };
      return;
    }
    const money = lineMoney(rows);
    for (const [order, lines] of orders) readOwnerOrder(draft, order, { rows: lines, lines, money });
    if (table.column('category') >= 0) addCategories(draft, rows);
  },
};

/** Finds out now whether the dates can be told; what else is wrong with them is told when the orders are read. */
function settleDates(draft: Draft, rows: readonly OwnerRow[]): void {
  const told = draft.problems.length;
  for (const row of rows) row.moment('date');
  for (const problem of draft.problems.splice(told)) {
    if (problem.code === 'ambiguous-date') report(draft, problem);
  }
}

/** Adds one order of the owner's to the draft; without a date, or with neither price nor total, it is a Problem instead. */
export function readOwnerOrder(draft: Draft, number: string, order: OrderRows): void {
  const { rows } = order;
  const first = rows[0];
  const placed = firstOf(rows, (row) => row.moment('date'));
  if (first === undefined || placed === undefined) return first?.lacks('date');
  const sale = saleOf(draft, order);
  if (sale === undefined) return;
  const payMethod = firstOf(rows, (row) => row.text('payment'));
  addOrder(draft, {
    file: first.file,
    row: first.line,
    id: number,
    number,
    channel: firstOf(rows, (row) => row.text('channel'))?.toLowerCase() ?? 'shop',
    placedOn: placed.day,
    placedAt: placed.at,
    cashOnDelivery: isCashOnDelivery(payMethod),
    currency: first.currency,
    ...sale,
    ...stateOf(rows, sale),
    customerKey: customerKey(firstOf(rows, (row) => row.text('customer'))),
    country: countryOf(firstOf(rows, (row) => row.text('country'))),
    region: firstOf(rows, (row) => row.text('state'))?.toUpperCase(),
    payMethod,
  });
}

function countryOf(written: string | undefined): string | undefined {
  return written === undefined ? undefined : countryCode(written)?.toUpperCase();
}

/** What category a SKU is in, once for each. */
function addCategories(draft: Draft, rows: readonly OwnerRow[]): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const [sku, category] = [row.id('sku'), row.text('category')];
    if (category === undefined || sku === undefined || seen.has(sku)) continue;
    seen.add(sku);
    const { file, line, currency } = row;
    draft.products.push({
      file,
      row: line,
      sku,
      title: row.text('title') ?? sku,
      category,
      currency,
      active: true,
    });
  }
}

function firstOf<Value>(
  rows: readonly OwnerRow[],
  read: (row: OwnerRow) => Value | undefined,
): Value | undefined {
  for (const row of rows) {
    const value = read(row);
    if (value !== undefined) return value;
  }
  return undefined;
}

const STATES = {
  completed: { status: 'complete', payment: 'paid', delivery: 'unknown' },
  complete: { status: 'complete', payment: 'paid', delivery: 'unknown' },
  paid: { status: 'complete', payment: 'paid', delivery: 'unknown' },
  fulfilled: { status: 'complete', payment: 'paid', delivery: 'shipped' },
  delivered: { status: 'complete', payment: 'paid', delivery: 'delivered' },
  shipped: { status: 'open', payment: 'paid', delivery: 'shipped' },
  processing: { status: 'open', payment: 'paid', delivery: 'unfulfilled' },
  pending: { status: 'open', payment: 'pending', delivery: 'unknown' },
  unpaid: { status: 'open', payment: 'pending', delivery: 'unknown' },
  cancelled: { status: 'cancelled', payment: 'pending', delivery: 'unfulfilled' },
  canceled: { status: 'cancelled', payment: 'pending', delivery: 'unfulfilled' },
  void: { status: 'void', payment: 'pending', delivery: 'unfulfilled' },
  failed: { status: 'void', payment: 'pending', delivery: 'unfulfilled' },
  refunded: { status: 'complete', payment: 'refunded', delivery: 'unknown' },
  returned: { status: 'complete', payment: 'refunded', delivery: 'unknown' },
  rto: { status: 'open', payment: 'pending', delivery: 'rto' },
} as const satisfies Record<string, Pick<Order, 'status' | 'payment' | 'delivery'>>;

const WORDS = Object.keys(STATES) as (keyof typeof STATES)[];

/** A file without a status column, or with a word not known, holds sales that came about. */
function stateOf(
  rows: readonly OwnerRow[],
  sale: Sale,
): Pick<Order, 'status' | 'payment' | 'delivery' | 'refunded'> {
  const state = STATES[firstOf(rows, (row) => row.word('status', WORDS)) ?? 'paid'];
  const refunded = sale.refunded ?? (state.payment === 'refunded' ? sale.total : undefined);
  return { ...state, payment: paymentAfterRefund(state.payment, sale.total, refunded), refunded };
}
