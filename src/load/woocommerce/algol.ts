import type { Order, OrderLine } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { addOrder } from '../add-order.ts';
import { customerKey } from '../customer-key.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { orderLeftOut } from '../missing-fields.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { beforeDiscount, type OrderAmounts } from './line-discount.ts';
import { stateReader, type WooState, type WrittenState } from './order-status.ts';
import { afterRefund } from './status.ts';

/** "Advanced Order Export" by AlgolPlus: one row per item, order amounts repeated on each; its labels can be edited. */
export const wooAlgol: Format = {
  kind: 'woo.algol',
  label: 'WooCommerce orders (Advanced Order Export)',
  signature: ['order number', 'order status', 'order date', 'order total amount'],
  known: [
    'customer note',
    'state code (billing)',
    'country code (billing)',
    'email (billing)',
    'state code (shipping)',
    'country code (shipping)',
    'item #',
    'sku',
    'name',
    'product variation',
    'quantity',
    'quantity (- refund)',
    'item cost',
    'order line (w/o tax)',
    'order line tax',
    'order line total',
    'order line total refunded',
    'order line total (- refund)',
    'coupon code',
    'discount amount',
    'payment method title',
    'cart discount amount',
    'cart discount amount(inc. tax)',
    'order subtotal amount',
    'order tax amount',
    'order shipping amount',
    'order refund amount',
    'order total tax amount',
    'order currency',
    'total items',
    'total products',
  ],
  read: (table, draft) => {
    const sheet = sheetOf(table, draft);
    for (const rows of ordersOf(table)) readOrder(sheet, rows);
  },
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly reader: RowReader;
  readonly text: (row: number, ...names: readonly string[]) => string | undefined;
  readonly amount: (row: number, ...names: readonly string[]) => Minor | undefined;
  readonly currency: (row: number) => string;
  readonly state: (written: WrittenState) => WooState;
}

function sheetOf(table: TextTable, draft: Draft): Sheet {
  const reader = rowReader(table, draft);
  const currency = (row: number): string =>
    currencyCode(reader.text(row, table.column('order currency', 'currency'))) ?? shopCurrency(draft.shop);
  return {
    table,
    draft,
    reader,
    currency,
    text: (row, ...names) => reader.text(row, table.column(...names)) || undefined,
    amount: (row, ...names) => reader.amount(row, table.column(...names), currency(row)),
    state: stateReader(table.file, draft),
  };
}

/** Rows of each order, in the order of their first row; an order may be interrupted by another. */
function ordersOf(table: TextTable): Iterable<readonly number[]> {
  const column = table.column('order number');
  const orders = new Map<string, number[]>();
  table.rows.forEach((cells, row) => {
    const number = cells[column]?.trim() ?? '';
    const rows = orders.get(number);
    if (rows === undefined) orders.set(number, [row]);
    else rows.push(row);
  });
  return orders.values();
}

/** Order amounts are taken once, from the order's first row: summing them over its items would count them several times. */
function readOrder(sheet: Sheet, rows: readonly number[]): void {
  const { table, reader, draft } = sheet;
  const row = rows[0] ?? 0;
  const number = reader.id(row, table.column('order number'));
  const placed = reader.day(row, table.column('order date'));
  const total = sheet.amount(row, 'order total amount');
  if (number === undefined || placed === undefined || total === undefined) {
    const at = { file: table.file, line: table.lineOf(row) };
    return report(
      draft,
      orderLeftOut(
        {
          'order number': number,
          'order date': placed,
          'order total amount': total,
        },
        at,
      ),
    );
  }
  const amounts = amountsOf(sheet, row, total);
  const lines = rows.flatMap((each) => lineOf(sheet, each) ?? []);
  const refund = sheet.amount(row, 'order refund amount');
  const refunded = refund && Math.abs(refund);
  const state = stateOf(sheet, row);
  addOrder(draft, {
    file: table.file,
    row: table.lineOf(row),
    id: sheet.text(row, 'order id') ?? number,
    number,
    channel: 'woocommerce',
    placedOn: placed.day,
    placedAt: placed.time && sheet.text(row, 'order date'),
    currency: sheet.currency(row),
    lines: beforeDiscount(lines, amounts),
    ...amounts,
    ...state,
    ...afterRefund(state.payment, total, refunded),
    ...buyerOf(sheet, row),
    discountCode: sheet.text(row, 'coupons used', 'coupon code'),
  });
}

function amountsOf(sheet: Sheet, row: number, total: Minor): OrderAmounts {
  return {
    discount: Math.abs(sheet.amount(row, 'cart discount amount') ?? 0),
    shipping: sheet.amount(row, 'order shipping amount') ?? 0,
    tax: sheet.amount(row, 'order total tax amount', 'order tax amount') ?? 0,
    total,
  };
}

function lineOf(sheet: Sheet, row: number): OrderLine | undefined {
  const title = sheet.text(row, 'name', 'product name', 'item name');
  const quantity = sheet.reader.count(row, sheet.table.column('quantity'));
  const amount = lineAmount(sheet, row, quantity ?? 1);
  const sku = sheet.reader.id(row, sheet.table.column('sku'));
  if (amount === undefined || (title === undefined && sku === undefined)) return undefined;
  return {
    kind: 'product',
    sku,
    title: title ?? sku ?? '',
    variant: sheet.text(row, 'product variation'),
    quantity: quantity ?? 1,
    amount,
    tax: sheet.amount(row, 'order line tax'),
    row: sheet.table.lineOf(row),
  };
}

/** The line without tax; where that column was left out, its total less its tax, or quantity × item cost. */
function lineAmount(sheet: Sheet, row: number, quantity: number): Minor | undefined {
  const untaxed = sheet.amount(row, 'order line (w/o tax)', 'order line subtotal');
  if (untaxed !== undefined) return untaxed;
  const taxed = sheet.amount(row, 'order line total');
  if (taxed !== undefined) return taxed - (sheet.amount(row, 'order line tax') ?? 0);
  const cost = sheet.amount(row, 'item cost');
  return cost === undefined ? undefined : Math.round(cost * quantity);
}

function stateOf(sheet: Sheet, row: number): WooState {
  return sheet.state({
    status: sheet.text(row, 'order status') ?? '',
    method: sheet.text(row, 'payment method'),
    methodTitle: sheet.text(row, 'payment method title'),
    paidOn: sheet.reader.day(row, sheet.table.column('paid date', 'date paid')) !== undefined,
    line: sheet.table.lineOf(row),
  });
}

function buyerOf(sheet: Sheet, row: number): Pick<Order, 'customerKey' | 'country' | 'region'> {
  return {
    customerKey: customerKey(sheet.text(row, 'email (billing)'), sheet.text(row, 'customer user id')),
    country: sheet.text(row, 'country code (shipping)') ?? sheet.text(row, 'country code (billing)'),
    region: (
      sheet.text(row, 'state code (shipping)') ?? sheet.text(row, 'state code (billing)')
    )?.toUpperCase(),
  };
}
