import type { Order, OrderLine } from '../../domain/books.ts';
import { decimalText, split, type Minor } from '../../domain/money.ts';
import { linesTotal } from '../add-order.ts';
import { report } from '../draft.ts';
import type { Draft } from '../format.ts';
import type { LineMoney } from './line-money.ts';
import type { OwnerRow } from './owner-rows.ts';

/** The money of one order. */
export type Sale = Pick<Order, 'lines' | 'discount' | 'shipping' | 'tax' | 'total' | 'refunded'>;

/** The rows of one order. */
export interface OrderRows {
  /** every row that tells of it */
  readonly rows: readonly OwnerRow[];
  /** those that are a line of it; the lines of a joined order stand in another file */
  readonly lines: readonly OwnerRow[];
  readonly money: ReadonlyMap<OwnerRow, LineMoney>;
  /** the row of the order's file that joined lines are shown at */
  readonly at?: number | undefined;
  /** what a SKU is called, for lines that do not say */
  readonly titleOf?: ((sku: string) => string | undefined) | undefined;
}

/**
 * The money of one order from its rows. An order-level amount that stands on one row, or the same on every row, counts once;
 * different ones are the rows' own and are added up. Without prices or line amounts the total, less shipping and tax, is spread
 * over the rows by quantity; without a total it is the sum. None of the three: a Problem and undefined.
 */
export function saleOf(draft: Draft, order: OrderRows): Sale | undefined {
  const { rows, lines, money } = order;
  const refunded = onceOrSum(rows, 'refunded');
  const charges: Charges = {
    discount: Math.abs(onceOrSum(rows, 'discount') ?? 0),
    shipping: onceOrSum(rows, 'shipping') ?? 0,
    tax: onceOrSum(rows, 'tax') ?? 0,
    refunded: refunded === undefined ? undefined : Math.abs(refunded),
  };
  const isPriced = lines.some((row) => money.has(row));
  return isPriced ? pricedSale(draft, order, charges) : totalledSale(draft, order, charges);
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

function pricedSale(draft: Draft, order: OrderRows, charges: Charges): Sale {
  const lines = order.lines.flatMap((row): OrderLine[] => {
    const money = order.money.get(row);
    if (money !== undefined) return [lineOf(row, order, { ...money, quantity: row.count('quantity') ?? 1 })];
    row.lacks('price');
    return [];
  });
  const discount = charges.discount + lines.reduce((sum, line) => sum + (line.discount ?? 0), 0);
  const sum = linesTotal(lines) - discount + charges.shipping + taxOnTop(draft, charges);
  const totals = order.rows.flatMap((row) => row.amount('total') ?? []);
  const added = totals.reduce((all, total) => all + total, 0);
  const total = [totals[0], added].find((one) => one === sum) ?? onceOrSum(order.rows, 'total') ?? sum;
  return { ...charges, discount, lines, total };
}

function totalledSale(draft: Draft, order: OrderRows, charges: Charges): Sale | undefined {
  const { rows } = order;
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
  const lines = rows.map((row, index) => {
    const amount = parts[index] ?? 0;
    return lineOf(row, order, { gross: amount, net: amount, quantity: quantities[index] ?? 1 });
  });
  return { ...charges, lines, total };
}

function taxOnTop(draft: Draft, charges: Charges): Minor {
  return draft.shop.pricesIncludeTax === true ? 0 : charges.tax;
}

function lineOf(
  row: OwnerRow,
  { titleOf, at }: OrderRows,
  { gross, net, quantity }: LineMoney & { readonly quantity: number },
): OrderLine {
  const sku = row.id('sku');
  const title = row.text('title') ?? (sku === undefined ? 'Sale' : (titleOf?.(sku) ?? sku));
  const discount = gross === net ? undefined : gross - net;
  return { kind: 'product', sku, title, quantity, amount: gross, discount, row: at ?? row.line };
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
