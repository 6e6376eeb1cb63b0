import type { Movement, Order } from '../../domain/books.ts';
import { share, type Minor } from '../../domain/money.ts';
import { isSale, givenBack, type Accounting, type Sale } from './accounting.ts';
import { lineDiscounts, netOfTax, type NetOfTax } from './net-of-tax.ts';
import type { Post } from './posting.ts';
import { lineCost } from './unit-cost.ts';

/** Posts revenue, tax, refunds and cost of goods of one sale; nothing for an order that is no sale. */
export function postSale(accounting: Accounting, sale: Sale, post: Post): void {
  if (sale.standing === 'undelivered') return postLostGoods(accounting, sale, post);
  if (!isSale(sale.standing)) return;
  const net = netOfTax(sale.order);
  postRevenue(sale.order, net, post);
  postRefunds(sale, post);
  if (!goodsStayed(sale)) postCost(accounting, { sale, net }, post);
}

function postRevenue(order: Order, net: NetOfTax, post: Post): void {
  const common = { day: order.placedOn, basis: 'actual', order, from: order } as const;
  const discounts = lineDiscounts(order, net);
  order.lines.forEach((line, index) => {
    const amount = net.lines[index] ?? 0;
    const discount = discounts[index] ?? 0;
    if (line.kind === 'product') post({ ...common, account: 'grossSales', amount, line });
    if (discount !== 0) post({ ...common, account: 'discounts', amount: discount, line });
  });
  const whole = order.lines.length === 0 ? net.discount : 0;
  if (whole !== 0) post({ ...common, account: 'discounts', amount: whole });
  if (net.shipping !== 0) post({ ...common, account: 'shippingIncome', amount: net.shipping });
  if (net.other !== 0) post({ ...common, account: 'otherIncome', amount: net.other });
  if (order.tax !== 0) post({ ...common, account: 'taxCollected', amount: order.tax });
}

/**
 * Refunds on the day they were made when a file dates them; what only the order's total knows of goes to the order's day,
 * as an estimate of the date. The tax inside a refund is taken as its share of the order's total unless the platform says.
 */
function postRefunds({ order, datedRefunds, refunded }: Sale, post: Post): void {
  for (const refund of datedRefunds) postRefund(order, refund, post);
  const undated = refunded - givenBack(datedRefunds);
  if (undated <= 0) return;
  const common = { day: order.placedOn, basis: 'estimated', order, from: order } as const;
  post({ ...common, basis: 'actual', account: 'refunds', amount: undated });
  const tax = share(undated, order.tax, order.total);
  if (tax !== 0) post({ ...common, account: 'taxInRefunds', amount: tax });
}

function postRefund(order: Order, refund: Movement, post: Post): void {
  const common = { day: refund.day, order, from: refund } as const;
  post({ ...common, basis: 'actual', account: 'refunds', amount: -refund.amount });
  const tax = refund.tax === undefined ? share(-refund.amount, order.tax, order.total) : -refund.tax;
  if (tax !== 0)
    post({
      ...common,
      basis: refund.tax === undefined ? 'estimated' : 'actual',
      account: 'taxInRefunds',
      amount: tax,
    });
}

/** Called off or paid back in full before anything was sent: no cost of goods. */
function goodsStayed({ order, delivery, refunded, standing }: Sale): boolean {
  const notSent = delivery === 'unfulfilled' || (delivery === 'unknown' && standing === 'reversed');
  return notSent && (standing === 'reversed' || (refunded > 0 && refunded >= order.total));
}

interface CostInput {
  readonly sale: Sale;
  readonly net: NetOfTax;
}

/** Cost per product line; a line whose cost is not known is posted to `uncosted` with its net sales instead, never as zero. */
function postCost(accounting: Accounting, { sale, net }: CostInput, post: Post): void {
  const { order } = sale;
  const discounts = lineDiscounts(order, net);
  let cost = 0;
  order.lines.forEach((line, index) => {
    if (line.kind !== 'product') return;
    const known = accounting.unitCost(line, order.placedOn);
    const common = { day: order.placedOn, basis: 'actual', order, line } as const;
    if (known === undefined) {
      const amount = (net.lines[index] ?? 0) - (discounts[index] ?? 0);
      post({ ...common, account: 'uncosted', amount, from: order });
      return;
    }
    const amount = lineCost(line, known);
    cost += amount;
    post({ ...common, account: 'costOfGoods', amount, from: known });
  });
  postReturnedGoods(accounting, { sale, cost }, post);
}

/**
 * Cost of goods that came back and can be sold again: by the platform's own word where it gives SKU and quantity, else,
 * only if the shop is set to `restocked`, as the refund's share of the order.
 */
function postReturnedGoods(
  accounting: Accounting,
  { sale, cost }: { sale: Sale; cost: Minor },
  post: Post,
): void {
  const { order, refunded } = sale;
  const told = sale.datedRefunds.filter((refund) => refund.restocked === true && refund.sku !== undefined);
  for (const refund of told) postRestocked(accounting, { order, refund }, post);
  if (told.length > 0 || accounting.books.shop.returnedGoods === 'lost' || refunded === 0) return;
  const amount = share(cost, Math.min(refunded, order.total), order.total);
  if (amount !== 0) {
    post({
      account: 'costOfGoods',
      amount: -amount,
      day: order.placedOn,
      basis: 'estimated',
      order,
      from: order,
    });
  }
}

function postRestocked(
  accounting: Accounting,
  { order, refund }: { order: Order; refund: Movement },
  post: Post,
): void {
  const line = order.lines.find((candidate) => candidate.sku === refund.sku);
  const known = line && accounting.unitCost(line, order.placedOn);
  if (line === undefined || known === undefined) return;
  const amount = lineCost({ ...line, quantity: refund.quantity ?? 0 }, known);
  post({
    account: 'costOfGoods',
    amount: -amount,
    day: refund.day,
    basis: 'actual',
    order,
    line,
    from: refund,
  });
}

/** Goods of a parcel that the courier lost are gone; goods that came back undelivered are not a cost. */
function postLostGoods(accounting: Accounting, { order, delivery }: Sale, post: Post): void {
  if (delivery !== 'lost') return;
  for (const line of order.lines) {
    const known = line.kind === 'product' ? accounting.unitCost(line, order.placedOn) : undefined;
    if (known === undefined) continue;
    post({
      account: 'undelivered',
      amount: lineCost(line, known),
      day: order.placedOn,
      basis: 'actual',
      order,
      line,
      from: known,
    });
  }
}
