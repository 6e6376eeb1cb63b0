import type { Order } from '../../domain/books.ts';

export type OrderState = Pick<Order, 'status' | 'payment' | 'delivery'>;

interface Status {
  readonly words: RegExp;
  readonly status: Order['status'];
  readonly delivery: Order['delivery'];
}

/** What follows `Shipped - ` decides where the parcel is; the first that fits counts. */
const STATUSES: readonly Status[] = [
  { words: /^cancel/, status: 'cancelled', delivery: 'unfulfilled' },
  { words: /^unfulfillable/, status: 'cancelled', delivery: 'unfulfilled' },
  { words: /delivered to buyer|picked up/, status: 'complete', delivery: 'delivered' },
  { words: /return(ed|ing) to seller|rejected by buyer|undeliverable/, status: 'complete', delivery: 'rto' },
  { words: /lost|damaged/, status: 'complete', delivery: 'lost' },
  { words: /^partially ?shipped/, status: 'open', delivery: 'partial' },
  { words: /^shipped|^complete/, status: 'complete', delivery: 'shipped' },
  { words: /^shipping/, status: 'open', delivery: 'shipped' },
  { words: /^unshipped|^invoiceunconfirmed|^pending/, status: 'open', delivery: 'unfulfilled' },
];

/**
 * The state of an order by its `order-status`. Amazon has the buyer's money once an order is no longer pending; money on delivery
 * once it is delivered. Undefined: a status that Amazon is not known to use.
 */
export function orderState(status: string, cashOnDelivery: boolean): OrderState | undefined {
  const written = status.toLowerCase();
  const found = STATUSES.find(({ words }) => words.test(written));
  if (found === undefined) return undefined;
  const owed = cashOnDelivery ? found.delivery !== 'delivered' : written.startsWith('pending');
  const isPaid = !owed && found.status !== 'cancelled';
  return { status: found.status, payment: isPaid ? 'paid' : 'pending', delivery: found.delivery };
}
