import type { OrderLine } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import { addOrder, linesTotal } from '../add-order.ts';
import { columnsIn } from '../columns-in.ts';
import { countryCode } from '../country-code.ts';
import { currencyOfCountry } from '../country-currency.ts';
import { shopCurrency } from '../currency-code.ts';
import { parseDay, type ParsedDay } from '../dates.ts';
import { saleKey } from '../derive/sale-key.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { tellNotCounted } from '../not-counted.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { currencyBySign } from '../sign-currency.ts';
import { ORDER_NAMES, PLACED } from './columns.ts';
import { stateOf, stepOf, type Step } from './states.ts';

/**
 * Temu's orders: one row per item. What Temu pays the seller for it, the base price, is the sale; the retail price is Temu's own.
 * The Chinese list has no prices: only the days of its orders are used, for the bill that has none.
 */
export const temuOrders: Format = {
  kind: 'temu.orders',
  label: 'Temu orders',
  signature: [
    ...[ORDER_NAMES.id, ORDER_NAMES.item, ORDER_NAMES.status],
    [...ORDER_NAMES.sku, ...ORDER_NAMES.skuId],
  ],
  known: [
    ...Object.values(ORDER_NAMES).flat(),
    ...['purchase date', 'fulfillment mode', 'logistics service suggestion', 'quantity shipped'],
    ...['quantity to ship', 'quantity canceled', 'recipient name', 'recipient first name', 'district'],
    ...['recipient last name', 'recipient phone number', 'ship address 1', 'ship address 2', 'ship city'],
    ...['ship address 3', 'latest shipping time', 'latest delivery time', 'iphone serial number'],
    ...['ship postal code (must be shipped to the following zip code.)', 'virtual email', 'carrier'],
    ...['discount from temu', 'tracking number', 'order settlement status'],
    ...['keep proof of shipment before delivery', '站点', '批次订单号', 'skc id', 'spu id', '对接服务商'],
    ...['对接发货仓', '收货人姓名', '城市', '省份', '收货地址邮编', '国家', '运单号', '包裹号', '物流商'],
    ...['发货仓', '订单创建时间', '订单确认时间', '订单待发货时间', '要求最晚发货时间', '实际发货时间'],
    ...['预计送达时间', '实际签收时间', '备注'],
  ],
  read: readOrders,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: Readonly<Record<keyof typeof ORDER_NAMES, number>>;
  readonly placed: number;
  readonly tellStatus: (row: number, word: string) => void;
}

function readOrders(table: TextTable, draft: Draft): void {
  const columns = columnsIn(table, ORDER_NAMES);
  const sheet: Sheet = {
    ...{ table, draft, columns, cells: rowReader(table, draft) },
    placed: table.header.findIndex((name) => PLACED.test(name)),
    tellStatus: wordTeller({ table, draft }, 'order status', 'such items count as not yet sent'),
  };
  const orders = rowsByOrder(sheet);
  if (Math.max(columns.itemsPrice, columns.activityPrice, columns.price) < 0) readDays(sheet, orders);
  else for (const [id, rows] of orders) readOrder(sheet, id, rows);
}

type RowsByOrder = ReadonlyMap<string, readonly number[]>;

function rowsByOrder({ table, draft, cells, columns }: Sheet): RowsByOrder {
  const orders = new Map<string, number[]>();
  for (let row = 0; row < table.rows.length; row += 1) {
    const told = draft.problems.length;
    const id = cells.id(row, columns.id);
    const rows = id === undefined ? undefined : orders.get(id);
    if (rows !== undefined) rows.push(row);
    else if (id !== undefined) orders.set(id, [row]);
    else if (cells.text(row, columns.item) !== '')
      rowLeftOut({ table, draft, row, told }, 'an item without order id');
  }
  return orders;
}

function readDays(sheet: Sheet, orders: RowsByOrder): void {
  const { table, draft } = sheet;
  const days = new Map<string, Day>();
  for (const [id, rows] of orders) {
    const placed = placedAt(sheet, id, rows[0] ?? 0);
    if (placed !== undefined) days.set(saleKey('temu', id), placed.day);
  }
  draft.orderDays = days;
  const what = `${orders.size} ${orders.size === 1 ? 'order' : 'orders'} without amounts`;
  tellNotCounted(table, draft, {
    what,
    why: 'Temu’s bill (PO聚合账单 or PO明细账单) tells what they brought',
  });
}

/** Undefined, with a Problem, for an order without a date. */
function placedAt({ table, draft, cells, placed }: Sheet, id: string, row: number): ParsedDay | undefined {
  const told = draft.problems.length;
  const written = cells.text(row, placed);
  // `Jun 5, 2026, 1:04 pm BST(UTC+1)`
  const local = written.replace(/\(UTC[^)]*\)$/, '').trim();
  const day = local === written ? cells.day(row, placed) : parseDay(local);
  if (day === undefined) rowLeftOut({ table, draft, row, told }, `order ${id} without a purchase date`);
  return day;
}

function readOrder(sheet: Sheet, id: string, rows: readonly number[]): void {
  const { table, draft, cells, columns } = sheet;
  const row = rows[0] ?? 0;
  const placed = placedAt(sheet, id, row);
  if (placed === undefined) return;
  const country = countryCode(cells.text(row, columns.country));
  const currency = currencyOf(sheet, rows, country);
  const items = rows.flatMap((each) => itemOf(sheet, each, currency) ?? []);
  const live = items.filter(({ step }) => step !== 'cancelled');
  const sold = live.length === 0 ? items : live;
  if (sold.length === 0) return;
  const sum = (amountOf: (item: Item) => Minor): Minor => sold.reduce((all, item) => all + amountOf(item), 0);
  const lines = sold.map(({ line }) => line);
  const [discount, shipping, tax] = [
    sum((item) => item.line.discount ?? 0),
    sum((item) => item.shipping),
    sum((item) => item.tax),
  ];
  addOrder(draft, {
    file: table.file,
    row: table.lineOf(row),
    id,
    number: id,
    channel: 'temu',
    placedOn: placed.day,
    placedAt: placed.time && `${placed.day} ${placed.time}`,
    ...stateOf(items.map(({ step }) => step)),
    cashOnDelivery: false,
    currency,
    ...{ lines, discount, shipping, tax, taxIncluded: false },
    total: linesTotal(lines) - discount + shipping + tax,
    country,
    region: cells.text(row, columns.region).toUpperCase() || undefined,
  });
}

/** The sign that prices bear, else the money of the country: Temu sells in each country in its own. */
function currencyOf(
  { cells, columns, draft }: Sheet,
  rows: readonly number[],
  country: string | undefined,
): string {
  const prices = [columns.itemsPrice, columns.activityPrice, columns.price, columns.retail];
  const signed = rows
    .flatMap((row) => prices.map((column) => cells.text(row, column)))
    .find((text) => /\p{Sc}/u.test(text));
  if (signed !== undefined) return currencyBySign(signed, draft.shop);
  return currencyOfCountry(country) ?? shopCurrency(draft.shop);
}

interface Item {
  readonly step: Step;
  readonly line: OrderLine;
  readonly shipping: Minor;
  readonly tax: Minor;
}

function itemOf(sheet: Sheet, row: number, currency: string): Item | undefined {
  const { table, draft, cells, columns } = sheet;
  const step = stepAt(sheet, row);
  const told = draft.problems.length;
  const quantity = cells.count(row, columns.quantity) ?? 1;
  const amount = baseOf(sheet, row, { quantity, currency }) ?? (step === 'cancelled' ? 0 : undefined);
  const read = (column: number): Minor => Math.abs(cells.amount(row, column, currency) ?? 0);
  const [discount, shipping] = [read(columns.sellerDiscount), read(columns.shipping)];
  const tax = read(columns.tax) + read(columns.shippingTax);
  if (amount === undefined || draft.problems.length > told) {
    rowLeftOut({ table, draft, row, told }, 'an item without base price');
    return undefined;
  }
  const sku = cells.id(row, columns.sku) ?? cells.id(row, columns.skuId);
  const line: OrderLine = {
    kind: 'product',
    sku,
    title: cells.text(row, columns.title) || (sku ?? ''),
    variant: cells.text(row, columns.variant) || undefined,
    ...{ quantity, amount, discount },
    row: table.lineOf(row),
  };
  return { step, line, shipping, tax };
}

function stepAt({ cells, columns, tellStatus }: Sheet, row: number): Step {
  const word = cells.text(row, columns.itemStatus) || cells.text(row, columns.status);
  const step = stepOf(word);
  if (step === undefined) tellStatus(row, word);
  return step ?? 'waiting';
}

interface Pieces {
  readonly quantity: number;
  readonly currency: string;
}

/**
 * The base price of all pieces: their total, else pieces × price in a campaign, else the plain base price. That may be of one
 * piece or of all: the one nearer to the retail price of all counts, and without one it is of one piece.
 */
function baseOf({ cells, columns }: Sheet, row: number, { quantity, currency }: Pieces): Minor | undefined {
  const read = (column: number): Minor | undefined => cells.amount(row, column, currency);
  const activity = read(columns.activityPrice);
  const total =
    read(columns.itemsPrice) ?? (activity === undefined ? undefined : Math.round(activity * quantity));
  const price = read(columns.price);
  if (total !== undefined || price === undefined) return total;
  const retail = read(columns.retail);
  const ofAll = Math.round(price * quantity);
  if (retail === undefined) return ofAll;
  return Math.abs(price - retail) < Math.abs(ofAll - retail) ? price : ofAll;
}
