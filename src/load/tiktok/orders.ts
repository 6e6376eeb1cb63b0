import type { Order, OrderLine } from '../../domain/books.ts';
import { decimalText, type Minor } from '../../domain/money.ts';
import { addOrder } from '../add-order.ts';
import { columnsIn } from '../columns-in.ts';
import { countryCode } from '../country-code.ts';
import { currencyOfCountry } from '../country-currency.ts';
import { shopCurrency } from '../currency-code.ts';
import { customerKey } from '../customer-key.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { feeLine, orderAmounts, type OrderAmountColumns, type OrderAmounts } from './amounts.ts';
import { BUYER_FEES, COLUMNS } from './columns.ts';
import { deliveryAt, ON_DELIVERY, paymentOf, stepOf, type Step } from './states.ts';

/** TikTok Shop's orders: one row per SKU, order amounts on each of them, and a row that describes the columns first. */
export const tiktokOrders: Format = {
  kind: 'tiktok.orders',
  label: 'TikTok Shop orders',
  signature: [
    ...[COLUMNS.id, COLUMNS.status, COLUMNS.created, COLUMNS.quantity],
    [...COLUMNS.sku, ...COLUMNS.skuId],
    [...COLUMNS.before, ...COLUMNS.after],
  ],
  known: [
    ...Object.values(COLUMNS).flat(),
    ...BUYER_FEES,
    ...[
      'cancelation/return type',
      'normal or pre-order',
      'product id',
      'sku quantity of return',
      'original shipping fee',
    ],
    ...['shipping fee seller discount', 'shipping fee platform discount', 'rts time', 'cancel by'],
    ...['co-funded shipping fee discount', 'fulfillment type', 'warehouse name', 'tracking id'],
    ...['delivery option type', 'delivery option', 'shipping provider name', 'buyer message'],
    ...['buyer nickname', 'recipient', 'phone #', 'city', 'zipcode', 'address line 1', 'address line 2'],
    ...['delivery instruction', 'weight(kg)', 'product category', 'package id', 'seller note'],
    ...['checked status', 'checked marked by', 'shipping information', 'combined listing'],
    ...['order channel', 'creator handle', 'post town', 'detail address', 'purchase channel'],
  ],
  read: readOrders,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: Readonly<Record<keyof typeof COLUMNS, number>>;
  readonly amounts: OrderAmountColumns;
  readonly currency: string;
  readonly tellStatus: (row: number, word: string) => void;
}

function readOrders(table: TextTable, draft: Draft): void {
  const columns = columnsIn(table, COLUMNS);
  const country = firstCountry(table, rowReader(table, draft), columns.country);
  const fees = BUYER_FEES.map((name) => table.column(name));
  const sheet: Sheet = {
    ...{ table, draft, columns, amounts: { ...columns, fees } },
    // the United States alone have the month first; a shop sells in one market
    cells: rowReader(table, draft, country === undefined ? undefined : country === 'US' ? 'mdy' : 'dmy'),
    currency: currencyOfCountry(country) ?? shopCurrency(draft.shop),
    tellStatus: wordTeller({ table, draft }, 'order status', 'such orders count as not yet sent'),
  };
  let byTikTok = 0;
  for (const [id, rows] of rowsByOrder(sheet)) byTikTok += readOrder(sheet, id, rows);
  if (byTikTok > 0) tellOwnDiscounts(sheet, byTikTok);
}

function firstCountry(table: TextTable, cells: RowReader, column: number): string | undefined {
  for (let row = 0; row < table.rows.length; row += 1) {
    const country = countryCode(cells.text(row, column));
    if (currencyOfCountry(country) !== undefined) return country;
  }
  return undefined;
}

function rowsByOrder({ table, draft, cells, columns }: Sheet): ReadonlyMap<string, readonly number[]> {
  const orders = new Map<string, number[]>();
  for (let row = 0; row < table.rows.length; row += 1) {
    if (row === 0 && isDescription(cells.text(row, columns.id))) continue;
    const told = draft.problems.length;
    const id = cells.id(row, columns.id);
    const rows = id === undefined ? undefined : orders.get(id);
    if (rows !== undefined) rows.push(row);
    else if (id !== undefined) orders.set(id, [row]);
    else rowLeftOut({ table, draft, row, told }, 'an item without order id');
  }
  return orders;
}

/** `Platform unique order ID.`, in any language. */
function isDescription(id: string): boolean {
  return id !== '' && !/\d/.test(id);
}

/** What TikTok itself took off the price, for it pays that to the shop. */
function readOrder(sheet: Sheet, id: string, rows: readonly number[]): Minor {
  const { table, draft, cells, columns, currency } = sheet;
  const row = rows[0] ?? 0;
  const told = draft.problems.length;
  const placed = cells.day(row, columns.created);
  if (placed === undefined) {
    rowLeftOut({ table, draft, row, told }, `order ${id} without a time of creation`);
    return 0;
  }
  const items = rows.flatMap((each) => itemOf(sheet, each) ?? []);
  if (items.length === 0) return 0;
  const goods = items.reduce((sum, { after }) => sum + after, 0);
  const whole = orderAmounts({ cells, rows, currency, columns: sheet.amounts }, goods);
  const onItems = items.reduce((sum, { line }) => sum + (line.discount ?? 0), 0);
  const state = stateOf(sheet, row, whole);
  addOrder(draft, {
    file: table.file,
    row: table.lineOf(row),
    id,
    number: id,
    channel: 'tiktok',
    placedOn: placed.day,
    placedAt: placed.time && `${placed.day} ${placed.time}`,
    currency,
    lines: [...items.map(({ line }) => line), ...feeLine(whole.fees, table.lineOf(row))],
    discount: onItems + whole.paymentDiscount,
    ...{ shipping: whole.shipping, tax: whole.tax, total: whole.total },
    ...state,
    ...buyerOf(sheet, row),
  });
  if (state.status === 'cancelled') return 0;
  return whole.paymentDiscount + items.reduce((sum, { byTikTok }) => sum + byTikTok, 0);
}

interface Item {
  readonly line: OrderLine;
  /** after all discounts */
  readonly after: Minor;
  readonly byTikTok: Minor;
}

function itemOf(sheet: Sheet, row: number): Item | undefined {
  const { table, draft, cells, columns } = sheet;
  const told = draft.problems.length;
  const quantity = cells.count(row, columns.quantity) ?? 1;
  const { before, after, byTikTok } = priceOf(sheet, row, quantity);
  if (before === undefined || draft.problems.length > told) {
    rowLeftOut({ table, draft, row, told }, 'an item without price');
    return undefined;
  }
  const sku = cells.id(row, columns.sku) ?? cells.id(row, columns.bundleSku) ?? cells.id(row, columns.skuId);
  const variant = cells.text(row, columns.variant);
  const line: OrderLine = {
    kind: 'product',
    sku,
    title: cells.text(row, columns.title) || (sku ?? ''),
    variant: variant === '' || variant === 'Default' ? undefined : variant,
    quantity,
    amount: before,
    discount: before - after,
    row: table.lineOf(row),
  };
  return { line, after, byTikTok };
}

interface Price {
  readonly before: Minor | undefined;
  readonly after: Minor;
  readonly byTikTok: Minor;
}

/** Any of the prices may be missing from a report whose columns were chosen; each follows from the others. */
function priceOf({ cells, columns, currency }: Sheet, row: number, quantity: number): Price {
  const read = (column: number): Minor | undefined => cells.amount(row, column, currency);
  const byTikTok = Math.abs(read(columns.platformDiscount) ?? 0);
  const off = byTikTok + Math.abs(read(columns.sellerDiscount) ?? 0);
  const unit = read(columns.unitPrice);
  const told = read(columns.after);
  const before =
    read(columns.before) ??
    (unit === undefined ? undefined : Math.round(unit * quantity)) ??
    (told === undefined ? undefined : told + off);
  return { before, after: told ?? (before ?? 0) - off, byTikTok };
}

type State = Pick<
  Order,
  'status' | 'payment' | 'delivery' | 'refunded' | 'cashOnDelivery' | 'cancelledOn' | 'payMethod'
>;

const STATUS: Readonly<Record<Step, Order['status']>> = {
  cancelled: 'cancelled',
  waiting: 'open',
  shipped: 'open',
  delivered: 'complete',
};

function stateOf(sheet: Sheet, row: number, { total, refunded }: OrderAmounts): State {
  const { cells, columns } = sheet;
  const step = stepAt(sheet, row);
  const payMethod = cells.text(row, columns.payMethod);
  const cashOnDelivery = ON_DELIVERY.test(payMethod);
  const isPaid = cashOnDelivery ? step === 'delivered' : wasPaid(sheet, row);
  const reason = cells.text(row, columns.cancelReason);
  return {
    status: STATUS[step],
    ...paymentOf({ isPaid, refunded: refunded ?? 0, total }),
    delivery: deliveryAt(step, { wasShipped: hasTime(sheet, row, columns.shipped), reason }),
    cashOnDelivery,
    payMethod: payMethod || undefined,
    cancelledOn: step === 'cancelled' ? cells.day(row, columns.cancelled)?.day : undefined,
  };
}

/** By the words, else by the times; words may be in a language that is not known. */
function stepAt(sheet: Sheet, row: number): Step {
  const { cells, columns } = sheet;
  const status = cells.text(row, columns.status);
  const told = stepOf(status, cells.text(row, columns.substatus));
  if (told !== undefined) return told;
  if (hasTime(sheet, row, columns.cancelled)) return 'cancelled';
  if (hasTime(sheet, row, columns.delivered)) return 'delivered';
  if (hasTime(sheet, row, columns.shipped)) return 'shipped';
  sheet.tellStatus(row, status);
  return 'waiting';
}

function wasPaid(sheet: Sheet, row: number): boolean {
  const { cells, columns } = sheet;
  if (columns.paid >= 0) return hasTime(sheet, row, columns.paid);
  return !/unpaid|belum dibayar|未付款/i.test(cells.text(row, columns.status));
}

function hasTime({ cells }: Sheet, row: number, column: number): boolean {
  return /\d/.test(cells.text(row, column));
}

function buyerOf({ cells, columns }: Sheet, row: number): Pick<Order, 'customerKey' | 'country' | 'region'> {
  const buyer = cells.text(row, columns.buyer);
  return {
    // a masked name (`t***s`) may be anybody's
    customerKey: buyer.includes('*') ? undefined : customerKey(undefined, buyer),
    country: countryCode(cells.text(row, columns.country)),
    region: cells.text(row, columns.region).toUpperCase() || undefined,
  };
}

function tellOwnDiscounts({ table, draft, currency }: Sheet, amount: Minor): void {
  const text = `${decimalText(amount, currency)} ${currency}`.trim();
  report(draft, {
    code: 'not-counted',
    severity: 'note',
    message: `TikTok’s own discounts came to ${text}; buyers paid so much less, and TikTok pays it to you – not counted as sales`,
    file: table.file,
  });
}
