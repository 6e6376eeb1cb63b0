import { monthName } from '../../domain/day.ts';
import { parseDay, type ParsedDay } from '../dates.ts';
import type { RowReader } from '../row-reader.ts';

/**
 * A day as Amazon's marketplaces write it: `Jun 3, 2026 2:15:12 AM PDT`, `1 Jul 2026 4:24:44 am UTC`, `2 juil. 2026 03:04:42 UTC`,
 * `05.04.2026 10:30:00 UTC` (with dots the day is first), `2026/05/01 10:00:00JST`. Kept as written, whatever the zone. A
 * missing day is undefined; what cannot be read is a Problem.
 */
export function amazonDay(cells: RowReader, row: number, column: number): ParsedDay | undefined {
  const text = cells.text(row, column);
  const parsed = DOTTED.test(text) ? parseDay(text, 'dmy') : worded(text);
  return parsed ?? cells.day(row, column);
}
const DOTTED = /^\d{1,2}\.\d{1,2}\.\d{4}/;

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
