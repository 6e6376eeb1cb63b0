import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Order } from '../domain/books.ts';
import { OrderTable } from '../domain/order-table.ts';
import { byteReader } from './byte-reader.ts';
import { ByteTable } from './byte-table.ts';
import { openKernel, type Room } from './kernel.ts';
import { PieceColumns } from './piece-columns.ts';
import { turnPieces, type Fill } from './turn-pieces.ts';
import type { Detection } from './detect.ts';
import type { OpenDraft } from './draft.ts';
import type { Piecewise } from './format.ts';

/** Bytes read at a time, and what the kernel has room for; a record of more bytes than a piece is left to the patient reader. */
export interface Sizes {
  readonly piece: number;
  readonly room: Partial<Room>;
  /** size of a file from which on its second part is read for itself */
  readonly worthTwo: number;
}
const PIECE = 256 * 1024;
const USUAL = { piece: PIECE, room: { capacity: 2 * PIECE } };

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
  /** smaller ones for tests, which read both parts in one thread */
  readonly sizes?: Sizes | undefined;
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
  /** numbers of orders that were left out */
  readonly leftOut: readonly string[];
  /** physical line behind the last */
  readonly endLine: number;
}

export interface Into {
  readonly piecewise: Piecewise;
  readonly draft: OpenDraft;
}

/**
 * Reads a part of a large, well-formed file of a known format piece by piece, without ever holding all of it: Problems and small records
 * go into the draft, orders into columns. Throws `NotSure` where the patient reader might understand it otherwise; what the draft then
 * holds is to be thrown away.
 */
export function readRange(large: LargeFile, range: Range, { piecewise, draft }: Into): ReadRange {
  const { file, found } = large;
  const { piece, room } = large.sizes ?? USUAL;
  const kernel = openKernel(room);
  const table = new ByteTable({ file, header: found.header, preamble: found.preamble }, kernel);
  const columns = new PieceColumns(table, kernel);
  const reader = byteReader(table, draft);
  table.reader = () => reader;
  const groupColumn = table.column(piecewise.groupedBy);
  const orders = new OrderTable();
  const leftOut: string[] = [];
  const delimiter = found.delimiter.charCodeAt(0);
  const handle = openSync(large.place, 'r');
  try {
    const readPiece = piecewise.open({ table, columns, draft, orders, leftOut });
    let [rows, isFirst] = [0, true];
    // with what another thread reads: it is put behind
    const pieces = (fstatSync(handle).size - range.from) / piece;
    const turning = { table, kernel, delimiter, groupColumn, piece, ...range };
    const endLine = turnPieces(turning, fileFrom(handle, range), () => {
      rows += readPiece();
      if (isFirst) orders.reserve(pieces * SPARE);
      isFirst = false;
    });
    return { orders, rows, leftOut, endLine };
  } finally {
    closeSync(handle);
  }
}

/** The first piece tells how many orders there will be, and about how many lines. */
const SPARE = 1.05;

function fileFrom(handle: number, { from, to }: Range): Fill {
  let position = from;
  return (bytes, at, most) => {
    const got = readSync(handle, bytes, at, Math.min(most, to - position), position);
    position += got;
    return got;
  };
}

/** Whether two orders bear one number: in the usual export the numbers rise or fall, else each is looked up. */
export function hasRepeats(orders: OrderTable, leftOut: readonly string[]): boolean {
  if (leftOut.length === 0 && isSorted(orders)) return false;
  const seen = new Set<string>(leftOut);
  for (const { number } of orders as Iterable<Order>) seen.add(number);
  return seen.size < orders.length + leftOut.length;
}

function isSorted({ orders: { number } }: OrderTable): boolean {
  const { prefixes, numbers } = number;
  let [rising, falling] = [true, true];
  for (let at = 1; at < numbers.length && (rising || falling); at += 1) {
    const [above, here] = [numbers.at(at - 1), numbers.at(at)];
    const isAlike = prefixes.codes.at(at) === prefixes.codes.at(at - 1);
    rising &&= isAlike && here > above;
    falling &&= isAlike && here < above;
  }
  return rising || falling;
}
