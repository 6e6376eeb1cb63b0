import { mean } from './order-statistics.ts';
import { runningMean } from './running-mean.ts';
import { valueAt } from './value-at.ts';

/** 52 whole weeks, so that weekdays meet. */
const YEAR = 364;
/** What the days to come are compared with: the same eight weeks a year ago as the forecast rests on now. */
const REFERENCE = 56;
/** A year is one witness: 0.4 of what it says, in logarithms. */
const TRUST = 0.4;

/**
 * How the season lifts or lowers each day to come: (level a year before that day ÷ mean level a year before the last 56 days)^0.4, from
 * values without weekday and feasts, their level a mean over 29 days. Less than 60 weeks of history, or a level of
 * zero: 1.
 */
export function annualFactors(values: ArrayLike<number>, horizon: number): Float64Array {
  const n = values.length;
  const none = new Float64Array(horizon).fill(1);
  if (n < YEAR + REFERENCE) return none;
  const level = runningMean(values, 14);
  const reference = mean(level.subarray(n - YEAR - REFERENCE, n - YEAR));
  return none.map((_, step) => {
    const back = YEAR * Math.ceil((step + 1) / YEAR);
    const ratio = valueAt(level, n + step - back) / reference;
    return Number.isFinite(ratio) && ratio > 0 ? ratio ** TRUST : 1;
  });
}
