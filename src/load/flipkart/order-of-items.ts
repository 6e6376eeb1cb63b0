import type { DeliveryState, OrderStatus, PaymentState } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import type { OrderParts } from '../add-order.ts';
import { report } from '../draft.ts';
import type { Draft, TextTable } from '../format.ts';
import type { OrderItem } from './orders.ts';
import { FLIPKART, RUPEES, type ItemState } from './words.ts';

/**
 * One order of its items, of which there must be at least one. Each item of Flipkart's has a state of its own: items called off are
 * no part of the sale while others live, nor are those that came back undelivered or were lost while others did not (with a note).
 */
export function orderOf(
  items: readonly [OrderItem, ...OrderItem[]],
  table: TextTable,
  draft: Draft,
): OrderParts {
  const sold = soldItems(items, table, draft);
  const [first] = items;
  const states = sold.map((item) => item.state);
  const cashOnDelivery = isCash(first.payMethod);
  const delivery = deliveryOf(states);
  return {
    file: table.file,
    row: table.lineOf(first.row),
    id: first.order,
    number: first.order,
    channel: FLIPKART,
    placedOn: first.placed.day,
    placedAt: first.placedAt,
    status: only<OrderStatus>(
      states.map((state) => state.status),
      'open',
    ),
    payment: paymentOf(first.payMethod, states),
    cashOnDelivery,
    delivery,
    currency: RUPEES,
    lines: sold.map((item) => item.line),
    discount: 0,
    shipping: sum(sold, 'shipping'),
    tax: sum(sold, 'tax'),
    total: sum(sold, 'total'),
    taxIncluded: true,
    country: 'IN',
    region: first.region,
    payMethod: first.payMethod,
  };
}

function soldItems(items: readonly OrderItem[], table: TextTable, draft: Draft): readonly OrderItem[] {
  const live = items.filter(({ state }) => state.status !== 'cancelled');
  const kept = live.filter(({ state }) => state.delivery !== 'rto' && state.delivery !== 'lost');
  if (kept.length === live.length || kept.length === 0) return live.length === 0 ? items : live;
  for (const { order, row } of live.filter((item) => !kept.includes(item))) {
    report(draft, {
      code: 'not-counted',
      severity: 'note',
      message: `an item of order ${order} came back or was lost, the others did not – the order counts without it`,
      file: table.file,
      line: table.lineOf(row),
    });
  }
  return kept;
}

/** Where nothing arrived, but some of it came back, the careful guess is that all was lost. */
function deliveryOf(states: readonly ItemState[]): DeliveryState {
  const words = states.map(({ delivery }) => delivery);
  const isUndelivered = words.every((word) => word === 'rto' || word === 'lost');
  return only<DeliveryState>(words, isUndelivered ? 'lost' : 'partial');
}

function only<Word>(words: readonly Word[], mixed: Word): Word {
  const [first] = words;
  return first !== undefined && words.every((word) => word === first) ? first : mixed;
}

function isCash(payMethod: string | undefined): boolean {
  return /^cod\b|cash|^post-?paid/i.test(payMethod ?? '');
}

/** Where the file tells how the buyer pays: a prepaid order that lives is paid, cash on delivery is paid once delivered. */
function paymentOf(payMethod: string | undefined, states: readonly ItemState[]): PaymentState {
  const payment = only<PaymentState>(
    states.map((state) => state.payment),
    'part_paid',
  );
  if (isCash(payMethod))
    return states.every(({ delivery }) => delivery === 'delivered') ? payment : 'pending';
  const isWaiting = states.every(({ status }) => status === 'open');
  return isWaiting && /^pre-?paid/i.test(payMethod ?? '') ? 'paid' : payment;
}

function sum(items: readonly OrderItem[], amount: 'shipping' | 'tax' | 'total'): Minor {
  return items.reduce((total, item) => total + item[amount], 0);
}
