import { cleanText } from '../domain/clean-text.ts';
import { exponentOf, type Minor } from '../domain/money.ts';
import type { Problem, ProblemCode } from '../domain/problem.ts';
import { dateOrderFinder } from './date-orders.ts';
import { parseDay, timeEnds, type DateOrder, type ParsedDay } from './dates.ts';
import { report, type OpenDraft } from './draft.ts';
import type { CellTable } from './format.ts';
import { cleanId, decideDecimal, parseCount, parseDecimal, plainAmount, type DecimalSign } from './values.ts';

/** Typed cells of a table. A column of −1 is absent: every reading of it is undefined (`''` for text), without a Problem. */
export interface RowReader {
  /** the cell, trimmed and safe to show */
  readonly text: (row: number, column: number) => string;
  readonly amount: (row: number, column: number, currency: string) => Minor | undefined;
  /** the amount in ten-thousandths of a minor unit, for what is rounded later */
  readonly fineAmount: (row: number, column: number, currency: string) => number | undefined;
  readonly count: (row: number, column: number) => number | undefined;
  readonly day: (row: number, column: number) => ParsedDay | undefined;
  readonly id: (row: number, column: number) => string | undefined;
}

/**
 * Reads cells of one table; whatever cannot be read becomes a Problem with file, line, column and value, and undefined.
 * A missing value is undefined without a Problem. `dateOrder` is for formats whose platform fixes the order of day and month,
 * where the file itself does not show another.
 */
export function rowReader(table: CellTable, draft: OpenDraft, dateOrder?: DateOrder): RowReader {
  if (table.reader !== undefined) return table.reader(draft);
  const complain = complainer(table, draft);
  const readDay = dayReader(table, draft, { complain, fixed: dateOrder });
  const readAmount = amountReader(table, complain);
  const clean = cleaner();
  const { cell } = table;
  return {
    text: (row, column) => (column < 0 ? '' : clean(cell(row, column))),
    amount: (row, column, currency) => readAmount(row, column, exponentOf(currency)),
    fineAmount: (row, column, currency) => readAmount(row, column, exponentOf(currency) + 4),
    day: readDay,
    count: (row, column) => {
      const text = cell(row, column);
      if (text === '') return undefined;
      const parsed = parseCount(text);
      if (parsed.kind === 'bad') complain('bad-number', { row, column, says: 'is not a number' });
      return parsed.kind === 'count' ? parsed.count : undefined;
    },
    id: (row, column) => {
      const text = cell(row, column);
      if (text === '') return undefined;
      const parsed = cleanId(text);
      if (parsed.kind === 'bad') {
        complain('bad-id', { row, column, says: 'lost its digits in a spreadsheet', hint: REEXPORT });
      }
      return parsed.kind === 'id' ? clean(parsed.id) : undefined;
    },
  };
}
export const REEXPORT = 'export the file again and load it without opening it in a spreadsheet';

export interface Complaint {
  readonly row: number;
  readonly column: number;
  readonly says: string;
  readonly hint?: string;
}
export type Complain = (code: ProblemCode, complaint: Complaint) => void;

/** Notes what a cell says that cannot be used, with its file, line, column and value. */
export function complainer(table: CellTable, draft: OpenDraft): Complain {
  return (code, { row, column, says, hint }) => {
    const value = table.cell(row, column);
    const name = table.header[column] ?? '';
    const problem: Problem = {
      code,
      severity: 'warning',
      message: `${name} "${cleanText(value, { max: 60 })}" ${says}`,
      file: table.file,
      line: table.lineOf(row),
      column: name,
      value,
      hint,
    };
    report(draft, problem);
  };
}

/** Trims and cleans; remembers the answer for text that is not plain, because titles repeat on thousands of lines. */
export function cleaner(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text === '' || TIDY.test(text)) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const cleaned = cleanText(text).trim();
    if (known.size < 100_000) known.set(text, cleaned);
    return cleaned;
  };
}
const TIDY = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

function amountReader(
  table: CellTable,
  complain: Complain,
): (row: number, column: number, exponent: number) => number | undefined {
  const decimals = new Map<number, DecimalSign | undefined>();
  const decimalOf = (column: number): DecimalSign | undefined => {
    if (!decimals.has(column)) decimals.set(column, decideDecimal(cellsOf(table, column)));
    return decimals.get(column);
  };
  return (row, column, exponent) => {
    const text = table.cell(row, column);
    if (text === '') return undefined;
    // three decimals look like grouping: only a whole column can tell `1.234` dinars from 1234
    const plain = exponent > 2 ? Number.NaN : plainAmount(text, exponent);
    if (!Number.isNaN(plain)) return plain;
    const parsed = parseDecimal(text, exponent, decimalOf(column));
    if (parsed.kind === 'bad') complain('bad-amount', { row, column, says: 'is not a number' });
    return parsed.kind === 'amount' ? parsed.minor : undefined;
  };
}

function dayReader(
  table: CellTable,
  draft: OpenDraft,
  { complain, fixed }: { readonly complain: Complain; readonly fixed: DateOrder | undefined },
): RowReader['day'] {
  const days = new Map<string, ParsedDay | undefined>();
  const orderOf = dateOrderFinder(table, draft, fixed);
  const patient = (row: number, column: number, text: string): ParsedDay | undefined => {
    if (/^[\s'-]*$|^n\/?a$/i.test(text)) return undefined;
    const parsed = parseDay(text, orderOf(row, column));
    if (parsed === undefined) complain('bad-date', { row, column, says: 'is not a date' });
    else if (parsed.day === text) days.set(text, parsed);
    return parsed;
  };
  const isoDateTime = isoDateTimes(days);
  return (row, column) => {
    const text = table.cell(row, column);
    if (text === '') return undefined;
    const plain = text.length === 10 ? days.get(text) : isoDateTime(text);
    return plain ?? patient(row, column, text);
  };
}

/** `2023-05-31 23:06:05 -0700` and `2023-05-31T23:06:05+05:30`: the day is checked once per date, the time cut out as written. */
function isoDateTimes(days: Map<string, ParsedDay | undefined>): (text: string) => ParsedDay | undefined {
  const isTimeEnd = timeEnds();
  let lastEnd = '';
  return (text) => {
    if (!ISO_TIME.test(text)) return undefined;
    const date = text.slice(0, 10);
    let known = days.get(date);
    if (known === undefined) {
      if (parseDay(text)?.day !== date) return undefined;
      days.set(date, (known = { day: date }));
    }
    const end = text.slice(19);
    if (end !== lastEnd && !isTimeEnd(end)) return undefined;
    lastEnd = end;
    return { day: known.day, time: text.slice(11, 19) };
  };
}
const ISO_TIME = /^\d{4}-\d\d-\d\d[ T](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d/;

function cellsOf(table: CellTable, column: number): string[] {
  return Array.from({ length: table.length }, (_, row) => table.cell(row, column));
}
