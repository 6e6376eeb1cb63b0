import type { Movement, Order, Provenance } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import { share, type Minor } from '../../domain/money.ts';
import { givenBack, isSale, type Accounting } from './accounting.ts';
import type { Account, Post, Posting } from './posting.ts';
import type { Sale } from './sales.ts';
import { lineCost, skuKey } from './unit-cost.ts';

export interface RefundedSale {
  readonly sale: Sale;
  /** of all its goods; undefined: they never left the shop, and none can come back */
  readonly cost: Minor | undefined;
}

/** Posts what was given back for a sale, the tax in it, and the cost of goods that came back. */
export function postRefunds(accounting: Accounting, { sale, cost }: RefundedSale, post: Post): void {
  const { order } = sale;
  const refunds = refundParts(sale);
  for (const refund of refunds) postRefund(order, refund, post);
  if (cost !== undefined) postReturnedGoods(accounting, { order, refunds, cost }, post);
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
  const { day, from, before, after } = refund;
  const told = refund.movement?.tax;
  const tax = told === undefined ? partOf(order.tax, order, refund) : -told;
  const basis = told === undefined ? 'estimated' : 'actual';
  const put = (account: Account, amount: Minor, on: Posting['basis']): void =>
    post({
      account,
      day,
      amount,
      basis: on,
      order,
      line: undefined,
      category: undefined,
      channel: undefined,
      from,
    });
  if (after !== before) put('refunds', after - before, 'actual');
  if (tax !== 0) put('taxInRefunds', tax, basis);
}

interface Returned {
  readonly order: Order;
  readonly refunds: readonly RefundPart[];
  readonly cost: Minor;
}

/**
 * Cost of goods that came back and can be sold again, on the day of the refund: by the platform's own word where it gives SKU
 * and quantity, else, only if the shop is set to `restocked`, as the refund's share of the order.
 */
function postReturnedGoods(accounting: Accounting, { order, refunds, cost }: Returned, post: Post): void {
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

/**
 * Refunds of a platform's own orders that its export of orders does not reach back to: on their own day, with the tax in them
 * as the shop's sales have it. They would count the same if the orders were in the books.
 */
export function postLooseRefunds({ loose, sales }: Accounting, post: Post): void {
  if (loose.refunds.length === 0) return;
  let [total, tax] = [0, 0];
  for (const { standing, order } of sales) {
    if (!isSale(standing)) continue;
    total += order.total;
    tax += order.tax;
  }
  for (const from of loose.refunds) {
    const common = { day: from.day, category: from.channel, channel: from.channel, from } as const;
    const amount = -from.amount;
    if (amount !== 0) post({ ...common, account: 'refunds', basis: 'actual', amount });
    const inside = from.tax === undefined ? share(amount, tax, total) : -from.tax;
    if (inside !== 0) post({ ...common, account: 'taxInRefunds', basis: 'estimated', amount: inside });
  }
}
