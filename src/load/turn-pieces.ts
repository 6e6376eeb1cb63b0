import { Buffer, isUtf8 } from 'node:buffer';
import { NotSure, type ByteTable } from './byte-table.ts';
import type { Indexed, Kernel } from './kernel.ts';

/** Puts a file's next bytes, at most `most`, into memory from `at` on; gives their number, 0 at the end. */
export type Fill = (bytes: Uint8Array, at: number, most: number) => number;

export interface Turning {
  readonly table: ByteTable;
  readonly kernel: Kernel;
  readonly delimiter: number;
  /** the column that says which rows belong together; −1: each stands for itself */
  readonly groupColumn: number;
  /** bytes read at a time */
  readonly piece: number;
  /** physical line of the first byte */
  readonly line: number;
  /** the first row is the header */
  readonly hasHeader: boolean;
}

/**
 * Turns the table to one piece of a file after the other, each with whole records under the header, and calls `use` for each; gives the
 * physical line behind the last. Throws `NotSure` where the text is no well-formed UTF-8 CSV, or a record is longer than the kernel's
 * memory holds.
 */
export function turnPieces(turning: Turning, fill: Fill, use: () => void): number {
  const { kernel, piece } = turning;
  const { bytes, textAt, capacity } = kernel;
  const place = { line: turning.line, firstRow: turning.hasHeader ? 1 : 0 };
  let kept = 0;
  for (;;) {
    const got = fill(bytes, textAt + kept, piece);
    const isEnd = got === 0;
    if (isEnd && place.firstRow > 0) throw new NotSure('a text without line feeds');
    const length = isEnd ? closed(kernel, kept) : kept + got;
    const used = useWhole(turning, { place, length, isEnd }, use);
    kept = length - used;
    if (isEnd && kept > 0) throw new NotSure('a quote that is never closed');
    if (isEnd) return place.line;
    bytes.copyWithin(textAt, textAt + used, textAt + length);
    if (kept + piece > capacity) throw new NotSure('a very long record');
  }
}

interface Piece {
  /** moves on to the row behind those used */
  readonly place: { line: number; firstRow: number };
  readonly length: number;
  readonly isEnd: boolean;
}

/** Has the whole records of a piece used; gives the number of their bytes. */
function useWhole(turning: Turning, { place, length, isEnd }: Piece, use: () => void): number {
  const { table, kernel } = turning;
  const indexed = checked(turning, length);
  if (indexed.rows === 0) return 0;
  table.turn(indexed, place);
  const whole = isEnd ? table.length : beforeLastGroup(turning);
  useRows(table, whole, use);
  place.line = table.lineOf(whole);
  const used = table.startOf(whole) - kernel.textAt;
  place.firstRow = 0;
  return used;
}

/** The end of the file ends its last row, with or without a line feed. */
function closed({ bytes, textAt }: Kernel, length: number): number {
  const last = bytes[textAt + length - 1];
  if (length === 0 || last === 0x0a) return length;
  if (last === 0x0d) throw new NotSure('a last line that ends as those of old Macs');
  bytes[textAt + length] = 0x0a;
  return length + 1;
}

const TAB = 0x09;
const QUOTE = 0x22;

function checked({ kernel, delimiter }: Turning, length: number): Indexed {
  const indexed = kernel.index(length, delimiter);
  const text = Buffer.from(kernel.bytes.buffer, kernel.textAt, indexed.used);
  if (!indexed.isWellFormed) throw new NotSure('a quote where none may stand');
  // in tab-separated text a quote may be a letter: 27" wide
  if (delimiter === TAB && text.includes(QUOTE)) throw new NotSure('a quote in tab-separated text');
  if (!isUtf8(text) || text.includes(0)) throw new NotSure('bytes that are not UTF-8 text');
  return indexed;
}

/** Rows in front of the last record, which may go on in the next piece. */
function beforeLastGroup({ table, groupColumn }: Turning): number {
  if (groupColumn < 0) return table.length;
  let row = Math.max(0, table.length - 1);
  while (row > 0 && table.isSameAsAbove(row, groupColumn)) row -= 1;
  return row;
}

function useRows(table: ByteTable, rows: number, use: () => void): void {
  if (rows <= 0) return;
  const { length } = table;
  table.length = rows;
  use();
  table.length = length;
}
