import type { OrderLine } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import type { RowReader } from '../row-reader.ts';

/** Columns of amounts that belong to the whole order but stand on each of its rows. */
export interface OrderAmountColumns {
  readonly total: number;
  readonly shipping: number;
  readonly tax: number;
  readonly deliveryTax: number;
  readonly paymentDiscount: number;
  readonly refunded: number;
  readonly fees: readonly number[];
}

export interface OrderAmounts {
  readonly shipping: Minor;
  readonly tax: Minor;
  /** TikTok's own discount on the payment, not negative */
  readonly paymentDiscount: Minor;
  /** what TikTok charges the buyer for itself */
  readonly fees: Minor;
  readonly total: Minor;
  readonly refunded: Minor | undefined;
}

interface OrderRows {
  readonly cells: RowReader;
  readonly rows: readonly number[];
  readonly currency: string;
  readonly columns: OrderAmountColumns;
}

/** One amount of the order from what its rows bear, one entry a row. */
type Gather = (amounts: readonly Minor[]) => Minor;

const once: Gather = (amounts) => Math.max(...amounts);
const inAll: Gather = (amounts) => amounts.reduce((sum, amount) => sum + amount, 0);

/**
 * The amounts of a whole order. Its rows repeat them, or each bears its share: what adds up with `goods` (after discount) to the
 * order's total decides, and rows that differ in the total bear shares. An order without a total counts what its parts make.
 */
export function orderAmounts(order: OrderRows, goods: Minor): OrderAmounts {
  const repeated = gathered(order, once, goods);
  if (order.rows.length === 1) return repeated;
  const shared = gathered(order, inAll, goods);
  if (!addsUp(repeated, goods) && addsUp(shared, goods)) return shared;
  const totals = order.rows.map((row) => order.cells.amount(row, order.columns.total, order.currency));
  return new Set(totals).size === 1 || addsUp(repeated, goods) ? repeated : shared;
}

function gathered({ cells, rows, currency, columns }: OrderRows, gather: Gather, goods: Minor): OrderAmounts {
  const read = (column: number): Minor | undefined => {
    const told = rows.flatMap((row) => cells.amount(row, column, currency) ?? []);
    return told.length === 0 ? undefined : gather(told);
  };
  const shipping = read(columns.shipping) ?? 0;
  const tax = (read(columns.tax) ?? 0) + (read(columns.deliveryTax) ?? 0);
  const paymentDiscount = Math.abs(read(columns.paymentDiscount) ?? 0);
  const fees = columns.fees.reduce((sum, column) => sum + (read(column) ?? 0), 0);
  const parts = goods + shipping + tax + fees - paymentDiscount;
  const total = read(columns.total) ?? parts;
  return { shipping, tax, paymentDiscount, fees, total, refunded: read(columns.refunded) };
}

/** Tax is on top of the goods in some markets and inside them in others. */
function addsUp({ shipping, tax, fees, paymentDiscount, total }: OrderAmounts, goods: Minor): boolean {
  const parts = goods + shipping + fees - paymentDiscount;
  return Math.abs(total - parts) <= 1 || Math.abs(total - parts - tax) <= 1;
}

/** The line of what TikTok charged the buyer for itself, if it did. */
export function feeLine(fees: Minor, row: number): readonly OrderLine[] {
  if (fees === 0) return [];
  return [{ kind: 'fee', title: 'Fees of TikTok Shop', quantity: 1, amount: fees, row }];
}
