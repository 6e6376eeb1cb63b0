import { addMonths, isDay, monthOf, type Day } from '../domain/day.ts';
import { contains, daysIn, type Period } from '../domain/period.ts';
import type { Facts } from './facts.ts';
import { spansOf, wholeWord, type Span } from './text-marks.ts';

/** A month that a text names, with the months of the facts that it can be. */
export interface NamedMonth extends Span {
  readonly months: readonly string[];
}

/** Dates, months and years of a text: where they stand, and which of them the answer does not cover. */
export interface CalendarReading {
  readonly spans: readonly Span[];
  readonly months: readonly NamedMonth[];
  readonly problems: readonly string[];
}

type Days = Pick<Facts, 'period' | 'compare' | 'asOf'>;

const NAMES: readonly string[] = [
  'January|Jan|january|जनवरी',
  'February|Feb|february|फ़रवरी|फरवरी',
  'March|Mar|मार्च',
  'April|Apr|april|अप्रैल',
  'May|मई',
  'June|Jun|june|जून',
  'July|Jul|july|जुलाई',
  'August|Aug|अगस्त',
  'September|Sept|Sep|september|सितंबर|सितम्बर',
  'October|Oct|october|अक्टूबर|अक्तूबर',
  'November|Nov|november|नवंबर|नवम्बर',
  'December|Dec|december|दिसंबर|दिसम्बर',
].map((names) => names.normalize('NFC'));
const MONTH = `(?<month>${NAMES.join('|')})\\.?`;
const YEAR = '(?<year>(?:19|20)\\d{2})';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const NOT_AMOUNT = '(?![\\d,.]*\\d|\\s?(?:%|per\\s?cent|orders|units|lakh|crore))';

/** In this order: what an earlier form has taken, a later one leaves alone. */
const FORMS: readonly RegExp[] = [
  wholeWord(`${YEAR}-(?<number>\\d{2})-(?<day>\\d{2})`, 'gu'),
  wholeWord(
    `${DAY}\\s?(?:–|-|to|and)\\s?(?<last>\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}(?:,?\\s+${YEAR})?`,
    'gu',
  ),
  wholeWord(`${DAY}\\s+(?:of\\s+)?${MONTH}(?:,?\\s+${YEAR})?`, 'gu'),
  wholeWord(`${MONTH},?\\s+${YEAR}`, 'gu'),
  wholeWord(`${MONTH}\\s+${DAY}${NOT_AMOUNT}(?:,\\s+${YEAR})?`, 'gu'),
  wholeWord(MONTH, 'gu'),
  wholeWord(`(?:FY\\s?)?${YEAR}[-–/](?<next>\\d{2}|\\d{4})`, 'gu'),
  wholeWord(`(?<quarter>Q[1-4])(?:\\s+(?:FY\\s?)?${YEAR})?`, 'gu'),
  wholeWord(`(?<=(?:\\b(?:in|of|year|since|during|until|FY|for)\\s+))${YEAR}${NOT_AMOUNT}`, 'gu'),
  wholeWord(`${YEAR}(?=\\s+(?:में|के|की|का|से))`, 'gu'),
];

type Parts = Readonly<
  Partial<Record<'month' | 'year' | 'number' | 'day' | 'last' | 'next' | 'quarter', string>>
>;

/**
 * Reads dates, months and years. A month or year has to lie in the period or the one it is compared with; a day in one of
 * them or on the answer's own day (`edges`: on their first or last day). "Last month" and the like must fit their length.
 */
export function readCalendar(text: string, days: Days, { edges = false } = {}): CalendarReading {
  const known = monthsOf(days);
  const spans: Span[] = [];
  const months: NamedMonth[] = [];
  const problems: string[] = [...relativeProblems(text, days)];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (spans.some((other) => span.start < other.end && span.end > other.start)) continue;
      const parts: Parts = match.groups ?? {};
      const named = monthsNamed(parts, known);
      spans.push(span);
      if (named.length > 0) months.push({ ...span, months: named });
      const context = { days, known, named, edges, before: text.slice(0, span.start) };
      if (!isCovered(parts, context)) problems.push(`"${match[0]}" is not a time that the figures cover`);
    }
  }
  return { spans, months, problems };
}

function monthsOf({ period, compare }: Days): readonly string[] {
  return [period, compare].flatMap((stretch) => (stretch === null ? [] : monthsIn(stretch)));
}

/** The months that a period touches: `2026-09`, `2026-10`. */
export function monthsIn(period: Period): readonly string[] {
  const months: string[] = [];
  for (let month = monthOf(period.from); month <= monthOf(period.to); month = addMonths(month, 1)) {
    months.push(month);
  }
  return months;
}

function monthsNamed({ month, number, year }: Parts, known: readonly string[]): readonly string[] {
  const index = NAMES.findIndex((names) => names.split('|').includes(month ?? ''));
  const tail = number ?? String(index + 1).padStart(2, '0');
  if (month === undefined && number === undefined) return [];
  return known.filter((one) => one.slice(5) === tail && (year === undefined || one.startsWith(year)));
}

interface Covering {
  readonly days: Days;
  readonly known: readonly string[];
  readonly named: readonly string[];
  readonly edges: boolean;
  /** the text before the date */
  readonly before: string;
}

function isCovered(parts: Parts, context: Covering): boolean {
  const { days, known, named } = context;
  if (parts.quarter !== undefined) return isQuarter(parts, days);
  if (parts.next !== undefined) {
    return Number(parts.next) % 100 === (Number(parts.year) + 1) % 100 && hasYear(known, parts.year);
  }
  if (parts.month === undefined && parts.number === undefined) return hasYear(known, parts.year);
  const dates = [parts.day, parts.last].filter((date) => date !== undefined);
  if (dates.length > 0) return dates.every((date) => isDayCovered(date, parts, context));
  return named.length > 0 || isAsOfMonth(parts, context);
}

function hasYear(known: readonly string[], year: string | undefined): boolean {
  return known.some((month) => month.slice(0, 4) === year);
}

function isQuarter({ quarter = '', year }: Parts, { period, compare }: Days): boolean {
  const first = { Q1: '01', Q2: '04', Q3: '07', Q4: '10' }[quarter];
  const fits = ({ from, to }: Period): boolean =>
    daysIn({ from, to }) >= 89 &&
    daysIn({ from, to }) <= 92 &&
    ['01', '04', '07', '10'].includes(from.slice(5, 7)) &&
    (year === undefined ? true : from.slice(5, 7) === first && from.startsWith(year));
  return [period, compare].some((stretch) => stretch !== null && fits(stretch));
}

function isDayCovered(date: string, { month, number, year }: Parts, { days, edges }: Covering): boolean {
  const { period, compare, asOf } = days;
  const stretches = [period, compare].filter((stretch) => stretch !== null);
  const candidates = [...monthsOf(days), ...(asOf === undefined ? [] : [monthOf(asOf)])];
  const named = monthsNamed({ month, number, year } as Parts, candidates);
  return named
    .map((one): Day => `${one}-${date.padStart(2, '0')}`)
    .filter(isDay)
    .some(
      (day) =>
        day === asOf ||
        stretches.some(({ from, to }) => (edges ? day === from || day === to : contains({ from, to }, day))),
    );
}

function isAsOfMonth(parts: Parts, { days: { asOf }, before }: Covering): boolean {
  return asOf !== undefined && /\bas of\s+$/i.test(before) && monthsNamed(parts, [monthOf(asOf)]).length > 0;
}

const RELATIVE = [
  [
    /\b(?:last|previous|prior|earlier)\s+month\b|\bmonth (?:before|earlier|ago)\b|पिछले महीने|पिछले माह/giu,
    28,
    31,
  ],
  [
    /\b(?:last|previous|prior)\s+week\b|\bweek (?:before|earlier|ago)\b|पिछले हफ़्ते|पिछले हफ्ते|पिछले सप्ताह/giu,
    7,
    7,
  ],
  [/\b(?:last|previous|prior)\s+quarter\b|\bquarter (?:before|earlier|ago)\b|पिछली तिमाही/giu, 89, 92],
] as const;
const LAST_YEAR = /\b(?:last|previous|prior)\s+year\b|\byear (?:before|earlier|ago)\b|पिछले साल|पिछले वर्ष/giu;

function relativeProblems(text: string, { period, compare }: Days): readonly string[] {
  const stretches = [period, compare].filter((stretch) => stretch !== null);
  const plain = text.normalize('NFC');
  const wrong = RELATIVE.flatMap(([pattern, least, most]) => {
    const fits = stretches.some((stretch) => daysIn(stretch) >= least && daysIn(stretch) <= most);
    return fits ? [] : spansOf(plain, pattern);
  });
  const yearApart =
    period !== null &&
    compare !== null &&
    (daysIn(compare) >= 365 || period.from.slice(0, 4) > compare.from.slice(0, 4));
  return [...wrong, ...(yearApart ? [] : spansOf(plain, LAST_YEAR))].map(
    ({ text: words }) => `"${words}" is not a time that the figures cover`,
  );
}
