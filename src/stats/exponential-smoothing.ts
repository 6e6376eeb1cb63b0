import { valueAt } from './value-at.ts';

/** What smoothing has come to at the end of a history. */
export interface SmoothedLevel {
  readonly level: number;
  readonly alpha: number;
  /** sum of squared one-step errors */
  readonly squaredError: number;
}

export interface DampedTrend extends SmoothedLevel {
  readonly trend: number;
  /** of the level's correction, the share that goes into the trend */
  readonly beta: number;
  readonly damping: number;
}

const ALPHAS = Array.from({ length: 19 }, (_, i) => 0.05 * (i + 1));
const BETAS = [0.02, 0.05, 0.1, 0.2, 0.4];
/** Gardner & McKenzie's range, as the forecast package bounds it. */
const DAMPINGS = [0.8, 0.86, 0.92, 0.98];
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Simple exponential smoothing with a given α: l_t = l_{t−1} + α(y_t − l_{t−1}), the first level chosen so that the squared one-step
 * errors are least. Unknown values leave the level as it is. Nothing known: NaN.
 */
export function smoothedLevel(values: ArrayLike<number>, alpha: number): SmoothedLevel {
  // The errors are linear in the first level: e_t = r_t − w_t·l_0, with r_t the error from a first level of zero.
  let level = 0;
  let weight = 1;
  let cross = 0;
  let weights = 0;
  let squares = 0;
  for (let t = 0; t < values.length; t += 1) {
    const value = valueAt(values, t);
    if (Number.isNaN(value)) continue;
    const error = value - level;
    cross += error * weight;
    weights += weight * weight;
    squares += error * error;
    level += alpha * error;
    weight *= 1 - alpha;
  }
  const first = cross / weights;
  return { level: level + weight * first, alpha, squaredError: Math.max(0, squares - cross * first) };
}

/** The place in [low, high] where `cost`, which has one valley there, is least: golden-section search. */
function leastBetween(low: number, high: number, cost: (x: number) => number): number {
  let [from, to] = [low, high];
  while (to - from > 1e-5) {
    const left = to - GOLDEN * (to - from);
    const right = from + GOLDEN * (to - from);
    if (cost(left) <= cost(right)) to = right;
    else from = left;
  }
  return (from + to) / 2;
}

/**
 * Simple exponential smoothing with the α in [0.0001, 0.9999] whose squared one-step errors are least; the forecast for every step to
 * come is `level`. See {@link smoothedLevel}. Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice (2021), 8.1.
 */
export function simpleSmoothing(values: ArrayLike<number>): SmoothedLevel {
  const cost = (alpha: number) => smoothedLevel(values, alpha).squaredError;
  const best = ALPHAS.reduce((least, alpha) => (cost(alpha) < cost(least) ? alpha : least));
  const alpha = leastBetween(Math.max(1e-4, best - 0.05), Math.min(0.9999, best + 0.05), cost);
  return smoothedLevel(values, alpha);
}

type DampedParameters = Pick<DampedTrend, 'alpha' | 'beta' | 'damping'>;

/** One pass of Holt's damped method from the mean of the first week's known values and no trend. */
function dampedPass(known: readonly number[], parameters: DampedParameters): DampedTrend {
  const { alpha, beta, damping } = parameters;
  const start = known.slice(0, 7);
  let level = start.reduce((sum, value) => sum + value, 0) / start.length;
  let trend = 0;
  let squaredError = 0;
  for (const value of known) {
    const error = value - level - damping * trend;
    squaredError += error * error;
    level += damping * trend + alpha * error;
    trend = damping * trend + alpha * beta * error;
  }
  return { ...parameters, level, trend, squaredError };
}

/**
 * Holt's method with a damped trend, φ in 0.8 … 0.98: l_t = l_{t−1} + φb_{t−1} + αe_t, b_t = φb_{t−1} + αβe_t; α, β, φ from a grid by
 * least squared one-step errors. Unknown values are passed over. Nothing known: NaN. Source: Gardner & McKenzie (1985).
 */
export function dampedTrend(values: ArrayLike<number>): DampedTrend {
  const known = Array.from(values).filter((value) => !Number.isNaN(value));
  let best = dampedPass(known, { alpha: 0.05, beta: 0.02, damping: 0.8 });
  for (const alpha of ALPHAS) {
    for (const beta of BETAS) {
      for (const damping of DAMPINGS) {
        const tried = dampedPass(known, { alpha, beta, damping });
        if (tried.squaredError < best.squaredError) best = tried;
      }
    }
  }
  return best;
}

/** The forecast of a damped trend: f(h) = l + (φ + φ² + … + φ^h) b. */
export function dampedForecast({ level, trend, damping }: DampedTrend, horizon: number): Float64Array {
  let reach = 0;
  return Float64Array.from({ length: horizon }, () => {
    reach = damping * (1 + reach);
    return level + reach * trend;
  });
}
