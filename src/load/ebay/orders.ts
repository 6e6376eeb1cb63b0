import type { Order, OrderLine } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { addOrder, linesTotal } from '../add-order.ts';
import { countryCode } from '../country-code.ts';
import { customerKey } from '../customer-key.ts';
import { sayLeftOut } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { monthFirstReader } from '../month-first.ts';
import { rowLeftOut } from '../row-left-out.ts';
import type { RowReader } from '../row-reader.ts';
import { amountAfterSign, currencyBySign } from '../sign-currency.ts';
import { ORDER_COLUMNS, orderColumns } from './order-columns.ts';

/**
 * The orders report of Seller Hub: a row per order; an order of several items has a row of totals first, then a row per item
 * without buyer and totals. `Sold For` is the price of one unit. The report has neither refunds nor fees, and does not name the
 * currency but by its sign.
 */
export const ebayOrders: Format = {
  kind: 'ebay.orders',
  label: 'eBay orders report',
  signature: ['sales record number', 'order number', 'sold for'],
  known: ORDER_COLUMNS,
  read: readOrders,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly columns: ReturnType<typeof orderColumns>;
  readonly cells: RowReader;
}

function readOrders(table: TextTable, draft: Draft): void {
  const columns = orderColumns(table);
  const cells = monthFirstReader(table, draft, columns.saleDate);
  const sheet: Sheet = { table, draft, columns, cells };
  for (const [id, rows] of rowsByOrder(sheet)) readOrder(sheet, id, rows);
}

/** Rows by order number; an order that was not paid yet may have none, then by its sales record. */
function rowsByOrder(sheet: Sheet): ReadonlyMap<string, readonly number[]> {
  const { table, draft, columns, cells } = sheet;
  const orders = new Map<string, number[]>();
  for (let row = 0; row < table.rows.length; row += 1) {
    if (isFooter(sheet, row)) continue;
    const told = draft.problems.length;
    const id = cells.id(row, columns.order) ?? cells.id(row, columns.record);
    const rows = id === undefined ? undefined : orders.get(id);
    if (rows !== undefined) rows.push(row);
    else if (id !== undefined) orders.set(id, [row]);
    else if (cells.text(row, columns.title) !== '' || draft.problems.length > told)
      rowLeftOut({ table, draft, row, told }, 'an item without order number');
  }
  return orders;
}

/** `83 record(s) downloaded` and `Seller ID : …` end the file; the number may stand in a cell of its own. */
function isFooter({ columns, cells }: Sheet, row: number): boolean {
  return [columns.record, columns.order].some((column) =>
    /record\(s\) downloaded|^seller id\b/i.test(cells.text(row, column)),
  );
}

function readOrder(sheet: Sheet, id: string, rows: readonly number[]): void {
  const { table, draft, columns, cells } = sheet;
  const row = rows.find((each) => cells.text(each, columns.total) !== '') ?? rows[0] ?? 0;
  const told = draft.problems.length;
  const placed = firstOf(rows, (each) => cells.day(each, columns.saleDate));
  if (placed === undefined) return rowLeftOut({ table, draft, row, told }, `order ${id} without a sale date`);
  const currency = currencyOf(sheet, rows);
  const items = rows.length > 1 ? rows.filter((each) => isItem(sheet, each)) : rows;
  const prices = items.flatMap((each) => priceOf(sheet, each, currency) ?? []);
  const amounts = amountsOf(sheet, rows, { prices, currency });
  addOrder(draft, {
    file: table.file,
    row: table.lineOf(rows[0] ?? row),
    id,
    number: id,
    channel: 'ebay',
    placedOn: placed.day,
    currency,
    discount: 0,
    ...amounts,
    cashOnDelivery: false,
    ...stateOf(sheet, rows),
    customerKey: customerKey(undefined, cells.text(row, columns.buyer)),
    country: firstOf(rows, (each) => countryCode(cells.text(each, columns.country))),
    region: firstOf(rows, (each) => cells.text(each, columns.state).toUpperCase() || undefined),
    payMethod: cells.text(row, columns.payment) || undefined,
  });
}

function firstOf<Value>(
  rows: readonly number[],
  read: (row: number) => Value | undefined,
): Value | undefined {
  for (const row of rows) {
    const value = read(row);
    if (value !== undefined) return value;
  }
  return undefined;
}

function currencyOf({ draft, columns, cells }: Sheet, rows: readonly number[]): string {
  const written = firstOf(rows, (row) => cells.text(row, columns.soldFor) || undefined) ?? '';
  return currencyBySign(written, draft.shop);
}

/** The row of totals names no item. */
function isItem({ columns, cells }: Sheet, row: number): boolean {
  return [columns.item, columns.title].some((column) => cells.text(row, column) !== '');
}

interface Price {
  readonly line: Omit<OrderLine, 'amount'>;
  /** as written */
  readonly soldFor: Minor;
}

function priceOf({ table, draft, columns, cells }: Sheet, row: number, currency: string): Price | undefined {
  const told = draft.problems.length;
  const soldFor = amountAfterSign({ cells, row, column: columns.soldFor }, currency);
  const quantity = cells.count(row, columns.quantity);
  if (soldFor === undefined || draft.problems.length > told) {
    if (!sayLeftOut(draft, told, 'line')) rowLeftOut({ table, draft, row, told }, 'an item without a price');
    return undefined;
  }
  const title = cells.text(row, columns.title);
  const sku = cells.id(row, columns.sku);
  return {
    soldFor,
    line: {
      kind: 'product',
      sku,
      title: title === '' ? (sku ?? '') : title,
      variant: cells.text(row, columns.variation).replace(/^\[|\]$/g, '') || undefined,
      quantity: quantity ?? 1,
      row: table.lineOf(row),
    },
  };
}

interface Sold {
  readonly prices: readonly Price[];
  readonly currency: string;
}

/**
 * The order's lines and amounts. `Sold For` is taken as the price of one unit unless only as the price of the line it makes the
 * total price. Tax and fees that eBay collects for others are taken out of a total price that holds them.
 */
function amountsOf(
  sheet: Sheet,
  rows: readonly number[],
  { prices, currency }: Sold,
): Pick<Order, 'lines' | 'shipping' | 'tax' | 'total'> {
  const { columns, cells } = sheet;
  const amount = (column: number): Minor => ofOrder(sheet, rows, { column, currency });
  const written = firstOf(rows, (row) => amountAfterSign({ cells, row, column: columns.total }, currency));
  const shipping = amount(columns.shipping);
  const tax = amount(columns.sellerTax);
  const outside = columns.outside.reduce((sum, column) => sum + amount(column), 0);
  const readings = [linesOf(prices, true), linesOf(prices, false)].map((lines) => ({
    lines,
    sum: linesTotal(lines) + shipping + tax,
  }));
  const [byUnit] = readings;
  const fits = readings.find(({ sum }) => written === sum || written === sum + outside);
  const { lines, sum } = fits ?? byUnit ?? { lines: [], sum: 0 };
  return { lines, shipping, tax, total: fits === undefined ? (written ?? sum) : sum };
}

interface OrderAmount {
  readonly column: number;
  readonly currency: string;
}

/** An amount of the whole order: from its row of totals, or else the sum over its items. */
function ofOrder(sheet: Sheet, rows: readonly number[], { column, currency }: OrderAmount): Minor {
  const { cells } = sheet;
  const read = (row: number): Minor | undefined => amountAfterSign({ cells, row, column }, currency);
  const total = firstOf(
    rows.filter((row) => !isItem(sheet, row)),
    read,
  );
  return total ?? rows.reduce((sum, row) => sum + (read(row) ?? 0), 0);
}

function linesOf(prices: readonly Price[], isUnit: boolean): readonly OrderLine[] {
  return prices.map(({ line, soldFor }) => ({
    ...line,
    amount: isUnit ? Math.round(soldFor * line.quantity) : soldFor,
  }));
}

function stateOf(
  { columns, cells }: Sheet,
  rows: readonly number[],
): Pick<Order, 'status' | 'payment' | 'delivery'> {
  const dated = (column: number): boolean => rows.some((row) => cells.day(row, column) !== undefined);
  const sent = dated(columns.shippedOn);
  return {
    status: sent ? 'complete' : 'open',
    payment: dated(columns.paidOn) ? 'paid' : 'pending',
    delivery: sent ? 'shipped' : 'unfulfilled',
  };
}
