import { type DemandPrior, errorsAtRate } from './demand-prior.ts';
import { type Distribution, certain } from './distribution.ts';
import { gamma } from './gamma.ts';
import { negativeBinomial } from './negative-binomial.ts';
import { mean, variance } from './order-statistics.ts';
import { type SalesRates, salesRates } from './sales-rate.ts';
import { type SumBacktest, sumBacktests } from './sum-backtest.ts';

/** The demand of some coming days together. */
export type DemandSum = Distribution;

export interface DemandOptions {
  /** standard deviation of the lead time, days; 0 by default, a quarter of the lead time where nothing is known of a supplier */
  readonly leadTimeDeviation?: number;
  /** what items of the same shop teach; learned for about as many days */
  readonly prior?: DemandPrior;
  /** factor of each coming day against a usual one (weekday, feast); all 1 by default */
  readonly profile?: ArrayLike<number>;
}

/** Known days below which the category's rate counts, as if it had been seen for this many days (gamma-Poisson shrinkage). */
const SHORT_HISTORY = 28;
const CATEGORY_DAYS = 14;
/** How many looks back of its own an item needs to count as much as the shop's. */
const PRIOR_LOOKS = 24;
/** Up to this mean demand comes in units one can count; above, the gamma law is as good and quicker. */
const COUNTED_MEAN = 30;

function currentRate({ rates, known, sold }: SalesRates, prior: DemandPrior | undefined): number {
  const days = known.at(-1) ?? 0;
  if (days >= SHORT_HISTORY || prior === undefined) return rates.at(-1) || 0;
  return ((sold.at(-1) ?? 0) + CATEGORY_DAYS * prior.categoryRate) / (days + CATEGORY_DAYS);
}

/** Squared relative error of a forecast for `days` days when no look back tells of it: the spread of single days, at least Poisson's. */
function spreadOfDays(history: ArrayLike<number>, rate: number, days: number): number {
  const spread = variance(history);
  return Math.max(Number.isNaN(spread) ? 0 : spread, rate) / (rate ** 2 * days);
}

function dispersionOf(own: readonly SumBacktest[], pooled: number | undefined): number {
  const square = own.length === 0 ? 0 : mean(own.map(({ ratio }) => (ratio - 1) ** 2));
  if (pooled === undefined) return square;
  return (own.length * square + PRIOR_LOOKS * pooled) / (own.length + PRIOR_LOOKS);
}

function total(profile: ArrayLike<number> | undefined, days: number): number {
  return profile === undefined ? days : Array.from(profile).reduce((sum, factor) => sum + factor, 0);
}

/**
 * Distribution of the units asked for in the `days` days after the history (lead time + review period, say), which has one value a day,
 * gross of returns, NaN on days on which the item was not on sale.
 *
 * mean = d Σ profile · bias; variance = dispersion · (d Σ profile)² + (d · bias)² σL², never below the mean. d is the mean of two fading
 * means; bias and dispersion come from looking back how sums of as many days turned out (never √days × the spread of a day, because
 * errors hang together), the shop's by rate of sale weighing as much as 24 looks of its own. Negative binomial up to a mean of 30,
 * gamma above. Fewer than 28 known days: d is shrunk to the category's rate, w = 14 days. Nothing sold and nothing known of the
 * category: certainly 0. Source: methods of Silver, Pyke & Thomas (2017), ch. 6; measured on UCI Online Retail.
 */
export function demandOver(history: ArrayLike<number>, days: number, options: DemandOptions = {}): DemandSum {
  const { leadTimeDeviation = 0, prior, profile } = options;
  const items = salesRates(history);
  const rate = currentRate(items, prior);
  if (rate <= 0) return certain(0);
  const own = sumBacktests(items, days);
  const pooled = prior && errorsAtRate(prior, rate);
  const foretold = rate * total(profile, days);
  const expected = foretold * (pooled?.bias ?? 1);
  const dispersion = dispersionOf(own, pooled?.dispersion) || spreadOfDays(history, rate, days);
  const leadTime = ((expected / days) * leadTimeDeviation) ** 2;
  const spread = Math.max(expected, dispersion * foretold ** 2 + leadTime);
  return expected > COUNTED_MEAN ? gamma(expected, spread) : negativeBinomial(expected, spread);
}
