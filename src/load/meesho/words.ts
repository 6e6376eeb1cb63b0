import type { DeliveryState, OrderStatus, PaymentState } from '../../domain/books.ts';

export const MEESHO = 'meesho';
/** Meesho sells in India only, and its reports name no currency */
export const RUPEES = 'INR';

/** What Meesho's word says of a sub-order. */
export interface SubOrderState {
  readonly status: OrderStatus;
  readonly payment: PaymentState;
  readonly delivery: DeliveryState;
}

const DELIVERED: SubOrderState = { status: 'complete', payment: 'paid', delivery: 'delivered' };
const WAITING: SubOrderState = { status: 'open', payment: 'pending', delivery: 'unfulfilled' };
const BACK: SubOrderState = { status: 'complete', payment: 'pending', delivery: 'rto' };

const STATES: ReadonlyMap<string, SubOrderState> = new Map([
  ['DELIVERED', DELIVERED],
  ['DOOR_STEP_EXCHANGED', DELIVERED],
  ['EXCHANGE', DELIVERED],
  ['EXCHANGED', DELIVERED],
  ['RETURN', { ...DELIVERED, payment: 'refunded' }],
  ['RETURNED', { ...DELIVERED, payment: 'refunded' }],
  ['CUSTOMER_RETURN', { ...DELIVERED, payment: 'refunded' }],
  // how the buyer pays is not told; once handed over the sale counts, as cash on delivery does by default
  ['SHIPPED', { status: 'open', payment: 'paid', delivery: 'shipped' }],
  ['READY_TO_SHIP', WAITING],
  ['PENDING', WAITING],
  ['HOLD', WAITING],
  ['ON_HOLD', WAITING],
  ['CANCELLED', { status: 'cancelled', payment: 'pending', delivery: 'unfulfilled' }],
  ['LOST', { status: 'complete', payment: 'pending', delivery: 'lost' }],
] satisfies [string, SubOrderState][]);

/**
 * The state of a sub-order by the orders file's `Reason for Credit Entry`, in any case. Whatever begins with RTO is on its way back or
 * back: it is no sale. Undefined for words that are not known.
 */
export function subOrderState(word: string): SubOrderState | undefined {
  const plain = word
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  return STATES.get(plain) ?? (/^RTO(_|$)/.test(plain) ? BACK : undefined);
}

/** Whether a cell is what Meesho writes into a sheet without rows: "No data is available for these dates." */
export function saysNoData(text: string | undefined): boolean {
  return /^no data is available/i.test(text ?? '');
}
