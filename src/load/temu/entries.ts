import type { Movement } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { columnsIn } from '../columns-in.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { ENTRY_NAMES } from './columns.ts';
import { goodsAt, goodsColumns, type GoodsColumns } from './goods.ts';

/** Temu's bill by transaction: one row per product, carriage or sum taken back, with the day on which the money arrived. */
export const temuEntries: Format = {
  kind: 'temu.entries',
  label: 'Temu settlement entries',
  signature: [ENTRY_NAMES.entry, ENTRY_NAMES.order, ENTRY_NAMES.type, ENTRY_NAMES.amount],
  known: [
    ...Object.values(ENTRY_NAMES).flat(),
    ...['单据号', '商品信息 * 销售件数', '总申报价格', '单品优惠券金额', '店铺满减券优惠金额'],
    ...['申报价格折扣金额', '活动运费主动减免金额', '备注'],
  ],
  read: readEntries,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: Readonly<Record<keyof typeof ENTRY_NAMES, number>>;
  readonly goods: GoodsColumns;
  readonly tellType: (row: number, word: string) => void;
}

function readEntries(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const sheet: Sheet = {
    ...{ table, draft, cells, columns: columnsIn(table, ENTRY_NAMES), goods: goodsColumns(table, cells) },
    tellType: wordTeller(
      { table, draft },
      '交易类型',
      'what it takes counts as a fee, what it pays as an adjustment',
    ),
  };
  for (let row = 0; row < table.rows.length; row += 1) readEntry(sheet, row);
}

function readEntry(sheet: Sheet, row: number): void {
  const { table, draft, cells, columns } = sheet;
  const told = draft.problems.length;
  const type = cells.text(row, columns.type);
  // the second header row, and rows of formulas below
  if (type === '' && cells.text(row, columns.amount) === '') return;
  const currency = currencyCode(cells.text(row, columns.currency)) ?? shopCurrency(draft.shop);
  const amount = cells.amount(row, columns.amount, currency);
  const arrived = cells.day(row, columns.arrived);
  if (amount === undefined || arrived === undefined) {
    const lacks = amount === undefined ? 'amount' : 'time of arrival';
    rowLeftOut({ table, draft, row, told }, `an entry without ${lacks}`);
    return;
  }
  const meaning = meaningOf(type, amount);
  if (!meaning.known) sheet.tellType(row, type);
  draft.movements.push({
    ...{ file: table.file, row: table.lineOf(row), channel: 'temu', day: arrived.day, currency },
    ...meaning.movement,
    code: type,
    order: cells.id(row, columns.order),
    transaction: cells.id(row, columns.entry),
    payoutId: cells.id(row, columns.batch),
    ...goodsOf(sheet, row, meaning.movement.part),
    final: true,
  });
}

function goodsOf({ cells, goods }: Sheet, row: number, part: Movement['part']) {
  const { quantity, ...named } = goodsAt(cells, row, goods);
  return part === 'goods' ? { ...named, quantity } : named;
}

interface Meaning {
  readonly known: boolean;
  readonly movement: Pick<Movement, 'kind' | 'part' | 'amount'>;
}

function meaningOf(type: string, amount: Minor): Meaning {
  const part = type.includes('运费') ? 'shipping' : 'goods';
  if (/[销运].*回款/.test(type)) return { known: true, movement: { kind: 'charge', part, amount } };
  if (type.includes('冲回')) return { known: true, movement: { kind: 'refund', amount: -Math.abs(amount) } };
  return { known: false, movement: { kind: amount < 0 ? 'marketplace_fee' : 'adjustment', amount } };
}
