import { Buffer } from 'node:buffer';
import { dateText } from './number-text.ts';
import { unescaped } from './strings.ts';
import type { NumberStyle } from './styles.ts';
import { BrokenXml, readXml } from './xml.ts';

/** What cells point to, shared by all sheets of a workbook. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly from1904: boolean;
  /** characters that all sheets together may still become */
  readonly room: { left: number };
}

/** A sheet as CSV; row 7 of the sheet is line 7. */
export interface SheetText {
  readonly bytes: Buffer;
  /** cells without a value though a formula stands in them, and cells that hold an error; each with the first one's place */
  readonly uncalculated: CellCount;
  readonly errors: CellCount;
}

export interface CellCount {
  readonly count: number;
  /** `D2` */
  readonly first: string;
}

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
  hasFormula: boolean;
}

interface Reading {
  readonly context: SheetContext;
  readonly lines: string[];
  cells: string[];
  row: number;
  column: number;
  cell: Cell | undefined;
  /** inside `<v>` or `<t>` */
  isValue: boolean;
  isReading: boolean;
  uncalculated: { count: number; first: string };
  errors: { count: number; first: string };
}

/**
 * One sheet's cells as the text that counts: strings as they are, numbers as written, dates as ISO text, TRUE and FALSE, of a formula
 * its stored value and never the formula itself, errors and what was never calculated blank. Throws BrokenXml.
 */
export function sheetText(part: Uint8Array, context: SheetContext): SheetText {
  const reading: Reading = {
    context,
    lines: [],
    cells: [],
    row: 0,
    column: 0,
    cell: undefined,
    isValue: false,
    isReading: false,
    uncalculated: { count: 0, first: '' },
    errors: { count: 0, first: '' },
  };
  readXml(part, {
    open: (name, attributes) => open(reading, name, attributes),
    close: (name) => close(reading, name),
    text: (text) => {
      if (reading.isValue && reading.cell !== undefined) reading.cell.value += text;
    },
  });
  const lines = Array.from(reading.lines, (line: string | undefined) => line ?? '');
  const text = lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  return { bytes: Buffer.from(text), uncalculated: reading.uncalculated, errors: reading.errors };
}

type Attributes = () => Readonly<Record<string, string>>;

function open(reading: Reading, name: string, attributes: Attributes): void {
  if (name === 'c') startCell(reading, attributes);
  else if (name === 'row') startRow(reading, attributes);
  else if (name === 'v') reading.isValue = true;
  else if (name === 't') reading.isValue = !reading.isReading;
  else if (name === 'rPh') reading.isReading = true;
  else if (name === 'f' && reading.cell !== undefined) reading.cell.hasFormula = true;
}

/** Rows and cells without a place follow the one before. */
function startRow(reading: Reading, attributes: Attributes): void {
  const { r } = attributes();
  reading.row = r === undefined ? reading.row + 1 : Number(r);
  if (!(reading.row >= 1 && reading.row <= MOST_ROWS)) throw new BrokenXml(`has no row "${r}"`);
  reading.cells = [];
  reading.column = 0;
}

function startCell(reading: Reading, attributes: Attributes): void {
  const { r, t = 'n', s = '0' } = attributes();
  reading.column = r === undefined ? reading.column + 1 : columnOf(r);
  if (reading.column > MOST_COLUMNS) throw new BrokenXml(`has no column "${r}"`);
  reading.cell = { column: reading.column, type: t, style: Number(s), value: '', hasFormula: false };
}

function close(reading: Reading, name: string): void {
  if (name === 'v' || name === 't') reading.isValue = false;
  else if (name === 'rPh') reading.isReading = false;
  else if (name === 'c') endCell(reading);
  else if (name === 'row') endRow(reading);
}

/** Cells between and after those with a value are blank; a row without any stays a blank line. */
function endRow({ cells, lines, row, context: { room } }: Reading): void {
  if (cells.length === 0) return;
  const line = Array.from(cells, (cell: string | undefined) => csvCell(cell ?? '')).join(',');
  lines[row - 1] = lines[row - 1] === undefined ? line : `${lines[row - 1]},${line}`;
  room.left -= line.length;
  if (room.left < 0) throw new BrokenXml('holds too much text');
}

function endCell(reading: Reading): void {
  const { cell } = reading;
  reading.cell = undefined;
  if (cell === undefined) return;
  const text = textOf(cell, reading.context);
  if (text !== '') reading.cells[cell.column - 1] = text;
  if (cell.type === 'e') count(reading.errors, reading);
  else if (cell.hasFormula && text === '' && cell.type !== 'str') count(reading.uncalculated, reading);
}

function count(cells: { count: number; first: string }, { column, row }: Reading): void {
  if (cells.count === 0) cells.first = `${columnName(column)}${row}`;
  cells.count += 1;
}

function textOf({ type, style, value, hasFormula }: Cell, context: SheetContext): string {
  if (value === '' || type === 'e') return '';
  if (type === 's') return sharedText(value, context.strings);
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE';
  if (type === 'n') return dateText(value.trim(), context.styles[style] ?? 'number', context.from1904);
  return hasFormula && value.startsWith('=') ? '' : unescaped(value);
}

function sharedText(index: string, strings: readonly string[]): string {
  const text = strings[Number(index)];
  if (text === undefined) throw new BrokenXml(`has no string "${index}"`);
  return text;
}

/** A line break inside a cell becomes a carriage return alone, which ends no line, so that line numbers stay those of the sheet. */
function csvCell(text: string): string {
  if (PLAIN.test(text)) return text;
  return `"${text.replace(/\r?\n|\u2028|\u2029/g, '\r').replaceAll('"', '""')}"`;
}
const PLAIN = /^(?![\s{[])[^",\r\n\u2028\u2029]*$/;

/** `C7` → 3; 0 for what is no place. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place) {
    const number = letter.toUpperCase().charCodeAt(0) - 64;
    if (number < 1 || number > 26) break;
    column = column * 26 + number;
  }
  if (column < 1) throw new BrokenXml(`has no cell "${place}"`);
  return column;
}

function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? `${columnName((column - 1 - rest) / 26)}${letter}` : letter;
}
