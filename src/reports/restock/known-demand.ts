import { uncensoredDemand } from '../../stats/censored-demand.ts';
import { unexplainedGaps } from '../../stats/unexplained-gaps.ts';
import { valueAt } from '../../stats/value-at.ts';
import { winsorise } from '../../stats/winsorise.ts';
import type { DaysInStock } from './stock-days.ts';

/** What is known of the demand for one product. */
export interface KnownDemand {
  /** pieces a usual day, weekday and feast taken out, from its first known day on; NaN on days on which it was not on sale */
  readonly history: Float64Array;
  /** days on which it was on sale */
  readonly knownDays: number;
  /** days that a stock history tells to have been without stock */
  readonly emptyDays: number;
  /** days without stock that only a gap in its sales tells of */
  readonly suspectedDays: number;
  /** days from its last sale to the end; undefined: never sold in the known days */
  readonly quietDays: number | undefined;
  /** days from its first known day to the end */
  readonly ageDays: number;
}

export interface DemandFacts {
  readonly units: Float32Array;
  /** what weekday and feast do to each day */
  readonly season: Float64Array;
  /** undefined: no stock history tells of it */
  readonly inStock: DaysInStock | undefined;
  /** first day on which it was in stock, as an index that may lie before the first day */
  readonly firstInStock: number | undefined;
  /** nothing is on hand today */
  readonly isOut: boolean;
}

/** Memory of the rate by which a day that sold out is raised, a day. */
const MEMORY = 0.98;

/**
 * Demand per day in stock. The history begins with the first sale or the first day in stock. Days without stock are unknown, not zero;
 * a day that sold out is raised to what would have been asked for; bulk orders are put down to the 98th percentile. Without a stock history gaps
 * longer than chance explains are taken for days without stock, and so are the days since the last sale of what is out of stock today.
 */
export function knownDemand({ units, season, inStock, firstInStock, isOut }: DemandFacts): KnownDemand {
  const firstSale = units.findIndex((sold) => sold > 0);
  const first = Math.max(0, Math.min(firstSale < 0 ? Infinity : firstSale, firstInStock ?? Infinity));
  if (first >= units.length) return NOTHING_KNOWN;
  const sold = Float64Array.from(units.subarray(first));
  const lastSale = sold.findLastIndex((one) => one > 0);
  const suspected = inStock === undefined ? markSuspected(sold, isOut ? lastSale : undefined) : 0;
  const empty = inStock === undefined ? 0 : markEmpty(sold, inStock.empty, first);
  const asked = inStock === undefined ? sold : raised(sold, inStock.soldOut, first);
  const usual = asked.map((value, index) => perUsualDay(value, valueAt(season, first + index)));
  return {
    history: winsorise(usual),
    knownDays: usual.reduce((count, value) => count + Number(!Number.isNaN(value)), 0),
    emptyDays: empty,
    suspectedDays: suspected,
    quietDays: lastSale < 0 ? undefined : sold.length - 1 - lastSale,
    ageDays: sold.length,
  };
}

const NOTHING_KNOWN: KnownDemand = {
  history: new Float64Array(0),
  ...{ knownDays: 0, emptyDays: 0, suspectedDays: 0, ageDays: 0, quietDays: undefined },
};

/** A weekday on which the shop is closed tells nothing unless something was sold. */
function perUsualDay(units: number, factor: number): number {
  if (factor > 0) return units / factor;
  return units > 0 ? units : NaN;
}

function markSuspected(sold: Float64Array, quietSince: number | undefined): number {
  const runs = unexplainedGaps(sold);
  for (const { from, to } of runs) sold.fill(NaN, from, to);
  if (quietSince !== undefined) sold.fill(NaN, quietSince + 1);
  return sold.reduce((count, value) => count + Number(Number.isNaN(value)), 0);
}

function markEmpty(sold: Float64Array, empty: readonly boolean[], first: number): number {
  let count = 0;
  for (let day = 0; day < sold.length; day += 1) {
    if (empty[first + day] !== true) continue;
    sold[day] = NaN;
    count += 1;
  }
  return count;
}

function raised(sold: Float64Array, soldOut: readonly boolean[], first: number): Float64Array {
  const own = soldOut.slice(first);
  return own.includes(true) ? uncensoredDemand(sold, own, MEMORY) : sold;
}
