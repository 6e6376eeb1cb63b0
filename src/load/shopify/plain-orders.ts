import type { Minor } from '../../domain/money.ts';
import { CASH_ON_DELIVERY, TAX_INCLUDED, type OrderColumns } from '../../domain/order-columns.ts';
import type { OrderTable } from '../../domain/order-table.ts';
import type { ByteTable } from '../byte-table.ts';
import type { RunningTotals } from '../format.ts';
import type { PieceColumns } from '../piece-columns.ts';
import type { OrderReading } from './order-columns.ts';
import { emptyTotals, isTaxIncluded } from './order-sums.ts';
import { plainLines } from './plain-lines.ts';
import { plainNames } from './plain-names.ts';
import { plainWords } from './plain-words.ts';

/** What reading plain orders needs: the piece, its columns as numbers, and the columns of the books that they go to. */
export interface PlainReading extends OrderReading {
  readonly table: ByteTable;
  readonly pieces: PieceColumns;
  readonly orders: OrderTable;
  /** the buyer of the order whose first row this is */
  readonly buyerOf: (row: number) => string | undefined;
}

/** The orders of a piece, as far as they are plain. */
export interface PlainOrders {
  /** turns to the next piece, whose orders begin on these rows; `currency` is that of the file's totals */
  readonly turn: (starts: Uint32Array, currency: string) => void;
  /** adds the order at this place in `starts`; false, and nothing added, when it is not plain */
  readonly read: (index: number) => boolean;
}

type Amounts = ReturnType<typeof amountsOf>;

/**
 * Reads orders that are spelt plainly column by column into the columns of the books, in a tenth of the time. An order with any cell
 * that is not plain, or that does not add up, is left to `readOrder`, which says what is the matter.
 */
export function plainOrders(reading: PlainReading): PlainOrders {
  const { table, pieces, draft } = reading;
  const { orders, lines: inLines } = reading.orders;
  const words = plainWords(reading);
  const lines = plainLines(reading);
  const names = plainNames(reading);
  const [file, channel] = [orders.file.codeOf(table.file), orders.channel.codeOf('shopify')];
  let [starts, currency]: readonly [Uint32Array, string] = [new Uint32Array(), ''];
  let amounts: Amounts | undefined;
  const plainSums = (at: number): Sums | undefined => {
    if (amounts === undefined || !words.isPlain(at) || !names.isPlain(at) || !lines.isPlain(at))
      return undefined;
    const sums = sumsAt(amounts, at);
    const { tax, total } = sums;
    const untaxed = lines.amount(at) - sums.discount + sums.shipping;
    sums.included = isTaxIncluded(draft, { untaxed, tax, total, lines: lines.count(at) });
    // an amount that is not plain makes this NaN, which is no total
    return total === (sums.included ? untaxed : untaxed + tax) + sums.check ? sums : undefined;
  };
  const write = (at: number, sums: Sums): void => {
    orders.file.codes.push(file);
    orders.row.push(table.lineOf(starts[at] ?? 0));
    orders.channel.codes.push(channel);
    names.write(at, starts[at] ?? 0);
    words.write(at);
    orders.flags.push(
      (words.isCashOnDelivery(at) ? CASH_ON_DELIVERY : 0) + (sums.included ? TAX_INCLUDED : 0),
    );
    pushSums(orders, sums);
    lines.write(at);
    orders.linesEnd.push(inLines.row.length);
  };
  return {
    turn: (rows, ofTotals) => {
      [starts, currency] = [rows, ofTotals];
      const list = pieces.list(rows);
      words.turn(list, currency);
      names.turn(list);
      lines.turn(rows, words.exponent());
      amounts = amountsOf(reading, list, words.exponent());
      pieces.check();
    },
    read: (at) => {
      const sums = plainSums(at);
      if (sums === undefined) return false;
      write(at, sums);
      addUp((draft.totals ??= emptyTotals(currency)), sums, lines.units(at));
      return true;
    },
  };
}

function amountsOf(
  { pieces, columns }: PlainReading,
  list: Parameters<PieceColumns['decimals']>[0],
  exponent: number,
) {
  const at = (column: number): Float64Array => pieces.decimals(list, column, exponent);
  return {
    discount: at(columns.discount),
    shipping: at(columns.shipping),
    tax: at(columns.taxes),
    total: at(columns.total),
    subtotal: at(columns.subtotal),
    refunded: at(columns.refunded),
    duties: at(columns.duties),
  };
}

interface Sums {
  readonly discount: Minor;
  readonly shipping: Minor;
  readonly tax: Minor;
  readonly total: Minor;
  readonly subtotal: Minor;
  /** NaN: the cell is empty */
  readonly refunded: Minor;
  /** 0, or NaN: some amount is not plain, the total is missing, or there are duties */
  readonly check: number;
  /** whether prices include tax */
  included: boolean;
}

/** An empty cell counts as nothing; one that is not plain, Infinity, makes `check` NaN. */
function sumsAt(amounts: Amounts, at: number): Sums {
  const [discount, shipping, tax] = [
    filledAt(amounts.discount, at),
    filledAt(amounts.shipping, at),
    filledAt(amounts.tax, at),
  ];
  const subtotal = filledAt(amounts.subtotal, at);
  const total = amounts.total[at] ?? Number.NaN;
  const refunded = Math.abs(amounts.refunded[at] ?? Number.NaN);
  const duties = Number.isNaN(amounts.duties[at]) ? 0 : Number.POSITIVE_INFINITY;
  // Infinity × 0 is NaN
  const check = (discount + shipping + tax + total + subtotal + (refunded || 0) + duties) * 0;
  return { discount, shipping, tax, total, subtotal, refunded, check, included: false };
}

function filledAt(column: Float64Array, at: number): Minor {
  return column[at] || 0;
}

function pushSums(orders: OrderColumns, sums: Sums): void {
  orders.discount.push(sums.discount);
  orders.shipping.push(sums.shipping);
  orders.tax.push(sums.tax);
  orders.total.push(sums.total);
  orders.refunded.push(sums.refunded);
}

function addUp(totals: RunningTotals, sums: Sums, units: number): void {
  totals.orders += 1;
  totals.units += units;
  totals.subtotal += sums.subtotal;
  totals.discount += sums.discount;
  totals.shipping += sums.shipping;
  totals.tax += sums.tax;
  totals.total += sums.total;
  totals.refunded += sums.refunded || 0;
}
