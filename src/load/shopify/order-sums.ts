import type { OrderLine } from '../../domain/books.ts';
import { decimalText, type Minor } from '../../domain/money.ts';
import { report } from '../draft.ts';
import type { Draft, RunningTotals } from '../format.ts';
import type { OrderReading } from './order-columns.ts';

/** An order's own amounts, in minor units of its currency. */
export interface OrderSums {
  readonly currency: string;
  readonly discount: Minor;
  readonly shipping: Minor;
  readonly tax: Minor;
  readonly total: Minor;
  readonly refunded: Minor | undefined;
  /** as written; 0 when the file has none */
  readonly subtotal: Minor;
  readonly taxIncluded: boolean;
  readonly addsUp: boolean;
}

interface Parts {
  readonly row: number;
  readonly name: string;
  readonly lines: readonly OrderLine[];
  readonly currency: string;
}

/**
 * Reads an order's amounts and checks Σ lines − discount + shipping (+ tax) = total. Whether prices include tax is decided by which
 * of the two sums gives the total; without tax both do and the shop's setting counts. When neither does, a Problem tells both
 * sums. A missing total is the sum of the parts, with a Problem.
 */
export function sumsOf(reading: OrderReading, parts: Parts): OrderSums {
  const { cells, columns } = reading;
  const { row, currency, lines } = parts;
  const amount = (column: number): Minor => cells.amount(row, column, currency) ?? 0;
  const [discount, shipping, tax] = [
    amount(columns.discount),
    amount(columns.shipping),
    amount(columns.taxes),
  ];
  let untaxed = shipping - discount;
  for (const line of lines) untaxed += line.amount;
  const written = cells.amount(row, columns.total, currency);
  const included = isTaxIncluded(reading.draft, { untaxed, tax, total: written, lines: lines.length });
  const sum = included ? untaxed : untaxed + tax;
  if (written === undefined) reportMissingTotal(reading, parts, sum);
  else if (written !== sum) reportMismatch(reading, parts, [untaxed, tax, written]);
  return {
    currency,
    discount,
    shipping,
    tax,
    taxIncluded: included,
    total: written ?? sum,
    refunded: sizeOf(cells.amount(row, columns.refunded, currency)),
    subtotal: amount(columns.subtotal),
    addsUp: written === undefined || written === sum,
  };
}

/** Money given back is a size: some files write it as a negative amount. */
function sizeOf(amount: Minor | undefined): Minor | undefined {
  return amount === undefined ? undefined : Math.abs(amount);
}

interface TaxQuestion {
  readonly untaxed: Minor;
  readonly tax: Minor;
  readonly total: Minor | undefined;
  /** how many lines may each be rounded by one minor unit */
  readonly lines: number;
}

/** Exactly, or as nearly as rounding explains, one of the two sums is the total; where neither is, the shop's setting counts. */
export function isTaxIncluded(draft: Draft, { untaxed, tax, total, lines }: TaxQuestion): boolean {
  const setting = draft.shop.pricesIncludeTax;
  if (tax === 0 || total === undefined) return setting ?? false;
  const [offIncluded, offExcluded] = [Math.abs(total - untaxed), Math.abs(total - untaxed - tax)];
  return Math.min(offIncluded, offExcluded) <= lines ? offIncluded < offExcluded : setting === true;
}

function reportMissingTotal(
  { table, draft }: OrderReading,
  { row, name, currency }: Parts,
  sum: Minor,
): void {
  report(draft, {
    code: 'missing-value',
    severity: 'warning',
    message: `order ${name} has no total – counted with the sum of its parts, ${decimalText(sum, currency)}`,
    file: table.file,
    line: table.lineOf(row),
    column: 'total',
  });
}

function reportMismatch(
  { table, draft }: OrderReading,
  { row, name, currency }: Parts,
  [untaxed, tax, total]: readonly [Minor, Minor, Minor],
): void {
  const said = decimalText(total, currency);
  const sums = [untaxed, untaxed + tax].map((sum) => decimalText(sum, currency)).join(' without tax, ');
  report(draft, {
    code: 'order-does-not-add-up',
    severity: 'warning',
    message: `order ${name}: its lines, discount and shipping make ${sums} with tax, but its total is ${said} – counted as written`,
    file: table.file,
    line: table.lineOf(row),
    column: 'total',
    value: said,
  });
}

/** Totals of a file whose first order is in this currency. */
export function emptyTotals(currency: string): RunningTotals {
  return {
    currency,
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
}

/** Adds an order as written; one in another currency than the totals' is counted nowhere in them. */
export function addToTotals(totals: RunningTotals, sums: OrderSums, lines: readonly OrderLine[]): void {
  if (totals.currency !== sums.currency) return;
  totals.orders += 1;
  for (const line of lines) totals.units += line.kind === 'fee' ? 0 : line.quantity;
  totals.subtotal += sums.subtotal;
  totals.discount += sums.discount;
  totals.shipping += sums.shipping;
  totals.tax += sums.tax;
  totals.total += sums.total;
  totals.refunded += sums.refunded ?? 0;
  totals.mismatches += sums.addsUp ? 0 : 1;
}
