import type { Order, OrderTotals } from '../domain/books.ts';
import { decimalText, type Minor } from '../domain/money.ts';
import { report } from './draft.ts';
import type { Draft } from './format.ts';

/** An order whose file may not say whether prices include tax. */
export type OrderParts = Omit<Order, 'taxIncluded'> & { readonly taxIncluded?: boolean | undefined };

/**
 * Adds an order to the draft and to the file's totals. Where the file does not say whether prices include tax, the sum that
 * gives the order's total decides, and where neither does the shop's setting. An order for which Σ lines − discount +
 * shipping (+ tax when not included) is not its total counts as written, with a warning; each line may be off by one minor
 * unit, for platforms round line by line.
 */
export function addOrder(draft: Draft, parts: OrderParts): void {
  const taxIncluded = parts.taxIncluded ?? isTaxIncluded(parts, draft.shop.pricesIncludeTax);
  const order: Order = { ...parts, taxIncluded };
  const expected = expectedTotal(order);
  const addsUp = Math.abs(order.total - expected) <= order.lines.length;
  if (!addsUp) warn(draft, order, expected);
  draft.orders.push(order);
  draft.totals = withOrder(draft.totals, order, addsUp);
}

/** An order of which a report does not say what was sold; `lines` may hold what is no product (a tip). */
export type OrderWithoutLines = Omit<OrderParts, 'lines'> & { readonly lines?: Order['lines'] };

/**
 * Adds an order of a report that has no products, only its total. Whether its parts add up is for the reader to check, who knows
 * what else the report names. Where the file does not say whether tax is included, the shop's setting holds.
 */
export function addOrderWithoutLines(draft: Draft, parts: OrderWithoutLines, addsUp = true): void {
  const taxIncluded = parts.taxIncluded ?? draft.shop.pricesIncludeTax ?? false;
  const order: Order = { ...parts, taxIncluded, lines: parts.lines ?? [] };
  draft.orders.push(order);
  draft.totals = withOrder(draft.totals, order, addsUp);
}

/** Σ line amounts, in minor units. */
export function linesTotal(lines: readonly { readonly amount: Minor }[]): Minor {
  return lines.reduce((sum, line) => sum + line.amount, 0);
}

function isTaxIncluded(order: OrderParts, setting: boolean | undefined): boolean {
  if (order.tax === 0) return setting ?? false;
  const untaxed = linesTotal(order.lines) - order.discount + order.shipping;
  const off = Math.abs(order.total - untaxed);
  const offTaxed = Math.abs(order.total - untaxed - order.tax);
  const decided = Math.min(off, offTaxed) <= order.lines.length;
  return decided || setting === undefined ? off < offTaxed : setting;
}

function expectedTotal(order: Order): Minor {
  return linesTotal(order.lines) - order.discount + order.shipping + (order.taxIncluded ? 0 : order.tax);
}

/** What the lines came to after discount; of an order without products what its total leaves for them. */
function subtotalOf(order: Order): Minor {
  if (order.lines.some(({ kind }) => kind === 'product')) return linesTotal(order.lines) - order.discount;
  return order.total - order.shipping - (order.taxIncluded ? 0 : order.tax);
}

function warn(draft: Draft, order: Order, expected: Minor): void {
  const said = decimalText(order.total, order.currency);
  const sum = decimalText(expected, order.currency);
  report(draft, {
    code: 'order-does-not-add-up',
    severity: 'warning',
    message: `order ${order.number}: its lines, discount, shipping and tax make ${sum}, its total is ${said} – counted as written`,
    file: order.file,
    line: order.row,
    value: said,
  });
}

function withOrder(totals: OrderTotals | undefined, order: Order, addsUp: boolean): OrderTotals {
  const so = totals ?? { ...NOTHING, currency: order.currency };
  if (so.currency !== order.currency) return so;
  return {
    currency: so.currency,
    orders: so.orders + 1,
    units:
      so.units + order.lines.reduce((sum, line) => sum + (line.kind === 'product' ? line.quantity : 0), 0),
    subtotal: so.subtotal + subtotalOf(order),
    discount: so.discount + order.discount,
    shipping: so.shipping + order.shipping,
    tax: so.tax + order.tax,
    total: so.total + order.total,
    refunded: so.refunded + (order.refunded ?? 0),
    mismatches: so.mismatches + (addsUp ? 0 : 1),
  };
}

const NOTHING = {
  orders: 0,
  units: 0,
  subtotal: 0,
  discount: 0,
  shipping: 0,
  tax: 0,
  total: 0,
  refunded: 0,
  mismatches: 0,
};
