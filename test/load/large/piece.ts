import { Buffer } from 'node:buffer';
import { ByteTable } from '../../../src/load/byte-table.ts';
import { openKernel, type Room } from '../../../src/load/kernel.ts';
import { PieceColumns } from '../../../src/load/piece-columns.ts';

/** A kernel's table turned to one text without header, and its columns. */
export function pieceOf(text: string, room: Partial<Room> = {}) {
  const kernel = openKernel({ columns: 2 ** 18, words: 4096, wordBytes: 2 ** 16, ...room });
  const header = ['number', 'amount', 'day', 'name'];
  const table = new ByteTable({ file: 'large.csv', header, preamble: [] }, kernel);
  const turn = (next: string, firstRow = 0): void => {
    const bytes = Buffer.from(next);
    bytes.copy(kernel.bytes, kernel.textAt);
    table.turn(kernel.index(bytes.length, ','.charCodeAt(0)), { firstRow, line: 1 });
  };
  turn(text);
  const columns = new PieceColumns(table, kernel);
  const all = () => columns.list(Array.from({ length: table.length }, (_, row) => row));
  return { table, columns, all, turn };
}
