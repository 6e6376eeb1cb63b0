import { annualFactors } from './annual-factor.ts';
import { dailyLevel, winsorised } from './daily-level.ts';
import { eventFactors } from './event-factors.ts';
import { mean } from './order-statistics.ts';
import { runningMean } from './running-mean.ts';
import { valueAt } from './value-at.ts';
import { weekdayMedians } from './weekday-median.ts';
import { type Days, weekdayAt, weekdayProfile } from './weekday-profile.ts';

export interface DailyHistory extends Days {
  /** calendar-complete, oldest first; NaN: not known (left out of everything) */
  readonly values: ArrayLike<number>;
  /** weekday of values[0], 0 = Monday */
  readonly firstWeekday: number;
  /**
   * what the day with this index (may lie beyond the history) has to do with a feast or sale: the same word means the same effect, e.g.
   * `diwali-run-up`; undefined: an ordinary day
   */
  readonly eventOf?: (index: number) => string | undefined;
}

/** Fewer known days than this have no weekdays to speak of. */
const FEW_DAYS = 8;
/** Weekday medians need four of each weekday. */
const MEDIAN_DAYS = 28;

const noEvent = (): undefined => undefined;

export function knownDays(values: ArrayLike<number>): number {
  return new Float64Array(values).filter((value) => !Number.isNaN(value)).length;
}

/** The history's ordinary days, all others unknown; if there is no ordinary day, all of it. */
function ordinaryDays(history: DailyHistory): Float64Array {
  const { eventOf = noEvent } = history;
  const ordinary = new Float64Array(history.values).map((value, i) =>
    eventOf(i) === undefined ? value : NaN,
  );
  return knownDays(ordinary) === 0 ? new Float64Array(history.values) : ordinary;
}

/** Ordinary values without their weekday. */
function withoutWeekday(days: Days, factors: Float64Array): Float64Array {
  return new Float64Array(days.values).map((value, i) => {
    const factor = valueAt(factors, weekdayAt(days, i));
    return factor > 0 ? value / factor : NaN;
  });
}

/**
 * The point forecast of one rule, the same at every origin: the mean of two members, weekday median (last 8) and weekday profile × level,
 * both × annual factor × event factor; ordinary days alone make level, profile and medians. Fewer than 28 known ordinary days: the second
 * member alone; fewer than 8: their mean. Never below 0; nothing known: NaN.
 */
export function dailyRule(history: DailyHistory, horizon: number): Float64Array {
  const { values, eventOf = noEvent } = history;
  const days: Days = { values: ordinaryDays(history), firstWeekday: history.firstWeekday };
  const known = knownDays(days.values);
  if (known < FEW_DAYS) return new Float64Array(horizon).fill(Math.max(0, mean(days.values)));
  const factors = weekdayProfile(days);
  const smooth = winsorised(withoutWeekday(days, factors));
  const level = dailyLevel(smooth);
  const medians = known < MEDIAN_DAYS ? factors.map((factor) => factor * level) : weekdayMedians(days);
  const annual = annualFactors(smooth, horizon);
  const usual = runningMean(smooth, 14).map((middle, i) => middle * valueAt(factors, weekdayAt(days, i)));
  const events = eventFactors({ values, usual }, eventOf);
  return annual.map((season, step) => {
    const index = values.length + step;
    const weekday = weekdayAt(days, index);
    const usualDay = (level * valueAt(factors, weekday) + valueAt(medians, weekday)) / 2;
    return Math.max(0, usualDay * season * (events.get(eventOf(index) ?? '') ?? 1));
  });
}
