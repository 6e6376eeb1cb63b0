import type { Order, OrderLine } from '../../domain/books.ts';
import { share, split, type Minor } from '../../domain/money.ts';

/** An order's amounts with the tax taken out of them. */
export interface NetOfTax {
  /** goods before discount */
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
  const { lines, tax, discount } = order;
  let goods = 0;
  let other = 0;
  let shipping = order.shipping;
  for (const { kind, amount } of lines) {
    if (kind === 'product') goods += amount;
    else if (kind === 'shipping') shipping += amount;
    else other += amount;
  }
  const amounts = lines.map(goodsOf);
  if (tax === 0 || !order.taxIncluded) return { goods, discount, shipping, other, lines: amounts };
  const charged = goods - discount + shipping;
  const net = charged - tax;
  const netGoods = share(goods, net, charged);
  const netShipping = share(shipping, net, charged);
  return {
    goods: netGoods,
    discount: netGoods + netShipping - net,
    shipping: netShipping,
    other,
    lines: lines.length === 1 ? [netGoods] : split(netGoods, amounts),
  };
}

function goodsOf({ kind, amount }: OrderLine): Minor {
  return kind === 'product' ? amount : 0;
}

/**
 * Spreads a whole order's discount over its product lines: by the lines' own discounts when they add up to it, else by
 * line value, else evenly. The parts add up to the discount to the minor unit; without a discount there are none.
 */
export function lineDiscounts(order: Order, net: NetOfTax): readonly Minor[] {
  if (net.discount === 0) return NO_DISCOUNTS;
  const { lines } = order;
  if (lines.length === 1) return [net.discount];
  const own = lines.map(ownDiscount);
  if (own.reduce((sum, discount) => sum + discount, 0) === order.discount) return split(net.discount, own);
  const byValue = net.lines.map((amount) => Math.max(amount, 0));
  const isFree = byValue.every((weight) => weight === 0);
  return split(net.discount, isFree ? lines.map(({ kind }) => (kind === 'product' ? 1 : 0)) : byValue);
}

const NO_DISCOUNTS: readonly Minor[] = [];

function ownDiscount({ kind, discount = 0 }: OrderLine): Minor {
  return kind === 'product' ? discount : 0;
}
