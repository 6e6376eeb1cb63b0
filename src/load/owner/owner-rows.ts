import type { Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import type { ProblemCode } from '../../domain/problem.ts';
import { cleanText } from '../../domain/clean-text.ts';
import { report } from '../draft.ts';
import type { Draft, TextTable } from '../format.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { rowReader } from '../row-reader.ts';

/** One row of a file that the owner keeps, read by column name. A blank cell is undefined without a Problem. */
export interface OwnerRow {
  readonly file: string;
  /** physical line */
  readonly line: number;
  readonly currency: string;
  readonly text: (name: string) => string | undefined;
  readonly id: (name: string) => string | undefined;
  readonly amount: (name: string) => Minor | undefined;
  /** the amount in ten-thousandths of a minor unit */
  readonly fineAmount: (name: string) => number | undefined;
  readonly count: (name: string) => number | undefined;
  readonly day: (name: string) => Day | undefined;
  /** as `day`, with the date as written when it has a time */
  readonly moment: (name: string) => { readonly day: Day; readonly at?: string | undefined } | undefined;
  /** one of these words in any case; another word is a warning and undefined */
  readonly word: <Word extends string>(name: string, words: readonly Word[]) => Word | undefined;
  /** tells that a cell says something that cannot be used */
  readonly doubt: (name: string, says: string) => void;
  /** tells that a needed cell is missing; the row is left out. Silent when the cell was already told to be bad */
  readonly lacks: (name: string) => void;
}

/**
 * Rows of a file the owner keeps. Lines that start with `#` and a blank are remarks and are passed over, `#1001` is an order
 * number. The currency is the row's own `currency` cell or the shop's.
 */
export function ownerRows(table: TextTable, draft: Draft): OwnerRow[] {
  const reader = rowReader(table, draft);
  const found = new Map<string, number>();
  const column = (name: string): number => {
    const known = found.get(name) ?? table.column(name);
    found.set(name, known);
    return known;
  };
  return table.rows.flatMap((cells, row) =>
    isRemark(cells) ? [] : [ownerRow(table, draft, { reader, column, row })],
  );
}

function isRemark(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '') ?? '';
  return /^\s*#(\s|#|$)/.test(first);
}

interface Here {
  readonly reader: ReturnType<typeof rowReader>;
  readonly column: (name: string) => number;
  readonly row: number;
}

function ownerRow(table: TextTable, draft: Draft, { reader, column, row }: Here): OwnerRow {
  const line = table.lineOf(row);
  const text = (name: string): string | undefined => reader.text(row, column(name)) || undefined;
  const currency = currencyOf(text('currency'), draft);
  const complain = complainer(table, draft, line);
  if (currency === undefined)
    complain('bad-row', 'currency', `"${text('currency')}" is not a currency code such as INR`);
  return {
    file: table.file,
    line,
    currency: currency ?? shopCurrency(draft.shop),
    text,
    id: (name) => reader.id(row, column(name)),
    amount: (name) => reader.amount(row, column(name), currency ?? shopCurrency(draft.shop)),
    fineAmount: (name) => reader.fineAmount(row, column(name), currency ?? shopCurrency(draft.shop)),
    count: (name) => reader.count(row, column(name)),
    day: (name) => reader.day(row, column(name))?.day,
    moment: (name) => {
      const parsed = reader.day(row, column(name));
      return parsed && { day: parsed.day, at: parsed.time === undefined ? undefined : text(name) };
    },
    word: (name, words) => {
      const written = text(name)?.toLowerCase();
      const word = words.find((each) => each === written);
      if (written !== undefined && word === undefined) {
        complain('bad-row', name, `"${cleanText(written, { max: 60 })}" is not one of ${words.join(', ')}`);
      }
      return word;
    },
    doubt: (name, says) => complain('bad-row', name, `"${cleanText(text(name) ?? '', { max: 60 })}" ${says}`),
    lacks: (name) => {
      if ((text(name) ?? '') === '') complain('missing-value', name, 'is missing – row left out');
    },
  };
}

function currencyOf(written: string | undefined, draft: Draft): string | undefined {
  return written === undefined ? shopCurrency(draft.shop) : currencyCode(written);
}

type Complain = (code: ProblemCode, column: string, says: string) => void;

function complainer(table: TextTable, draft: Draft, line: number): Complain {
  return (code, column, says) => {
    const severity = code === 'missing-value' ? 'error' : 'warning';
    report(draft, { code, severity, message: `${column} ${says}`, file: table.file, line, column });
  };
}
