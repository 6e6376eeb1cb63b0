import { demandIntervals } from './demand-intervals.ts';
import { optimisedLevel } from './smoothed-level.ts';

/** Sums of blocks of `size` values; what is left over at the beginning, the oldest, is dropped. */
function blockSums(values: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(Math.floor(values.length / size));
  const start = values.length - sums.length * size;
  for (let t = start; t < values.length; t += 1) {
    const block = Math.floor((t - start) / size);
    sums[block] = (sums[block] as number) + (values[t] as number);
  }
  return sums;
}

function levelOfBlocks(values: Float64Array, size: number): number {
  return optimisedLevel(blockSums(values, size)) / size;
}

/** To the nearest whole number, halves to the even one, as the published implementations do. */
function roundHalfEven(value: number): number {
  const nearest = Math.round(value);
  return nearest - value === 0.5 && nearest % 2 === 1 ? nearest - 1 : nearest;
}

/** The known values, and the mean interval between sales rounded to whole periods: 0 when nothing was sold. */
function knownAndInterval(history: ArrayLike<number>): { values: Float64Array; interval: number } {
  const values = Float64Array.from(history).filter((value) => !Number.isNaN(value));
  const { intervals } = demandIntervals(values);
  const total = intervals.reduce((sum, interval) => sum + interval, 0);
  return { values, interval: intervals.length === 0 ? 0 : roundHalfEven(total / intervals.length) };
}

/**
 * Mean demand per period by aggregation and disaggregation: blocks as long as the mean interval between sales are summed, smoothed with
 * the best α of [0.1, 0.3] and divided again. Unknown periods (NaN) are left out. No sale: 0.
 * Source: Nikolopoulos et al. (2011), Journal of the Operational Research Society 62; fixture of statsforecast.
 */
export function adida(history: ArrayLike<number>): number {
  const { values, interval } = knownAndInterval(history);
  return interval === 0 ? 0 : levelOfBlocks(values, interval);
}

/**
 * Mean of what {@link adida} gives for blocks of 1, 2, … periods up to the mean interval between sales: no single length has to be right.
 * No sale: 0. Source: Petropoulos & Kourentzes (2015), Journal of the Operational Research Society 66.
 */
export function imapa(history: ArrayLike<number>): number {
  const { values, interval } = knownAndInterval(history);
  let sum = 0;
  for (let size = 1; size <= interval; size += 1) sum += levelOfBlocks(values, size);
  return interval === 0 ? 0 : sum / interval;
}
