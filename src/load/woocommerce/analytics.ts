import type { Movement, OrderLine } from '../../domain/books.ts';
import { split, type Minor } from '../../domain/money.ts';
import { addOrder } from '../add-order.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { shopCurrency } from '../currency-code.ts';
import { orderLeftOut } from '../missing-fields.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { stateReader, type WooState, type WrittenState } from './order-status.ts';

/** Analytics › Orders › Download: one row per order, products packed as `2× Name, 1× Name`, net sales only. */
export const wooAnalytics: Format = {
  kind: 'woo.analytics',
  label: 'WooCommerce Analytics, orders',
  signature: [
    'date',
    'order #',
    'product(s)',
    'items sold',
    ['net sales', 'n. revenue', 'n. revenue (formatted)'],
  ],
  known: ['status', 'customer', 'customer type', 'coupon(s)', 'attribution'],
  read: (table, draft) => {
    const sheet: Sheet = {
      table,
      draft,
      reader: rowReader(table, draft),
      state: stateReader(table.file, draft),
    };
    const spread = table.rows.filter((_, row) => readOrder(sheet, row) > 1).length;
    if (spread > 0) reportSpread(sheet, spread);
  },
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly reader: RowReader;
  readonly state: (written: WrittenState) => WooState;
}

/** Reads one row and says how many products the order's net sales were spread over. */
function readOrder(sheet: Sheet, row: number): number {
  const { table, reader, draft } = sheet;
  const currency = shopCurrency(draft.shop);
  const number = reader.id(row, table.column('order #'));
  const placed = reader.day(row, table.column('date'));
  const net = reader.amount(row, table.column('net sales', 'n. revenue', 'n. revenue (formatted)'), currency);
  if (number === undefined || placed === undefined || net === undefined) {
    report(
      draft,
      orderLeftOut(
        { 'order #': number, date: placed, 'net sales': net },
        { file: table.file, line: table.lineOf(row) },
      ),
    );
    return 0;
  }
  if (net < 0) return addRefund(sheet, row, { day: placed.day, net, number, currency });
  const lines = linesOf(sheet, row, net);
  const state = sheet.state({
    status: reader.text(row, table.column('status')),
    paidOn: false,
    line: table.lineOf(row),
  });
  addOrder(draft, {
    file: table.file,
    row: table.lineOf(row),
    id: number,
    number,
    channel: 'woocommerce',
    placedOn: placed.day,
    placedAt: placed.time === undefined ? undefined : reader.text(row, table.column('date')),
    currency,
    lines,
    discount: 0,
    shipping: 0,
    tax: 0,
    total: net,
    ...state,
    refunded: state.payment === 'refunded' ? net : undefined,
    discountCode: reader.text(row, table.column('coupon(s)')) || undefined,
  });
  return lines.length;
}

type RefundRow = Pick<Movement, 'day' | 'currency'> & { readonly net: Minor; readonly number: string };

/** A refund is a row of its own, with negative net sales and the day it was made. */
function addRefund({ table, draft }: Sheet, row: number, { day, net, number, currency }: RefundRow): number {
  draft.movements.push({
    file: table.file,
    row: table.lineOf(row),
    kind: 'refund',
    code: 'refund',
    channel: 'woocommerce',
    day,
    amount: net,
    currency,
    order: number,
    final: true,
  });
  return 0;
}

const NEXT_PRODUCT = /,\s*(?=\d+\s?[×x]\s)/;
const PRODUCT = /^(\d+)\s?[×x]\s(.*)$/s;

function linesOf({ table, reader }: Sheet, row: number, net: Minor): OrderLine[] {
  const products = reader
    .text(row, table.column('product(s)'))
    .split(NEXT_PRODUCT)
    .map((text) => PRODUCT.exec(text))
    .map((parts) => ({ quantity: Number(parts?.[1] ?? 1), title: parts?.[2] ?? 'Sale' }));
  const amounts = split(
    net,
    products.map((product) => product.quantity),
  );
  return products.map(({ quantity, title }, index) => ({
    kind: 'product',
    title,
    quantity,
    amount: amounts[index] ?? 0,
    row: table.lineOf(row),
  }));
}

function reportSpread({ draft, table }: Sheet, orders: number): void {
  report(draft, {
    code: 'not-counted',
    severity: 'warning',
    message: `this report has no price per product: the net sales of orders with several products (${orders}) are spread by quantity`,
    file: table.file,
    hint: 'for figures per product, export orders with an order export extension or the REST API',
  });
}
