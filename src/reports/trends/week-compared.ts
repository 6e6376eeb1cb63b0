import type { SellingCalendar } from '../../domain/calendar/selling-calendar.ts';
import { addDays, dayFrom, dayNumber, type Day } from '../../domain/day.ts';
import { roundHalfUp } from '../../domain/money.ts';
import { dailyForecast, type DailyForecast, type DailyHistory } from '../../stats/daily-forecast.ts';

/** The days of one measure, with what a feast or sale does to each. */
export interface MarkedDays extends DailyHistory {
  readonly first: Day;
  readonly values: Float64Array;
  readonly eventOf: (index: number) => string | undefined;
}

/** Days put beside the words for what moves them; 1 January 1970 was a Thursday. */
export function markedDays(
  values: Float64Array,
  first: Day,
  wordOf: (day: Day) => string | undefined,
): MarkedDays {
  const start = dayNumber(first);
  return {
    first,
    values,
    firstWeekday: (((start + 3) % 7) + 7) % 7,
    eventOf: (index) => wordOf(dayFrom(start + index)),
  };
}

/** A sum that is to be expected, and between what it stays nine times out of ten. */
export interface Expected {
  readonly total: number;
  readonly low: number;
  readonly high: number;
}

/** The last week against what it is to be held to; null where the days before do not reach. */
export interface WeekCompared {
  /** the days compared: seven, or all there are */
  readonly days: number;
  readonly total: number;
  /** forecast for these days from the days before them alone; null with less than four weeks before */
  readonly expected: Expected | null;
  /** mean a day of the same weekdays of the four and eight weeks before */
  readonly average4: number | null;
  readonly average8: number | null;
  /** the days of a year ago that stand at the same distance from the same feast, else the same weekdays */
  readonly lastYear: number | null;
}

const WEEK = 7;
const LEAST_HISTORY = 28;
const LOW = 0.05;
const HIGH = 0.95;

/** Compares the last seven days of the measure. */
export function weekCompared(marked: MarkedDays, calendar: SellingCalendar): WeekCompared {
  const { values } = marked;
  const days = Math.min(WEEK, values.length);
  const before = values.length - days;
  const isLong = days === WEEK && before >= LEAST_HISTORY;
  const forecast = isLong
    ? dailyForecast({ ...marked, values: values.subarray(0, before) }, WEEK)
    : undefined;
  const total = sum(values.subarray(before));
  const average = (weeks: number): number | null =>
    before < weeks * WEEK
      ? null
      : known(sum(values.subarray(before - weeks * WEEK, before)) / (weeks * WEEK));
  return {
    ...{ days, total, average4: average(4), average8: average(8) },
    expected: forecast === undefined ? null : expectedOf(forecast, WEEK),
    lastYear: lastYearOf(marked, { before, calendar }),
  };
}

/** What the next days will most likely bring in all; null with less than four weeks of days. */
export function expectedNext(
  marked: MarkedDays,
  horizon: number,
): { days: DailyForecast; total: Expected } | null {
  if (marked.values.length < LEAST_HISTORY) return null;
  const days = dailyForecast(marked, horizon);
  const total = expectedOf(days, horizon);
  return total === null ? null : { days, total };
}

function expectedOf(forecast: DailyForecast, days: number): Expected | null {
  const total = sum(forecast.point);
  if (Number.isNaN(total)) return null;
  const quantile = (q: number): number => roundHalfUp(forecast.totalQuantile(0, days, q));
  return { total: roundHalfUp(total), low: quantile(LOW), high: quantile(HIGH) };
}

function lastYearOf(
  { first, values }: MarkedDays,
  { before, calendar }: { readonly before: number; readonly calendar: SellingCalendar },
): number | null {
  const start = dayNumber(first);
  let total = 0;
  for (let index = before; index < values.length; index += 1) {
    const earlier = dayNumber(calendar.alignedLastYear(addDays(first, index))) - start;
    total += values[earlier] ?? NaN;
  }
  return known(total);
}

/** NaN: something in it is not known. */
export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** A week is off when it is off by this part of what was to be expected … */
const LEAST_CHANGE = 0.05;

/** … and lies outside the forecast's interval; all else is normal variation. True as well where nothing is known to be expected. */
export function isNormalWeek({ expected, total }: WeekCompared): boolean {
  if (expected === null) return true;
  const isSmall = Math.abs(total - expected.total) < LEAST_CHANGE * Math.abs(expected.total);
  return isSmall || (total >= expected.low && total <= expected.high);
}
