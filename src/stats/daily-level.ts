import { mean, robustDeviation } from './order-statistics.ts';
import { runningMean } from './running-mean.ts';
import { valueAt } from './value-at.ts';

const ALPHAS = [0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3];
/** With too little to choose by. */
const USUAL_ALPHA = 0.1;
/** What a level is judged by: the mean of the four weeks that follow it. */
const AHEAD = 28;
const START = 14;
const WEEK = 7;

/**
 * Values no farther than `deviations` robust standard deviations (3) of the relative distances from their running mean (29 days); what lies
 * beyond is moved to the limit. Unknown values stay unknown.
 */
export function winsorised(values: ArrayLike<number>, deviations = 3): Float64Array {
  const level = runningMean(values, 14);
  const distances = new Float64Array(values).map((value, i) => value / valueAt(level, i) - 1);
  const limit = deviations * robustDeviation(distances.map((d) => (Number.isFinite(d) ? d : NaN)));
  if (!(limit > 0)) return new Float64Array(values);
  return new Float64Array(values).map((value, i) => {
    const middle = valueAt(level, i);
    return Math.max(middle * (1 - limit), Math.min(middle * (1 + limit), value));
  });
}

/** Levels after each known value, l += α(y − l), from the mean of the first fortnight. */
function levels(known: Float64Array, alpha: number): Float64Array {
  let level = mean(known.subarray(0, START));
  return known.map((value) => (level += alpha * (value - level)));
}

function squaredErrorAhead(known: Float64Array, sums: Float64Array, alpha: number): number {
  const smooth = levels(known, alpha);
  let total = 0;
  for (let i = START; i + AHEAD < known.length; i += WEEK) {
    const ahead = (valueAt(sums, i + 1 + AHEAD) - valueAt(sums, i + 1)) / AHEAD;
    total += (ahead - valueAt(smooth, i)) ** 2;
  }
  return total;
}

/**
 * The level at the end: simple smoothing of the known values, α from 0.01 … 0.3 by which the level was nearest to the mean of the 28
 * days that followed it (least squares, week by week). Fewer than 70 known: α = 0.1. Nothing known: NaN.
 */
export function dailyLevel(values: ArrayLike<number>): number {
  const known = new Float64Array(values).filter((value) => !Number.isNaN(value));
  const sums = new Float64Array(known.length + 1);
  known.forEach((value, i) => (sums[i + 1] = valueAt(sums, i) + value));
  const error = (alpha: number) => squaredErrorAhead(known, sums, alpha);
  const errors = known.length < START + 2 * AHEAD ? [] : ALPHAS.map(error);
  const alpha = ALPHAS[errors.indexOf(Math.min(...errors))] ?? USUAL_ALPHA;
  return levels(known, alpha).at(-1) ?? NaN;
}
