import { biweightDeviation } from './biweight.ts';
import { type LevelShift, dailyShifts } from './daily-shifts.ts';
import { levelAround } from './level-around.ts';
import { mean, median } from './order-statistics.ts';
import { valueAt } from './value-at.ts';
import { byWeekday, weekdayAt } from './weekday-profile.ts';

/** Logarithms of days; NaN: not known, or not to be learned from. */
export interface LogDays {
  readonly values: Float64Array;
  readonly firstWeekday: number;
}

export interface DailyBaseline {
  /** what the logarithm of each day should be */
  readonly expected: Float64Array;
  /** standard deviation of each day about that, the level's own uncertainty with it */
  readonly deviation: Float64Array;
  readonly shifts: readonly LevelShift[];
}

interface Pass extends Omit<DailyBaseline, 'shifts'> {
  readonly profile: readonly number[];
  readonly scores: Float64Array;
  readonly scale: number;
}

interface PassPlan {
  readonly days: LogDays;
  readonly breaks: readonly number[];
  readonly by: 'median' | 'mean';
  /** the pass before */
  readonly profile: readonly number[];
  readonly isLeftOut: (index: number) => boolean;
}

/** Days beyond that do not shape what is expected of the others. */
const OUTLYING = 3;
/** Differences of less than a hundredth are never news, however steady the days are. */
const LEAST_SCALE = 0.01;
/** The last days have no days after them, and are themselves what is asked about. */
const LAST_DAYS = 7;
const LEARNING_PASSES = 2;
/** Outliers are drawn in to that many deviations before levels are compared. */
const DRAWN_IN = 2;

const FLAT = [0, 0, 0, 0, 0, 0, 0];

/** Values that count, less what is given for each. */
function less(days: LogDays, of: (index: number) => number, plan?: PassPlan): Float64Array {
  return days.values.map((value, i) => (plan?.isLeftOut(i) === true ? NaN : value - of(i)));
}

function pass(plan: PassPlan): Pass {
  const { days, breaks, by } = plan;
  const weekday = (i: number): number => weekdayAt(days, i);
  const rough = levelAround(
    less(days, (i) => valueAt(plan.profile, weekday(i)), plan),
    { breaks, by },
  );
  const apart = { ...days, values: less(days, (i) => valueAt(rough.level, i), plan) };
  const centre = by === 'median' ? median : mean;
  const profile = byWeekday(apart, 0).map((group) => (group.length === 0 ? 0 : centre(group)));
  const { level, counts } = levelAround(
    less(days, (i) => valueAt(profile, weekday(i)), plan),
    {
      breaks,
      by,
    },
  );
  const expected = level.map((value, i) => value + valueAt(profile, weekday(i)));
  const wider = (i: number): number => Math.sqrt(1 + 1 / valueAt(counts, i));
  const scaled = days.values.map((value, i) => (value - valueAt(expected, i)) / wider(i));
  const scale = Math.max(LEAST_SCALE, biweightDeviation(scaled));
  const bias = median(scaled);
  return {
    profile,
    scale,
    scores: scaled.map((value) => (value - bias) / scale),
    expected: expected.map((value, i) => value + bias * wider(i)),
    deviation: expected.map((_, i) => scale * wider(i)),
  };
}

/** Values without their weekdays, outliers drawn in towards the level, unknown days on it: what levels are compared by. */
function pseudoValues(days: LogDays, { expected, profile, scores, scale }: Pass): Float64Array {
  return scores.map((score, i) => {
    const level = valueAt(expected, i) - valueAt(profile, weekdayAt(days, i));
    return level + scale * Math.max(-DRAWN_IN, Math.min(DRAWN_IN, score || 0));
  });
}

/**
 * What each day should have brought: a weekday's worth (one for all days) on the level of the three weeks around the day, all in
 * logarithms. First with medians, the last week left out; then, between level shifts, twice with means of days that are not outlying (3
 * deviations), no day taking part in its own level. The deviation of one day is the root of the biweight midvariance of what is left, at
 * least 0.01. At least one known day is needed.
 */
export function dailyBaseline(days: LogDays): DailyBaseline {
  const isLast = (i: number): boolean => i >= days.values.length - LAST_DAYS;
  const first: PassPlan = { days, breaks: [], by: 'median', profile: FLAT, isLeftOut: isLast };
  const rough = pass(first);
  const shifts = dailyShifts(pseudoValues(days, rough), rough.scale);
  const breaks = shifts.map(({ index }) => index);
  let current = shifts.length === 0 ? rough : pass({ ...first, breaks });
  for (let round = 0; round < LEARNING_PASSES; round += 1) {
    const { profile, scores } = current;
    const isLeftOut = (i: number): boolean => Math.abs(valueAt(scores, i)) > OUTLYING;
    current = pass({ days, breaks, by: 'mean', profile, isLeftOut });
  }
  return { expected: current.expected, deviation: current.deviation, shifts };
}
