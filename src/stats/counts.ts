import { type Distribution } from './distribution.ts';
import { normalQuantile } from './normal.ts';

/** What makes a distribution on 0, 1, 2, … */
export interface CountsShape {
  readonly mean: number;
  readonly variance: number;
  /** P(D ≥ n) for a whole n ≥ 1 */
  readonly tail: (n: number) => number;
  /** E[D; D ≥ n]: the part of the mean that counts of n and more make, for a whole n ≥ 1 */
  readonly partOfMean: (n: number) => number;
}

/** The smallest count with P(D > count) ≤ 1 − q: steps of growing length from a normal guess, then halving. */
function smallest({ mean, variance, tail }: CountsShape, q: number): number {
  if (!(q < 1)) return Infinity;
  const reaches = (count: number): boolean => count >= 0 && tail(count + 1) <= 1 - q;
  const guess = Math.max(0, Math.round(mean + normalQuantile(q) * Math.sqrt(variance)));
  let step = 1;
  let low = guess;
  let high = guess;
  for (; reaches(low); step *= 2) {
    high = low;
    low -= step;
  }
  for (; !reaches(high); step *= 2) {
    low = high;
    high += step;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * A distribution on 0, 1, 2, … made from its tail: E[(D − s)+] = E[D; D ≥ n] − s P(D ≥ n) with n = ⌊s⌋ + 1, which also holds between whole
 * numbers.
 */
export function counts(shape: CountsShape): Distribution {
  const { mean, variance, tail, partOfMean } = shape;
  const atLeast = (x: number): number => (x <= 0 ? 1 : tail(Math.ceil(x)));
  return {
    mean,
    variance,
    atLeast,
    cdf: (x) => (x < 0 ? 0 : 1 - tail(Math.floor(x) + 1)),
    quantile: (q) => smallest(shape, q),
    expectedShort: (stock) => {
      const next = Math.floor(stock) + 1;
      return next <= 0 ? mean - stock : partOfMean(next) - stock * tail(next);
    },
  };
}
