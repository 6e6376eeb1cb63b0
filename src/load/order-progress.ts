import type { Order } from '../domain/books.ts';

const PAYMENTS = ['pending', 'part_paid', 'paid', 'part_refunded', 'refunded'] as const;
const STATUSES = ['open', 'complete', 'void', 'cancelled'] as const;
const DELIVERIES = ['unknown', 'unfulfilled', 'partial', 'shipped', 'delivered', 'rto', 'lost'] as const;

type Standing = Pick<Order, 'payment' | 'status' | 'delivery'>;

/** How far an order has come: of two exports of it the one that tells more is the later one. */
export function progressOf({ payment, status, delivery }: Standing): number {
  return PAYMENTS.indexOf(payment) + STATUSES.indexOf(status) * 10 + DELIVERIES.indexOf(delivery);
}

/** Of two reports of one order, each word from the one that has it further on. */
export function furthest(one: Standing, other: Standing): Standing {
  const later = <Word>(words: readonly Word[], a: Word, b: Word): Word =>
    words.indexOf(b) > words.indexOf(a) ? b : a;
  return {
    payment: later(PAYMENTS, one.payment, other.payment),
    status: later(STATUSES, one.status, other.status),
    delivery: later(DELIVERIES, one.delivery, other.delivery),
  };
}
