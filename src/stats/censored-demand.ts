import { fadingMean } from './fading-mean.ts';
import { poisson } from './poisson.ts';

const PASSES = 3;

/**
 * E[D | D ≥ sold] = m P(D ≥ sold − 1)/P(D ≥ sold) of Poisson demand with mean m: what would have been asked for on a day that sold out
 * after `sold` units. Never less than what was sold.
 */
export function demandOfSoldOutDay(rate: number, sold: number): number {
  const demand = poisson(rate);
  const chance = demand.atLeast(sold);
  return chance <= 0 ? sold : Math.max(sold, (rate * demand.atLeast(sold - 1)) / chance);
}

/**
 * The history with each day that sold out raised to what would have been asked for, by three passes of expectation and maximisation: the
 * rate is the mean of all known days (fading by `memory` a day where given), each raised day is its expectation at that rate. Days that
 * are NaN stay so; a day out of stock from morning to night should be NaN, not zero, else low orders breed lower ones.
 * Source: Dempster, Laird & Rubin (1977) for censored counts; Poisson.
 */
export function uncensoredDemand(
  history: ArrayLike<number>,
  soldOut: ArrayLike<boolean>,
  memory = 1,
): Float64Array {
  const sold = Float64Array.from(history);
  let demand = sold;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const rate = fadingMean(demand, memory);
    demand = sold.map((units, day) =>
      soldOut[day] === true && !Number.isNaN(units) ? demandOfSoldOutDay(rate, units) : units,
    );
  }
  return demand;
}
