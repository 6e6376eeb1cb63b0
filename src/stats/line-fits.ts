import { valueAt } from './value-at.ts';

/** A straight line through values at places; `squares`: sum of squared distances from it. */
export interface LineFit {
  readonly at: (place: number) => number;
  readonly squares: number;
}

/** Sums of 1, x, y, x², xy, y² over the points before each. */
type Sums = readonly Float64Array[];

function sumsOf(places: ArrayLike<number>, values: ArrayLike<number>): Sums {
  const terms: readonly ((x: number, y: number) => number)[] = [
    () => 1,
    (x) => x,
    (_, y) => y,
    (x) => x * x,
    (x, y) => x * y,
    (_, y) => y * y,
  ];
  return terms.map((term) => {
    const sums = new Float64Array(values.length + 1);
    for (let i = 0; i < values.length; i += 1) {
      sums[i + 1] = valueAt(sums, i) + term(valueAt(places, i), valueAt(values, i));
    }
    return sums;
  });
}

/**
 * Least squares lines through any run of points, each in constant time: `fit(from, to)` (exclusive, at least one point). Points at one place
 * only give a flat line.
 */
export function lineFits(
  places: ArrayLike<number>,
  values: ArrayLike<number>,
): (from: number, to: number) => LineFit {
  const sums = sumsOf(places, values);
  return (from, to) => {
    const [n = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0] = sums.map(
      (sum) => valueAt(sum, to) - valueAt(sum, from),
    );
    const spread = xx - (x * x) / n;
    const slope = spread > 0 ? (xy - (x * y) / n) / spread : 0;
    const squares = yy - (y * y) / n - slope * slope * spread;
    return { at: (place) => y / n + slope * (place - x / n), squares: Math.max(0, squares) };
  };
}
