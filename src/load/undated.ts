import type { Movement } from '../domain/books.ts';
import { isDay, type Day } from '../domain/day.ts';

/** A movement of money of which its file does not say when it was. */
export type UndatedMovement = Omit<Movement, 'day'>;

/** What a file without dates holds until other files, or its own name, give it days. */
export interface Undated {
  readonly movements: readonly UndatedMovement[];
  /** the last day of the period that the file's name tells */
  readonly until: Day | undefined;
}

/** By `saleKey`: the day of an order of which a file tells no amounts. */
export type OrderDays = ReadonlyMap<string, Day>;

const DAYS = /(?<!\d)(20\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/g;

/**
 * The last day of a period that a file is named by (`settled-20260801-20260831.xlsx`, also as the workbook of a sheet); undefined
 * unless the name has two days in order: a single one is mostly the day of the download.
 */
export function periodEnd(file: string): Day | undefined {
  const parts = file.split(/[/\\]/);
  const name = parts.findLast((part) => /\.\w{3,4}$/.test(part)) ?? file;
  const days = Array.from(name.matchAll(DAYS), ([, year, , month, day]) => [year, month, day].join('-'));
  const [from, until] = days.slice(-2);
  if (from === undefined || until === undefined || !isDay(from) || !isDay(until)) return undefined;
  return from <= until ? until : undefined;
}
