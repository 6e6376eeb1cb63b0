import { type WeightedValues } from './empirical-distribution.ts';
import { fadingMean } from './fading-mean.ts';
import { mean, variance } from './order-statistics.ts';

/** What the items of one class of rate sold in single periods: each value with its share. */
export interface RateClassDemand extends WeightedValues {
  /** number of the class, see {@link rateClass}; 0 for items that sold nothing */
  readonly rateClass: number;
  /** how many of an item's own periods the class counts as much as: 2.2 × variance within items ÷ variance between them */
  readonly credibility: number;
}

/** Demand of single periods by rate of sale, learned from many items. */
export interface RatePrior {
  /** ascending; empty when there was nothing to learn from */
  readonly classes: readonly RateClassDemand[];
  /** weight of a period against the one after it in the rate by which items are called alike */
  readonly memory: number;
}

export interface RatePriorOptions {
  /** how many of the last periods are learned from; the class is that of the time before them. 12 by default */
  readonly recent?: number;
  /** 0.8 by default, for months; the like for weeks is 0.95 */
  readonly memory?: number;
}

const RECENT = 12;
const MEMORY = 0.8;
const SLOWEST = 0.1;
const STEP = 1.8;
const LEAST_VALUES = 30;
const LEAST_WEIGHT = 3;
const MOST_WEIGHT = 100;
/** Mean over the nine deciles of q(1 − q)/(f² σ²) for gamma laws with shape up to 1: observations a quantile needs against a mean. */
const QUANTILES_NEED = 2.2;

/** Class of a rate: 0 for none at all, 1 up to 0.1 a period, then steps of a factor 1.8. */
export function rateClass(rate: number): number {
  if (!(rate > 0)) return 0;
  return Math.max(1, 2 + Math.floor(Math.log(rate / SLOWEST) / Math.log(STEP)));
}

/**
 * Learns from many items, period by period and of any length, what items of like rate sell in a period: the values of the last `recent`
 * periods of all items of a class, the class being what was known before. So items that were about to die, or to start, are in it in
 * their proportion. Unknown periods (NaN) are left out, items no longer than `recent` as well; classes of fewer than 30 values join
 * the nearest. Each class weighs against an item's own periods by its credibility: variance within ÷ variance between its items, times
 * 2.2 because quantiles are in question and not means, from 3 to 100 periods. Source: Bühlmann (1967), ASTIN Bulletin 4.
 */
export function ratePrior(
  histories: readonly ArrayLike<number>[],
  { recent = RECENT, memory = MEMORY }: RatePriorOptions = {},
): RatePrior {
  const members = new Map<number, Float64Array[]>();
  for (const history of histories) {
    const values = Float64Array.from(history);
    const before = values.subarray(0, -recent);
    if (before.length === 0) continue;
    const own = rateClass(fadingMean(before, memory));
    const like = members.get(own) ?? [];
    members.set(own, like);
    like.push(values.subarray(-recent).filter((value) => !Number.isNaN(value)));
  }
  const classes = [...members]
    .map(([own, like]) => classDemand(own, like))
    .filter((found) => found !== undefined)
    .sort((a, b) => a.rateClass - b.rateClass);
  return { classes, memory };
}

function classDemand(own: number, items: readonly Float64Array[]): RateClassDemand | undefined {
  const count = new Map<number, number>();
  let total = 0;
  for (const item of items) {
    total += item.length;
    for (const value of item) count.set(value, (count.get(value) ?? 0) + 1);
  }
  if (total < LEAST_VALUES) return undefined;
  return {
    rateClass: own,
    credibility: credibility(items),
    values: [...count.keys()],
    weights: [...count.values()].map((times) => times / total),
  };
}

/** Periods of an item's own that tell as much of its quantiles as its class does. */
function credibility(items: readonly Float64Array[]): number {
  const usable = items.filter((item) => item.length >= 2);
  const within = mean(usable.map((item) => variance(item)));
  const length = mean(usable.map((item) => item.length));
  const between = variance(usable.map((item) => mean(item))) - within / length;
  const periods = between > 0 ? within / between : MOST_WEIGHT;
  return Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, QUANTILES_NEED * periods));
}

/** The class nearest to a rate's, the slower one of two equally near. No classes: undefined. */
export function classAtRate(prior: RatePrior, rate: number): RateClassDemand | undefined {
  const wanted = rateClass(rate);
  let nearest: RateClassDemand | undefined;
  let distance = Infinity;
  for (const found of prior.classes) {
    const away = Math.abs(found.rateClass - wanted);
    if (away < distance) [nearest, distance] = [found, away];
  }
  return nearest;
}
