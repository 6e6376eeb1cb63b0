import { report, sayLeftOut } from './draft.ts';
import type { Draft, TextTable } from './format.ts';

/** Where a row stands, and how many Problems there were before it was read. */
export interface RowPlace {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly row: number;
  readonly told: number;
}

/**
 * Tells that a row was left out: by the Problems that reading it gave, or else, as a missing value, by what it lacks (`a refund
 * without date`).
 */
export function rowLeftOut({ table, draft, row, told }: RowPlace, lacks: string): void {
  if (sayLeftOut(draft, told, 'row')) return;
  report(draft, {
    code: 'missing-value',
    severity: 'warning',
    message: `${lacks} – row left out`,
    file: table.file,
    line: table.lineOf(row),
  });
}

/** Tells once per word, at its first row, of a word that the platform is not known to use, and what is made of such rows. */
export function wordTeller(
  { table, draft }: Pick<RowPlace, 'table' | 'draft'>,
  column: string,
  madeOfIt: string,
): (row: number, word: string) => void {
  const told = new Set<string>();
  return (row, word) => {
    if (told.has(word)) return;
    told.add(word);
    report(draft, {
      code: 'bad-row',
      severity: 'warning',
      message: `${column} "${word}" is not known – ${madeOfIt}`,
      file: table.file,
      line: table.lineOf(row),
      column,
      value: word,
    });
  };
}
