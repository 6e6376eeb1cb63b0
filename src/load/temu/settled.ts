import { split, type Minor } from '../../domain/money.ts';
import { columnsIn } from '../columns-in.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { periodEnd, type UndatedMovement } from '../undated.ts';
import { BILL_NAMES } from './columns.ts';
import { goodsAt, goodsColumns, type Goods, type GoodsColumns } from './goods.ts';

/**
 * Temu's bill by order: what it pays for the goods and their carriage, and what it takes back. It names no dates; `joinDays` finds
 * them. A second header row names the columns of the goods, further products of an order stand in rows without its number, and
 * columns of formulas that sellers add behind are nobody's business.
 */
export const temuSettled: Format = {
  kind: 'temu.settled',
  label: 'Temu settled amounts',
  signature: [BILL_NAMES.order, BILL_NAMES.currency, BILL_NAMES.sales, BILL_NAMES.salesBack],
  known: [
    ...Object.values(BILL_NAMES).flat(),
    '商品信息 * 销售件数',
    '运费回款已减优惠',
    '销售+运费回款',
    'gmv',
  ],
  // again as a formula, behind
  repeated: BILL_NAMES.sales,
  read: readBill,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: Readonly<Record<keyof typeof BILL_NAMES, number>>;
  readonly goods: GoodsColumns;
}

function readBill(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const columns = columnsIn(table, BILL_NAMES);
  const sheet: Sheet = { table, draft, cells, columns, goods: goodsColumns(table, cells) };
  const movements = rowsByOrder(sheet).flatMap((rows) => readOrder(sheet, rows));
  draft.undated = { movements, until: periodEnd(table.file) };
}

/** The rows of each order: the one with its number and amounts, then those with its further products. */
function rowsByOrder(sheet: Sheet): readonly (readonly number[])[] {
  const { table, draft, cells, columns, goods } = sheet;
  const orders: number[][] = [];
  for (let row = 0; row < table.rows.length; row += 1) {
    const told = draft.problems.length;
    if (cells.text(row, columns.order) !== '') orders.push([row]);
    else if (cells.text(row, columns.sales) !== '')
      rowLeftOut({ table, draft, row, told }, 'a settled amount without order number');
    else if (cells.text(row, goods.skuId) !== '') orders.at(-1)?.push(row);
  }
  return orders;
}

interface Bill {
  readonly base: Omit<UndatedMovement, 'kind' | 'code' | 'amount'>;
  readonly goods: readonly (Goods & { readonly row: number })[];
  /** what each of the goods is worth, for sharing what the order was paid for all of them */
  readonly worth: readonly Minor[];
}

function readOrder(sheet: Sheet, rows: readonly number[]): readonly UndatedMovement[] {
  const { table, draft, cells, columns } = sheet;
  const row = rows[0] ?? 0;
  const told = draft.problems.length;
  const order = cells.id(row, columns.order);
  const currency = currencyCode(cells.text(row, columns.currency)) ?? shopCurrency(draft.shop);
  const amounts = amountsOf(sheet, row, currency);
  if (order === undefined || amounts === undefined || draft.problems.length > told) {
    rowLeftOut({ table, draft, row, told }, `order ${order ?? ''} without a settled amount`);
    return [];
  }
  return movementsOf(billOf(sheet, rows, { order, currency }), amounts);
}

interface Amounts {
  readonly sales: Minor;
  readonly off: Minor;
  readonly salesBack: Minor;
  readonly shipping: Minor;
  readonly shippingBack: Minor;
}

function amountsOf({ cells, columns }: Sheet, row: number, currency: string): Amounts | undefined {
  const read = (column: number): Minor | undefined => cells.amount(row, column, currency);
  const sales = read(columns.sales);
  if (sales === undefined) return undefined;
  return {
    sales,
    off: Math.abs(read(columns.salesDiscount) ?? 0),
    salesBack: -Math.abs(read(columns.salesBack) ?? 0),
    shipping: read(columns.shipping) ?? 0,
    shippingBack: -Math.abs(read(columns.shippingBack) ?? 0),
  };
}

function billOf(
  { table, cells, goods }: Sheet,
  rows: readonly number[],
  { order, currency }: { readonly order: string; readonly currency: string },
): Bill {
  const at = (row: number): number => table.lineOf(row);
  return {
    base: {
      ...{ file: table.file, row: at(rows[0] ?? 0), channel: 'temu', currency, order },
      // the list of what is still to be settled has neither the seller's code nor the kind of price
      final: goods.sku >= 0 || goods.isActivity >= 0,
    },
    goods: rows.map((row) => ({ ...goodsAt(cells, row, goods), row: at(row) })),
    worth: rows.map((row) => {
      const price = cells.amount(row, goods.price, currency) ?? 0;
      return Math.max(0, price * (cells.count(row, goods.quantity) ?? 1));
    }),
  };
}

/** What is paid for the goods is net of the seller's discounts, which the bill names beside: price and discount make it up. */
function movementsOf(bill: Bill, amounts: Amounts): readonly UndatedMovement[] {
  const { base, goods, worth } = bill;
  const shared = (total: Minor, what: Pick<UndatedMovement, 'kind' | 'code' | 'part'>): UndatedMovement[] => {
    const parts = split(total, worth);
    return goods.flatMap(({ quantity, ...each }, index) => {
      const amount = parts[index] ?? 0;
      const pieces = what.part === 'goods' ? quantity : undefined;
      return amount === 0 ? [] : [{ ...base, ...each, ...what, quantity: pieces, amount }];
    });
  };
  const whole = (amount: Minor, what: Pick<UndatedMovement, 'kind' | 'code' | 'part'>): UndatedMovement[] =>
    amount === 0 ? [] : [{ ...base, ...what, amount }];
  return [
    ...shared(amounts.sales + amounts.off, { kind: 'charge', code: '销售回款', part: 'goods' }),
    ...whole(-amounts.off, { kind: 'charge', code: '销售回款已减优惠', part: 'discount' }),
    ...whole(amounts.shipping, { kind: 'charge', code: '运费回款', part: 'shipping' }),
    ...shared(amounts.salesBack, { kind: 'refund', code: '销售冲回' }),
    ...whole(amounts.shippingBack, { kind: 'refund', code: '运费冲回' }),
  ];
}
