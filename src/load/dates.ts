import { dayFrom, isDay, type Day } from '../domain/day.ts';

/** A local date as written, with the time of day as written (`23:06:05`, seconds optional) when there is one. */
export interface ParsedDay {
  readonly day: Day;
  readonly time?: string;
}

export type DateOrder = 'dmy' | 'mdy';

/**
 * Whether a text can stand behind `2026-10-31 23:06:05` and leaves that as it is: nothing, a fraction, a zone; not AM or PM. Few
 * different ones stand in a file, each is worked out once.
 */
export function timeEnds(): (text: string) => boolean {
  const known = new Map<string, boolean>();
  const isEnd = (text: string): boolean =>
    ['01:06:05', '23:06:05'].every((time) => parseDay(`2026-10-31 ${time}${text}`)?.time === time);
  return (text) => {
    let answer = known.get(text);
    if (answer === undefined) {
      answer = isEnd(text);
      if (known.size < MOST_ENDS) known.set(text, answer);
    }
    return answer;
  };
}
const MOST_ENDS = 10_000;

/**
 * Reads the spellings of dates that exports use, keeping the local date as written: a zone never moves it. `order` says how to
 * read `03/04/2026` and defaults to day first; a part over 12 overrules it. Two-digit years are 20xx (19xx from 70). Numbers of
 * 9 to 13 digits are Unix seconds or milliseconds (UTC), 20000 to 80000 spreadsheet serials. Undefined: not a date.
 */
export function parseDay(text: string, order: DateOrder = 'dmy'): ParsedDay | undefined {
  const bare = text.trim().replace(/^'/, '');
  if (bare.length < 5 || bare.length > 48) return undefined;
  return fromIso(bare) ?? fromNumber(bare) ?? fromText(bare, order);
}

/** What the dates of one shape show: an order, nothing, or now this and now that order. */
export type ShownOrder = DateOrder | 'ambiguous' | 'both';

/** The order of day and month per shape of date (`99/99/9999`) in a column; ISO-like dates have no entry. */
export function dateOrdersByShape(column: Iterable<string>): ReadonlyMap<string, ShownOrder> {
  const shapes = new Map<string, ShownOrder>();
  for (const text of column) {
    const parts = OPEN.exec(text);
    if (parts === null) continue;
    const shape = shapeOf(parts);
    const before = shapes.get(shape) ?? 'ambiguous';
    const shown = shownBy(parts);
    if (!shapes.has(shape)) shapes.set(shape, 'ambiguous');
    if (shown === undefined || shown === before || before === 'both' || parseDay(text) === undefined)
      continue;
    shapes.set(shape, before === 'ambiguous' ? shown : 'both');
  }
  return shapes;
}

function shownBy(parts: RegExpExecArray): DateOrder | undefined {
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  if (first > 12 === second > 12) return undefined;
  return first > 12 ? 'dmy' : 'mdy';
}

/** The shape of a date whose order of day and month is open (`99/99/9999`), or undefined. */
export function openShape(text: string): string | undefined {
  const parts = OPEN.exec(text);
  return parts === null ? undefined : shapeOf(parts);
}

const OPEN = /^\s*'?(?:\d{1,2}:\d{2}(?::\d{2})? )?(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;

function shapeOf(parts: RegExpExecArray): string {
  return `99${parts[2]}99${parts[2]}${'9'.repeat(parts[4]?.length ?? 0)}`;
}

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]+(.*))?$/;
const COMPACT = /^(19|20)(\d{2})(\d{2})(\d{2})$/;

function fromIso(text: string): ParsedDay | undefined {
  const parts = ISO.exec(text);
  if (parts !== null) return build(parts[1], parts[3], parts[4], parts[5]);
  const compact = COMPACT.exec(text);
  return compact === null
    ? undefined
    : build(`${compact[1]}${compact[2]}`, compact[3], compact[4], undefined);
}

const SECONDS_PER_DAY = 86_400;
/** 1970-01-01 in the day count of spreadsheets */
const SERIAL_EPOCH = 25_569;

function fromNumber(text: string): ParsedDay | undefined {
  if (/^\d{9,10}$/.test(text)) return fromSeconds(Number(text));
  if (/^\d{12,13}$/.test(text)) return fromSeconds(Math.floor(Number(text) / 1000));
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return undefined;
  const serial = Number(text);
  if (serial < 20_000 || serial > 80_000) return undefined;
  const seconds = Math.round((serial - SERIAL_EPOCH) * SECONDS_PER_DAY);
  return text.includes('.') ? fromSeconds(seconds) : { day: dayFrom(serial - SERIAL_EPOCH) };
}

function fromSeconds(seconds: number): ParsedDay {
  const rest = seconds % SECONDS_PER_DAY;
  const part = (size: number): string => String(Math.floor(rest / size) % 60).padStart(2, '0');
  return {
    day: dayFrom(Math.floor(seconds / SECONDS_PER_DAY)),
    time: `${String(Math.floor(rest / 3600)).padStart(2, '0')}:${part(60)}:${part(1)}`,
  };
}

const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T, ]+(.*))?$/;
const TIME_FIRST = /^(\d{1,2}:\d{2}(?::\d{2})?) (\d.*)$/;
const MONTH_FIRST = /^([A-Za-z]{3,9})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4}|\d{2})(?:,? +(.*))?$/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4}|\d{2})(?:,? +(.*))?$/;
const MONTH_AND_YEAR = /^([A-Za-z]{3,9})[ -](\d{4}|\d{2})$/;

function fromText(text: string, order: DateOrder): ParsedDay | undefined {
  const turned = text.replace(TIME_FIRST, '$2 $1').replace(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /, '');
  const numeric = NUMERIC.exec(turned);
  if (numeric !== null) return fromNumeric(numeric, order);
  const monthFirst = MONTH_FIRST.exec(turned);
  if (monthFirst !== null)
    return build(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2], monthFirst[4]);
  const dayFirst = DAY_FIRST.exec(turned);
  if (dayFirst !== null) return build(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1], dayFirst[4]);
  const monthOnly = MONTH_AND_YEAR.exec(turned);
  return monthOnly === null ? undefined : build(monthOnly[2], monthNumber(monthOnly[1]), '1', undefined);
}

function fromNumeric(parts: RegExpExecArray, order: DateOrder): ParsedDay | undefined {
  const [first, second] = [parts[1], parts[3]];
  const monthFirst = Number(second) > 12 || (order === 'mdy' && Number(first) <= 12);
  return monthFirst ? build(parts[4], first, second, parts[5]) : build(parts[4], second, first, parts[5]);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

type Part = string | undefined;

// eslint's limit on parameters is met by handing the rest (time and zone) over last
function build(...[year, month, date, rest]: readonly [Part, Part, Part, Part]): ParsedDay | undefined {
  const day = `${fullYear(year ?? '')}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
  if (!isDay(day)) return undefined;
  if (rest === undefined || rest.trim() === '') return { day };
  const time = timeOf(rest);
  return time === undefined ? (ZONE_ONLY.test(rest) ? { day } : undefined) : { day, time };
}
const ZONE_ONLY = /^(?:Z|UTC|GMT|[A-Z]{2,4}|[+-]\d{2}:?\d{2})$/;

function fullYear(year: string): string {
  if (year.length !== 2) return year;
  return `${year >= '70' ? '19' : '20'}${year}`;
}

const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?\(?[A-Za-z+-][\w:+ /-]*\)?)?$/;

function timeOf(text: string): string | undefined {
  const parts = TIME.exec(text.trim());
  if (parts === null) return undefined;
  const half = parts[4]?.toLowerCase();
  const written = Number(parts[1]);
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  if (hour > 24 || Number(parts[2]) > 59) return undefined;
  const seconds = parts[3] === undefined ? '' : `:${parts[3]}`;
  return `${String(hour).padStart(2, '0')}:${parts[2]}${seconds}`;
}
