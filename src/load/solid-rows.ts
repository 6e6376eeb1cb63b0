import type { ByteTable } from './byte-table.ts';
import type { CellTable } from './format.ts';
import type { RowReader } from './row-reader.ts';

/** The rows of a piece that hold more than blanks, numbered from 0, and their typed cells. */
export interface SolidRows {
  readonly table: CellTable;
  readonly cells: RowReader;
}

/** A piece without its blank rows, which count nowhere but in the lines of the others. */
export function solidRows(table: ByteTable, cells: RowReader): SolidRows {
  const rows = Array.from({ length: table.length }, (_, row) => row).filter((row) => !isBlankRow(table, row));
  if (rows.length === table.length) return { table, cells };
  const at = (row: number): number => rows[row] ?? table.length;
  const cell = (row: number, column: number): string =>
    row < rows.length ? table.cell(at(row), column) : '';
  return {
    table: {
      file: table.file,
      header: table.header,
      length: rows.length,
      cell,
      isSameAsAbove: (row, column) => row > 0 && cell(row, column) === cell(row - 1, column),
      preamble: table.preamble,
      lineOf: (row) => table.lineOf(at(row)),
      column: table.column,
      columnsNamed: table.columnsNamed,
    },
    cells: {
      text: (row, column) => cells.text(at(row), column),
      amount: (row, column, currency) => cells.amount(at(row), column, currency),
      fineAmount: (row, column, currency) => cells.fineAmount(at(row), column, currency),
      count: (row, column) => cells.count(at(row), column),
      day: (row, column) => cells.day(at(row), column),
      id: (row, column) => cells.id(at(row), column),
    },
  };
}

function isBlankRow(table: ByteTable, row: number): boolean {
  for (let column = 0; column < table.widthOf(row); column += 1) {
    if (table.cell(row, column).trim() !== '') return false;
  }
  return true;
}
