import { mean, median } from './order-statistics.ts';
import { runningMean } from './running-mean.ts';
import { valueAt } from './value-at.ts';

/** A number for every day without a gap, oldest first; NaN: not known. */
export interface Days {
  readonly values: ArrayLike<number>;
  /** weekday of `values[0]`, 0 = Monday */
  readonly firstWeekday: number;
}

const WEEK = 7;
/** More weeks follow the season's changes less closely and scatter less. */
const PROFILE_WEEKS = 26;
/** Ordinary weekdays count as that many weeks, so that one or two weeks do not make a profile. */
const FLAT_WEEKS = 1;
/** A weekday is closed when so many zeros would come by chance more rarely than this. */
const CHANCE = 0.05;

export function weekdayAt(days: Days, index: number): number {
  return (days.firstWeekday + index) % WEEK;
}

/** The known values of each weekday among the days from index `from` on, oldest first. */
export function byWeekday(days: Days, from: number): readonly (readonly number[])[] {
  const groups = Array.from({ length: WEEK }, (): number[] => []);
  for (let i = Math.max(0, from); i < days.values.length; i += 1) {
    const value = valueAt(days.values, i);
    if (!Number.isNaN(value)) groups[weekdayAt(days, i)]?.push(value);
  }
  return groups;
}

/**
 * Weekdays without any sale, where chance is no explanation: the share of zeros among the other weekdays, (zeros + 1)/(days + 2), to the
 * power of the days seen is below 5 %.
 */
export function closedWeekdays(days: Days): readonly boolean[] {
  const counts = byWeekday(days, 0).map((group) => ({
    days: group.length,
    zeros: group.reduce((zeros, value) => (value === 0 ? zeros + 1 : zeros), 0),
  }));
  const open = counts.filter(({ days: seen, zeros }) => zeros < seen);
  const sum = (part: 'days' | 'zeros') => open.reduce((total, count) => total + count[part], 0);
  const chance = (sum('zeros') + 1) / (sum('days') + 2);
  return counts.map(({ days: seen, zeros }) => seen > 0 && zeros === seen && chance ** seen < CHANCE);
}

/** The factors times one number, so that their mean is 1; all zero: all 1. */
function normalised(factors: Float64Array): Float64Array {
  const middle = mean(factors);
  return factors.map((factor) => (middle > 0 ? factor / middle : 1));
}

/**
 * What each weekday is worth, 0 = Monday: g = median of value ÷ centred 7-day mean over the last 26 weeks, a week of 1 added to the weeks
 * seen, (n g + 1)/(n + 1), normalised to mean 1. A weekday that is always closed is 0; one never known, and every one of a history of
 * zeros, is 1. Source: ratio to moving average, Hyndman & Athanasopoulos (2021), 3.4, with medians.
 */
export function weekdayProfile(days: Days): Float64Array {
  const level = runningMean(days.values, 3);
  const ratios = new Float64Array(days.values).map((value, i) => value / valueAt(level, i));
  const recent = byWeekday(
    { ...days, values: ratios.map(finite) },
    days.values.length - WEEK * PROFILE_WEEKS,
  );
  const closed = closedWeekdays(days);
  const raw = Float64Array.from(recent, (group, day) => {
    if (closed[day] === true) return 0;
    return group.length === 0 ? 1 : (group.length * median(group) + FLAT_WEEKS) / (group.length + FLAT_WEEKS);
  });
  return normalised(raw);
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}
