import { type DailyHistory, dailyRule } from './daily-rule.ts';
import { quantileOfSorted, sorted } from './order-statistics.ts';
import { type PastForecast, relativeErrors, rollingOrigins } from './rolling-origin.ts';
import { valueAt } from './value-at.ts';

export type { DailyHistory } from './daily-rule.ts';

export interface DailyForecast {
  /** what each day to come most likely brings, ≥ 0; NaN when nothing is known */
  readonly point: Float64Array;
  /** The q-quantile of the day `step` (0: the first after the history). */
  readonly quantile: (step: number, q: number) => number;
  /** The q-quantile of the sum of the days from … to (exclusive). */
  readonly totalQuantile: (from: number, to: number, q: number) => number;
}

/** A pseudo-origin needs as many days before it as the rule needs for weekdays. */
const LEAST_DAYS = 8;
/** Errors of totals, below which those of shorter totals are taken. */
const FEW_TOTALS = 7;
/** A week of doubt stands in for errors not yet seen; every four errors take one of its days away. */
const DOUBT = 7;

/**
 * Relative errors of something positive of which nothing but the mean is known: the exponential distribution, at the middles of seven
 * equal parts (the distribution of greatest entropy, Jaynes 1957). Fewer with more errors seen.
 */
function doubt(errorsSeen: number): readonly number[] {
  const days = Math.max(0, DOUBT - Math.floor(errorsSeen / 4));
  return Array.from({ length: days }, (_, i) => -Math.log(1 - (i + 0.5) / days) - 1);
}

/** The days' relative errors, ascending, moved so that their median is 0. */
function dayErrors(past: readonly PastForecast[]): Float64Array {
  const seen = relativeErrors(past, { from: 0, width: 1 });
  const errors = sorted([...seen, ...doubt(seen.length)]);
  const middle = quantileOfSorted(errors, 0.5);
  return errors.map((error) => error - middle);
}

/**
 * Relative errors of totals, ascending, each with either sign, because the few there are tell of the spread, not of a bias; as much wider
 * as Student's predictive distribution is for so few: √((1 + 1/n)(n − 1)/(n − 3)). Undefined if even totals of two days are too few.
 */
function totalErrors(
  past: readonly PastForecast[],
  run: { from: number; width: number },
): Float64Array | undefined {
  for (let { width } = run; width > 1; width = Math.floor(width / 2)) {
    const errors = relativeErrors(past, { from: run.from, width });
    const n = errors.length;
    if (n < FEW_TOTALS) continue;
    const wider = Math.sqrt(((1 + 1 / n) * (n - 1)) / (n - 3));
    return sorted(errors.flatMap((error) => [error * wider, -error * wider]));
  }
  return undefined;
}

const atLeastZero = (value: number): number => (value < 0 ? 0 : value);

/**
 * Forecast of a shop's days, from their weekdays, level, season and feasts; see `dailyRule` for the point forecast. Quantiles are the point
 * × (1 + quantile of the relative errors the same rule made from earlier days of this history); those of a total come from the errors of
 * totals as long (of shorter ones, or days, where the history is too short for that). A history too short to have made errors is
 * taken to be as uncertain as can be. Never below 0; a weekday that is always closed is 0; nothing known: NaN.
 */
export function dailyForecast(history: DailyHistory, horizon: number): DailyForecast {
  const values = new Float64Array(history.values);
  const past = rollingOrigins(values.length, LEAST_DAYS).map((origin) => ({
    forecast: dailyRule({ ...history, values: values.subarray(0, origin) }, horizon),
    actual: values.subarray(origin),
  }));
  const point = dailyRule(history, horizon);
  const ofDays = dayErrors(past);
  return {
    point,
    quantile: (step, q) => atLeastZero(valueAt(point, step) * (1 + quantileOfSorted(ofDays, q))),
    totalQuantile: (from, to, q) => {
      const errors = totalErrors(past, { from, width: to - from }) ?? ofDays;
      const total = point.subarray(from, to).reduce((sum, value) => sum + value, 0);
      return atLeastZero(total * (1 + quantileOfSorted(errors, q)));
    },
  };
}
