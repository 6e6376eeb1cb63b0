import { CountColumn, NameColumn, NumberColumn, WordColumn } from './columns.ts';
import type { LineColumns, OrderColumns } from './order-columns.ts';
import type { OrderTable } from './order-table.ts';

type Column = WordColumn | NameColumn | NumberColumn | CountColumn;

/** A column as plain data, which can be handed to another thread. */
export type ColumnPart =
  | { readonly kind: 'numbers'; readonly values: Float64Array }
  | { readonly kind: 'counts'; readonly values: Uint32Array }
  | { readonly kind: 'words'; readonly codes: Uint32Array; readonly words: readonly (string | undefined)[] }
  | { readonly kind: 'names'; readonly prefixes: ColumnPart; readonly numbers: ColumnPart };

export interface TableParts {
  readonly orders: Readonly<Record<string, ColumnPart>>;
  readonly lines: Readonly<Record<string, ColumnPart>>;
}

/** A table of orders as plain data. */
export function partsOf({ orders, lines }: OrderTable): TableParts {
  return { orders: partsOfColumns(orders), lines: partsOfColumns(lines) };
}

function partsOfColumns(columns: OrderColumns | LineColumns): Record<string, ColumnPart> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, partOf(column as Column)]),
  );
}

function partOf(column: Column): ColumnPart {
  if (column instanceof NumberColumn)
    return { kind: 'numbers', values: column.values.slice(0, column.length) };
  if (column instanceof CountColumn) return { kind: 'counts', values: column.values.slice(0, column.length) };
  if (column instanceof NameColumn) {
    return { kind: 'names', prefixes: partOf(column.prefixes), numbers: partOf(column.numbers) };
  }
  return { kind: 'words', codes: column.codes.values.slice(0, column.codes.length), words: column.words };
}

/**
 * Adds the orders of another part of the same file behind those of a table: its physical lines are counted on from `line`, 0 for the
 * first line of the file.
 */
export function appendParts(table: OrderTable, { orders, lines }: TableParts, line: number): void {
  const before = table.lines.row.length;
  const shifts: Readonly<Record<string, number>> = { row: line, linesEnd: before };
  for (const [name, column] of Object.entries(table.orders))
    append(column as Column, orders[name], shifts[name] ?? 0);
  for (const [name, column] of Object.entries(table.lines)) {
    append(column as Column, lines[name], name === 'row' ? line : 0);
  }
}

function append(column: Column, part: ColumnPart | undefined, shift: number): void {
  if (part === undefined) return;
  if (part.kind === 'numbers' && column instanceof NumberColumn) column.append(part.values);
  if (part.kind === 'counts' && column instanceof CountColumn) column.append(part.values, shift);
  if (part.kind === 'words' && column instanceof WordColumn) column.append(part.codes, part.words);
  if (part.kind === 'names' && column instanceof NameColumn) {
    append(column.prefixes, part.prefixes, 0);
    append(column.numbers, part.numbers, 0);
  }
}

/** The buffers of the parts, to be moved to another thread instead of copied. */
export function buffersOf({ orders, lines }: TableParts): ArrayBuffer[] {
  return [...Object.values(orders), ...Object.values(lines)].flatMap(buffersOfPart);
}

function buffersOfPart(part: ColumnPart): ArrayBuffer[] {
  if (part.kind === 'names') return [...buffersOfPart(part.prefixes), ...buffersOfPart(part.numbers)];
  return [(part.kind === 'words' ? part.codes : part.values).buffer as ArrayBuffer];
}
