import type { Order, OrderLine } from '../../domain/books.ts';
import { share, split, type Minor } from '../../domain/money.ts';

/** An order's amounts with the tax taken out of them. */
export interface NetOfTax {
  /** goods before discount; `lines` adds up to it, in the order of `productLines` */
  readonly goods: Minor;
  readonly discount: Minor;
  readonly shipping: Minor;
  /** tips, gift wrap and fees charged */
  readonly other: Minor;
  /** each of the order's lines: goods before discount, or 0 for a line that is no product */
  readonly lines: readonly Minor[];
}

/**
 * Takes the tax out of prices that include it: with T the order's tax on a charged amount A = goods − discount + shipping,
 * goods and shipping are scaled by (A − T) ÷ A and the discount is what makes the sum exact. Prices without tax pass
 * unchanged. Tips carry no tax.
 */
export function netOfTax(order: Order): NetOfTax {
  let goods = 0;
  let other = 0;
  let shipping = order.shipping;
  const amounts: Minor[] = [];
  for (const { kind, amount } of order.lines) {
    amounts.push(kind === 'product' ? amount : 0);
    if (kind === 'product') goods += amount;
    else if (kind === 'shipping') shipping += amount;
    else other += amount;
  }
  if (!order.taxIncluded || order.tax === 0)
    return { goods, discount: order.discount, shipping, other, lines: amounts };
  const charged = goods - order.discount + shipping;
  const net = charged - order.tax;
  const netGoods = share(goods, net, charged);
  const netShipping = share(shipping, net, charged);
  return {
    goods: netGoods,
    discount: netGoods + netShipping - net,
    shipping: netShipping,
    other,
    lines: amounts.length === 1 ? [netGoods] : split(netGoods, amounts),
  };
}

/**
 * Spreads a whole order's discount over its product lines: by the lines' own discounts when they add up to it, else by
 * line value, else evenly. The parts add up to the discount to the minor unit; without a discount there are none.
 */
export function lineDiscounts(order: Order, net: NetOfTax): readonly Minor[] {
  if (net.discount === 0) return NO_DISCOUNTS;
  if (net.lines.length === 1) return [net.discount];
  const ofProducts = (weight: (line: OrderLine, index: number) => number): number[] =>
    order.lines.map((line, index) => (line.kind === 'product' ? weight(line, index) : 0));
  const own = ofProducts((line) => line.discount ?? 0);
  if (own.reduce((sum, discount) => sum + discount, 0) === order.discount) return split(net.discount, own);
  const byValue = ofProducts((_, index) => Math.max(net.lines[index] ?? 0, 0));
  const isFree = byValue.every((weight) => weight === 0);
  return split(net.discount, isFree ? ofProducts(() => 1) : byValue);
}

const NO_DISCOUNTS: readonly Minor[] = [];
