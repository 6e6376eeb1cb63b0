import { roundHalfUp, type Minor } from '../../domain/money.ts';
import type { OwnerRow } from './owner-rows.ts';

/** What one line sold for, before and after the discount that its own rate gives. */
export interface LineMoney {
  readonly gross: Minor;
  readonly net: Minor;
}

/** one minor unit in fine units, and a whole in ten-thousandths of a rate */
const FINE = 10_000;
const WHOLE = 10_000;

/**
 * The money of the rows that have a `price` (of one piece, before the discount) or an `amount` (of the line, after it; it goes before the
 * price). `discount_rate` is a share (0.15) or, where any of the file's rates is over 1 or has a sign, per cent (15 %). What is finer
 * than a minor unit is rounded for all rows together, so that the file's sum is right to the minor unit and no row is off by one.
 */
export function lineMoney(rows: readonly OwnerRow[]): ReadonlyMap<OwnerRow, LineMoney> {
  const rates = discountRates(rows);
  const exact = rows.flatMap((row) => exactMoney(row, rates.get(row) ?? 0) ?? []);
  const money = new Map<OwnerRow, LineMoney>();
  for (const currency of new Set(exact.map(({ row }) => row.currency))) {
    const same = exact.filter(({ row }) => row.currency === currency);
    const nets = roundedTogether(same.map(({ net }) => net));
    const grosses = roundedTogether(same.map(({ gross, rate }) => (rate === 0 ? 0 : gross)));
    same.forEach(({ row, rate }, index) => {
      const net = nets[index] ?? 0;
      money.set(row, { gross: rate === 0 ? net : (grosses[index] ?? 0), net });
    });
  }
  return money;
}

/** Both in fine units. */
interface ExactMoney {
  readonly row: OwnerRow;
  readonly rate: number;
  readonly gross: number;
  readonly net: number;
}

function exactMoney(row: OwnerRow, rate: number): ExactMoney | undefined {
  const amount = row.fineAmount('amount');
  if (amount !== undefined) {
    const gross = rate === WHOLE ? amount : Math.round((amount * WHOLE) / (WHOLE - rate));
    return { row, rate, gross, net: amount };
  }
  const price = row.amount('price');
  if (price === undefined) return undefined;
  const gross = roundHalfUp(price * (row.count('quantity') ?? 1));
  return { row, rate, gross: gross * FINE, net: gross * (WHOLE - rate) };
}

/** Whole units that add up to the rounded sum: each is rounded down, and what is left goes to those that lost most (ties: the earlier). */
function roundedTogether(fine: readonly number[]): Minor[] {
  const parts = fine.map((value) => Math.floor(value / FINE) + 0);
  const lost = fine.map((value, index) => value - (parts[index] ?? 0) * FINE);
  let left = roundHalfUp(lost.reduce((sum, value) => sum + value, 0) / FINE);
  const order = lost.map((_, index) => index).filter((index) => lost[index] !== 0);
  order.sort((a, b) => (lost[b] ?? 0) - (lost[a] ?? 0) || a - b);
  for (const index of order) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

const RATE = /^'?(\d{1,3}(?:[.,]\d+)?|[.,]\d+)\s*(%?)$/;

/** Rates in ten-thousandths; blank is none, and what is no rate from 0 to 100 per cent is a Problem and none. */
function discountRates(rows: readonly OwnerRow[]): ReadonlyMap<OwnerRow, number> {
  const written = rows.flatMap((row) => {
    const text = row.text('discount_rate');
    if (text === undefined || /^[-–]+$|^n\/?a$/i.test(text)) return [];
    const parts = RATE.exec(text);
    if (parts !== null) return [{ row, value: Number((parts[1] ?? '').replace(',', '.')), sign: parts[2] }];
    row.doubt('discount_rate', 'is not a rate such as 0.15 or 15% – read as no discount');
    return [];
  });
  const isPercent = written.some(({ value, sign }) => value > 1 || sign === '%');
  const rates = new Map<OwnerRow, number>();
  for (const { row, value } of written) {
    const rate = Math.round(value * (isPercent ? WHOLE / 100 : WHOLE));
    if (rate <= WHOLE) rates.set(row, rate);
    else row.doubt('discount_rate', 'is more than 100 % – read as no discount');
  }
  return rates;
}
