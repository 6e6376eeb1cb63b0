import { Buffer } from 'node:buffer';
import type { Indexed, Kernel } from './kernel.ts';
import type { CellTable } from './format.ts';
import { columnFinder, columnsFinder } from './header.ts';

/** Thrown where the quick reader cannot be sure to understand a file as the patient one would; the patient one then reads it all. */
export class NotSure extends Error {}

export interface TableHead {
  readonly file: string;
  readonly header: readonly string[];
  readonly preamble: readonly string[];
}

const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const BLANK = 0x20;

/**
 * The rows of one piece of a file after the other, as bytes: a cell is decoded when it is asked for. Rows are numbered from 0 in
 * every piece.
 */
export class ByteTable implements CellTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly preamble: readonly string[];
  readonly column: CellTable['column'];
  readonly columnsNamed: CellTable['columnsNamed'];
  reader: CellTable['reader'];
  readonly bytes: Uint8Array;
  /** the cell that `find` looked up: from the first byte to behind the last, without quotes */
  from = 0;
  to = 0;
  length = 0;
  readonly #text: Buffer;
  readonly #ends: Uint32Array;
  readonly #rowEnds: Uint32Array;
  /** the row of the piece that row 0 of the table is */
  firstRow = 0;
  #firstLine = 1;
  #lines: Uint32Array | undefined;

  constructor({ file, header, preamble }: TableHead, { bytes, ends, rowEnds }: Kernel) {
    this.file = file;
    this.header = header;
    this.preamble = preamble;
    this.column = columnFinder(header);
    this.columnsNamed = columnsFinder(header);
    this.bytes = bytes;
    this.#text = Buffer.from(bytes.buffer);
    this.#ends = ends;
    this.#rowEnds = rowEnds;
  }

  /** Turns to another piece: its rows from `firstRow` on, the piece's first byte standing on the physical line `line`. */
  turn({ rows, lineFeeds }: Indexed, { firstRow, line }: { firstRow: number; line: number }): void {
    this.firstRow = firstRow;
    this.#firstLine = line;
    this.length = rows - firstRow;
    this.#lines = lineFeeds === rows ? undefined : this.#countLines(rows);
  }

  /** Physical line of every row where cells hold line breaks. */
  #countLines(rows: number): Uint32Array {
    const lines = new Uint32Array(rows + 1);
    let line = 0;
    let at = (this.#ends[0] ?? 0) + 1;
    for (let row = 0; row < rows; row += 1) {
      lines[row] = line;
      const end = this.#ends[this.#rowEnds[row] ?? 0] ?? 0;
      for (; at <= end; at += 1) if (this.bytes[at] === LINE_FEED) line += 1;
    }
    lines[rows] = line;
    return lines;
  }

  lineOf(row: number): number {
    const index = row + this.firstRow;
    return this.#firstLine + (this.#lines === undefined ? index : (this.#lines[index] ?? 0));
  }

  /** The number of the first row's first byte in the piece, and behind the last byte of the row above `row`. */
  startOf(row: number): number {
    const index = row + this.firstRow;
    return (this.#ends[index === 0 ? 0 : (this.#rowEnds[index - 1] ?? 0)] ?? 0) + 1;
  }

  /** Number of cells in a row. */
  widthOf(row: number): number {
    const index = row + this.firstRow;
    return (this.#rowEnds[index] ?? 0) - (index === 0 ? 0 : (this.#rowEnds[index - 1] ?? 0));
  }

  /** Finds a cell's bytes; false when it is empty or the row has no such column. */
  find(row: number, column: number): boolean {
    const index = row + this.firstRow;
    const first = index === 0 ? 0 : (this.#rowEnds[index - 1] ?? 0);
    const cell = first + column;
    const last = (this.#rowEnds[index] ?? 0) - 1;
    if (column < 0 || cell > last) return false;
    let from = (this.#ends[cell] ?? 0) + 1;
    let to = this.#ends[cell + 1] ?? 0;
    if (cell === last && to > from && this.bytes[to - 1] === CARRIAGE_RETURN) to -= 1;
    if (this.bytes[from] === QUOTE && from < to) {
      if (to - from < 2 || this.bytes[to - 1] !== QUOTE) throw new NotSure('text behind a closing quote');
      from += 1;
      to -= 1;
    }
    this.from = from;
    this.to = to;
    return from < to;
  }

  cell(row: number, column: number): string {
    return this.find(row, column) ? this.decoded() : '';
  }

  /** The text of the cell that `find` looked up. */
  decoded(): string {
    const { bytes, from, to } = this;
    let isPlain = true;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte > 0x7e || byte === QUOTE) {
        isPlain = false;
        break;
      }
    }
    if (isPlain) return this.#text.toString('latin1', from, to);
    return this.#text.toString('utf8', from, to).replaceAll('""', '"');
  }

  isBlank(row: number, column: number): boolean {
    if (!this.find(row, column)) return true;
    for (let at = this.from; at < this.to; at += 1) if ((this.bytes[at] ?? 0) > BLANK) return false;
    return true;
  }

  isSameAsAbove(row: number, column: number): boolean {
    if (row === 0) return false;
    const filled = this.find(row, column);
    const { bytes, from, to } = this;
    if (!this.find(row - 1, column)) return !filled;
    if (!filled || this.to - this.from !== to - from) return false;
    for (let at = from, other = this.from; at < to; at += 1, other += 1) {
      if (bytes[at] !== bytes[other]) return false;
    }
    return true;
  }
}
