import type { Books, DeliveryState, Order, Shipment } from '../../domain/books.ts';
import { MARKETPLACES } from '../../domain/channels.ts';
import type { RevenueRule } from '../../domain/shop.ts';

/**
 * Whether an order is a sale. `counted` and `reversed` (cancelled, and money was given back: sale and refund both stand)
 * are; the others are shown apart.
 */
export type Standing =
  | 'counted'
  | 'reversed'
  | 'undelivered'
  | 'cancelled'
  | 'cancelledPaid'
  | 'void'
  | 'pending'
  | 'awaitingDelivery'
  | 'otherCurrency';

/** The shop's rule with `auto` settled by what the books hold. */
export interface SettledRule {
  readonly currency: string;
  readonly cashOnDelivery: 'placed' | 'shipped' | 'delivered' | 'paid';
  readonly pending: RevenueRule['pending'];
  /** no order of the shop's own was ever marked as paid: its platform does not know about payment, as marketplaces do */
  readonly nothingPaid: boolean;
}

const GONE: ReadonlySet<DeliveryState> = new Set(['shipped', 'partial', 'delivered']);

/** Settles `auto`: unpaid cash on delivery counts once shipped if the exports mark any such order as shipped, else once placed. */
export function settleRule(books: Books, currency: string): SettledRule {
  const told = paymentsOf(books);
  const nothingPaid = told.isOwnUnpaid && !told.isOwnPaid;
  const marksShipping = nothingPaid ? told.marksUnpaid : told.marksCash;
  const { cashOnDelivery, pending } = books.shop.revenue;
  return {
    currency,
    cashOnDelivery: cashOnDelivery === 'auto' ? (marksShipping ? 'shipped' : 'placed') : cashOnDelivery,
    pending,
    nothingPaid,
  };
}

/**
 * What the orders that were not called off tell of payment. `isOwn…`: some of the shop's own, no marketplace's, is paid or not;
 * `marks…`: some unpaid order is marked as sent that is on delivery where nothing was ever paid, or is in cash.
 */
function paymentsOf({ orders }: Books) {
  const told = { isOwnPaid: false, isOwnUnpaid: false, marksUnpaid: false, marksCash: false };
  for (const order of orders) {
    if (order.status === 'cancelled' || order.status === 'void') continue;
    const isUnpaid = order.payment === 'pending';
    if (!MARKETPLACES.has(order.channel)) told[isUnpaid ? 'isOwnUnpaid' : 'isOwnPaid'] = true;
    if (!isUnpaid || !GONE.has(order.delivery)) continue;
    if (isOnDelivery(order, true)) told.marksUnpaid = true;
    if (isOnDelivery(order, false)) told.marksCash = true;
  }
  return told;
}

/** What a courier's outcome says of the order; of several parcels the first in this list decides. */
const OUTCOMES: readonly (readonly [Shipment['outcome'], DeliveryState])[] = [
  ['delivered', 'delivered'],
  ['returned', 'delivered'],
  ['lost', 'lost'],
  ['rto', 'rto'],
  ['in_transit', 'shipped'],
];

/**
 * Where the parcel is: the courier's bill, when there is one, knows better than the shop. An order sent twice, or in two
 * parcels, is delivered when one of them was.
 */
export function deliveryOf(order: Order, parcels: readonly Shipment[]): DeliveryState {
  if (parcels.length === 0) return order.delivery;
  const found = OUTCOMES.find(([outcome]) => parcels.some((parcel) => parcel.outcome === outcome));
  return found?.[1] ?? order.delivery;
}

export interface OrderFacts {
  readonly order: Order;
  readonly delivery: DeliveryState;
  /** given back so far, from the order or from dated refunds, whichever is more */
  readonly refunded: number;
}

/** Where an order stands under the rule. A parcel that came back undelivered or was lost is never a sale. */
export function standingOf({ order, delivery, refunded }: OrderFacts, rule: SettledRule): Standing {
  if (order.currency !== rule.currency) return 'otherCurrency';
  if (delivery === 'rto' || delivery === 'lost') return 'undelivered';
  if (order.status === 'void') return 'void';
  if (order.status === 'cancelled')
    return refunded > 0 ? 'reversed' : order.payment === 'pending' ? 'cancelled' : 'cancelledPaid';
  if (order.payment !== 'pending') return 'counted';
  return standingOfUnpaid(order, delivery, rule);
}

function isOnDelivery({ cashOnDelivery, channel }: Order, nothingPaid: boolean): boolean {
  return cashOnDelivery || (nothingPaid && !MARKETPLACES.has(channel));
}

function standingOfUnpaid(order: Order, delivery: DeliveryState, rule: SettledRule): Standing {
  const isNamed = order.payMethod !== undefined;
  if (!isOnDelivery(order, rule.nothingPaid && !isNamed))
    return rule.pending === 'count' ? 'counted' : 'pending';
  const reached = {
    placed: true,
    shipped: GONE.has(delivery),
    delivered: delivery === 'delivered',
    paid: false,
  };
  return reached[rule.cashOnDelivery] ? 'counted' : 'awaitingDelivery';
}
