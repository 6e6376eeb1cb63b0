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
    let at = this.#begin(0);
    for (let row = 0; row < rows; row += 1) {
      lines[row] = line;
      const end = this.#begin(this.#rowEnd(row));
      for (; at < end; at += 1) if (this.bytes[at] === LINE_FEED) line += 1;
    }
    lines[rows] = line;
    return lines;
  }

  /** Where the k-th cell of the piece begins. */
  #begin(cell: number): number {
    return (this.#ends[cell] ?? 0) + 1;
  }

  /** Number of cells up to the end of a row of the piece; none in front of the first. */
  #rowEnd(index: number): number {
    return index < 0 ? 0 : (this.#rowEnds[index] ?? 0);
  }

  lineOf(row: number): number {
    const index = row + this.firstRow;
    return this.#firstLine + (this.#lines === undefined ? index : (this.#lines[index] ?? 0));
  }

  /** Place in the kernel's memory of a row's first byte; for the row behind the last one, of the byte behind them all. */
  startOf(row: number): number {
    return this.#begin(this.#rowEnd(row + this.firstRow - 1));
  }

  /** Number of cells that a row has. */
  widthOf(row: number): number {
    const index = row + this.firstRow;
    return this.#rowEnd(index) - this.#rowEnd(index - 1);
  }

  /** Finds a cell's bytes; false when it is empty or the row has no such column. */
  find(row: number, column: number): boolean {
    const index = row + this.firstRow;
    const cell = this.#rowEnd(index - 1) + column;
    const behind = this.#rowEnd(index) - 1 - cell;
    if (column < 0 || behind < 0) return false;
    this.from = this.#begin(cell);
    this.to = this.#ends[cell + 1] ?? 0;
    if (behind === 0 && this.to > this.from && this.bytes[this.to - 1] === CARRIAGE_RETURN) this.to -= 1;
    if (this.bytes[this.from] === QUOTE && this.from < this.to) this.#unquote();
    return this.from < this.to;
  }

  #unquote(): void {
    if (this.to - this.from < 2 || this.bytes[this.to - 1] !== QUOTE)
      throw new NotSure('text behind a closing quote');
    this.from += 1;
    this.to -= 1;
  }

  cell(row: number, column: number): string {
    return this.find(row, column) ? this.decoded() : '';
  }

  /** The text of the cell that `find` looked up. */
  decoded(): string {
    const { bytes, from, to } = this;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte > 0x7e || byte === QUOTE) return this.#text.toString('utf8', from, to).replaceAll('""', '"');
    }
    return this.#text.toString('latin1', from, to);
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
