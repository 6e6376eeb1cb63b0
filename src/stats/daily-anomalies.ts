import { dailyBaseline } from './daily-baseline.ts';
import { type LevelShift } from './daily-shifts.ts';
import { median } from './order-statistics.ts';
import { studentTail } from './student-tail.ts';
import { valueAt } from './value-at.ts';
import { type Days, byWeekday, weekdayAt } from './weekday-profile.ts';

export type { LevelShift } from './daily-shifts.ts';

/** A number for every day without a gap, oldest first; NaN: not known. */
export interface DailySeries extends Days {
  /** days that a feast or own sale explains; they are neither learned from nor flagged */
  readonly eventOf?: (index: number) => string | undefined;
}

export interface AnomalousDay {
  readonly index: number;
  readonly value: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** standard deviations away from what was expected, on the log scale; negative: too little */
  readonly score: number;
  readonly direction: 'up' | 'down';
  /** more than 6 deviations away */
  readonly severe: boolean;
  /** share of ordinary days at least as far away: two-sided tail of Student's t with 3 degrees of freedom */
  readonly chance: number;
}

export interface DailyFindings {
  /** what each day should have brought; 0 on weekdays that are closed, NaN when there is too little to say */
  readonly expected: Float64Array;
  /** three deviations below and above that */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly days: readonly AnomalousDay[];
  readonly shifts: readonly LevelShift[];
  /** at least four weeks of known, ordinary, open days */
  readonly enough: boolean;
}

const NOTABLE = 3;
const SEVERE = 6;
const TWO_WEEKS = 14;
const FOUR_WEEKS = 28;
/** A day without sales has no logarithm; it is taken for a hundredth of a usual day. */
const LEAST_SHARE = 0.01;

interface Prepared {
  /** logarithms; NaN where not known or closed */
  readonly logs: Float64Array;
  readonly isClosed: (index: number) => boolean;
  readonly isExplained: (index: number) => boolean;
  /** known, ordinary, open days */
  readonly count: number;
}

/** A weekday is closed when more than half of its days brought nothing. */
function prepared(series: DailySeries): Prepared {
  const closed = byWeekday(series, 0).map((group) => median(group) <= 0);
  const isClosed = (index: number): boolean => closed[weekdayAt(series, index)] === true;
  const isExplained = (index: number): boolean => series.eventOf?.(index) !== undefined;
  const open = Float64Array.from(series.values, (value, i) => (isClosed(i) ? NaN : value));
  const least = LEAST_SHARE * median(open);
  const logs = open.map((value) => Math.log(Math.max(value, least)));
  const count = logs.filter((log, i) => !Number.isNaN(log) && !isExplained(i)).length;
  return { logs, isClosed, isExplained, count };
}

function nothing(n: number): DailyFindings {
  const unknown = new Float64Array(n).fill(NaN);
  return { expected: unknown, low: unknown, high: unknown, days: [], shifts: [], enough: false };
}

/**
 * Days that do not fit, and days from which on the level is another, of a shop's daily takings. A day is expected to bring its weekday's
 * worth on the level of the weeks around it (`dailyBaseline`); more than 3 deviations away on the log scale flags it, more than 6 is
 * severe. The log scale sees a lost day as well as a doubled one; zero and less count as a hundredth of a usual day. Weekdays that mostly
 * bring nothing are closed and not judged; a day without sales on another weekday is far too low. Explained days are left out of the
 * learning and not flagged, but have an expectation. Of 14 to 27 known days only those more than 6 deviations away are flagged and no
 * shift is sought (`enough` is false); of fewer, and of days without any sale, nothing is said.
 * Three degrees of freedom: 6.2 % of the days of 111 real daily series lie beyond 3 deviations; the normal distribution would have 0.3 %.
 */
export function dailyAnomalies(series: DailySeries): DailyFindings {
  const { logs, isClosed, isExplained, count } = prepared(series);
  const { firstWeekday } = series;
  if (count < TWO_WEEKS) return nothing(logs.length);
  const enough = count >= FOUR_WEEKS;
  const learned = { values: logs.map((log, i) => (isExplained(i) ? NaN : log)), firstWeekday };
  const { expected, deviation, shifts } = dailyBaseline(learned);
  const at = (i: number, deviations: number): number =>
    isClosed(i) ? 0 : Math.exp(valueAt(expected, i) + deviations * valueAt(deviation, i));
  const band = (deviations: number): Float64Array => expected.map((_, i) => at(i, deviations));
  const days = Array.from(logs, (log, index): AnomalousDay => {
    const score = (log - valueAt(expected, index)) / valueAt(deviation, index);
    return {
      index,
      value: valueAt(series.values, index),
      expected: at(index, 0),
      low: at(index, -NOTABLE),
      high: at(index, NOTABLE),
      score,
      direction: score > 0 ? 'up' : 'down',
      severe: Math.abs(score) > SEVERE,
      chance: studentTail(score),
    };
  });
  const beyond = enough ? NOTABLE : SEVERE;
  return {
    expected: band(0),
    low: band(-NOTABLE),
    high: band(NOTABLE),
    days: days.filter(({ index, score }) => Math.abs(score) > beyond && !isExplained(index)),
    shifts: enough ? shifts : [],
    enough,
  };
}
