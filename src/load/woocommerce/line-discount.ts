import type { OrderLine } from '../../domain/books.ts';
import { split, type Minor } from '../../domain/money.ts';
import { linesTotal } from '../add-order.ts';

/** The order-level amounts that a file repeats or gives once. */
export interface OrderAmounts {
  readonly discount: Minor;
  readonly shipping: Minor;
  readonly tax: Minor;
  readonly total: Minor;
}

/**
 * Lines before discount. Exporters for WooCommerce write a line's total after its discount, some before it: when lines +
 * shipping + tax already give the order's total the discount is spread back over product lines by value (to the minor
 * unit), and when only lines − discount + shipping + tax give it, lines stay as they are. Neither: taken as after discount.
 */
export function beforeDiscount(lines: readonly OrderLine[], amounts: OrderAmounts): readonly OrderLine[] {
  const { discount, shipping, tax, total } = amounts;
  const known = lines.reduce((sum, line) => sum + (line.discount ?? 0), 0);
  if (discount === 0 || known === discount) return lines;
  const sum = linesTotal(lines) + shipping;
  const alreadyBefore = [sum - discount, sum - discount + tax].some((one) => isClose(one, total, lines));
  const afterDiscount = [sum, sum + tax].some((one) => isClose(one, total, lines));
  if (alreadyBefore && !afterDiscount) return lines;
  return spread(lines, discount);
}

function isClose(amount: Minor, total: Minor, lines: readonly OrderLine[]): boolean {
  return Math.abs(amount - total) <= lines.length;
}

function spread(lines: readonly OrderLine[], discount: Minor): OrderLine[] {
  const weights = lines.map((line) => (line.kind === 'product' ? Math.max(0, line.amount) : 0));
  const parts = split(discount, weights);
  return lines.map((line, index) => {
    const part = parts[index] ?? 0;
    return part === 0 ? line : { ...line, amount: line.amount + part, discount: part };
  });
}
