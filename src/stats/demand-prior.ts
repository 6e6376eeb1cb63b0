import { mean, quantile } from './order-statistics.ts';
import { salesRates } from './sales-rate.ts';
import { type SumBacktest, sumBacktests } from './sum-backtest.ts';

/** How far items that sold at about `rate` were from what their rate foretold. */
export interface RateErrors {
  /** units a day in the middle of the class */
  readonly rate: number;
  /** mean of units that came ÷ units foretold */
  readonly bias: number;
  /** mean square of that ratio − 1 */
  readonly dispersion: number;
}

/** What the items of a shop or category teach about one of them. */
export interface DemandPrior {
  readonly days: number;
  /** ascending by rate; empty when there is too little to learn from */
  readonly classes: readonly RateErrors[];
  /** units a day of an item of this category about which nothing is known yet: the median item's; 0 without items */
  readonly categoryRate: number;
}

const SLOWEST = 1 / 64;
const CLASSES = 16;
/** Half the width of a class in ln rate; the middles are ln 2 apart, so neighbours overlap. */
const REACH = 0.6;
const LEAST_LOOKS = 50;
/** One window in a hundred may be a bulk order; it is not to widen the whole class. */
const COUNTED_WHOLE = 0.99;

function errorsOfClass(looks: readonly SumBacktest[], rate: number): RateErrors | undefined {
  const like = looks.filter((look) => Math.abs(Math.log(look.rate / rate)) < REACH);
  if (like.length < LEAST_LOOKS) return undefined;
  const squares = like.map(({ ratio }) => (ratio - 1) ** 2);
  const most = quantile(squares, COUNTED_WHOLE);
  return {
    rate,
    bias: mean(like.map(({ ratio }) => ratio)),
    dispersion: mean(squares.map((square) => Math.min(square, most))),
  };
}

/**
 * Learns from the daily histories of many items how the units of `days` days turn out against the rate known before them, by rate of
 * sale (classes a factor 2 apart, at least 50 looks back in each). Days on which an item was not on sale are NaN.
 */
export function demandPrior(histories: readonly ArrayLike<number>[], days: number): DemandPrior {
  const looks: SumBacktest[] = [];
  const rates: number[] = [];
  for (const history of histories) {
    const items = salesRates(history);
    for (const look of sumBacktests(items, days)) looks.push(look);
    rates.push(items.rates.at(-1) ?? NaN);
  }
  const classes = Array.from({ length: CLASSES }, (_, i) => errorsOfClass(looks, SLOWEST * 2 ** i));
  return {
    days,
    classes: classes.filter((found) => found !== undefined),
    categoryRate: quantile(rates, 0.5) || 0,
  };
}

/** Bias and dispersion at a rate, straight between the two nearest classes in ln rate; beyond the last class as there. None: undefined. */
export function errorsAtRate({ classes }: DemandPrior, rate: number): RateErrors | undefined {
  const above = classes.findIndex((found) => found.rate >= rate);
  const high = above < 0 ? classes.at(-1) : classes[above];
  const low = above > 0 ? classes[above - 1] : high;
  if (high === undefined || low === undefined) return undefined;
  const share = high === low ? 0 : Math.log(rate / low.rate) / Math.log(high.rate / low.rate);
  return {
    rate,
    bias: low.bias + share * (high.bias - low.bias),
    dispersion: low.dispersion + share * (high.dispersion - low.dispersion),
  };
}
