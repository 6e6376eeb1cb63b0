import { valueAt } from './value-at.ts';

export interface LoessOptions {
  /** how many of the nearest known values a fit sees; more than there are: distances reach correspondingly further */
  readonly window: number;
  /** 0: a local mean, 1: a local line (default) */
  readonly degree?: 0 | 1;
  /** by value; 0: seen only where there is nothing else. Default: all 1 */
  readonly weights?: ArrayLike<number>;
}

/** So small that it counts only among its like. */
const LEAST_WEIGHT = 1e-9;

interface Points {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly weight: readonly number[];
}

function knownPoints(values: ArrayLike<number>, weights: ArrayLike<number> | undefined): Points {
  const x: number[] = [];
  const y: number[] = [];
  const weight: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = valueAt(values, i);
    if (Number.isNaN(value)) continue;
    x.push(i);
    y.push(value);
    weight.push(Math.max(weights?.[i] ?? 1, LEAST_WEIGHT));
  }
  return { x, y, weight };
}

interface Neighbours {
  readonly first: number;
  readonly end: number;
  readonly reach: number;
}

/** The `window` points nearest to `at`, beginning the search at `from`, and how far the weights reach. */
function neighbours(
  x: readonly number[],
  at: number,
  place: { readonly from: number; readonly window: number },
): Neighbours {
  const size = Math.min(place.window, x.length);
  let first = Math.min(place.from, x.length - size);
  while (first + size < x.length && valueAt(x, first + size) - at < at - valueAt(x, first)) first += 1;
  const nearest = Math.max(at - valueAt(x, first), valueAt(x, first + size - 1) - at);
  // Beyond the number of points, the reach grows as in Cleveland's own programme.
  return { first, end: first + size, reach: nearest + Math.floor((place.window - size) / 2) };
}

const tricube = (share: number): number => (share >= 1 ? 0 : (1 - share ** 3) ** 3);

/** The weighted mean, or the weighted line's value at `at`, of the neighbours. */
function localFit(points: Points, at: number, near: Neighbours & { readonly degree: 0 | 1 }): number {
  let total = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumXY = 0;
  for (let i = near.first; i < near.end; i += 1) {
    const x = valueAt(points.x, i) - at;
    const y = valueAt(points.y, i);
    // A hair wider than the reach, so that the outermost of few points still counts.
    const w = tricube(Math.abs(x) / (near.reach * 1.001 + 1e-9)) * valueAt(points.weight, i);
    total += w;
    sumX += w * x;
    sumY += w * y;
    sumXX += w * x * x;
    sumXY += w * x * y;
  }
  const spread = total * sumXX - sumX * sumX;
  const flat = near.degree === 0 || spread <= 1e-6 * (total * near.reach) ** 2;
  return flat ? sumY / total : (sumXX * sumY - sumX * sumXY) / spread;
}

/**
 * Locally weighted regression over values at 0, 1, 2 …, evaluated at the places asked for in ascending order (also beyond the ends):
 * a line (or mean) fitted to the nearest `window` known values with tricube weights (1 − (d/reach)³)³. NaN values are not known and not
 * seen. Nothing known: NaN. Source: Cleveland (1979); Cleveland et al. (1990).
 */
export function loessAt(
  values: ArrayLike<number>,
  places: ArrayLike<number>,
  options: LoessOptions,
): Float64Array {
  const points = knownPoints(values, options.weights);
  let from = 0;
  return Float64Array.from(places, (at) => {
    const near = neighbours(points.x, at, { from, window: options.window });
    from = near.first;
    return localFit(points, at, { ...near, degree: options.degree ?? 1 });
  });
}

/** {@link loessAt} the places of the values themselves. */
export function loess(values: ArrayLike<number>, options: LoessOptions): Float64Array {
  return loessAt(
    values,
    Array.from({ length: values.length }, (_, i) => i),
    options,
  );
}
