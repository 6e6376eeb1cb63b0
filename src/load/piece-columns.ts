import { Buffer } from 'node:buffer';
import { NotSure, type ByteTable } from './byte-table.ts';
import type { Kernel } from './kernel.ts';

/** Row numbers of a piece, kept where the kernel finds them. */
export interface RowList {
  readonly at: number;
  readonly rows: Uint32Array;
}

/** ISO days as numbers (20261031; 0: empty, −1: not plain), seconds of the day (−1: none), the word behind the time. */
export interface Moments {
  readonly dates: Int32Array;
  readonly times: Int32Array;
  readonly zones: Uint32Array;
}

/** A name's word in front of its last digits, and those digits as a number (NaN: none). */
export interface Names {
  readonly prefixes: Uint32Array;
  readonly numbers: Float64Array;
}

/** −1 without its sign */
const NO_TIME = 0xffffffff;

/** In `Moments.zones`: a T, no blank, parts day and time. */
export const PARTED_BY_T = 0x80000000;

/**
 * Whole columns of a piece as plain numbers, for the rows of a list and in its order. What is given holds until the table is turned to
 * the next piece. Amounts: NaN for an empty cell, Infinity for one that is not a plain number.
 */
export class PieceColumns {
  readonly #table: ByteTable;
  readonly #kernel: Kernel;
  /** every row of the piece */
  all: RowList = { at: 0, rows: new Uint32Array() };
  /** so many row numbers stand in front of the columns, from 0 */
  #listed = 0;
  #next: number;

  constructor(table: ByteTable, kernel: Kernel) {
    this.#table = table;
    this.#kernel = kernel;
    this.#next = kernel.columnsAt;
  }

  /** To be called for every piece, before anything else. */
  restart(): void {
    const { length, firstRow } = this.#table;
    const { columnsAt, bytes } = this.#kernel;
    this.#next = columnsAt;
    const listed = Math.max(this.#listed, firstRow + length);
    const numbers = new Uint32Array(bytes.buffer, this.#room(listed * 4), listed);
    // no column of any piece is written over the numbers that stand there already
    for (; this.#listed < listed; this.#listed += 1) numbers[this.#listed] = this.#listed;
    const rows = numbers.subarray(firstRow, firstRow + length);
    this.all = { at: rows.byteOffset, rows };
  }

  #room(bytes: number): number {
    const at = this.#next;
    this.#next += Math.ceil(bytes / 8) * 8;
    if (this.#next > this.#kernel.columnsEnd) throw new NotSure('very many rows in one piece');
    return at;
  }

  #words(length: number): Uint32Array {
    return new Uint32Array(this.#kernel.bytes.buffer, this.#room(length * 4), length);
  }

  #numbers(length: number): Float64Array {
    return new Float64Array(this.#kernel.bytes.buffer, this.#room(length * 8), length);
  }

  /** Rows of the table, from 0. */
  list(rows: ArrayLike<number>): RowList {
    const kept = this.#words(rows.length);
    const { firstRow } = this.#table;
    for (let index = 0; index < rows.length; index += 1) kept[index] = (rows[index] ?? 0) + firstRow;
    return { at: kept.byteOffset, rows: kept };
  }

  presence({ at, rows }: RowList, column: number): Uint8Array {
    const out = new Uint8Array(this.#kernel.bytes.buffer, this.#room(rows.length), rows.length);
    if (column < 0) out.fill(0);
    else this.#kernel.run.presence(at, rows.length, column, out.byteOffset);
    return out;
  }

  decimals({ at, rows }: RowList, column: number, exponent: number): Float64Array {
    const out = this.#numbers(rows.length);
    if (column < 0) out.fill(Number.NaN);
    else this.#kernel.run.decimals(at, rows.length, column, out.byteOffset, exponent);
    return out;
  }

  texts({ at, rows }: RowList, column: number): Uint32Array {
    const out = this.#words(rows.length);
    if (column < 0) out.fill(0);
    else this.#kernel.run.texts(at, rows.length, column, out.byteOffset);
    return out;
  }

  addressKeys({ at, rows }: RowList, column: number): Float64Array {
    const out = this.#numbers(rows.length);
    if (column < 0) out.fill(Number.NaN);
    else this.#kernel.run.addressKeys(at, rows.length, column, out.byteOffset);
    return out;
  }

  names({ at, rows }: RowList, column: number): Names {
    const prefixes = this.#words(rows.length);
    const numbers = this.#numbers(rows.length);
    if (column < 0) {
      prefixes.fill(0);
      numbers.fill(Number.NaN);
    } else this.#kernel.run.names(at, rows.length, column, prefixes.byteOffset, numbers.byteOffset);
    return { prefixes, numbers };
  }

  moments({ at, rows }: RowList, column: number): Moments {
    const [dates, times, zones] = [
      this.#words(rows.length),
      this.#words(rows.length),
      this.#words(rows.length),
    ];
    if (column < 0) {
      dates.fill(0);
      times.fill(NO_TIME);
      zones.fill(0);
    } else
      this.#kernel.run.moments(at, rows.length, column, dates.byteOffset, times.byteOffset, zones.byteOffset);
    const signed = (words: Uint32Array): Int32Array =>
      new Int32Array(words.buffer, words.byteOffset, words.length);
    return { dates: signed(dates), times: signed(times), zones };
  }

  /** To be asked when a piece's columns have been read: a cell that broke the rules of CSV, or more different words than there is room. */
  check(): void {
    const { broken, isFull } = this.#kernel.run;
    if (broken.value !== 0) throw new NotSure('text behind a closing quote');
    if (isFull.value !== 0) throw new NotSure('too many different words');
  }

  wordText(word: number): string {
    const { run, bytes } = this.#kernel;
    const [from, to] = [run.wordStart(word), run.wordEnd(word)];
    const text = Buffer.from(bytes.buffer, from, to - from).toString('utf8');
    return text.includes('"') ? text.replaceAll('""', '"') : text;
  }
}

/** The codes that a column of the books gives to the kernel's words, each worked out once. */
export class WordCodes {
  /** by code; what `read` made of the text, undefined for nothing */
  readonly words: (string | undefined)[];
  readonly #columns: PieceColumns;
  readonly #read: (text: string) => string | undefined;
  /** −1: not met yet */
  #codes = new Int32Array(64).fill(-1);

  constructor(
    columns: PieceColumns,
    words: (string | undefined)[],
    read: (text: string) => string | undefined,
  ) {
    this.#columns = columns;
    this.words = words;
    this.#read = read;
  }

  /** The code of the word at this place of a column. */
  at(column: Uint32Array, index: number): number {
    return this.of(column[index] ?? 0);
  }

  /** Puts the codes of a column's words to another place. */
  copy(column: Uint32Array, to: Uint32Array): void {
    for (let index = 0; index < column.length; index += 1) to[index] = this.of(column[index] ?? 0);
  }

  of(word: number): number {
    const known = this.#codes[word] ?? -1;
    return known >= 0 ? known : this.#meet(word);
  }

  #meet(word: number): number {
    if (word === 0) return 0;
    if (word >= this.#codes.length) {
      const more = new Int32Array(word * 2).fill(-1);
      more.set(this.#codes);
      this.#codes = more;
    }
    const text = this.#read(this.#columns.wordText(word));
    const code = text === undefined ? 0 : this.words.push(text) - 1;
    this.#codes[word] = code;
    return code;
  }
}
