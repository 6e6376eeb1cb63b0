import { Buffer } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { cellMemory, splitRows, type Place, type SplitRows } from './split-rows.ts';

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
  /** `kept-quote`: the first line with a quote inside a value, which was read as it stands; the others are only counted */
  readonly kind: 'kept-quote' | 'lost-line' | 'lost-rest';
  /** lines of the kind, this one included; 1 unless told */
  readonly lines?: number;
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
const MOST_LOST = 1000;

interface Gathering {
  readonly rows: string[][];
  readonly lines: number[];
  /** lines with a quote inside a value */
  readonly withQuote: Set<number>;
  readonly lost: Malformation[];
}

/**
 * Splits UTF-8 bytes into rows of cells. A line that breaks the rules is read by itself: a quote inside a value is kept as it stands
 * when the line has as many cells as the first, otherwise the line is left out; reading goes on with the next line. After 1,000
 * lines left out so is the rest. Every line left out is told as a malformation, the lines with a quote kept are told in one.
 */
export function readRows(bytes: Buffer, dialect: Dialect): RowSource {
  const text = withLineFeeds(bytes);
  const found: Gathering = { rows: [], lines: [], withQuote: new Set(), lost: [] };
  const memory = cellMemory();
  let next: Place | undefined = { from: 0, line: dialect.firstLine };
  while (next !== undefined) {
    const piece = splitRows(text, { ...dialect, longest: LONGEST_RECORD, memory, ...next });
    append(found, piece);
    next = piece.broken && readBrokenLine(text, piece.broken, { dialect, found });
  }
  return { ...withoutBlankRows(found), malformations: malformationsOf(found) };
}

function malformationsOf({ withQuote, lost }: Gathering): readonly Malformation[] {
  const [line] = withQuote;
  if (line === undefined) return lost;
  const kept: Malformation = { line, kind: 'kept-quote', lines: withQuote.size };
  return [kept, ...lost].sort((a, b) => a.line - b.line);
}

/** Old Macs end lines with a carriage return alone. */
function withLineFeeds(bytes: Buffer): Buffer {
  if (bytes.includes(0x0a) || !bytes.includes(0x0d)) return bytes;
  return Buffer.from(bytes.map((byte) => (byte === 0x0d ? 0x0a : byte)));
}

function append(found: Gathering, { rows, lines, withQuote }: SplitRows): void {
  for (const row of rows) found.rows.push(row);
  for (const line of lines) found.lines.push(line);
  for (const line of withQuote) found.withQuote.add(line);
}

interface Repair {
  readonly dialect: Dialect;
  readonly found: Gathering;
}

/** Reads one physical line with more patience; gives the place of the next line, or undefined at the end. */
function readBrokenLine(bytes: Buffer, { from, line }: Place, { dialect, found }: Repair): Place | undefined {
  if (found.lost.length >= MOST_LOST) {
    found.lost.push({ line, kind: 'lost-rest' });
    return undefined;
  }
  const lineFeed = bytes.indexOf(0x0a, from);
  const end = lineFeed < 0 ? bytes.length : lineFeed;
  const row =
    end - from > LONGEST_RECORD
      ? undefined
      : repairedRow(bytes.subarray(from, end), {
          delimiter: dialect.delimiter,
          width: found.rows[0]?.length,
        });
  if (row === undefined) found.lost.push({ line, kind: 'lost-line' });
  else append(found, { rows: [row], lines: [line], withQuote: [line] });
  return end < bytes.length ? { from: end + 1, line: line + 1 } : undefined;
}

interface Shape {
  readonly delimiter: string;
  /** cells of the first row; undefined: this is the first */
  readonly width: number | undefined;
}

/**
 * The cells of one line if they are as many as the first row's. No rule for quotes is needed where no cell begins with one; in
 * tab-separated text there seldom is any.
 */
function repairedRow(line: Buffer, { delimiter, width }: Shape): string[] | undefined {
  const isFitting = (row: string[] | undefined): boolean =>
    row !== undefined && (width === undefined || row.length === width);
  const plain = line.toString('utf8').replace(/\r$/, '').split(delimiter);
  const isPlain = delimiter === '\t' || !plain.some((cell) => cell.startsWith('"'));
  if (isPlain && isFitting(plain)) return plain;
  const patient = patientRow(line, delimiter);
  return isFitting(patient) ? patient : undefined;
}

function patientRow(line: Buffer, delimiter: string): string[] | undefined {
  try {
    return parse(line, { delimiter, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'], to: 1 })[0];
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

function withoutBlankRows({
  rows,
  lines,
}: Pick<Gathering, 'rows' | 'lines'>): Pick<RowSource, 'rows' | 'lineOf'> {
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
