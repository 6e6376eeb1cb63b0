import type { Buffer } from 'node:buffer';
import { CsvError, parse, type Options } from 'csv-parse/sync';
import { linesIn } from './decode.ts';

/** How a delimited text is written. */
export interface Dialect {
  readonly delimiter: string;
  /** 1-based physical line of the first byte */
  readonly firstLine: number;
}

/** A place where the text breaks the rules of CSV. */
export interface Malformation {
  /** physical line */
  readonly line: number;
  readonly reason: 'stray-quote' | 'open-quote' | 'too-long' | 'too-many';
}

/** The rows of a delimited text: the one door to the CSV parser. */
export interface RowSource {
  /** rows with at least one cell that is not blank */
  readonly rows: readonly (readonly string[])[];
  /** physical line that a row starts on */
  readonly lineOf: (rowIndex: number) => number;
  readonly malformations: readonly Malformation[];
}

/** No export has a record of more characters; a quote that is never closed would otherwise swallow the file. */
const LONGEST_RECORD = 4_000_000;
const MOST_RECOVERIES = 20;

/**
 * Splits UTF-8 bytes into rows of cells. A quote inside an unquoted value is kept as it stands; a record whose quote is never
 * closed is left out and reading goes on with the next physical line, at most 20 times. Both are told as malformations.
 */
export function readRows(bytes: Buffer, dialect: Dialect): RowSource {
  const options: Options = {
    columns: false,
    relax_column_count: true,
    skip_empty_lines: false,
    delimiter: dialect.delimiter,
    record_delimiter: lineEnds(bytes),
    max_record_size: LONGEST_RECORD,
  };
  const first = attempt(bytes, options);
  if (first.failure === undefined) {
    const lines = lineFinder(first.rows, bytes, dialect.firstLine);
    return { ...lines, malformations: [] };
  }
  return recover(bytes, { ...options, relax_quotes: true }, dialect.firstLine);
}

/** Files edited by several programs mix their line ends, so every kind that occurs ends a record. */
function lineEnds(bytes: Buffer): string[] {
  if (!bytes.includes(0x0d)) return ['\n'];
  return bytes.includes(0x0a) ? ['\r\n', '\n'] : ['\r'];
}

interface Attempt {
  readonly rows: string[][];
  readonly failure?: CsvError | undefined;
}

function attempt(bytes: Buffer, options: Options): Attempt {
  try {
    return { rows: parse(bytes, options) };
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    return { rows: [], failure };
  }
}

/** The second, patient reading: one piece of the text after another, each up to the record that cannot be read. */
function recover(bytes: Buffer, options: Options, firstLine: number): RowSource {
  const rows: string[][] = [];
  const lines: number[] = [];
  const malformations: Malformation[] = [];
  let [rest, line] = [bytes, firstLine];
  for (let pieces = 0; rest.length > 0; pieces += 1) {
    const piece = attempt(rest, options);
    const good = piece.failure === undefined ? piece.rows : recordsBefore(rest, options, piece.failure);
    const starts = startLines(good, line);
    for (const [index, row] of good.entries()) {
      if (isBlankRow(row)) continue;
      rows.push(row);
      lines.push(starts[index] ?? line);
    }
    if (piece.failure === undefined) break;
    const broken = starts[good.length] ?? line;
    const reason = piece.failure.code === 'CSV_MAX_RECORD_SIZE' ? 'too-long' : 'open-quote';
    malformations.push({ line: broken, reason: pieces >= MOST_RECOVERIES ? 'too-many' : reason });
    if (pieces >= MOST_RECOVERIES) break;
    rest = afterLines(rest, broken - line + 1);
    line = broken + 1;
  }
  if (malformations.length === 0)
    malformations.push({ line: strayQuoteLine(bytes, options, firstLine), reason: 'stray-quote' });
  return { rows, lineOf: (index) => lines[index] ?? firstLine, malformations };
}

function recordsBefore(bytes: Buffer, options: Options, failure: CsvError): string[][] {
  const complete = Number(failure['records'] ?? 0);
  return complete > 0 ? attempt(bytes, { ...options, to: complete }).rows : [];
}

function strayQuoteLine(bytes: Buffer, options: Options, firstLine: number): number {
  const failure = attempt(bytes, { ...options, relax_quotes: false }).failure;
  return firstLine + Number(failure?.['lines'] ?? 1) - 1;
}

/** The bytes after that many line breaks. */
function afterLines(bytes: Buffer, count: number): Buffer {
  const lineBreak = bytes.includes(0x0a) ? 0x0a : 0x0d;
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    const next = bytes.indexOf(lineBreak, at);
    if (next < 0) return bytes.subarray(bytes.length);
    at = next + 1;
  }
  return bytes.subarray(at);
}

/** Leaves blank rows out; without them and without line breaks inside cells, a row's line is simply counted. */
function lineFinder(
  rows: readonly string[][],
  bytes: Buffer,
  firstLine: number,
): Pick<RowSource, 'rows' | 'lineOf'> {
  const endsInBreak = bytes.length > 0 && (bytes.at(-1) === 0x0a || bytes.at(-1) === 0x0d);
  const simple = linesIn(bytes) + (endsInBreak ? 0 : 1) === rows.length;
  const blanks = rows.some(isBlankRow);
  if (simple && !blanks) return { rows, lineOf: (index) => firstLine + index };
  let starts: Int32Array | undefined;
  const kept: number[] = [];
  if (blanks) rows.forEach((row, index) => void (isBlankRow(row) || kept.push(index)));
  return {
    rows: blanks ? rows.filter((row) => !isBlankRow(row)) : rows,
    lineOf: (index) => {
      starts ??= startLines(rows, firstLine);
      return starts[blanks ? (kept[index] ?? 0) : index] ?? firstLine;
    },
  };
}

function isBlankRow(row: readonly string[]): boolean {
  for (const cell of row) {
    if (cell !== '' && cell.trim() !== '') return false;
  }
  return true;
}

/** First physical line of each row, and of the one after the last. */
function startLines(rows: readonly (readonly string[])[], firstLine: number): Int32Array {
  const starts = new Int32Array(rows.length + 1);
  let line = firstLine;
  rows.forEach((row, index) => {
    starts[index] = line;
    line += 1;
    for (const cell of row) line += breaksIn(cell);
  });
  starts[rows.length] = line;
  return starts;
}

function breaksIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}
