import type { Order } from '../../domain/books.ts';
import { addOrder } from '../add-order.ts';
import { customerKey } from '../customer-key.ts';
import type { Draft, Format } from '../format.ts';
import { ORDER_COLUMNS } from '../mapping.ts';
import { isCashOnDelivery, paymentAfterRefund } from '../woocommerce/status.ts';
import { saleOf, type Sale } from './order-amounts.ts';
import { ownerRows, type OwnerRow } from './owner-rows.ts';

/**
 * Orders in the shop's own columns, one row per line; also what a mapped file is read as. Discount, shipping, tax, total and
 * refund are the order's: written once, or repeated on each of its lines, they count once.
 */
export const ownerOrders: Format = {
  kind: 'ecom.orders',
  label: 'Orders (own file)',
  signature: ['order', 'date', ['price', 'total']],
  known: ORDER_COLUMNS,
  read: (table, draft) => {
    const orders = new Map<string, OwnerRow[]>();
    for (const row of ownerRows(table, draft)) {
      const order = row.id('order');
      const rows = order === undefined ? undefined : orders.get(order);
      if (order === undefined) row.lacks('order');
      else if (rows === undefined) orders.set(order, [row]);
      else rows.push(row);
    }
    for (const [order, rows] of orders) readOrder(draft, order, rows);
  },
};

function readOrder(draft: Draft, number: string, rows: readonly OwnerRow[]): void {
  const first = rows[0];
  const placed = firstOf(rows, (row) => row.moment('date'));
  if (first === undefined || placed === undefined) return first?.lacks('date');
  const sale = saleOf(draft, rows);
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
    country: firstOf(rows, (row) => row.text('country'))?.toUpperCase(),
    region: firstOf(rows, (row) => row.text('state'))?.toUpperCase(),
    payMethod,
  });
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
