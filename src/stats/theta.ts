import { simpleSmoothing } from './exponential-smoothing.ts';
import { mean } from './order-statistics.ts';
import { valueAt } from './value-at.ts';

/** Φ⁻¹(0.95): beyond this the correlation at one period counts as a season. */
const SEASONAL_THRESHOLD = 1.6448536269514722;
/** A seasonal index nearer to zero than this cannot be divided by. */
const SMALLEST_INDEX = 1e-4;

/** The correlations of the values with themselves 1 … `lags` steps later; of constant values NaN. */
function autocorrelations(values: ArrayLike<number>, lags: number): readonly number[] {
  const centre = mean(values);
  const deviations = new Float64Array(values).map((value) => value - centre);
  const product = (lag: number) =>
    deviations.subarray(lag).reduce((sum, deviation, i) => sum + deviation * valueAt(deviations, i), 0);
  const whole = product(0);
  return Array.from({ length: lags }, (_, i) => product(i + 1) / whole);
}

function isSeasonal(values: ArrayLike<number>, period: number): boolean {
  if (period < 2 || values.length <= 2 * period) return false;
  const correlations = autocorrelations(values, period);
  const before = correlations.slice(0, -1).reduce((sum, r) => sum + r * r, 0);
  const error = Math.sqrt((1 + 2 * before) / values.length);
  return Math.abs(valueAt(correlations, period - 1)) / error > SEASONAL_THRESHOLD;
}

/** The mean over one period around step t; of an even period the outermost two count half. */
function centredMean(values: ArrayLike<number>, t: number, period: number): number {
  const half = Math.floor(period / 2);
  const edge = period % 2 === 0 ? 0.5 : 1;
  let sum = 0;
  for (let i = -half; i <= half; i += 1) {
    sum += valueAt(values, t + i) * (Math.abs(i) === half ? edge : 1);
  }
  return sum / period;
}

/** Indexes of a multiplicative season with mean 1, from the means of value ÷ centred mean at each place of the period. */
function seasonalIndexes(values: ArrayLike<number>, period: number): Float64Array {
  const ratios = Array.from({ length: period }, (): number[] => []);
  for (let t = 0; t < values.length; t += 1) {
    ratios[t % period]?.push(valueAt(values, t) / centredMean(values, t, period));
  }
  const raw = Float64Array.from(ratios, mean);
  const middle = mean(raw);
  return raw.map((index) => index / middle);
}

function slope(values: ArrayLike<number>): number {
  const middle = (values.length - 1) / 2;
  let cross = 0;
  let squares = 0;
  for (let t = 0; t < values.length; t += 1) {
    cross += (t - middle) * valueAt(values, t);
    squares += (t - middle) ** 2;
  }
  return squares === 0 ? 0 : cross / squares;
}

/**
 * The Theta method: simple smoothing with half the slope b of the straight line as drift, f(h) = l + (b/2)(h − 1 + (1 − (1 − α)^n)/α).
 * If the correlation r_m at one period is beyond 1.645 standard errors √((1 + 2Σ_{i<m} r_i²)/n), the values are first divided by
 * multiplicative seasonal indexes; not if an index is nearly zero. Values must be complete; none: NaN.
 * Source: Assimakopoulos & Nikolopoulos (2000) in the form of Hyndman & Billah (2003), as `thetaf` of R's forecast package.
 */
export function theta(values: ArrayLike<number>, period: number, horizon: number): Float64Array {
  const indexes = isSeasonal(values, period) ? seasonalIndexes(values, period) : Float64Array.of(1);
  const usable = indexes.every((index) => Math.abs(index) >= SMALLEST_INDEX) ? indexes : Float64Array.of(1);
  const indexAt = (t: number) => valueAt(usable, t % usable.length);
  const adjusted = new Float64Array(values).map((value, t) => value / indexAt(t));
  const n = adjusted.length;
  const { level, alpha } = simpleSmoothing(adjusted);
  const drift = slope(adjusted) / 2;
  const head = (1 - (1 - alpha) ** n) / alpha;
  return Float64Array.from(
    { length: horizon },
    (_, step) => (level + drift * (step + head)) * indexAt(n + step),
  );
}
