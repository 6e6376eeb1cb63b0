import { type Distribution } from './distribution.ts';
import { empiricalDistribution } from './empirical-distribution.ts';
import { fadingMean } from './fading-mean.ts';
import { negativeBinomial } from './negative-binomial.ts';
import { type RatePrior, classAtRate } from './rate-prior.ts';
import { tsb } from './tsb.ts';

const OWN_MEMORY = 0.93;
/** Size k of the negative binomial law where there are no items to learn from. */
const POOLED_SIZE = 0.5;

/**
 * Distribution of the demand of one coming period (a month, a week) of an item that sells now and then: its own periods, weighted by
 * `memory` (0.93) to the power of their age, and the periods of items of like rate with the weight of the prior. Without a prior: negative
 * binomial with the mean of TSB and size 0.5. For sums of several periods see `demandOver`: they are never scaled by roots. Unknown
 * periods (NaN) count for nothing.
 */
export function demandDistribution(
  history: ArrayLike<number>,
  prior?: RatePrior,
  memory = OWN_MEMORY,
): Distribution {
  const pooled = prior && classAtRate(prior, fadingMean(history, prior.memory));
  if (pooled === undefined) return withoutPrior(history);
  const values = Array.from(pooled.values);
  const weights = Array.from(pooled.weights, (share) => share * pooled.credibility);
  let weight = 1;
  for (let t = history.length - 1; t >= 0; t -= 1) {
    const value = history[t] as number;
    if (!Number.isNaN(value)) {
      values.push(value);
      weights.push(weight);
    }
    weight *= memory;
  }
  return empiricalDistribution({ values, weights }) ?? withoutPrior(history);
}

function withoutPrior(history: ArrayLike<number>): Distribution {
  const mean = tsb(history);
  return negativeBinomial(mean, mean + mean ** 2 / POOLED_SIZE);
}

/**
 * Mean demand of a coming period: half the mean of {@link demandDistribution}, half the fading mean of the item alone. Equal weights,
 * because learned ones overfit (Petropoulos & Svetunkov 2020). Nothing known, or no prior: the distribution's mean.
 */
export function meanDemand(history: ArrayLike<number>, prior?: RatePrior): number {
  const { mean } = demandDistribution(history, prior);
  const own = prior === undefined ? NaN : fadingMean(history, prior.memory);
  return Number.isNaN(own) ? mean : (own + mean) / 2;
}
