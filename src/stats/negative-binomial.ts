import { counts } from './counts.ts';
import { type Distribution } from './distribution.ts';
import { poisson } from './poisson.ts';
import { betaBelow } from './special-functions.ts';

/** Above this size k = mean²/(variance − mean) nothing tells the distribution from Poisson's. */
const POISSON_SIZE = 1e6;

/**
 * Negative binomial distribution with this mean and variance: counts that come in lumps, or at a rate that is not known exactly. Where
 * the variance is not above the mean: Poisson. Mean 0: certainly nothing. P(D ≥ n) = I_{1−p}(n, k), p = mean/variance.
 */
export function negativeBinomial(mean: number, variance: number): Distribution {
  const size = mean ** 2 / (variance - mean);
  if (!(mean > 0 && size > 0 && size < POISSON_SIZE)) return poisson(mean);
  const more = 1 - mean / variance;
  const tail = (n: number, k: number): number => (n <= 0 ? 1 : betaBelow(more, n, k));
  return counts({
    mean,
    variance,
    tail: (n) => tail(n, size),
    // n · P(D = n) of size k is mean · P(D = n − 1) of size k + 1
    partOfMean: (n) => mean * tail(n - 1, size + 1),
  });
}
