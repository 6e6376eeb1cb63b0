import { counts } from './counts.ts';
import { type Distribution, certain } from './distribution.ts';
import { gammaBelow } from './special-functions.ts';

/** Poisson distribution: counts of independent sales, variance = mean. Mean 0: certainly nothing; NaN stays NaN. */
export function poisson(mean: number): Distribution {
  if (!(mean > 0 && mean < Infinity)) return certain(Math.max(0, mean));
  const tail = (n: number): number => (n <= 0 ? 1 : gammaBelow(n, mean));
  return counts({ mean, variance: mean, tail, partOfMean: (n) => mean * tail(n - 1) });
}
