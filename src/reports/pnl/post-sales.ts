import type { Order } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { isSale, type Accounting } from './accounting.ts';
import { lineDiscounts, netOfTax, type NetOfTax } from './net-of-tax.ts';
import { postRefunds } from './post-refunds.ts';
import type { OwnPoster, Post } from './posting.ts';
import type { Sale } from './sales.ts';
import { lineCost } from './unit-cost.ts';

/** Posts revenue, tax, refunds and cost of goods of one sale; nothing for an order that is no sale. */
export function postSale(accounting: Accounting, sale: Sale, poster: OwnPoster): void {
  const { standing } = sale;
  if (standing === 'undelivered') return postLostGoods(accounting, sale, poster.post);
  if (!isSale(standing)) return;
  const { order } = sale;
  poster.turn(order);
  const net = netOfTax(order);
  const isRefunded = sale.refunded !== 0 || sale.datedRefunds.length > 0;
  const isKept = isRefunded && goodsStayed(sale);
  const cost = postLines(isKept ? undefined : accounting, { order, net }, poster);
  postCharges(order, net, poster);
  if (isRefunded) postRefunds(accounting, { sale, cost: isKept ? undefined : cost }, poster.post);
}

interface Priced {
  readonly order: Order;
  readonly net: NetOfTax;
}

/**
 * Posts each line's price, discount and cost of goods; gives the cost of them all. A line whose cost is not known is posted to
 * `uncosted` with its net sales instead, never as zero; goods that stayed (no `accounting`) to `unsent`, so that they do not count as
 * goods that cost nothing.
 */
function postLines(accounting: Accounting | undefined, { order, net }: Priced, poster: OwnPoster): Minor {
  const discounts = lineDiscounts(order, net);
  let [cost, index] = [0, 0];
  for (const line of order.lines) {
    const amount = amountAt(net.lines, index);
    const discount = amountAt(discounts, index);
    index += 1;
    const isProduct = line.kind === 'product';
    if (isProduct) poster.put('grossSales', amount, line);
    if (discount !== 0) poster.put('discounts', discount, line);
    if (!isProduct) continue;
    const known = accounting?.unitCost(line, order.placedOn);
    if (known !== undefined) {
      const own = lineCost(line, known);
      cost += own;
      poster.putCost(own, line, known);
    } else if (accounting !== undefined) poster.put('uncosted', amount - discount, line);
    else if (amount !== discount) poster.put('unsent', amount - discount, line);
  }
  return cost;
}

function amountAt(amounts: readonly Minor[], index: number): Minor {
  return amounts[index] ?? 0;
}

function postCharges(order: Order, { shipping, other }: NetOfTax, poster: OwnPoster): void {
  if (shipping !== 0) poster.put('shippingIncome', shipping);
  if (other !== 0) poster.put('otherIncome', other);
  if (order.tax !== 0) poster.put('taxCollected', order.tax);
}

/** Called off or paid back in full before anything was sent: no cost of goods. */
function goodsStayed({ order, delivery, refunded, standing }: Sale): boolean {
  const notSent = delivery === 'unfulfilled' || (delivery === 'unknown' && standing === 'reversed');
  return notSent && (standing === 'reversed' || (refunded > 0 && refunded >= order.total));
}

/** Goods of a parcel that the courier lost are gone; goods that came back undelivered are not a cost. */
function postLostGoods(accounting: Accounting, { order, delivery }: Sale, post: Post): void {
  if (delivery !== 'lost') return;
  for (const line of order.lines) {
    const known = line.kind === 'product' ? accounting.unitCost(line, order.placedOn) : undefined;
    if (known === undefined) continue;
    const amount = lineCost(line, known);
    post({
      ...{ account: 'undelivered', amount, day: order.placedOn, basis: 'actual' },
      ...{ order, line, from: known },
    });
  }
}
