import type { Movement, Order } from '../../domain/books.ts';
import { roundHalfUp, type Minor } from '../../domain/money.ts';
import type { FeeRate } from '../../domain/shop.ts';
import { isSale, type Accounting, type Sale } from './accounting.ts';
import { recordsOf } from './order-key.ts';
import type { Account, Post } from './posting.ts';

/** Posts what it cost to send one order (or to have it come back), and what taking its payment cost. */
export function postFulfilment(accounting: Accounting, sale: Sale, post: Post): void {
  const sent = isSent(sale);
  if (sent) {
    postShipping(accounting, sale, post);
    postPackaging(accounting, sale, post);
  }
  if (!isSale(sale.standing)) return;
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

function postShipping(accounting: Accounting, sale: Sale, post: Post): void {
  const { order } = sale;
  const account: Account = sale.standing === 'undelivered' ? 'undelivered' : 'shippingCost';
  const shipments = recordsOf(accounting.shipments, order).filter(
    ({ currency }) => currency === accounting.currency,
  );
  const known = shipments.filter(
    ({ forwardCost, returnCost }) => forwardCost !== undefined || returnCost !== undefined,
  );
  for (const shipment of known) {
    const amount = (shipment.forwardCost ?? 0) + (shipment.returnCost ?? 0);
    post({ account, amount, day: shipment.day ?? order.placedOn, basis: 'actual', order, from: shipment });
  }
  const rate = known.length > 0 ? undefined : shippingRate(accounting, account);
  if (rate !== undefined)
    post({ account, amount: rate, day: order.placedOn, basis: 'estimated', order, from: order });
}

function shippingRate({ books: { shop } }: Accounting, account: Account): Minor | undefined {
  if (shop.shippingPerOrder === undefined) return undefined;
  return shop.shippingPerOrder + (account === 'undelivered' ? (shop.returnPerOrder ?? 0) : 0);
}

function postPackaging({ books: { shop } }: Accounting, { order, standing }: Sale, post: Post): void {
  if (shop.packagingPerOrder === undefined) return;
  const account: Account = standing === 'undelivered' ? 'undelivered' : 'packaging';
  post({
    account,
    amount: shop.packagingPerOrder,
    day: order.placedOn,
    basis: 'estimated',
    order,
    from: order,
  });
}

interface FeeInput {
  readonly sale: Sale;
  readonly kind: FeeRate['kind'];
}

/** Fees that a file names are posted with the movements; here only those that have to be worked out from the shop's rates. */
function postFees(accounting: Accounting, { sale: { order }, kind }: FeeInput, post: Post): void {
  const actual = kind === 'payment' ? accounting.paymentFees : accounting.marketplaceFees;
  if (recordsOf(actual, order).length > 0) return;
  const rate = accounting.books.shop.feeRates.find(
    (candidate) => candidate.kind === kind && applies(candidate, order),
  );
  if (rate === undefined) return;
  const account: Account = kind === 'payment' ? 'paymentFees' : 'marketplaceFees';
  const amount = feeOf(rate, order.total);
  if (amount !== 0)
    post({
      account,
      amount,
      day: order.placedOn,
      basis: 'estimated',
      order,
      category: rate.match,
      from: order,
    });
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
  shipping_label: 'shippingCost',
  advertising: 'advertising',
};

/** Posts the fees, labels and advertising that platforms report, each on its own day; a fee given back lowers its line. */
export function postMovements({ books, currency }: Accounting, post: Post): void {
  for (const movement of books.movements) {
    const account = ACCOUNT_OF[movement.kind];
    if (account === undefined || movement.currency !== currency || movement.amount === 0) continue;
    post({
      account,
      amount: -movement.amount,
      day: movement.day,
      basis: 'actual',
      category: movement.channel,
      from: movement,
    });
  }
}
