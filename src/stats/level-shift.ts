import { lineFits, type LineFit } from './line-fits.ts';
import { mean, robustDeviation, variance } from './order-statistics.ts';
import { valueAt } from './value-at.ts';

export interface Shift {
  /** first value of the new course */
  readonly index: number;
  /** where the old course would have been at that place, and where the new one begins */
  readonly before: number;
  readonly after: number;
}

export interface LevelShiftOptions {
  /** shifts reported at most, the clearest; default 2 */
  readonly most?: number;
  /** known values between two shifts, and before the first and after the last; default 10 */
  readonly apart?: number;
}

interface Points {
  readonly places: Float64Array;
  readonly values: Float64Array;
  readonly fit: (from: number, to: number) => LineFit;
}

interface Split {
  readonly at: number;
  /** squares that the split saves */
  readonly gain: number;
}

/** Cost of one more course in units of variance × log n. */
const PENALTY = 3;
/** Autocorrelation nearer to 1 cannot be told from a walk. */
const MOST_CORRELATED = 0.99;
/** Squares this small beside the whole are rounding. */
const ROUNDING = 1e-9;

/** Known values, about their mean in units of their deviation, so that no digits are lost. */
function points(values: ArrayLike<number>): Points {
  const known = Array.from(values, (value, place) => ({ place, value })).filter(
    ({ value }) => !Number.isNaN(value),
  );
  const places = Float64Array.from(known, ({ place }) => place);
  const plain = Float64Array.from(known, ({ value }) => value);
  const centre = mean(plain);
  const unit = Math.sqrt(variance(plain)) || 1;
  const scaled = plain.map((value) => (value - centre) / unit);
  return { places, values: scaled, fit: lineFits(places, scaled) };
}

function clearestSplit({ fit }: Points, ends: readonly number[], apart: number): Split {
  let best: Split = { at: -1, gain: 0 };
  for (let part = 1; part < ends.length; part += 1) {
    const from = valueAt(ends, part - 1);
    const to = valueAt(ends, part);
    const { squares } = fit(from, to);
    for (let at = from + apart; at <= to - apart; at += 1) {
      const gain = squares - fit(from, at).squares - fit(at, to).squares;
      if (gain > best.gain) best = { at, gain };
    }
  }
  return best;
}

/** Robust variance of the distances from the courses, times (1 + ρ)/(1 − ρ) for distances that hang together with autocorrelation ρ > 0. */
function longRunVariance({ places, values, fit }: Points, ends: readonly number[]): number {
  const distances = ends.slice(1).flatMap((to, part) => {
    const from = valueAt(ends, part);
    const line = fit(from, to);
    return Array.from(values.subarray(from, to), (value, i) => value - line.at(valueAt(places, from + i)));
  });
  const products = distances.slice(1).map((distance, i) => distance * valueAt(distances, i));
  const rho = mean(products) / mean(distances.map((distance) => distance ** 2)) || 0;
  const bounded = Math.min(MOST_CORRELATED, Math.max(0, rho));
  return (robustDeviation(distances) ** 2 * (1 + bounded)) / (1 - bounded);
}

/**
 * Where a series leaves its course for another, ascending. A course is a straight line with its own level and slope, so that drift is no
 * shift. Binary segmentation (Scott & Knott 1974): the split that saves most squares is kept while it saves more than 3 log n × the
 * long-run variance about the courses; at most two by default. Unknown values are left out. Fewer than twice `apart` known values, or all
 * on one line: none.
 */
export function levelShifts(values: ArrayLike<number>, options: LevelShiftOptions = {}): readonly Shift[] {
  const { most = 2, apart = 10 } = options;
  const all = points(values);
  const n = all.values.length;
  let ends: readonly number[] = [0, n];
  for (let count = 0; count < most; count += 1) {
    const { at, gain } = clearestSplit(all, ends, apart);
    if (at < 0) break;
    const split = [...ends, at].sort((a, b) => a - b);
    const cost = PENALTY * Math.log(n) * longRunVariance(all, split);
    if (gain <= Math.max(cost, ROUNDING * n)) break;
    ends = split;
  }
  const plain = lineFits(
    all.places,
    Array.from(all.places, (place) => valueAt(values, place)),
  );
  return ends.slice(1, -1).map((at, part) => {
    const index = valueAt(all.places, at);
    const before = plain(valueAt(ends, part), at).at(index);
    return { index, before, after: plain(at, valueAt(ends, part + 2)).at(index) };
  });
}
