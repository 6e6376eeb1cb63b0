import type { Order, OrderLine } from '../../domain/books.ts';
import { decimalText, roundHalfUp, split, type Minor } from '../../domain/money.ts';
import { linesTotal } from '../add-order.ts';
import { report } from '../draft.ts';
import type { Draft } from '../format.ts';
import type { OwnerRow } from './owner-rows.ts';

/** The money of one order. */
export type Sale = Pick<Order, 'lines' | 'discount' | 'shipping' | 'tax' | 'total' | 'refunded'>;

/**
 * The money of one order from its rows. An order-level amount that stands on one row, or the same on every row, counts once;
 * different ones are the rows' own and are added up. Without prices the total, less shipping and tax, is spread over the rows
 * by quantity; without a total it is the sum. Neither price nor total: a Problem and undefined.
 */
export function saleOf(draft: Draft, rows: readonly OwnerRow[]): Sale | undefined {
  const refunded = onceOrSum(rows, 'refunded');
  const charges: Charges = {
    discount: Math.abs(onceOrSum(rows, 'discount') ?? 0),
    shipping: onceOrSum(rows, 'shipping') ?? 0,
    tax: onceOrSum(rows, 'tax') ?? 0,
    refunded: refunded === undefined ? undefined : Math.abs(refunded),
  };
  const prices = rows.map((row) => row.amount('price'));
  const isPriced = prices.some((price) => price !== undefined);
  return isPriced ? pricedSale(draft, rows, { charges, prices }) : totalledSale(draft, rows, charges);
}

type Charges = Pick<Order, 'discount' | 'shipping' | 'tax' | 'refunded'>;

function onceOrSum(rows: readonly OwnerRow[], name: string): Minor | undefined {
  const written = rows.flatMap((row) => row.amount(name) ?? []);
  const [first] = written;
  if (first === undefined || isRepeated(rows, written)) return first;
  return written.reduce((sum, amount) => sum + amount, 0);
}

function isRepeated(rows: readonly OwnerRow[], written: readonly Minor[]): boolean {
  return written.length === rows.length && written.every((amount) => amount === written[0]);
}

interface Priced {
  readonly charges: Charges;
  readonly prices: readonly (Minor | undefined)[];
}

function pricedSale(draft: Draft, rows: readonly OwnerRow[], { charges, prices }: Priced): Sale | undefined {
  const lines = rows.flatMap((row, index): OrderLine[] => {
    const price = prices[index];
    if (price === undefined) {
      row.lacks('price');
      return [];
    }
    const quantity = row.count('quantity') ?? 1;
    return [lineOf(row, quantity, roundHalfUp(price * quantity))];
  });
  const sum = linesTotal(lines) - charges.discount + charges.shipping + taxOnTop(draft, charges);
  const totals = rows.flatMap((row) => row.amount('total') ?? []);
  const added = totals.reduce((all, total) => all + total, 0);
  const total = [totals[0], added].find((one) => one === sum) ?? onceOrSum(rows, 'total') ?? sum;
  return { ...charges, lines, total };
}

function totalledSale(draft: Draft, rows: readonly OwnerRow[], charges: Charges): Sale | undefined {
  const total = onceOrSum(rows, 'total');
  const written = rows.map((row) => row.amount('total'));
  if (total === undefined) {
    rows[0]?.lacks('price');
    return undefined;
  }
  const repeated = rows.length > 1 && written.every((amount) => amount === written[0]);
  if (repeated) warnOfRepeat(draft, rows, total);
  const quantities = rows.map((row) => row.count('quantity') ?? 1);
  const goods = total + charges.discount - charges.shipping - taxOnTop(draft, charges);
  const weights = repeated ? quantities : written.map((amount) => Math.max(0, amount ?? 0));
  const parts = split(
    goods,
    weights.map((weight) => Math.max(0, weight)),
  );
  return {
    ...charges,
    lines: rows.map((row, index) => lineOf(row, quantities[index] ?? 1, parts[index] ?? 0)),
    total,
  };
}

function taxOnTop(draft: Draft, charges: Charges): Minor {
  return draft.shop.pricesIncludeTax === true ? 0 : charges.tax;
}

function lineOf(row: OwnerRow, quantity: number, amount: Minor): OrderLine {
  const sku = row.id('sku');
  const title = row.text('title') ?? sku ?? 'Sale';
  return { kind: 'product', sku, title, quantity, amount, row: row.line };
}

function warnOfRepeat(draft: Draft, rows: readonly OwnerRow[], total: Minor): void {
  const [first] = rows;
  if (first === undefined) return;
  report(draft, {
    code: 'bad-row',
    severity: 'warning',
    message: `an order has the total ${decimalText(total, first.currency)} on each of its ${rows.length} lines – counted once`,
    file: first.file,
    line: first.line,
    column: 'total',
    hint: 'give each line its price, then it is clear what the total is',
  });
}
