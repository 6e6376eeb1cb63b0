import type { TextTable } from './format.ts';
import { columnFinder, columnsFinder } from './header.ts';

export interface TextRows {
  readonly file: string;
  /** normalised */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly preamble: readonly string[];
  readonly lineOf: (rowIndex: number) => number;
}

/** A table over rows of text. */
export function textTable(given: TextRows): TextTable {
  const { rows, header } = given;
  const cell = (row: number, column: number): string => rows[row]?.[column] ?? '';
  return {
    ...given,
    length: rows.length,
    cell,
    isSameAsAbove: (row, column) => row > 0 && cell(row, column) === cell(row - 1, column),
    column: columnFinder(header),
    columnsNamed: columnsFinder(header),
  };
}
