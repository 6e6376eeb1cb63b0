import { biweightDeviation } from './biweight.ts';
import { type Stretch } from './level-around.ts';
import { normalBelow } from './normal.ts';
import { valueAt } from './value-at.ts';

export interface LevelShift {
  /** first day of the new level */
  readonly index: number;
  /** new level ÷ old level, over up to four weeks on either side */
  readonly ratio: number;
  /** chance of so large a change somewhere in days without one: two-sided normal tail × days, at most 1 */
  readonly chance: number;
}

interface Place extends Stretch {
  readonly at: number;
}

const WEEK = 7;
/** A new level shows after a week; between two shifts lie eight, else it was an episode. */
const EDGE_DAYS = 7;
const LASTING_DAYS = 56;
const TEST_DAYS = 28;
/** Two weeks tell a step from a drift, eight a new level from an episode. */
const WITNESS_DAYS = [14, 28, 56];
/** A change worth a word: by a quarter up or a fifth down. */
const MATERIAL = Math.log(1.25);
/** Cost of one more level in units of variance × log n: 3 is usual, 4 where days and weeks hang together. */
const PENALTY = 4;

function sumsOf(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => {
    sums[i + 1] = valueAt(sums, i) + value;
  });
  return sums;
}

/** Deviation of a day that takes the wandering of weeks into account: the larger of that of days and √(7/2) × that of weeks' changes. */
function longRunDeviation(sums: Float64Array, daily: number): number {
  const weeks: number[] = [];
  for (let end = sums.length - 1; end >= WEEK; end -= WEEK) {
    weeks.push((valueAt(sums, end) - valueAt(sums, end - WEEK)) / WEEK);
  }
  const changes = weeks.slice(1).map((week, i) => week - valueAt(weeks, i));
  return Math.max(daily, Math.sqrt(WEEK / 2) * biweightDeviation(changes) || 0);
}

/** Mean of up to `days` days from `at` on less that of up to as many before, and its variance in units of a day's. */
function contrast(sums: Float64Array, place: Place, days: number): readonly [number, number] {
  const { at } = place;
  const from = Math.max(place.from, at - days);
  const to = Math.min(place.to, at + days);
  const after = (valueAt(sums, to) - valueAt(sums, at)) / (to - at);
  const before = (valueAt(sums, at) - valueAt(sums, from)) / (at - from);
  return [after - before, 1 / (to - at) + 1 / (at - from)];
}

/** The change at one day in standard errors. */
function strengthAt(sums: Float64Array, place: Place, deviation: number): number {
  const [change, variance] = contrast(sums, place, TEST_DAYS);
  return Math.abs(change) / (deviation * Math.sqrt(variance));
}

function isBorneOut(sums: Float64Array, place: Place): boolean {
  const changes = WITNESS_DAYS.map((days) => contrast(sums, place, days)[0]);
  return Math.min(...changes) >= MATERIAL || Math.max(...changes) <= -MATERIAL;
}

/** A stronger change within a week means that this is its slope, not its place; it may lie too near an end to be sure of. */
function isPeak(sums: Float64Array, place: Place, deviation: number): boolean {
  const own = strengthAt(sums, place, deviation);
  const from = Math.max(place.from + 1, place.at - WEEK);
  const to = Math.min(place.to - 1, place.at + WEEK);
  for (let at = from; at <= to; at += 1) {
    if (strengthAt(sums, { ...place, at }, deviation) > own) return false;
  }
  return true;
}

/** The strongest shift within a stretch, then those on either side of it. */
function shiftsWithin(sums: Float64Array, stretch: Stretch, deviation: number): readonly LevelShift[] {
  const n = sums.length - 1;
  const first = stretch.from + (stretch.from > 0 ? LASTING_DAYS : EDGE_DAYS);
  const last = stretch.to - (stretch.to < n ? LASTING_DAYS : EDGE_DAYS);
  let best = { at: -1, strength: Math.sqrt(PENALTY * Math.log(n)) };
  for (let at = first; at <= last; at += 1) {
    const place = { ...stretch, at };
    const strength = strengthAt(sums, place, deviation);
    if (strength <= best.strength || !isBorneOut(sums, place) || !isPeak(sums, place, deviation)) continue;
    best = { at, strength };
  }
  if (best.at < 0) return [];
  const [change] = contrast(sums, { ...stretch, at: best.at }, TEST_DAYS);
  const chance = Math.min(1, n * 2 * normalBelow(-best.strength));
  return [
    ...shiftsWithin(sums, { from: stretch.from, to: best.at }, deviation),
    { index: best.at, ratio: Math.exp(change), chance },
    ...shiftsWithin(sums, { from: best.at, to: stretch.to }, deviation),
  ];
}

/**
 * Days from which on a shop sells at another level, ascending. `logs`: logarithms of daily values without their weekdays, outliers drawn in,
 * none NaN; `deviation`: that of one day about the level. A shift changes the mean of up to 2, 4 and 8 weeks on either side by a quarter up
 * or a fifth down, and that of 4 weeks by more than √(4 log n) standard errors (binary segmentation, Scott & Knott 1974, with
 * the variance of weeks). Shifts are at least eight weeks apart and one from the ends; slow drifts and episodes are none.
 */
export function dailyShifts(logs: Float64Array, deviation: number): readonly LevelShift[] {
  const sums = sumsOf(logs);
  return shiftsWithin(sums, { from: 0, to: logs.length }, longRunDeviation(sums, deviation));
}
