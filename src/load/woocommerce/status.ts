import type { DeliveryState, OrderStatus, PaymentState } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';

export interface OrderState {
  readonly status: OrderStatus;
  readonly payment: PaymentState;
  readonly delivery: DeliveryState;
  /** false for a status that neither WooCommerce nor its common extensions have */
  readonly known: boolean;
}

const STATES: ReadonlyMap<string, Omit<OrderState, 'known'>> = new Map([
  ['completed', { status: 'complete', payment: 'paid', delivery: 'shipped' }],
  ['delivered', { status: 'complete', payment: 'paid', delivery: 'delivered' }],
  ['shipped', { status: 'open', payment: 'paid', delivery: 'shipped' }],
  ['processing', { status: 'open', payment: 'paid', delivery: 'unfulfilled' }],
  ['on-hold', { status: 'open', payment: 'pending', delivery: 'unfulfilled' }],
  ['pending', { status: 'open', payment: 'pending', delivery: 'unfulfilled' }],
  ['cancelled', { status: 'cancelled', payment: 'pending', delivery: 'unfulfilled' }],
  ['refunded', { status: 'complete', payment: 'refunded', delivery: 'unknown' }],
  ['failed', { status: 'void', payment: 'pending', delivery: 'unfulfilled' }],
  ['draft', { status: 'void', payment: 'pending', delivery: 'unfulfilled' }],
  ['trash', { status: 'void', payment: 'pending', delivery: 'unfulfilled' }],
] satisfies [string, Omit<OrderState, 'known'>][]);

const UNPAID_ON_DELIVERY: ReadonlySet<string> = new Set(['processing', 'shipped']);

/** What else decides: whether the buyer pays on delivery, and whether the file says when it was paid. */
export interface PaymentHints {
  readonly cashOnDelivery: boolean;
  readonly paidOn: boolean;
}

/**
 * An order's state by WooCommerce's status, with or without `wc-`, in any case. Cash on delivery counts as paid only once
 * completed or with a payment date; a cancelled order with a payment date stays paid. Any other status is open.
 */
export function orderState(status: string, hints: PaymentHints): OrderState {
  const name = status
    .trim()
    .toLowerCase()
    .replace(/^wc-/, '')
    .replace(/ payment$/, '')
    .replace(/[ _]/g, '-')
    .replace(/^checkout-/, '')
    .replace(/^canceled$/, 'cancelled');
  const state = STATES.get(name) ?? { status: 'open', payment: 'pending', delivery: 'unknown' };
  const paidByDate = hints.paidOn && state.payment === 'pending' && state.status !== 'void';
  const unpaid = hints.cashOnDelivery && !hints.paidOn && UNPAID_ON_DELIVERY.has(name);
  const payment = paidByDate ? 'paid' : unpaid ? 'pending' : state.payment;
  return { ...state, payment, known: STATES.has(name) };
}

/** Whether a payment method means cash on delivery, by its id (`cod`) or its title. */
export function isCashOnDelivery(...methods: readonly (string | undefined)[]): boolean {
  return methods.some((method) =>
    /^cod$|^cod[ _-]|\bcash on delivery\b|\bpay on delivery\b|\(cod\)/i.test(method ?? ''),
  );
}

/** `refunded` when all of a paid total was given back, `part_refunded` when some was, otherwise as it was. */
export function paymentAfterRefund(payment: PaymentState, total: number, refunded = 0): PaymentState {
  if (refunded <= 0 || payment === 'pending') return payment;
  return refunded >= total ? 'refunded' : 'part_refunded';
}

/**
 * Payment and sum given back, from a status and the refunds a file lists (undefined: it has no place for them). A `refunded` order
 * without any was given back in full, on a day the file does not say.
 */
export function afterRefund(payment: PaymentState, total: Minor, refunded: Minor | undefined): Refunded {
  if (payment === 'refunded')
    return { payment, refunded: refunded === undefined || refunded === 0 ? total : refunded };
  return { payment: paymentAfterRefund(payment, total, refunded), refunded };
}

export interface Refunded {
  readonly payment: PaymentState;
  readonly refunded: Minor | undefined;
}
