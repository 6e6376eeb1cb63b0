import type { Order } from '../../domain/books.ts';

type State = Pick<Order, 'status' | 'payment' | 'delivery'>;

const WAITING: State = { status: 'open', payment: 'pending', delivery: 'unfulfilled' };
const STATES: Readonly<Record<string, State>> = {
  complete: { status: 'complete', payment: 'paid', delivery: 'shipped' },
  processing: { status: 'open', payment: 'paid', delivery: 'unfulfilled' },
  closed: { status: 'complete', payment: 'refunded', delivery: 'unknown' },
  canceled: { status: 'cancelled', payment: 'pending', delivery: 'unfulfilled' },
  pending: WAITING,
  'pending payment': WAITING,
  'pending paypal': WAITING,
  'payment review': WAITING,
  'on hold': WAITING,
  holded: WAITING,
  fraud: WAITING,
  'suspected fraud': WAITING,
  'paypal reversed': { status: 'complete', payment: 'refunded', delivery: 'unknown' },
  'paypal canceled reversal': { status: 'complete', payment: 'paid', delivery: 'unknown' },
};

const CASH = /cash ?on ?delivery|^cod$|\bcod\b|^phoenix_cash/i;

/** Whether a payment method is cash on delivery, by its code (`cashondelivery`) or its title. */
export function isCashOnDelivery(method: string): boolean {
  return CASH.test(method);
}

/**
 * An order's state by its status, as a label (`Pending Payment`) or a code (`pending_payment`); undefined for one of the shop's
 * own. Cash on delivery in processing is not paid yet.
 */
export function stateOf(status: string, method: string): State | undefined {
  const name = status
    .trim()
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/^cancelled$/, 'canceled');
  const state = STATES[name];
  const unpaid = name === 'processing' && isCashOnDelivery(method);
  return state && unpaid ? { ...state, payment: 'pending' } : state;
}
