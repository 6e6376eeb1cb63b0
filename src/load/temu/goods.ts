import type { Movement } from '../../domain/books.ts';
import { columnFinder, normaliseName } from '../header.ts';
import type { TextTable } from '../format.ts';
import type { RowReader } from '../row-reader.ts';
import { GOODS_NAMES } from './columns.ts';

export type GoodsColumns = Readonly<Record<keyof typeof GOODS_NAMES, number>>;

/** Where the goods' columns stand, by the second header row. */
export function goodsColumns(table: TextTable, cells: RowReader): GoodsColumns {
  const second = table.header.map((_, column) => normaliseName(cells.text(0, column)));
  const find = columnFinder(second);
  const found = Object.entries(GOODS_NAMES).map(([name, names]) => [name, find(...names)] as const);
  return Object.fromEntries(found) as GoodsColumns;
}

/** What was sold by a row, as its movements name it. */
export type Goods = Pick<Movement, 'sku' | 'title' | 'quantity'>;

/** The seller's own code, where the bill has it; else Temu's. */
export function goodsAt(cells: RowReader, row: number, columns: GoodsColumns): Goods {
  return {
    sku: cells.id(row, columns.sku) ?? cells.id(row, columns.skuId),
    title: cells.text(row, columns.title) || undefined,
    quantity: cells.count(row, columns.quantity),
  };
}
