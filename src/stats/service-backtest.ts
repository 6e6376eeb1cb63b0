import { demandOver } from './demand-over.ts';
import { demandPrior } from './demand-prior.ts';
import { quantile } from './order-statistics.ts';

export interface ServiceBacktestOptions {
  /** protection period, days */
  readonly days: number;
  /** cycle service that is asked for */
  readonly nominal: number;
  /** looks back, each a protection period before the last; 2 by default */
  readonly looks?: number;
}

/** What a nominal service came to in the past. */
export interface ServiceBacktest {
  /** share of the windows whose demand the level of that day covered; NaN without windows */
  readonly achieved: number;
  /** what safety stock (level − mean) would have had to be multiplied by to achieve the nominal; 1 without windows */
  readonly safetyFactor: number;
  readonly windows: number;
}

/**
 * Cycle service achieved beside the nominal: the histories are cut off a protection period and more ago, order-up-to levels are found from
 * what was known then, and the demand that followed is held against them. Items that sold nothing before, or were not on sale throughout
 * the window, are left out.
 */
export function serviceBacktest(
  histories: readonly ArrayLike<number>[],
  { days, nominal, looks = 2 }: ServiceBacktestOptions,
): ServiceBacktest {
  const all = histories.map((history) => Float64Array.from(history));
  const strains: number[] = [];
  let covered = 0;
  for (let look = 1; look <= looks; look += 1) {
    const before = all.map((history) => history.subarray(0, -look * days));
    const prior = demandPrior(before, days);
    before.forEach((known, item) => {
      const demand = demandOver(known, days, { prior });
      const came = unitsOf(all[item] as Float64Array, known.length, days);
      if (demand.mean === 0 || Number.isNaN(came)) return;
      const level = demand.quantile(nominal);
      covered += Number(came <= level);
      strains.push((came - demand.mean) / Math.max(level - demand.mean, 1));
    });
  }
  const windows = strains.length;
  const safetyFactor = windows === 0 ? 1 : Math.max(0, quantile(strains, nominal));
  return { achieved: covered / windows, safetyFactor, windows };
}

/** Units of the `days` days from a day on; NaN when one of them is not known. */
function unitsOf(history: ArrayLike<number>, from: number, days: number): number {
  let sum = from === 0 ? NaN : 0;
  for (let day = from; day < from + days; day += 1) sum += history[day] as number;
  return sum;
}
