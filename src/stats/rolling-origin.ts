import { valueAt } from './value-at.ts';

/** A forecast made on a day inside the history, from what was known then, and what came. */
export interface PastForecast {
  readonly forecast: Float64Array;
  /** as far as the history reaches */
  readonly actual: ArrayLike<number>;
}

/** Four weeks apart, errors of neighbouring origins share less. */
const WIDEST_WEEKS = 4;
const MOST_ORIGINS = 12;

/**
 * Pseudo-origins inside a history, latest first, as numbers of days that were known: up to 12, whole weeks before the end, as far apart as
 * the history allows, at most four weeks; none with fewer than `least` days before it.
 */
export function rollingOrigins(length: number, least: number): readonly number[] {
  const room = Math.floor((length - least) / 7);
  const weeks = Math.max(1, Math.min(WIDEST_WEEKS, Math.floor(room / MOST_ORIGINS)));
  const count = Math.max(0, Math.min(MOST_ORIGINS, Math.floor(room / weeks)));
  return Array.from({ length: count }, (_, i) => length - 7 * weeks * (i + 1));
}

/**
 * The share by which the sum of `width` days was above (+) or below (−) its forecast, for every past forecast and every such run of days: runs
 * of a week or more begin whole weeks away from `from`, shorter ones anywhere.
 */
export function relativeErrors(
  past: readonly PastForecast[],
  { from, width }: { readonly from: number; readonly width: number },
): readonly number[] {
  const stride = width < 7 ? 1 : 7;
  const errors: number[] = [];
  for (const { forecast, actual } of past) {
    const reach = Math.min(forecast.length, actual.length);
    for (let start = from % stride; start + width <= reach; start += stride) {
      const error = runError({ forecast, actual }, start, width);
      if (Number.isFinite(error)) errors.push(error);
    }
  }
  return errors;
}

/** Days not known are left out on both sides; of more than half unknown nothing is said. */
function runError({ forecast, actual }: PastForecast, start: number, width: number): number {
  let [came, expected, known] = [0, 0, 0];
  for (let step = start; step < start + width; step += 1) {
    const value = valueAt(actual, step);
    if (Number.isNaN(value)) continue;
    came += value;
    expected += valueAt(forecast, step);
    known += 1;
  }
  return known * 2 < width ? NaN : came / expected - 1;
}
