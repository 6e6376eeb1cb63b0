import type { Minor } from '../money.ts';

/** An amount without rounding: whole parts, of which a million million make one minor unit. */
export type Exact = bigint;

const PARTS = 10n ** 12n;

/** Minor units as an exact amount. */
export function exactly(amount: Minor): Exact {
  return BigInt(amount) * PARTS;
}

/**
 * A percentage of an exact amount. The rate has at most two decimals; three percentages one after the other (tax, surcharge, cess)
 * of whole minor units lose nothing.
 */
export function percentOf(amount: Exact, rate: number): Exact {
  return (amount * BigInt(Math.round(rate * 100))) / 10_000n;
}

/** The nearest whole minor unit, half away from zero. */
export function toMinor(amount: Exact): Minor {
  const size = amount < 0n ? -amount : amount;
  const rounded = Number((size + PARTS / 2n) / PARTS);
  return amount < 0n ? 0 - rounded : rounded;
}

/** Whole minor units of an amount that is not negative; what is left over is dropped. */
export function wholeMinor(amount: Exact): Minor {
  return Number(amount / PARTS);
}

/** The smaller of two exact amounts. */
export function lesser(a: Exact, b: Exact): Exact {
  return a < b ? a : b;
}
