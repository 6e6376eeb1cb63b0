import { type Distribution } from './distribution.ts';
import { normalQuantile } from './normal.ts';
import { gammaAbove, gammaBelow } from './special-functions.ts';

const STEPS = 60;
const NEAR_ENOUGH = 1e-12;

/** Wilson and Hilferty's approximation of the quantile of a gamma variable with scale 1; zero where it would be below. */
function firstGuess(shape: number, q: number): number {
  const cube = 1 - 1 / (9 * shape) + normalQuantile(q) / (3 * Math.sqrt(shape));
  return cube > 0 ? shape * cube ** 3 : 0;
}

/** Quantile with scale 1: halving of an interval that holds it, begun at a guess that is nearly right. */
function standardQuantile(shape: number, q: number): number {
  if (!(q < 1)) return Infinity;
  const guess = firstGuess(shape, q);
  const width = 0.02 * (guess + Math.sqrt(shape)) + 1e-8;
  let low = Math.max(0, guess - width);
  let high = guess + width;
  while (gammaBelow(shape, low) > q) low = Math.max(0, low - (high - low));
  while (gammaBelow(shape, high) < q) high += high - low;
  for (let step = 0; step < STEPS && high - low > NEAR_ENOUGH * high; step += 1) {
    const middle = (low + high) / 2;
    if (gammaBelow(shape, middle) < q) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Gamma distribution with this mean and variance, both above zero: shape = mean²/variance, scale = variance/mean. The usual choice for
 * demand over a lead time, because it is never below zero. Source: Burgin (1975), Operational Research Quarterly 26.
 */
export function gamma(mean: number, variance: number): Distribution {
  const shape = mean ** 2 / variance;
  const scale = variance / mean;
  return {
    mean,
    variance,
    cdf: (x) => (x <= 0 ? 0 : gammaBelow(shape, x / scale)),
    atLeast: (x) => (x <= 0 ? 1 : gammaAbove(shape, x / scale)),
    quantile: (q) => scale * standardQuantile(shape, q),
    expectedShort: (stock) =>
      stock <= 0
        ? mean - stock
        : mean * gammaAbove(shape + 1, stock / scale) - stock * gammaAbove(shape, stock / scale),
  };
}
