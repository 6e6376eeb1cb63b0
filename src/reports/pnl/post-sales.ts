import type { Movement, Order, Provenance } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import { share, type Minor } from '../../domain/money.ts';
import { isSale, givenBack, type Accounting, type Sale } from './accounting.ts';
import { lineDiscounts, netOfTax, type NetOfTax } from './net-of-tax.ts';
import { posterOf, type Post } from './posting.ts';
import { lineCost, skuKey } from './unit-cost.ts';

/** Posts revenue, tax, refunds and cost of goods of one sale; nothing for an order that is no sale. */
export function postSale(accounting: Accounting, sale: Sale, post: Post): void {
  if (sale.standing === 'undelivered') return postLostGoods(accounting, sale, post);
  if (!isSale(sale.standing)) return;
  const net = netOfTax(sale.order);
  const discounts = lineDiscounts(sale.order, net);
  const refunds = sale.refunded === 0 && sale.datedRefunds.length === 0 ? [] : refundParts(sale);
  postRevenue(sale.order, { net, discounts }, post);
  for (const refund of refunds) postRefund(sale.order, refund, post);
  if (goodsStayed(sale)) postUnsent(sale.order, { net, discounts }, post);
  else postCost(accounting, { sale, net, discounts, refunds }, post);
}

interface Priced {
  readonly net: NetOfTax;
  /** of each line */
  readonly discounts: readonly Minor[];
}

function postRevenue(order: Order, { net, discounts }: Priced, post: Post): void {
  const put = posterOf(order, post);
  const { lines } = order;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const discount = discounts[index] ?? 0;
    if (line?.kind === 'product') put('grossSales', net.lines[index] ?? 0, line);
    if (discount !== 0) put('discounts', discount, line);
  }
  if (net.shipping !== 0) put('shippingIncome', net.shipping);
  if (net.other !== 0) put('otherIncome', net.other);
  if (order.tax !== 0) put('taxCollected', order.tax);
}

/** Money given back for one order on one day. `before` and `after`: what was given back in all until then. */
interface RefundPart {
  readonly day: Day;
  readonly before: Minor;
  readonly after: Minor;
  readonly from: Provenance;
  readonly movement?: Movement | undefined;
}

/**
 * Refunds on the day they were made when a file dates them; what only the order's total knows of goes to the order's day, for
 * nothing else is known of its date.
 */
function refundParts({ order, datedRefunds, refunded }: Sale): RefundPart[] {
  let sum = 0;
  const parts: RefundPart[] = datedRefunds.map((movement) => {
    const before = sum;
    sum -= movement.amount;
    return { day: movement.day, before, after: sum, from: movement, movement };
  });
  const undated = refunded - givenBack(datedRefunds);
  if (undated > 0) parts.push({ day: order.placedOn, before: sum, after: sum + undated, from: order });
  return parts;
}

/**
 * What belongs to one refund of an amount that belongs to the whole order: its share of the order's total, as a difference of
 * running shares, so that an order given back in pieces gives back all of it and not a paisa more.
 */
function partOf(amount: Minor, order: Order, { before, after }: RefundPart): Minor {
  const until = (given: Minor): Minor =>
    share(amount, Math.min(Math.max(given, 0), Math.max(order.total, 0)), order.total);
  return until(after) - until(before);
}

function postRefund(order: Order, refund: RefundPart, post: Post): void {
  const common = { day: refund.day, order, from: refund.from } as const;
  const amount = refund.after - refund.before;
  if (amount !== 0) post({ ...common, basis: 'actual', account: 'refunds', amount });
  const told = refund.movement?.tax;
  const tax = told === undefined ? partOf(order.tax, order, refund) : -told;
  const basis = told === undefined ? 'estimated' : 'actual';
  if (tax !== 0) post({ ...common, basis, account: 'taxInRefunds', amount: tax });
}

/** Called off or paid back in full before anything was sent: no cost of goods. */
function goodsStayed({ order, delivery, refunded, standing }: Sale): boolean {
  const notSent = delivery === 'unfulfilled' || (delivery === 'unknown' && standing === 'reversed');
  return notSent && (standing === 'reversed' || (refunded > 0 && refunded >= order.total));
}

/** Sales without a cost of goods, so that they do not count as goods that cost nothing. */
function postUnsent(order: Order, { net, discounts }: Priced, post: Post): void {
  const put = posterOf(order, post);
  order.lines.forEach((line, index) => {
    const amount = (net.lines[index] ?? 0) - (discounts[index] ?? 0);
    if (line.kind === 'product' && amount !== 0) put('unsent', amount, line);
  });
}

interface CostInput extends Priced {
  readonly sale: Sale;
  readonly refunds: readonly RefundPart[];
}

/** Cost per product line; a line whose cost is not known is posted to `uncosted` with its net sales instead, never as zero. */
function postCost(accounting: Accounting, input: CostInput, post: Post): void {
  const { net, discounts } = input;
  const { order } = input.sale;
  const put = posterOf(order, post);
  const { lines, placedOn: day } = order;
  let cost = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line?.kind !== 'product') continue;
    const known = accounting.unitCost(line, day);
    if (known === undefined) put('uncosted', (net.lines[index] ?? 0) - (discounts[index] ?? 0), line);
    else {
      const amount = lineCost(line, known);
      cost += amount;
      post({
        ...{ account: 'costOfGoods', day, amount, basis: 'actual', order, line },
        ...{ category: undefined, channel: undefined, from: known },
      });
    }
  }
  if (input.refunds.length > 0) postReturnedGoods(accounting, { ...input, cost }, post);
}

/**
 * Cost of goods that came back and can be sold again, on the day of the refund: by the platform's own word where it gives SKU
 * and quantity, else, only if the shop is set to `restocked`, as the refund's share of the order.
 */
function postReturnedGoods(
  accounting: Accounting,
  { sale: { order }, refunds, cost }: CostInput & { readonly cost: Minor },
  post: Post,
): void {
  const told = refunds.flatMap(({ movement }) => (movement && isTold(movement) ? [movement] : []));
  for (const movement of told) postRestocked(accounting, { order, movement }, post);
  if (told.length > 0 || accounting.books.shop.returnedGoods === 'lost') return;
  for (const refund of refunds) {
    const amount = partOf(cost, order, refund);
    const common = { account: 'costOfGoods', basis: 'estimated', order } as const;
    if (amount !== 0) post({ ...common, amount: -amount, day: refund.day, from: refund.from });
  }
}

function isTold({ restocked, sku, quantity }: Movement): boolean {
  return restocked === true && sku !== undefined && quantity !== undefined;
}

function postRestocked(
  accounting: Accounting,
  { order, movement }: { order: Order; movement: Movement },
  post: Post,
): void {
  const { sku = '', quantity = 0, day } = movement;
  const line = order.lines.find((one) => one.sku !== undefined && skuKey(one.sku) === skuKey(sku));
  const known = line && accounting.unitCost(line, order.placedOn);
  if (line === undefined || known === undefined) return;
  const amount = -lineCost({ quantity }, known);
  post({ account: 'costOfGoods', amount, day, basis: 'actual', order, line, from: movement });
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

/**
 * Refunds of a platform's own orders that its export of orders does not reach back to: on their own day, with the tax in them
 * as the shop's sales have it. They would count the same if the orders were in the books.
 */
export function postLooseRefunds({ loose, sales }: Accounting, post: Post): void {
  if (loose.refunds.length === 0) return;
  const sold = sales.filter(({ standing }) => isSale(standing));
  const total = sold.reduce((sum, { order }) => sum + order.total, 0);
  const tax = sold.reduce((sum, { order }) => sum + order.tax, 0);
  for (const from of loose.refunds) {
    const common = { day: from.day, category: from.channel, channel: from.channel, from } as const;
    const amount = -from.amount;
    if (amount !== 0) post({ ...common, account: 'refunds', basis: 'actual', amount });
    const inside = from.tax === undefined ? share(amount, tax, total) : -from.tax;
    if (inside !== 0) post({ ...common, account: 'taxInRefunds', basis: 'estimated', amount: inside });
  }
}
