import type { Buffer } from 'node:buffer';
import { CsvError, parse, type Options } from 'csv-parse/sync';
import { splitRows, type SplitRows } from './split-rows.ts';

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
  const split = splitRows(bytes, { ...dialect, longest: LONGEST_RECORD });
  if (split !== undefined) return { ...withoutBlankRows(split), malformations: [] };
  const options: Options = {
    columns: false,
    relax_column_count: true,
    skip_empty_lines: false,
    delimiter: dialect.delimiter,
    record_delimiter: lineEnds(bytes),
    max_record_size: LONGEST_RECORD,
  };
  const strict = attempt(bytes, options);
  if (strict.failure === undefined) {
    const lines = startLines(strict.rows, dialect.firstLine);
    return { ...withoutBlankRows({ rows: strict.rows, lines }), malformations: [] };
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

interface Recovery {
  readonly rows: string[][];
  readonly lines: number[];
  readonly malformations: Malformation[];
}

/** The second, patient reading: one piece of the text after another, each up to the record that cannot be read. */
function recover(bytes: Buffer, options: Options, firstLine: number): RowSource {
  const found: Recovery = { rows: [], lines: [], malformations: [] };
  let [rest, line] = [bytes, firstLine];
  while (rest.length > 0) {
    const broken = readPiece(rest, options, { line, found });
    if (broken === undefined || found.malformations.at(-1)?.reason === 'too-many') break;
    rest = afterLines(rest, broken - line + 1);
    line = broken + 1;
  }
  if (found.malformations.length === 0) found.malformations.push(strayQuote(bytes, options, firstLine));
  return { ...withoutBlankRows(found), malformations: found.malformations };
}

/** Adds the rows of one piece; gives the line of the record that cannot be read, or undefined at the end of the text. */
function readPiece(
  bytes: Buffer,
  options: Options,
  { line, found }: { readonly line: number; readonly found: Recovery },
): number | undefined {
  const { rows, failure } = attempt(bytes, options);
  const good = failure === undefined ? rows : recordsBefore(bytes, options, failure);
  const starts = startLines(good, line);
  const broken = starts.pop() ?? line;
  for (const row of good) found.rows.push(row);
  for (const start of starts) found.lines.push(start);
  if (failure === undefined) return undefined;
  const isLast = found.malformations.length >= MOST_RECOVERIES;
  const reason = failure.code === 'CSV_MAX_RECORD_SIZE' ? 'too-long' : 'open-quote';
  found.malformations.push({ line: broken, reason: isLast ? 'too-many' : reason });
  return broken;
}

function recordsBefore(bytes: Buffer, options: Options, failure: CsvError): string[][] {
  const complete = Number(failure['records'] ?? 0);
  return complete > 0 ? attempt(bytes, { ...options, to: complete }).rows : [];
}

function strayQuote(bytes: Buffer, options: Options, firstLine: number): Malformation {
  const failure = attempt(bytes, { ...options, relax_quotes: false }).failure;
  return { line: firstLine + Number(failure?.['lines'] ?? 1) - 1, reason: 'stray-quote' };
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

function withoutBlankRows({ rows, lines }: SplitRows): Pick<RowSource, 'rows' | 'lineOf'> {
  if (!rows.some(isBlankRow)) return { rows, lineOf: (index) => lines[index] ?? 0 };
  const kept: number[] = [];
  const filled = rows.filter((row, index) => {
    if (isBlankRow(row)) return false;
    kept.push(lines[index] ?? 0);
    return true;
  });
  return { rows: filled, lineOf: (index) => kept[index] ?? 0 };
}

function isBlankRow(row: readonly string[]): boolean {
  for (const cell of row) {
    if (cell !== '' && cell.trim() !== '') return false;
  }
  return true;
}

/** First physical line of each row, and of the one after the last. */
function startLines(rows: readonly (readonly string[])[], firstLine: number): number[] {
  const starts: number[] = [];
  let line = firstLine;
  for (const row of rows) {
    starts.push(line);
    line += 1;
    for (const cell of row) line += breaksIn(cell);
  }
  starts.push(line);
  return starts;
}

function breaksIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}
