import type { Buffer } from 'node:buffer';

/** Rows of cells, blank rows included, and the physical line that each row starts on. */
export interface SplitRows {
  readonly rows: string[][];
  readonly lines: number[];
}

interface Splitting {
  readonly bytes: Buffer;
  readonly delimiter: number;
  /** per column the last cell that was not empty: most cells of an export repeat the one above */
  readonly above: Above;
  readonly longest: number;
  at: number;
  /** the bytes of the cell just passed, without quotes */
  from: number;
  to: number;
  line: number;
  /** set when the text breaks the rules of CSV */
  failed: boolean;
}

interface Above {
  readonly starts: number[];
  readonly lengths: number[];
  readonly cells: string[];
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;

/**
 * Splits well-formed CSV (RFC 4180, lines ended by LF or CR LF, one-byte delimiter), several times as fast as the general parser.
 * Undefined for anything else – a stray or open quote, lines ended by CR alone, a record over `longest` bytes –, which is
 * then the general parser's.
 */
export function splitRows(
  bytes: Buffer,
  { delimiter, firstLine, longest }: { delimiter: string; firstLine: number; longest: number },
): SplitRows | undefined {
  if (!bytes.includes(LINE_FEED) && bytes.includes(CARRIAGE_RETURN)) return undefined;
  const above: Above = { starts: [], lengths: [], cells: [] };
  const splitting: Splitting = {
    ...{ bytes, above, longest, delimiter: delimiter.charCodeAt(0) },
    ...{ at: 0, from: 0, to: 0, line: firstLine, failed: false },
  };
  const rows: string[][] = [];
  const lines: number[] = [];
  let width = 0;
  while (splitting.at < bytes.length) {
    lines.push(splitting.line);
    const start = splitting.at;
    const row = nextRow(splitting, width);
    if (splitting.failed || splitting.at - start > longest) return undefined;
    rows.push(row);
    width = row.length;
  }
  return { rows, lines };
}

/** Reads up to and over the end of a line. */
function nextRow(splitting: Splitting, width: number): string[] {
  const { bytes, delimiter } = splitting;
  const row = new Array<string>(width);
  let column = 0;
  for (;;) {
    row[column] = bytes[splitting.at] === QUOTE ? quotedCell(splitting, column) : bareCell(splitting, column);
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
    if (byte === QUOTE) splitting.failed = true;
    at += 1;
  }
  splitting.at = at;
  splitting.from = start;
  splitting.to = at > start && bytes[at - 1] === CARRIAGE_RETURN && bytes[at] === LINE_FEED ? at - 1 : at;
  return textOf(splitting, column);
}

/** Leaves `at` behind the closing quote, on the delimiter, the line feed or the end. */
function quotedCell(splitting: Splitting, column: number): string {
  const { bytes } = splitting;
  const start = splitting.at + 1;
  const length = bytes.length;
  let at = start;
  let isEscaped = false;
  for (; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === LINE_FEED) splitting.line += 1;
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
  if (closing >= bytes.length || !isEnd) splitting.failed = true;
  return Math.min(next, bytes.length);
}

function textOf({ bytes, above, from, to }: Splitting, column: number): string {
  const length = to - from;
  if (length === 0) return '';
  const start = above.starts[column] ?? 0;
  if (above.lengths[column] === length) {
    let same = 0;
    while (same < length && bytes[start + same] === bytes[from + same]) same += 1;
    if (same === length) return above.cells[column] ?? '';
  }
  const text = bytes.toString('utf8', from, to);
  above.starts[column] = from;
  above.lengths[column] = length;
  above.cells[column] = text;
  return text;
}
