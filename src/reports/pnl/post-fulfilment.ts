import type { Movement, Order, Shipment } from '../../domain/books.ts';
import { roundHalfUp, type Minor } from '../../domain/money.ts';
import type { FeeRate } from '../../domain/shop.ts';
import { isSale, type Accounting } from './accounting.ts';
import { recordsOf } from './order-key.ts';
import type { Account, Post } from './posting.ts';
import type { Sale } from './sales.ts';

/** Posts what it cost to send one order (or to have it come back), and what taking its payment cost. */
export function postFulfilment(accounting: Accounting, sale: Sale, post: Post): void {
  // without bills or a rate there is nothing to look for in millions of orders
  if (accounting.shipments.size > 0 || accounting.books.shop.shippingPerOrder !== undefined)
    postShipping(accounting, sale, post);
  if (accounting.books.shop.packagingPerOrder !== undefined && isSent(sale))
    postPackaging(accounting, sale, post);
  if (accounting.books.shop.feeRates.length === 0 || !isSale(sale.standing)) return;
  postFees(accounting, { sale, kind: 'payment' }, post);
  postFees(accounting, { sale, kind: 'marketplace' }, post);
}

/** A parcel left the shop, as far as the files tell: sold and not marked as unfulfilled, or come back undelivered. */
export function isSent({ delivery, standing }: Sale): boolean {
  if (standing === 'undelivered') return true;
  return (
    isSale(standing) && delivery !== 'unfulfilled' && !(standing === 'reversed' && delivery === 'unknown')
  );
}

/**
 * What the courier billed is paid whatever became of the order: on the bill's day, else the order's. The configured rate
 * stands in for the bill of an order that was sent. An order in another currency is left out with all its costs.
 */
function postShipping(accounting: Accounting, sale: Sale, post: Post): void {
  const { place, standing } = sale;
  if (standing === 'otherCurrency') return;
  const billed = billsOf(accounting, place);
  const account: Account = standing === 'undelivered' ? 'undelivered' : 'shippingCost';
  for (const from of billed) {
    const { order } = sale;
    const day = from.day ?? order.placedOn;
    const own = cameBack(from) ? 'undelivered' : account;
    post({ account: own, amount: billOf(from), day, basis: 'actual', order, from });
  }
  const isTold = billed.length > 0 || recordsOf(accounting.labels, place).length > 0;
  const rate = isTold || !isSent(sale) ? undefined : shippingRate(accounting, account);
  if (rate === undefined) return;
  const { order } = sale;
  post({ account, amount: rate, day: order.placedOn, basis: 'estimated', order, from: order });
}

function billsOf({ shipments, currency }: Accounting, place: number): readonly Shipment[] {
  const parcels = recordsOf(shipments, place);
  return parcels.length === 0 ? parcels : parcels.filter((shipment) => isBilled(shipment, currency));
}

/** Whether the courier's bill says what the parcel cost, in the home currency. */
export function isBilled({ forwardCost, returnCost, currency }: Shipment, home: string): boolean {
  return currency === home && (forwardCost !== undefined || returnCost !== undefined);
}

/** Out and back. */
export function billOf({ forwardCost = 0, returnCost = 0 }: Shipment): Minor {
  return forwardCost + returnCost;
}

function cameBack({ outcome }: Shipment): boolean {
  return outcome === 'rto' || outcome === 'lost';
}

/** Parcels of orders that are not in the books, on the bill's day; one without a day cannot be placed. */
export function postLooseShipments({ loose, currency }: Accounting, post: Post): void {
  for (const from of loose.shipments) {
    if (from.day === undefined || !isBilled(from, currency)) continue;
    const account = cameBack(from) ? 'undelivered' : 'shippingCost';
    post({ account, amount: billOf(from), day: from.day, basis: 'actual', from });
  }
}

function shippingRate({ books: { shop } }: Accounting, account: Account): Minor | undefined {
  if (shop.shippingPerOrder === undefined) return undefined;
  return shop.shippingPerOrder + (account === 'undelivered' ? (shop.returnPerOrder ?? 0) : 0);
}

function postPackaging({ books: { shop } }: Accounting, { order, standing }: Sale, post: Post): void {
  const account: Account = standing === 'undelivered' ? 'undelivered' : 'packaging';
  const amount = shop.packagingPerOrder ?? 0;
  post({ account, amount, day: order.placedOn, basis: 'estimated', order, from: order });
}

interface FeeInput {
  readonly sale: Sale;
  readonly kind: FeeRate['kind'];
}

/** Fees that a file names are posted with the movements; here only those that have to be worked out from the shop's rates. */
function postFees(accounting: Accounting, { sale: { order, place }, kind }: FeeInput, post: Post): void {
  const rate = accounting.books.shop.feeRates.find(
    (candidate) => candidate.kind === kind && applies(candidate, order),
  );
  const actual = kind === 'payment' ? accounting.paymentFees : accounting.marketplaceFees;
  if (rate === undefined || recordsOf(actual, place).length > 0) return;
  const account: Account = kind === 'payment' ? 'paymentFees' : 'marketplaceFees';
  const amount = feeOf(rate, order.total);
  const [day, category] = [order.placedOn, rate.match];
  if (amount !== 0) post({ account, day, amount, basis: 'estimated', order, category, from: order });
}

/** Whether a configured rate is meant for this order: its text occurs in the payment method or the channel, or is `*`. */
export function applies(rate: FeeRate, order: Order): boolean {
  const wanted = rate.match.toLowerCase();
  return wanted === '*' || `${order.payMethod ?? ''}\n${order.channel}`.toLowerCase().includes(wanted);
}

/** `(total × percent + fixed) × (1 + tax)`, rounded once, half away from zero. */
export function feeOf(rate: FeeRate, total: Minor): Minor {
  return roundHalfUp(((total * rate.percent) / 100 + rate.fixed) * (1 + rate.taxPercent / 100));
}

const ACCOUNT_OF: Partial<Record<Movement['kind'], Account>> = {
  payment_fee: 'paymentFees',
  marketplace_fee: 'marketplaceFees',
  storage: 'marketplaceFees',
  compensation: 'otherIncome',
  shipping_label: 'shippingCost',
  advertising: 'advertising',
};

/**
 * Posts the fees, labels, advertising and compensations that platforms report, each on its own day; a fee given back lowers its
 * line, a recovery lowers the income. Carriage of a parcel that came back undelivered stands with the undelivered ones. Tax
 * collected or withheld, reserves, payouts and adjustments are neither income nor cost.
 */
export function postMovements({ books, currency, orderOf, isUndelivered }: Accounting, post: Post): void {
  for (const from of books.movements) {
    const usual = ACCOUNT_OF[from.kind];
    if (usual === undefined || from.currency !== currency || from.amount === 0) continue;
    const { day, channel } = from;
    const amount = usual === 'otherIncome' ? from.amount : -from.amount;
    const order = orderOf(from);
    const isLost = usual === 'shippingCost' && order !== undefined && isUndelivered(order);
    const account = isLost ? 'undelivered' : usual;
    post({ account, day, amount, basis: 'actual', order, category: channel, channel, from });
  }
}
