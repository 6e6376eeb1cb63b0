import { isDay } from '../../domain/day.ts';
import type { ParsedDay } from '../dates.ts';
import type { RowReader } from '../row-reader.ts';

/** Languages of the shops whose statements have been met, and those next to them. */
const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt'];
const DAY_FIRST = /^(\d{1,2})\.? (?:de )?([\p{L}.]+),? (?:de )?(\d{4})$/u;

/** A statement's day: `31. Januar 2026` and `31 de enero de 2026` as well as what every reader understands. */
export function statementDay(cells: RowReader, row: number, column: number): ParsedDay | undefined {
  const [, date = '', month = '', year = ''] = DAY_FIRST.exec(cells.text(row, column)) ?? [];
  months ??= monthNumbers();
  const number = months.get(nameOf(month));
  const day = `${year}-${number ?? ''}-${date.padStart(2, '0')}`;
  return number !== undefined && isDay(day) ? { day } : cells.day(row, column);
}

let months: ReadonlyMap<string, string> | undefined;

function monthNumbers(): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      for (let index = 0; index < 12; index += 1) {
        const name = nameOf(format.format(Date.UTC(2026, index, 1)));
        numbers.set(name, String(index + 1).padStart(2, '0'));
      }
    }
  }
  return numbers;
}

function nameOf(month: string): string {
  return month.toLowerCase().replaceAll('.', '');
}
