import type { Order } from '../../domain/books.ts';
import { share, type Minor } from '../../domain/money.ts';
import { addOrderWithoutLines } from '../add-order.ts';
import { customerKey } from '../customer-key.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { currencyBySign } from '../sign-currency.ts';
import { afterRefund } from '../woocommerce/status.ts';
import { isCashOnDelivery, stateOf } from './states.ts';

/** The export of Sales › Orders: one row per order, without its items. */
export const magentoOrders: Format = {
  kind: 'magento.orders',
  label: 'Magento orders',
  signature: ['id', 'purchase point', 'purchase date', 'bill-to name', 'grand total (base)'],
  known: [
    ...['ship-to name', 'grand total (purchased)', 'status', 'billing address', 'shipping address'],
    ...['shipping information', 'customer email', 'customer group', 'subtotal', 'shipping and handling'],
    ...['customer name', 'payment method', 'total refunded', 'refunded to store credit', 'allocated sources'],
    ...['pickup location code', 'signifyd guarantee decision', 'braintree transaction source', 'coupon code'],
  ],
  read: readOrders,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly tellStatus: (row: number, word: string) => void;
}

function columnsOf(table: TextTable) {
  return {
    id: table.column('id'),
    date: table.column('purchase date'),
    base: table.column('grand total (base)'),
    purchased: table.column('grand total (purchased)'),
    status: table.column('status'),
    billing: table.column('billing address'),
    shippingAddress: table.column('shipping address'),
    email: table.column('customer email'),
    subtotal: table.column('subtotal'),
    shipping: table.column('shipping and handling'),
    method: table.column('payment method'),
    refunded: table.column('total refunded'),
    coupon: table.column('coupon code'),
  };
}

function readOrders(table: TextTable, draft: Draft): void {
  const sheet: Sheet = {
    ...{ table, draft },
    cells: rowReader(table, draft),
    columns: columnsOf(table),
    tellStatus: wordTeller({ table, draft }, 'status', 'such orders are taken as open'),
  };
  for (let row = 0; row < table.rows.length; row += 1) readOrder(sheet, row);
}

function readOrder(sheet: Sheet, row: number): void {
  const { table, draft, cells, columns } = sheet;
  const told = draft.problems.length;
  const id = cells.id(row, columns.id);
  const placed = cells.day(row, columns.date);
  const currency = currencyBySign(cells.text(row, columns.base), draft.shop);
  const amounts = amountsOf(sheet, row, currency);
  const place = { table, draft, row, told };
  if (id === undefined) return rowLeftOut(place, 'an order without id');
  if (placed === undefined) return rowLeftOut(place, `order ${id} without purchase date`);
  if (amounts === undefined) return rowLeftOut(place, `order ${id} without grand total`);
  const method = cells.text(row, columns.method);
  const { refunded, ...rest } = amounts;
  const { payment, ...state } = standingOf(sheet, row, method);
  addOrderWithoutLines(draft, {
    file: table.file,
    row: table.lineOf(row),
    id,
    number: id,
    channel: 'magento',
    placedOn: placed.day,
    placedAt: placed.time && cells.text(row, columns.date),
    currency,
    ...rest,
    ...state,
    ...afterRefund(payment, rest.total, refunded),
    cashOnDelivery: isCashOnDelivery(method),
    taxIncluded: false,
    customerKey: customerKey(cells.text(row, columns.email)),
    region: regionOf(cells.text(row, columns.shippingAddress) || cells.text(row, columns.billing)),
    discountCode: cells.text(row, columns.coupon) || undefined,
    payMethod: method || undefined,
  });
}

interface Amounts {
  readonly total: Minor;
  readonly shipping: Minor;
  readonly tax: Minor;
  readonly discount: Minor;
  readonly refunded: Minor | undefined;
}

/**
 * The amounts in the shop's own currency: the grid has base amounts, but for the refund, which is in the buyer's and converted at
 * the order's own rate. It names neither tax nor discount: what the total has beyond subtotal and shipping is tax, what it lacks
 * is discount.
 */
function amountsOf({ cells, columns }: Sheet, row: number, currency: string): Amounts | undefined {
  const total = cells.amount(row, columns.base, currency);
  if (total === undefined) return undefined;
  const subtotal = cells.amount(row, columns.subtotal, currency);
  const shipping = cells.amount(row, columns.shipping, currency) ?? 0;
  const purchased = cells.amount(row, columns.purchased, currency) ?? total;
  const refunded = cells.amount(row, columns.refunded, currency);
  const rest = subtotal === undefined ? 0 : total - subtotal - shipping;
  return {
    total,
    shipping,
    tax: Math.max(0, rest),
    discount: Math.max(0, -rest),
    refunded: refunded === undefined ? undefined : share(Math.abs(refunded), total, purchased || total),
  };
}

const OPEN = { status: 'open', payment: 'pending', delivery: 'unknown' } as const;

function standingOf(
  { cells, columns, tellStatus }: Sheet,
  row: number,
  method: string,
): Pick<Order, 'status' | 'payment' | 'delivery'> {
  const status = cells.text(row, columns.status);
  const state = stateOf(status, method);
  if (state === undefined) tellStatus(row, status);
  return state ?? OPEN;
}

/** Of `12 MG Road, Bengaluru, Karnataka, 560001` the part before the postcode. */
function regionOf(address: string): string | undefined {
  return /,\s*([^,\d]+?)\s*,\s*[\w -]*\d[\w -]*$/.exec(address)?.[1]?.toUpperCase();
}
