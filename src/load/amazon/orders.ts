import type { Order } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { addOrder, linesTotal } from '../add-order.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { report, sayLeftOut } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { orderLeftOut } from '../missing-fields.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { dayReader, indianDayReader, type AmazonDay } from './days.ts';
import { arePricesTaxed, marketplaceOf } from './marketplaces.ts';
import { itemReader, orderColumns, type Item, type OrderColumns } from './order-items.ts';
import { orderState, type OrderState } from './order-state.ts';

/**
 * The "All Orders" report: one row per item. `item-price` is the item's total and includes tax except in the United States and
 * Canada; there is no total, so an order's total is the sum of its parts. Days are as written, in India the Indian ones.
 */
export const amazonOrders: Format = {
  kind: 'amazon.orders',
  label: 'Amazon orders',
  signature: ['amazon-order-id', 'purchase-date', 'order-status', 'item-price'],
  known: [
    ...['merchant-order-id', 'last-updated-date', 'fulfillment-channel', 'sales-channel', 'order-channel'],
    ...['url', 'ship-service-level', 'product-name', 'sku', 'asin', 'number-of-items', 'item-status'],
    ...['quantity', 'currency', 'item-tax', 'shipping-price', 'shipping-tax', 'gift-wrap-price'],
    ...['gift-wrap-tax', 'item-promotion-discount', 'ship-promotion-discount', 'ship-city', 'ship-state'],
    ...['ship-postal-code', 'ship-country', 'promotion-ids', 'payment-method-details', 'cpf'],
    ...['is-business-order', 'purchase-order-number', 'price-designation', 'is-iba', 'order-item-id'],
    ...['tax-collection-model', 'buyer-company-name', 'is-replacement-order', 'original-order-id'],
  ],
  read: readOrders,
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: OrderColumns;
  readonly tellStatus: (row: number, word: string) => void;
  readonly day: AmazonDay;
  readonly indianDay: AmazonDay;
}

function readOrders(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const columns = orderColumns(table);
  const tellStatus = wordTeller({ table, draft }, 'order-status', 'such orders are taken as open');
  const days = { day: dayReader(cells), indianDay: indianDayReader(cells) };
  const reading = { table, draft, cells, columns, tellStatus, ...days };
  const foreign: number[] = [];
  const unpriced: number[] = [];
  for (const rows of ordersOf(reading)) {
    const [row = 0] = rows;
    if (/^non-amazon/i.test(cells.text(row, columns.salesChannel))) foreign.push(row);
    else if (isUnpriced(reading, rows)) unpriced.push(row);
    else readOrder(reading, rows);
  }
  tellApart(reading, foreign, NOT_SOLD);
  tellApart(reading, unpriced, NOT_PRICED);
}
const NOT_SOLD = 'not sold on Amazon: removals, and orders of other shops that Amazon sent';
const NOT_PRICED = 'pending, and Amazon does not show their prices yet';

/** Rows of each order in the order of their first row. */
function ordersOf({ table, draft, cells, columns }: Reading): Iterable<readonly number[]> {
  const orders = new Map<string, number[]>();
  for (let row = 0; row < table.rows.length; row += 1) {
    const told = draft.problems.length;
    const id = cells.id(row, columns.order);
    if (id === undefined) {
      rowLeftOut({ table, draft, row, told }, 'an item without order id');
      continue;
    }
    const rows = orders.get(id);
    if (rows === undefined) orders.set(id, [row]);
    else rows.push(row);
  }
  return orders.values();
}

function isUnpriced({ cells, columns }: Reading, rows: readonly number[]): boolean {
  return rows.every(
    (row) => /^pending/i.test(cells.text(row, columns.status)) && cells.text(row, columns.price) === '',
  );
}

function tellApart({ table, draft, cells, columns }: Reading, rows: readonly number[], why: string): void {
  const [row] = rows;
  if (row === undefined) return;
  const count = rows.length === 1 ? '1 order is' : `${rows.length} orders are`;
  report(draft, {
    code: 'not-counted',
    severity: 'note',
    message: `${count} ${why} – left out, the first is ${cells.text(row, columns.order)}`,
    file: table.file,
    line: table.lineOf(row),
  });
}

function readOrder(reading: Reading, rows: readonly number[]): void {
  const { table, draft, cells, columns } = reading;
  const [row = 0] = rows;
  const { file } = table;
  const line = table.lineOf(row);
  const marketplace = marketplaceOf(cells.text(row, columns.salesChannel));
  const currency = currencyIn(reading, rows, marketplace?.currency);
  const told = draft.problems.length;
  const placed = (currency === 'INR' ? reading.indianDay : reading.day)(row, columns.placed);
  if (placed === undefined) {
    if (sayLeftOut(draft, told, 'order')) return;
    return report(draft, orderLeftOut({ 'purchase-date': placed }, { file, line }));
  }
  const id = cells.id(row, columns.order) ?? '';
  const state = stateOf(reading, row);
  const readItem = itemReader(reading, { currency, isCancelled: state.status === 'cancelled' });
  const sums = sumsOf(
    rows.flatMap((each) => readItem(each) ?? []),
    arePricesTaxed(marketplace, currency),
  );
  const placedAt = placed.time && cells.text(row, columns.placed);
  const at = { file, row: line, id, placedOn: placed.day, placedAt, currency };
  addOrder(draft, orderOf(at, { state, sums, ...addressAt(reading, row) }));
}

type At = Pick<Order, 'file' | 'row' | 'id' | 'placedOn' | 'placedAt' | 'currency'>;

interface Parts extends Pick<Order, 'country' | 'region'> {
  readonly state: State;
  readonly sums: Sums;
}

function addressAt({ cells, columns }: Reading, row: number): Pick<Order, 'country' | 'region'> {
  return {
    country: cells.text(row, columns.country).toUpperCase() || undefined,
    region: cells.text(row, columns.region).toUpperCase() || undefined,
  };
}

/** Written out field by field: a year has tens of thousands of orders, and spreading objects is slow. */
function orderOf(at: At, { state, sums, country, region }: Parts): Order {
  return {
    file: at.file,
    row: at.row,
    id: at.id,
    number: at.id,
    channel: 'amazon',
    placedOn: at.placedOn,
    placedAt: at.placedAt,
    status: state.status,
    payment: state.payment,
    cashOnDelivery: state.cashOnDelivery,
    delivery: state.delivery,
    currency: at.currency,
    lines: sums.lines,
    discount: sums.discount,
    shipping: sums.shipping,
    tax: sums.tax,
    total: sums.total,
    taxIncluded: sums.taxIncluded,
    country,
    region,
    payMethod: state.payMethod,
  };
}

type State = OrderState & Pick<Order, 'cashOnDelivery' | 'payMethod'>;

function stateOf({ cells, columns, tellStatus }: Reading, row: number): State {
  const payMethod = cells.text(row, columns.payMethod) || undefined;
  const cashOnDelivery = /\bcod\b|cash ?on ?delivery/i.test(payMethod ?? '');
  const status = cells.text(row, columns.status);
  const state = orderState(status, cashOnDelivery);
  if (state === undefined) tellStatus(row, status);
  const unknown = { status: 'open', payment: 'pending', delivery: 'unknown' } as const;
  return { ...(state ?? unknown), cashOnDelivery, payMethod };
}

/** Cancelled items name no currency; theirs is their marketplace's. */
function currencyIn({ draft, cells, columns }: Reading, rows: readonly number[], usual?: string): string {
  for (const row of rows) {
    const code = currencyCode(cells.text(row, columns.currency));
    if (code !== undefined) return code;
  }
  return usual ?? shopCurrency(draft.shop);
}

type Sums = Pick<Order, 'lines' | 'discount' | 'shipping' | 'tax' | 'total' | 'taxIncluded'>;

function sumsOf(items: readonly Item[], taxIncluded: boolean): Sums {
  const lines = items.flatMap((item) => item.lines);
  const sum = (of: (item: Item) => Minor): Minor => items.reduce((all, item) => all + of(item), 0);
  const [discount, shipping, tax] = [sum((i) => i.discount), sum((i) => i.shipping), sum((i) => i.tax)];
  const total = linesTotal(lines) - discount + shipping + (taxIncluded ? 0 : tax);
  return { lines, discount, shipping, tax, total, taxIncluded };
}
