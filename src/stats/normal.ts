import { type Distribution } from './distribution.ts';
import { gammaAbove, gammaBelow } from './special-functions.ts';

/** φ(z): density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** Φ(z): chance that a standard normal variable is at most z; accurate far out on either side. */
export function normalBelow(z: number): number {
  return z < 0 ? 0.5 * gammaAbove(0.5, 0.5 * z * z) : 0.5 + 0.5 * gammaBelow(0.5, 0.5 * z * z);
}

/**
 * Φ⁻¹(q) of the standard normal distribution: Hastings' approximation (Abramowitz & Stegun 26.2.23, error < 4.5e−4) made exact by two steps
 * of Halley. q = 0 gives −∞, q = 1 gives +∞.
 */
export function normalQuantile(q: number): number {
  if (q <= 0) return -Infinity;
  if (q >= 1) return Infinity;
  if (q > 0.5) return -normalQuantile(1 - q);
  const t = Math.sqrt(-2 * Math.log(q));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let z = above / below - t;
  for (let step = 0; step < 2; step += 1) {
    const ratio = (normalBelow(z) - q) / normalDensity(z);
    z -= ratio / (1 + 0.5 * z * ratio);
  }
  return z;
}

/** E[(Z − k)+] of a standard normal variable: G(k) = φ(k) − k (1 − Φ(k)), the unit loss function. Source: Silver, Pyke & Peterson (1998). */
export function normalLoss(k: number): number {
  return normalDensity(k) - k * normalBelow(-k);
}

/** Normal distribution; for demand only where its mean is many deviations above zero. `deviation` has to be above zero. */
export function normal(mean: number, deviation: number): Distribution {
  const standard = (x: number): number => (x - mean) / deviation;
  return {
    mean,
    variance: deviation ** 2,
    cdf: (x) => normalBelow(standard(x)),
    atLeast: (x) => normalBelow(-standard(x)),
    quantile: (q) => mean + deviation * normalQuantile(q),
    expectedShort: (stock) => deviation * normalLoss(standard(stock)),
  };
}
