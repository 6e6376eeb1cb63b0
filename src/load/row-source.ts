import { Buffer } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { splitRows, type Place, type SplitRows } from './split-rows.ts';

/** How a delimited text is written. */
export interface Dialect {
  readonly delimiter: string;
  /** 1-based physical line of the first byte */
  readonly firstLine: number;
}

/** A place where the text breaks the rules of CSV, and what became of it. */
export interface Malformation {
  /** physical line */
  readonly line: number;
  readonly kind: 'kept-quote' | 'lost-line' | 'lost-rest';
}

/** The rows of a delimited text: the one door to the splitting of cells. */
export interface RowSource {
  /** rows with at least one cell that is not blank */
  readonly rows: readonly (readonly string[])[];
  /** physical line that a row starts on */
  readonly lineOf: (rowIndex: number) => number;
  readonly malformations: readonly Malformation[];
}

/** No export has a longer record; a quote that is never closed would otherwise swallow the file. */
const LONGEST_RECORD = 1_000_000;
const MOST_MALFORMATIONS = 1000;

interface Gathering {
  readonly rows: string[][];
  readonly lines: number[];
  readonly malformations: Malformation[];
}

/**
 * Splits UTF-8 bytes into rows of cells. A line that breaks the rules is read by itself: a quote inside a value is kept as it stands
 * when the line has as many cells as the first, otherwise the line is left out; reading goes on with the next line. After 1,000
 * such lines the rest is left out. Each is told as a malformation.
 */
export function readRows(bytes: Buffer, dialect: Dialect): RowSource {
  const text = withLineFeeds(bytes);
  const first = splitRows(text, { ...dialect, longest: LONGEST_RECORD, from: 0, line: dialect.firstLine });
  const found: Gathering = { rows: first.rows, lines: first.lines, malformations: [] };
  let broken = first.broken;
  while (broken !== undefined) {
    const next = readBrokenLine(text, broken, { dialect, found });
    if (next === undefined) break;
    const piece = splitRows(text, { ...dialect, longest: LONGEST_RECORD, ...next });
    append(found, piece);
    broken = piece.broken;
  }
  return { ...withoutBlankRows(found), malformations: found.malformations };
}

/** Old Macs end lines with a carriage return alone. */
function withLineFeeds(bytes: Buffer): Buffer {
  if (bytes.includes(0x0a) || !bytes.includes(0x0d)) return bytes;
  return Buffer.from(bytes.map((byte) => (byte === 0x0d ? 0x0a : byte)));
}

function append(found: Gathering, piece: SplitRows): void {
  for (const row of piece.rows) found.rows.push(row);
  for (const line of piece.lines) found.lines.push(line);
}

interface Repair {
  readonly dialect: Dialect;
  readonly found: Gathering;
}

/** Reads one physical line with the patient parser; gives the place of the next line, or undefined at the end. */
function readBrokenLine(bytes: Buffer, { from, line }: Place, { dialect, found }: Repair): Place | undefined {
  if (found.malformations.length >= MOST_MALFORMATIONS) {
    found.malformations.push({ line, kind: 'lost-rest' });
    return undefined;
  }
  const lineFeed = bytes.indexOf(0x0a, from);
  const end = lineFeed < 0 ? bytes.length : lineFeed;
  const row =
    end - from > LONGEST_RECORD ? undefined : patientRow(bytes.subarray(from, end), dialect.delimiter);
  const width = found.rows[0]?.length;
  if (row !== undefined && (width === undefined || row.length === width)) {
    append(found, { rows: [row], lines: [line] });
    found.malformations.push({ line, kind: 'kept-quote' });
  } else found.malformations.push({ line, kind: 'lost-line' });
  return end < bytes.length ? { from: end + 1, line: line + 1 } : undefined;
}

function patientRow(line: Buffer, delimiter: string): string[] | undefined {
  try {
    return parse(line, { delimiter, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'], to: 1 })[0];
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

function withoutBlankRows({ rows, lines }: Gathering): Pick<RowSource, 'rows' | 'lineOf'> {
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
