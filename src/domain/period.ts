import {
  addDays,
  addMonths,
  addMonthsToDay,
  dayNumber,
  daysInMonth,
  formatDay,
  isDay,
  monthName,
  monthOf,
  type Day,
} from './day.ts';

/** A stretch of days, both ends inclusive. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Number of days, both ends counted. */
export function daysIn(period: Period): number {
  return dayNumber(period.to) - dayNumber(period.from) + 1;
}

/** Whether the day lies in the period, ends included. */
export function contains(period: Period, day: Day): boolean {
  return day >= period.from && day <= period.to;
}

export interface PeriodContext {
  /** today in the shop's zone */
  readonly asOf: Day;
  /** month 1 to 12 */
  readonly fiscalYearStart: number;
}

type Rule = readonly [RegExp, (parts: readonly string[], context: PeriodContext) => Period | undefined];

const RULES: readonly Rule[] = [
  [/^(\d{4}-(?:0[1-9]|1[0-2]))$/, ([, month = '']) => monthPeriod(month)],
  [/^(\d{4})-q([1-4])$/, ([, year, quarter]) => months(`${year}-01`, (Number(quarter) - 1) * 3, 3)],
  [/^(\d{4})$/, ([, year]) => ({ from: `${year}-01-01`, to: `${year}-12-31` })],
  [/^fy(\d{4})(?:-(\d{2}|\d{4}))?$/, ([, year = '', end], context) => fiscalYear(year, end, context)],
  [/^(\d{4}-\d{2}-\d{2})$/, ([, day = '']) => (isDay(day) ? { from: day, to: day } : undefined)],
  [
    /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/,
    ([, from = '', to = '']) => (isDay(from) && isDay(to) && from <= to ? { from, to } : undefined),
  ],
  [
    /^([1-9]\d{0,3})d$/,
    ([, count], { asOf }) => ({ from: addDays(asOf, -Number(count)), to: addDays(asOf, -1) }),
  ],
  [/^today$/, (_, { asOf }) => ({ from: asOf, to: asOf })],
  [/^yesterday$/, (_, { asOf }) => ({ from: addDays(asOf, -1), to: addDays(asOf, -1) })],
  [/^(?:mtd|this-month)$/, (_, { asOf }) => ({ from: `${monthOf(asOf)}-01`, to: asOf })],
  [/^ytd$/, (_, { asOf }) => ({ from: `${asOf.slice(0, 4)}-01-01`, to: asOf })],
  [
    /^fytd$/,
    (_, context) => ({ from: fiscalYearOf(context.asOf, context.fiscalYearStart).from, to: context.asOf }),
  ],
  [/^last-month$/, (_, { asOf }) => monthPeriod(addMonths(monthOf(asOf), -1))],
  [/^last-week$/, (_, { asOf }) => lastWeek(asOf)],
  [
    /^last-quarter$/,
    (_, { asOf }) =>
      months(asOf.slice(0, 4) + '-01', Math.floor((Number(asOf.slice(5, 7)) - 1) / 3) * 3 - 3, 3),
  ],
  [
    /^last-year$/,
    (_, { asOf }) => ({
      from: `${Number(asOf.slice(0, 4)) - 1}-01-01`,
      to: `${Number(asOf.slice(0, 4)) - 1}-12-31`,
    }),
  ],
];

/** Ways to name a period, for help and error messages. */
export const PERIOD_FORMS =
  '2026-10, 2026-Q3, 2026, fy2026-27, 2026-10-24, 2026-10-01..2026-10-15, 7d, 30d, today, yesterday, mtd, ytd, fytd, last-week, last-month, last-quarter, last-year';

/**
 * Reads a period's name. `7d` is the seven full days before today; `mtd` and `ytd` end today; weeks run Monday to Sunday;
 * `fy2026-27` starts in the fiscal year's first month. Undefined when the text names no period.
 */
export function parsePeriod(text: string, context: PeriodContext): Period | undefined {
  const name = text.trim().toLowerCase();
  for (const [pattern, make] of RULES) {
    const parts = pattern.exec(name);
    if (parts !== null) return make(parts, context);
  }
  return undefined;
}

/** The whole calendar month `2026-10`. */
export function monthPeriod(month: string): Period {
  return { from: `${month}-01`, to: `${month}-${String(daysInMonth(month)).padStart(2, '0')}` };
}

function months(start: string, offset: number, count: number): Period {
  const first = addMonths(start, offset);
  return { from: `${first}-01`, to: monthPeriod(addMonths(first, count - 1)).to };
}

function fiscalYear(
  year: string,
  end: string | undefined,
  { fiscalYearStart }: PeriodContext,
): Period | undefined {
  const next = String(Number(year) + (fiscalYearStart === 1 ? 0 : 1));
  if (end !== undefined && !next.endsWith(end)) return undefined;
  return months(`${year}-01`, fiscalYearStart - 1, 12);
}

/** The fiscal year that a day lies in. */
export function fiscalYearOf(day: Day, fiscalYearStart: number): Period {
  const year = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < fiscalYearStart ? 1 : 0);
  return months(`${year}-01`, fiscalYearStart - 1, 12);
}

function lastWeek(asOf: Day): Period {
  const weekday = (dayNumber(asOf) + 3) % 7;
  const monday = addDays(asOf, -weekday - 7);
  return { from: monday, to: addDays(monday, 6) };
}

function wholeMonths(period: Period): number | undefined {
  if (!period.from.endsWith('-01') || addDays(period.to, 1).slice(8) !== '01') return undefined;
  const [first, last] = [period.from, period.to];
  return (
    (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
    Number(last.slice(5, 7)) -
    Number(first.slice(5, 7)) +
    1
  );
}

/**
 * The period just before, of the same length: whole months are followed back as whole months (October → September), a
 * month so far is compared with the same days of the month before, anything else with as many days.
 */
export function previousPeriod(period: Period): Period {
  const count = wholeMonths(period);
  if (count !== undefined) return months(monthOf(period.from), -count, count);
  if (period.from.endsWith('-01') && monthOf(period.from) === monthOf(period.to)) {
    return { from: addMonthsToDay(period.from, -1), to: addMonthsToDay(period.to, -1) };
  }
  const length = daysIn(period);
  return { from: addDays(period.from, -length), to: addDays(period.to, -length) };
}

/** The same dates one year earlier; 29 February becomes the 28th, and a month's end stays a month's end. */
export function lastYear(period: Period): Period {
  const count = wholeMonths(period);
  if (count !== undefined) return months(monthOf(period.from), -12, count);
  return { from: addMonthsToDay(period.from, -12), to: addMonthsToDay(period.to, -12) };
}

/** A period for a heading: `Oct 2026`, `2026`, `1–15 Oct 2026`, `28 Sep – 4 Oct 2026`, `24 Oct 2026`. */
export function formatPeriod(period: Period): string {
  const { from, to } = period;
  if (from === to) return formatDay(from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  if (wholeMonths(period) === 1) return `${monthName(Number(from.slice(5, 7)))} ${from.slice(0, 4)}`;
  if (wholeMonths(period) === 12 && sameYear) return from.slice(0, 4);
  if (monthOf(from) === monthOf(to)) return `${Number(from.slice(8))}–${formatDay(to)}`;
  return `${sameYear ? formatDay(from).slice(0, -5) : formatDay(from)} – ${formatDay(to)}`;
}
