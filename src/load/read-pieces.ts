import { closeSync, openSync, readSync } from 'node:fs';
import { Buffer, isUtf8 } from 'node:buffer';
import type { Order } from '../domain/books.ts';
import { OrderTable } from '../domain/order-table.ts';
import { byteReader } from './byte-reader.ts';
import { ByteTable, NotSure } from './byte-table.ts';
import { openKernel, type Indexed, type Kernel } from './kernel.ts';
import { PieceColumns } from './piece-columns.ts';
import type { Detection } from './detect.ts';
import type { OpenDraft } from './draft.ts';
import type { Piecewise } from './format.ts';

/** Bytes read at a time; a record that is longer is left to the patient reader. */
const PIECE = 256 * 1024;

export interface LargeFile {
  /** the name that Problems show */
  readonly file: string;
  /** where it lies */
  readonly place: string;
  readonly found: Detection;
  /** 1-based physical line of the header */
  readonly headerLine: number;
  /** of the header's first byte in the file */
  readonly offset: number;
}

interface Reading {
  readonly table: ByteTable;
  readonly readPiece: () => void;
  readonly groupColumn: number;
  readonly kernel: Kernel;
  readonly delimiter: number;
}

/** A part of a file: from a byte to another, exclusive. Both stand where a record begins. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** physical line of the first byte */
  readonly line: number;
  /** the first row is the header */
  readonly hasHeader: boolean;
}

export interface ReadRange {
  readonly orders: OrderTable;
  readonly rows: number;
  /** physical line behind the last */
  readonly endLine: number;
}

/**
 * Reads a part of a large, well-formed file of a known format piece by piece, without ever holding all of it: Problems and small records
 * go into the draft, orders into columns. Throws `NotSure` where the patient reader might understand it otherwise; what the draft then
 * holds is to be thrown away.
 */
export function readRange(large: LargeFile, range: Range, { piecewise, draft }: Into): ReadRange {
  const { file, found } = large;
  const kernel = openKernel(2 * PIECE);
  const table = new ByteTable({ file, header: found.header, preamble: found.preamble }, kernel);
  const columns = new PieceColumns(table, kernel);
  const reader = byteReader(table, draft);
  table.reader = () => reader;
  const groupColumn = table.column(piecewise.groupedBy);
  const orders = new OrderTable();
  const delimiter = found.delimiter.charCodeAt(0);
  const handle = openSync(large.place, 'r');
  try {
    const readPiece = piecewise.open({ table, columns, draft, orders });
    return { orders, ...readAll({ table, readPiece, groupColumn, kernel, delimiter }, handle, range) };
  } finally {
    closeSync(handle);
  }
}

export interface Into {
  readonly piecewise: Piecewise;
  readonly draft: OpenDraft;
}

function readAll(reading: Reading, handle: number, range: Range): Pick<ReadRange, 'rows' | 'endLine'> {
  const { table, kernel } = reading;
  const { bytes, textAt } = kernel;
  let [position, line, kept, rows] = [range.from, range.line, 0, 0];
  for (let isFirst = range.hasHeader; ; isFirst = false) {
    const got = readSync(handle, bytes, textAt + kept, Math.min(PIECE, range.to - position), position);
    position += got;
    const isLast = got === 0;
    const length = isLast ? closed(bytes, textAt + kept, kept) : kept + got;
    const indexed = checked(kernel, length, reading.delimiter);
    if (isLast && indexed.used !== length) throw new NotSure('a quote that is never closed');
    table.turn(indexed, { firstRow: isFirst ? 1 : 0, line });
    const whole = isLast ? table.length : beforeLastGroup(reading);
    rows += readRows(reading, whole);
    line = table.lineOf(whole);
    if (isLast) return { rows, endLine: line };
    const used = table.startOf(whole) - textAt;
    bytes.copyWithin(textAt, textAt + used, textAt + length);
    kept = length - used;
    if (kept > PIECE) throw new NotSure('a very long record');
  }
}

/** The end of the file ends its last row, with or without a line feed. */
function closed(bytes: Uint8Array, end: number, length: number): number {
  if (length === 0 || bytes[end - 1] === 0x0a) return length;
  bytes[end] = 0x0a;
  return length + 1;
}

function checked(kernel: Kernel, length: number, delimiter: number): Indexed {
  const indexed = kernel.index(length, delimiter);
  const { buffer } = kernel.bytes;
  const text = Buffer.from(buffer, kernel.textAt, indexed.used);
  if (!indexed.isWellFormed) throw new NotSure('a quote where none may stand');
  if (!isUtf8(text) || text.includes(0)) throw new NotSure('bytes that are not UTF-8 text');
  return indexed;
}

/** Rows in front of the last record, which may go on in the next piece. */
function beforeLastGroup({ table, groupColumn }: Reading): number {
  let row = table.length - 1;
  while (row > 0 && table.isSameAsAbove(row, groupColumn)) row -= 1;
  return row;
}

function readRows({ table, readPiece }: Reading, rows: number): number {
  if (rows <= 0) return 0;
  const { length } = table;
  table.length = rows;
  readPiece();
  table.length = length;
  return rows;
}

/** Whether two orders bear one number: in the usual export the numbers rise or fall, else each is looked up. */
export function hasRepeats(orders: OrderTable): boolean {
  const { prefixes, numbers } = orders.orders.number;
  const codes = prefixes.codes.values;
  let [rising, falling] = [true, true];
  for (let at = 1; at < orders.length && (rising || falling); at += 1) {
    const [above, here] = [numbers.at(at - 1), numbers.at(at)];
    const isAlike = codes[at] === codes[at - 1];
    rising &&= isAlike && here > above;
    falling &&= isAlike && here < above;
  }
  if (rising || falling) return false;
  const seen = new Set<string>();
  for (const { number } of orders as Iterable<Order>) {
    if (seen.has(number)) return true;
    seen.add(number);
  }
  return false;
}
