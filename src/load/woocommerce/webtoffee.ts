import type { Movement, Order } from '../../domain/books.ts';
import { cleanText } from '../../domain/clean-text.ts';
import type { Minor } from '../../domain/money.ts';
import { addOrder } from '../add-order.ts';
import { customerKey } from '../customer-key.ts';
import { parseDay, type ParsedDay } from '../dates.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { orderLeftOut } from '../missing-fields.ts';
import { rowReader } from '../row-reader.ts';
import { beforeDiscount, type OrderAmounts } from './line-discount.ts';
import { stateReader, type WooState, type WrittenState } from './order-status.ts';
import { packedAmount, packedFees, packedProducts, type PackedPlace } from './packed-lines.ts';
import { unpackEntries } from './packed.ts';
import { afterRefund } from './status.ts';

/** "Order Export & Order Import" by WebToffee: one row per order, lines packed into `line_item_1` and so on. */
export const wooWebtoffee: Format = {
  kind: 'woo.webtoffee',
  label: 'WooCommerce orders (WebToffee)',
  signature: ['order_id', 'order_number', 'order_total', 'line_item_1'],
  known: [
    'order_date',
    'status',
    'shipping_total',
    'tax_total',
    'cart_discount',
    'discount_total',
    'order_currency',
    'payment_method',
    'customer_email',
    'billing_state',
    'billing_country',
    'shipping_items',
    'fee_items',
    'tax_items',
    'coupon_items',
    'refund_items',
    'paid_date',
    'order_subtotal',
    'payment_method_title',
    'wt_import_key',
  ],
  read: (table, draft) => {
    const sheet = sheetOf(table, draft);
    table.rows.forEach((_, row) => readOrder(sheet, row));
  },
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly lineColumns: readonly number[];
  readonly text: (row: number, name: string) => string | undefined;
  readonly id: (row: number, name: string) => string | undefined;
  readonly day: (row: number, name: string) => ParsedDay | undefined;
  readonly amount: (row: number, name: string) => Minor | undefined;
  readonly currency: (row: number) => string;
  readonly state: (written: WrittenState) => WooState;
}

/** The order's date is day-month-year, the date of payment in the same row ISO: day first reads both. */
function sheetOf(table: TextTable, draft: Draft): Sheet {
  const reader = rowReader(table, draft, 'dmy');
  const currency = (row: number): string =>
    currencyCode(reader.text(row, table.column('order_currency'))) ?? shopCurrency(draft.shop);
  return {
    table,
    draft,
    currency,
    lineColumns: table.header.flatMap((name, index) => (/^line_item_\d+$/.test(name) ? [index] : [])),
    text: (row, name) => reader.text(row, table.column(name)) || undefined,
    id: (row, name) => reader.id(row, table.column(name)),
    day: (row, name) => reader.day(row, table.column(name)),
    amount: (row, name) => reader.amount(row, table.column(name), currency(row)),
    state: stateReader(table.file, draft),
  };
}

function readOrder(sheet: Sheet, row: number): void {
  const id = sheet.id(row, 'order_id');
  const placed = sheet.day(row, 'order_date');
  const total = sheet.amount(row, 'order_total');
  if (id === undefined || placed === undefined || total === undefined) {
    const at = { file: sheet.table.file, line: sheet.table.lineOf(row) };
    return report(
      sheet.draft,
      orderLeftOut({ order_id: id, order_date: placed?.day, order_total: total }, at),
    );
  }
  const { file, draft } = { file: sheet.table.file, draft: sheet.draft };
  const place: PackedPlace = { draft, file, line: sheet.table.lineOf(row), currency: sheet.currency(row) };
  const amounts = amountsOf(sheet, row, total);
  const number = sheet.text(row, 'order_number') ?? id;
  const refunds = refundsOf(place, sheet.text(row, 'refund_items'));
  const isTold = sheet.table.column('refund_items') >= 0;
  const refunded = isTold ? refunds.reduce((sum, refund) => sum + refund.amount, 0) : undefined;
  const state = stateOf(sheet, row);
  addOrder(draft, {
    file,
    row: place.line,
    id,
    number,
    channel: 'woocommerce',
    placedOn: placed.day,
    placedAt: placed.time && sheet.text(row, 'order_date'),
    currency: place.currency,
    lines: linesOf(sheet, row, { place, amounts }),
    ...amounts,
    ...state,
    ...afterRefund(state.payment, total, refunded),
    ...buyerOf(sheet, row),
    discountCode: unpackEntries(sheet.text(row, 'coupon_items') ?? '')[0]?.get('code'),
  });
  draft.movements.push(...refunds.flatMap((refund) => refundMovement(place, number, refund)));
}

function amountsOf(sheet: Sheet, row: number, total: Minor): OrderAmounts {
  const discount = sheet.amount(row, 'discount_total') ?? sheet.amount(row, 'cart_discount') ?? 0;
  return {
    discount: Math.abs(discount),
    shipping: sheet.amount(row, 'shipping_total') ?? 0,
    tax: sheet.amount(row, 'tax_total') ?? 0,
    total,
  };
}

function linesOf(
  sheet: Sheet,
  row: number,
  { place, amounts }: { readonly place: PackedPlace; readonly amounts: OrderAmounts },
): Order['lines'] {
  const cells = sheet.lineColumns.map((column) => sheet.table.rows[row]?.[column] ?? '');
  const fees = packedFees(sheet.text(row, 'fee_items') ?? '', sheet.amount(row, 'fee_total') ?? 0, place);
  return beforeDiscount([...packedProducts(cells, place), ...fees], amounts);
}

function stateOf(sheet: Sheet, row: number): WooState {
  const paidOn = sheet.day(row, 'paid_date') ?? sheet.day(row, 'date_paid');
  return sheet.state({
    status: sheet.text(row, 'status') ?? '',
    method: sheet.text(row, 'payment_method'),
    methodTitle: sheet.text(row, 'payment_method_title'),
    paidOn: paidOn !== undefined,
    line: sheet.table.lineOf(row),
  });
}

function buyerOf(sheet: Sheet, row: number): Pick<Order, 'customerKey' | 'country' | 'region'> {
  const email = sheet.text(row, 'customer_email') ?? sheet.text(row, 'billing_email');
  return {
    customerKey: customerKey(email, sheet.text(row, 'customer_id')),
    country: sheet.text(row, 'shipping_country') ?? sheet.text(row, 'billing_country'),
    region: (sheet.text(row, 'shipping_state') ?? sheet.text(row, 'billing_state'))?.toUpperCase(),
  };
}

interface Refund {
  readonly amount: Minor;
  readonly reason: string;
  readonly date: string;
}

function refundsOf(place: PackedPlace, cell = ''): Refund[] {
  return unpackEntries(cell).flatMap((entry) => {
    const amount = packedAmount(entry, 'amount', place);
    if (amount === undefined) return [];
    return [
      {
        amount: Math.abs(amount),
        reason: cleanText(entry.get('reason') ?? ''),
        date: entry.get('date') ?? '',
      },
    ];
  });
}

function refundMovement(place: PackedPlace, order: string, refund: Refund): Movement[] {
  const day = parseDay(refund.date, 'dmy')?.day;
  if (day === undefined) return [];
  return [
    {
      file: place.file,
      row: place.line,
      kind: 'refund',
      code: refund.reason || 'refund',
      channel: 'woocommerce',
      day,
      amount: -refund.amount,
      currency: place.currency,
      order,
      final: true,
    },
  ];
}
