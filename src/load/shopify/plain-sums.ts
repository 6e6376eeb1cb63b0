import type { Minor } from '../../domain/money.ts';
import type { RunningTotals } from '../format.ts';
import type { RowList } from '../piece-columns.ts';
import { emptyTotals, isTaxIncluded } from './order-sums.ts';
import type { PlainLines } from './plain-lines.ts';
import type { PlainReading } from './plain-orders.ts';

/** The amounts of a piece's orders. */
export interface PlainSums {
  /** turns to the next piece; `currency` is that of the file's totals */
  readonly turn: (list: RowList, currency: string, exponent: number) => void;
  /** adds an order to the file's totals; false, and nothing added, where an amount is not plain or they do not add up */
  readonly add: (order: number) => boolean;
  /** of an order that was added: whether its prices include tax */
  readonly isTaxIncluded: (order: number) => boolean;
  /** adds those of the orders from one to another, exclusive */
  readonly write: (from: number, to: number) => void;
}

type Amounts = ReturnType<typeof amountsOf>;

export function plainSums(reading: PlainReading, lines: PlainLines): PlainSums {
  const { draft } = reading;
  const { orders } = reading.orders;
  let amounts: Amounts | undefined;
  let currency = '';
  let included = new Uint8Array();
  const sumsOf = (from: Amounts, at: number): Sums | undefined => {
    const sums = sumsAt(from, at);
    const { tax, total } = sums;
    const untaxed = lines.amount(at) - sums.discount + sums.shipping;
    sums.included = isTaxIncluded(draft, { untaxed, tax, total, lines: lines.count(at) });
    // an amount that is not plain makes this NaN, which is no total
    return total === (sums.included ? untaxed : untaxed + tax) + sums.check ? sums : undefined;
  };
  return {
    turn: (list, ofTotals, exponent) => {
      currency = ofTotals;
      amounts = amountsOf(reading, list, exponent);
      included = new Uint8Array(list.rows.length);
    },
    add: (at) => {
      const sums = amounts && sumsOf(amounts, at);
      if (sums === undefined) return false;
      included[at] = sums.included ? 1 : 0;
      addUp((draft.totals ??= emptyTotals(currency)), sums, lines.units(at));
      return true;
    },
    isTaxIncluded: (at) => included[at] === 1,
    write: (from, to) => {
      if (amounts === undefined) return;
      for (const name of ['discount', 'shipping', 'tax'] as const)
        fillPlaces(orders[name].extend(to - from), amounts[name].subarray(from, to));
      orders.total.extend(to - from).set(amounts.total.subarray(from, to));
      const refunded = orders.refunded.extend(to - from);
      for (let at = from; at < to; at += 1)
        refunded[at - from] = Math.abs(amounts.refunded[at] ?? Number.NaN);
    },
  };
}

function fillPlaces(places: Float64Array, amounts: Float64Array): void {
  for (let at = 0; at < places.length; at += 1) places[at] = filledAt(amounts, at);
}

function amountsOf({ pieces, columns }: PlainReading, list: RowList, exponent: number) {
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
