import { valueAt } from './value-at.ts';

/** What a forecast is judged by. All arrays by day, oldest first; NaN: not known, left out. */
export interface ForecastTest {
  /** what was known when the forecast was made */
  readonly train: ArrayLike<number>;
  /** what came; `actual[0]` is the day after the last of `train` */
  readonly actual: ArrayLike<number>;
  readonly forecast: ArrayLike<number>;
}

/** A forecast as a distribution for each day to come. */
export interface QuantileForecastTest {
  readonly actual: ArrayLike<number>;
  readonly quantile: (step: number, level: number) => number;
}

/** The levels the weighted quantile loss is taken over. */
export const QUANTILE_LEVELS: readonly number[] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** The mean of `size` over all i for which both members of the pair (a_{i + lag}, b_i) are known. No pair: NaN. */
function meanOfDifferences(
  pairs: { readonly a: ArrayLike<number>; readonly b: ArrayLike<number>; readonly lag: number },
  size: (difference: number) => number,
): number {
  const { a, b, lag } = pairs;
  let sum = 0;
  let count = 0;
  for (let i = 0; i + lag < a.length; i += 1) {
    const difference = valueAt(a, i + lag) - valueAt(b, i);
    if (Number.isNaN(difference)) continue;
    sum += size(difference);
    count += 1;
  }
  return sum / count;
}

const square = (value: number): number => value * value;
const unlessZero = (scale: number): number => (scale === 0 ? NaN : scale);

/**
 * Mean absolute scaled error: mean |y − f| over the test ÷ mean |y_t − y_{t−lag}| over the train. Pairs with an unknown member are
 * skipped. A scale of zero, or nothing to compare: NaN, for the caller to drop and count. Source: Hyndman & Koehler (2006).
 */
export function meanAbsoluteScaledError({ train, actual, forecast }: ForecastTest, lag: number): number {
  const scale = meanOfDifferences({ a: train, b: train, lag }, Math.abs);
  return meanOfDifferences({ a: actual, b: forecast, lag: 0 }, Math.abs) / unlessZero(scale);
}

/**
 * Root mean squared scaled error: √(mean (y − f)² over the test ÷ mean (y_t − y_{t−1})² over the train). Unknown values and a scale of
 * zero as in {@link meanAbsoluteScaledError}. Source: Makridakis, Spiliotis & Assimakopoulos (2022), the M5 competition.
 */
export function rootMeanSquaredScaledError({ train, actual, forecast }: ForecastTest): number {
  const scale = meanOfDifferences({ a: train, b: train, lag: 1 }, square);
  return Math.sqrt(meanOfDifferences({ a: actual, b: forecast, lag: 0 }, square) / unlessZero(scale));
}

/**
 * Weighted quantile loss: the mean over the nine levels τ of Σ 2 |(y − q_τ)(1{y ≤ q_τ} − τ)| ÷ Σ |y|, both sums over all days of all
 * series together. Unknown days are skipped; nothing but zeros: NaN. Source: Shchur et al., fev (2025).
 */
export function weightedQuantileLoss(tests: readonly QuantileForecastTest[]): number {
  let loss = 0;
  let total = 0;
  for (const { actual, quantile } of tests) {
    for (let step = 0; step < actual.length; step += 1) {
      const y = valueAt(actual, step);
      if (Number.isNaN(y)) continue;
      total += Math.abs(y);
      for (const level of QUANTILE_LEVELS) {
        const q = quantile(step, level);
        loss += 2 * Math.abs((y - q) * ((y <= q ? 1 : 0) - level));
      }
    }
  }
  return loss / QUANTILE_LEVELS.length / unlessZero(total);
}

/**
 * Total error: Σ |Σ y − Σ f| ÷ Σ Σ y, inner sums over the days of one series, outer over the series. Days not known in either are
 * skipped. Nothing sold at all: NaN.
 */
export function totalError(
  tests: readonly { readonly actual: ArrayLike<number>; readonly forecast: ArrayLike<number> }[],
): number {
  let missed = 0;
  let sold = 0;
  for (const { actual, forecast } of tests) {
    let difference = 0;
    for (let step = 0; step < actual.length; step += 1) {
      const y = valueAt(actual, step);
      const error = y - valueAt(forecast, step);
      if (Number.isNaN(error)) continue;
      sold += y;
      difference += error;
    }
    missed += Math.abs(difference);
  }
  return missed / unlessZero(sold);
}
