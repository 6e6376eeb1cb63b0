import type { Order, OrderLine } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { addOrder, linesTotal } from '../add-order.ts';
import { countryCode } from '../country-code.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { customerKey } from '../customer-key.ts';
import { report, sayLeftOut } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { monthFirstReader } from '../month-first.ts';
import { rowLeftOut } from '../row-left-out.ts';
import type { RowReader } from '../row-reader.ts';
import { columnsIn } from '../columns-in.ts';
import { ITEM_NAMES } from './columns.ts';
import { accountOf, isInPerson, variantOf, withoutEntities } from './words.ts';

/**
 * The sold order items: one row per item, with the order's discount and shipping on each of its rows or on the first one only.
 * Sales tax and VAT that Etsy collects from the buyer and pays to the state itself are no part of the order's total.
 */
export const etsyItems: Format = {
  kind: 'etsy.items',
  label: 'Etsy sold order items',
  signature: [ITEM_NAMES.saleDate, ITEM_NAMES.transaction, ITEM_NAMES.itemTotal],
  known: [
    ...Object.values(ITEM_NAMES).flat(),
    ...['coupon details', 'order sales tax', 'listing id', 'listings type', 'inperson location'],
    ...['ship name', 'ship address1', 'ship address2', 'ship city', 'ship zipcode', 'vat paid by buyer'],
    ...['delivery name', 'delivery address1', 'delivery address2', 'delivery city', 'delivery zipcode'],
  ],
  read: readItems,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly columns: Readonly<Record<keyof typeof ITEM_NAMES, number>>;
  readonly cells: RowReader;
  /** transaction ids of items that were read */
  readonly seen: Set<string>;
}

function readItems(table: TextTable, draft: Draft): void {
  const columns = columnsIn(table, ITEM_NAMES);
  const cells = monthFirstReader(table, draft, columns.saleDate);
  const sheet: Sheet = { table, draft, columns, cells, seen: new Set() };
  for (const [id, rows] of rowsByOrder(sheet)) readOrder(sheet, id, rows);
}

function rowsByOrder(sheet: Sheet): ReadonlyMap<string, readonly number[]> {
  const { table, draft, columns, cells } = sheet;
  const orders = new Map<string, number[]>();
  for (let row = 0; row < table.rows.length; row += 1) {
    const told = draft.problems.length;
    const id = cells.id(row, columns.order);
    const rows = id === undefined ? undefined : orders.get(id);
    if (rows !== undefined) rows.push(row);
    else if (id !== undefined) orders.set(id, [row]);
    else if (cells.text(row, columns.title) !== '')
      rowLeftOut({ table, draft, row, told }, 'an item without order id');
  }
  return orders;
}

function readOrder(sheet: Sheet, id: string, rows: readonly number[]): void {
  const { table, draft, columns, cells } = sheet;
  const row = rows[0] ?? 0;
  const told = draft.problems.length;
  const placed = cells.day(row, columns.saleDate);
  if (placed === undefined) return rowLeftOut({ table, draft, row, told }, `order ${id} without a sale date`);
  const currency = currencyCode(cells.text(row, columns.currency)) ?? shopCurrency(draft.shop);
  const lines = rows.flatMap((each) => lineOf(sheet, each, currency) ?? []);
  const once = (column: number): Minor => perOrder(sheet, rows, { column, currency });
  const discount = once(columns.discount) + once(columns.shippingDiscount) + once(columns.inPersonDiscount);
  const shipping = once(columns.shipping);
  addOrder(draft, {
    file: table.file,
    row: table.lineOf(row),
    id,
    number: id,
    channel: 'etsy',
    placedOn: placed.day,
    currency,
    lines,
    discount,
    shipping,
    tax: 0,
    total: linesTotal(lines) - discount + shipping,
    cashOnDelivery: false,
    ...stateOf(sheet, row),
    ...buyerOf(sheet, row),
    discountCode: cells.text(row, columns.couponCode) || undefined,
    payMethod: cells.text(row, columns.payment) || undefined,
  });
}

interface OrderAmount {
  readonly column: number;
  readonly currency: string;
}

/**
 * An amount that belongs to the whole order: once if its rows repeat it or all but one leave it at zero; the sum if they bear
 * different amounts, for then each is its own.
 */
function perOrder({ cells }: Sheet, rows: readonly number[], { column, currency }: OrderAmount): Minor {
  const written = rows.map((row) => Math.abs(cells.amount(row, column, currency) ?? 0));
  const amounts = written.filter((amount) => amount !== 0);
  const [first = 0] = amounts;
  return amounts.every((amount) => amount === first) ? first : amounts.reduce((sum, each) => sum + each, 0);
}

function lineOf(sheet: Sheet, row: number, currency: string): OrderLine | undefined {
  const { table, draft, columns, cells } = sheet;
  if (isRepeated(sheet, row)) return undefined;
  const told = draft.problems.length;
  const quantity = cells.count(row, columns.quantity);
  const price = cells.amount(row, columns.price, currency);
  const total = cells.amount(row, columns.itemTotal, currency);
  const amount = price === undefined ? total : Math.round(price * (quantity ?? 1));
  if (amount === undefined || draft.problems.length > told) {
    if (!sayLeftOut(draft, told, 'line')) rowLeftOut({ table, draft, row, told }, 'an item without price');
    return undefined;
  }
  return {
    kind: 'product',
    sku: cells.id(row, columns.sku),
    title: withoutEntities(cells.text(row, columns.title)),
    variant: variantOf(cells.text(row, columns.variations)),
    quantity: quantity ?? 1,
    amount,
    row: table.lineOf(row),
  };
}

/** Etsy numbers every item that it sells: the same number twice is one item, written twice. */
function isRepeated({ table, draft, columns, cells, seen }: Sheet, row: number): boolean {
  const transaction = cells.id(row, columns.transaction);
  if (transaction === undefined) return false;
  if (!seen.has(transaction)) {
    seen.add(transaction);
    return false;
  }
  const message = `item ${transaction} stands in this file already – line left out`;
  const line = table.lineOf(row);
  report(draft, { code: 'duplicate-record', severity: 'warning', message, file: table.file, line });
  return true;
}

/** Etsy dates what has been paid and what has been sent; a file without these columns holds paid orders. */
function stateOf({ columns, cells }: Sheet, row: number): Pick<Order, 'status' | 'payment' | 'delivery'> {
  const paid = columns.datePaid < 0 || cells.day(row, columns.datePaid) !== undefined;
  const sent = cells.day(row, columns.dateShipped) !== undefined;
  const atOnce = isInPerson(cells.text(row, columns.orderType));
  return {
    status: sent || atOnce ? 'complete' : 'open',
    payment: paid ? 'paid' : 'pending',
    delivery: atOnce ? 'delivered' : sent ? 'shipped' : 'unfulfilled',
  };
}

function buyerOf({ columns, cells }: Sheet, row: number): Pick<Order, 'customerKey' | 'country' | 'region'> {
  return {
    customerKey: customerKey(undefined, accountOf(cells.text(row, columns.buyer))),
    country: countryCode(cells.text(row, columns.country)),
    region: cells.text(row, columns.state).toUpperCase() || undefined,
  };
}
