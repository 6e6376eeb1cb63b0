import { monthName } from '../../domain/day.ts';
import { parseDay, type ParsedDay } from '../dates.ts';
import type { RowReader } from '../row-reader.ts';
import { utcDays } from '../utc-day.ts';

/** The day and time of a cell; undefined when it is blank, and a Problem when it cannot be read. */
export type AmazonDay = (row: number, column: number) => ParsedDay | undefined;

/**
 * Reads days as Amazon's marketplaces write them: `Jun 3, 2026 2:15:12 AM PDT`, `1 Jul 2026 4:24:44 am UTC`, `2 juil. 2026
 * 03:04:42 UTC`, `05.04.2026 10:30:00 UTC` (with dots the day is first), `2026/05/01 10:00:00JST`. Kept as written.
 */
export function dayReader(cells: RowReader): AmazonDay {
  return (row, column) => {
    const text = cells.text(row, column);
    const parsed = DOTTED.test(text) ? parseDay(text, 'dmy') : worded(text);
    return parsed ?? cells.day(row, column);
  };
}
const DOTTED = /^\d{1,2}\.\d{1,2}\.\d{4}/;

/**
 * The same for reports in rupees, where a time in UTC is put on its day in India: amazon.in cuts its months there and writes the
 * first hours of August as the evening of 31 July. Midnight sharp stands for a day without time and stays.
 */
export function indianDayReader(cells: RowReader): AmazonDay {
  const read = dayReader(cells);
  const dayInIndia = utcDays('Asia/Kolkata');
  return (row, column) => {
    const parsed = read(row, column);
    if (parsed?.time === undefined || parsed.time === '00:00:00') return parsed;
    return IN_UTC.test(cells.text(row, column)) ? { ...parsed, day: dayInIndia(parsed) } : parsed;
  };
}
const IN_UTC = /(?:UTC|GMT|\dZ|[+-]00:?00)$/;

function worded(text: string): ParsedDay | undefined {
  const parts = WORDED.exec(text);
  if (parts === null) return undefined;
  const month = monthOfWord(parts[2] ?? '');
  return month === 0 ? undefined : parseDay(`${parts[1]} ${monthName(month)} ${parts[3]}`);
}
const WORDED = /^(\d{1,2})\.? +(\p{L}{3,})\.? +(.*)$/u;

/** Number of the month that a word of Amazon's languages names (English, German, French, Italian, Spanish, Dutch, Swedish); 0: none. */
function monthOfWord(word: string): number {
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  if (plain.startsWith('juil')) return 7;
  return MONTHS.findIndex((starts) => starts.includes(plain.slice(0, 3))) + 1;
}
const MONTHS = [
  ['jan', 'gen', 'ene'],
  ['feb', 'fev'],
  ['mar', 'mrz', 'mrt', 'maa'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei', 'maj'],
  ['jun', 'jui', 'giu'],
  ['jul', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];
