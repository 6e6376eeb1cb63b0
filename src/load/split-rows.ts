import type { Buffer } from 'node:buffer';

/** Where a line begins: the offset of its first byte and its 1-based physical number. */
export interface Place {
  readonly from: number;
  readonly line: number;
}

/** Rows of cells, blank rows included, and the physical line that each row starts on. */
export interface SplitRows {
  readonly rows: string[][];
  readonly lines: number[];
  /** where the first row begins that breaks the rules of CSV; it and all after it are not in `rows` */
  readonly broken?: Place | undefined;
  /** lines of tab-separated text on which a quote stands inside a cell */
  readonly withQuote: readonly number[];
}

export interface Splitter extends Place {
  readonly delimiter: string;
  /** bytes of the longest record */
  readonly longest: number;
  /** rows wanted; all by default */
  readonly most?: number | undefined;
  /** of an earlier call for the same bytes, which spares time where there are thousands of calls */
  readonly memory?: CellMemory | undefined;
}

/** Cells already met: equal ones become one string. */
export interface CellMemory {
  /** per column the last cell that was not empty: most cells of an export repeat the one above */
  readonly above: Above;
  readonly lately: Lately;
}

interface Splitting extends CellMemory {
  readonly bytes: Buffer;
  readonly delimiter: number;
  readonly longest: number;
  at: number;
  /** the bytes of the cell just passed, without quotes */
  from: number;
  to: number;
  line: number;
  /** set when the text breaks the rules of CSV */
  failed: boolean;
  /** tab-separated text, which is seldom quoted: a quote inside a cell is no more than a letter */
  readonly isTabbed: boolean;
  readonly withQuote: number[];
}

interface Above {
  readonly starts: number[];
  readonly lengths: number[];
  readonly cells: string[];
}

/** Cells met lately in any column, by a hash of their bytes: titles, SKUs and times come again and again. */
interface Lately {
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  readonly cells: string[];
}
const SLOTS = 8192;
const LONGEST_SHARED = 120;

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;

/**
 * Splits CSV (RFC 4180, lines ended by LF or CR LF, one-byte delimiter) from a place on, several times as fast as a general parser,
 * and stops in front of the first row that is not well-formed: a quote inside an unquoted cell, text after a closing quote, a
 * quote that is never closed, or more than `longest` bytes. Text separated by tabs is seldom quoted, so that in it a quote inside
 * an unquoted cell (`Kurta 27"`) breaks no rule; a quoted cell that holds a tab does, for it is likelier that two unquoted ones begin
 * and end with a quote.
 */
export function splitRows(
  bytes: Buffer,
  { from, line, delimiter, longest, most, memory }: Splitter,
): SplitRows {
  const splitting: Splitting = {
    bytes,
    delimiter: delimiter.charCodeAt(0),
    ...(memory ?? cellMemory()),
    longest,
    at: from,
    from,
    to: from,
    line,
    failed: false,
    isTabbed: delimiter === '\t',
    withQuote: [],
  };
  const { withQuote } = splitting;
  const rows: string[][] = [];
  const lines: number[] = [];
  let width = 0;
  while (splitting.at < bytes.length && rows.length !== most) {
    const start: Place = { from: splitting.at, line: splitting.line };
    const row = nextRow(splitting, width);
    if (splitting.failed || splitting.at - start.from > longest) {
      return { rows, lines, withQuote, broken: start };
    }
    rows.push(row);
    lines.push(start.line);
    width = row.length;
  }
  return { rows, lines, withQuote };
}

/** An empty memory, for the cells of one text. */
export function cellMemory(): CellMemory {
  return {
    above: { starts: [], lengths: [], cells: [] },
    lately: {
      starts: new Int32Array(SLOTS),
      lengths: new Int32Array(SLOTS),
      cells: new Array<string>(SLOTS),
    },
  };
}

/** Reads up to and over the end of a line. */
function nextRow(splitting: Splitting, width: number): string[] {
  const { bytes, delimiter } = splitting;
  const row = new Array<string>(width);
  let column = 0;
  for (;;) {
    const first = bytes[splitting.at];
    if (first === delimiter) {
      row[column] = '';
      column += 1;
      splitting.at += 1;
      continue;
    }
    row[column] = first === QUOTE ? quotedCell(splitting, column) : bareCell(splitting, column);
    column += 1;
    const end = bytes[splitting.at];
    splitting.at += 1;
    if (end === delimiter) continue;
    splitting.line += 1;
    row.length = column;
    return row;
  }
}

/** Leaves `at` on the delimiter, the line feed or the end. */
function bareCell(splitting: Splitting, column: number): string {
  const { bytes, delimiter } = splitting;
  const start = splitting.at;
  const length = bytes.length;
  let at = start;
  while (at < length) {
    const byte = bytes[at];
    if (byte === delimiter || byte === LINE_FEED) break;
    if (byte === QUOTE) meetQuote(splitting);
    at += 1;
  }
  splitting.at = at;
  splitting.from = start;
  splitting.to = at > start && bytes[at - 1] === CARRIAGE_RETURN && bytes[at] === LINE_FEED ? at - 1 : at;
  return textOf(splitting, column);
}

function meetQuote(splitting: Splitting): void {
  const { isTabbed, withQuote, line } = splitting;
  if (!isTabbed) splitting.failed = true;
  else if (withQuote.at(-1) !== line) withQuote.push(line);
}

/** Leaves `at` behind the closing quote, on the delimiter, the line feed or the end. */
function quotedCell(splitting: Splitting, column: number): string {
  const { bytes } = splitting;
  const start = splitting.at + 1;
  const length = Math.min(bytes.length, start + splitting.longest);
  let at = start;
  let isEscaped = false;
  for (; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === LINE_FEED) splitting.line += 1;
    if (byte === TAB && splitting.isTabbed) splitting.failed = true;
    if (byte !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) break;
    isEscaped = true;
    at += 1;
  }
  splitting.at = afterQuote(splitting, at);
  splitting.from = start;
  splitting.to = at;
  const text = textOf(splitting, column);
  return isEscaped ? text.replaceAll('""', '"') : text;
}

function afterQuote(splitting: Splitting, closing: number): number {
  const { bytes, delimiter } = splitting;
  let next = closing + 1;
  if (bytes[next] === CARRIAGE_RETURN && bytes[next + 1] === LINE_FEED) next += 1;
  const isEnd = next === bytes.length || bytes[next] === delimiter || bytes[next] === LINE_FEED;
  if (bytes[closing] !== QUOTE || !isEnd) splitting.failed = true;
  return Math.min(next, bytes.length);
}

function textOf(splitting: Splitting, column: number): string {
  const { bytes, above, from, to } = splitting;
  const length = to - from;
  if (length === 0) return '';
  if (above.lengths[column] === length && isRepeated(splitting, above.starts[column] ?? 0)) {
    return above.cells[column] ?? '';
  }
  const text = length > LONGEST_SHARED ? bytes.toString('utf8', from, to) : sharedText(splitting);
  above.starts[column] = from;
  above.lengths[column] = length;
  above.cells[column] = text;
  return text;
}

/** Equal cells become one string, which spares memory and makes later look-ups fast. */
function sharedText(splitting: Splitting): string {
  const { bytes, lately, from, to } = splitting;
  let hash = 0;
  for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  if (lately.lengths[slot] === to - from && isRepeated(splitting, lately.starts[slot] ?? 0)) {
    return lately.cells[slot] ?? '';
  }
  const text = bytes.toString('utf8', from, to);
  lately.starts[slot] = from;
  lately.lengths[slot] = to - from;
  lately.cells[slot] = text;
  return text;
}

function isRepeated({ bytes, from, to }: Splitting, start: number): boolean {
  for (let at = from, other = start; at < to; at += 1, other += 1) {
    if (bytes[at] !== bytes[other]) return false;
  }
  return true;
}
