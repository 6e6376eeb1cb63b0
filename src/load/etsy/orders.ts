import type { Order } from '../../domain/books.ts';
import { decimalText, share, type Minor } from '../../domain/money.ts';
import { countryCode } from '../country-code.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { customerKey } from '../customer-key.ts';
import { addOrderWithoutLines } from '../add-order.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { monthFirstReader } from '../month-first.ts';
import { rowLeftOut } from '../row-left-out.ts';
import type { RowReader } from '../row-reader.ts';
import { columnsIn } from '../columns-in.ts';
import { ORDER_NAMES } from './columns.ts';
import { isInPerson } from './words.ts';

/**
 * The sold orders: one row per order, without its items. Sales tax that Etsy collects and pays itself is taken out of the total.
 * The card processing fees are left to the payment statement, which dates them and knows of those given back.
 */
export const etsyOrders: Format = {
  kind: 'etsy.orders',
  label: 'Etsy sold orders',
  signature: [ORDER_NAMES.saleDate, ORDER_NAMES.value, ORDER_NAMES.net],
  known: [
    ...Object.values(ORDER_NAMES).flat(),
    ...['full name', 'first name', 'last name', 'number of items', 'street 1', 'street 2', 'buyer', 'sku'],
    ...['ship city', 'ship zipcode', 'delivery city', 'delivery zipcode', 'coupon details', 'payment type'],
    ...['card processing fees', 'adjusted card processing fees', 'adjusted net order amount'],
    ...['inperson location'],
  ],
  read: readOrders,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly columns: Readonly<Record<keyof typeof ORDER_NAMES, number>>;
  readonly cells: RowReader;
}

function readOrders(table: TextTable, draft: Draft): void {
  const columns = columnsIn(table, ORDER_NAMES);
  const cells = monthFirstReader(table, draft, columns.saleDate);
  const sheet: Sheet = { table, draft, columns, cells };
  for (let row = 0; row < table.rows.length; row += 1) readOrder(sheet, row);
}

function readOrder(sheet: Sheet, row: number): void {
  const { table, draft, columns, cells } = sheet;
  const told = draft.problems.length;
  const id = cells.id(row, columns.order);
  if (id === undefined && cells.text(row, columns.saleDate) === '') return;
  const placed = cells.day(row, columns.saleDate);
  const currency = currencyCode(cells.text(row, columns.currency)) ?? shopCurrency(draft.shop);
  const amounts = amountsOf(sheet, row, currency);
  const place = { table, draft, row, told };
  if (id === undefined) return rowLeftOut(place, 'an order without order id');
  if (placed === undefined) return rowLeftOut(place, `order ${id} without a sale date`);
  if (amounts === undefined) return rowLeftOut(place, `order ${id} without a total`);
  const { refunded, ...rest } = amounts;
  addOrderWithoutLines(draft, {
    file: table.file,
    row: table.lineOf(row),
    id,
    number: id,
    channel: 'etsy',
    placedOn: placed.day,
    currency,
    ...rest,
    tax: 0,
    refunded,
    cashOnDelivery: false,
    ...stateOf(sheet, row, refunded),
    ...buyerOf(sheet, row),
    discountCode: cells.text(row, columns.couponCode) || undefined,
    payMethod: cells.text(row, columns.payMethod) || undefined,
  });
}

interface Amounts {
  readonly discount: Minor;
  readonly shipping: Minor;
  /** without the tax that Etsy collects */
  readonly total: Minor;
  readonly refunded: Minor | undefined;
}

/**
 * The order's amounts; its total is the one written, less the sales tax where the parts show that it is inside. A total that is
 * not the sum of its parts, with or without tax and discount on shipping, counts as written, with a Problem.
 */
function amountsOf(sheet: Sheet, row: number, currency: string): Amounts | undefined {
  const { columns, cells } = sheet;
  const amount = (column: number): Minor => Math.abs(cells.amount(row, column, currency) ?? 0);
  const written = cells.amount(row, columns.total, currency);
  const value = cells.amount(row, columns.value, currency);
  if (written === undefined) return undefined;
  const shipping = amount(columns.shipping);
  const tax = amount(columns.salesTax);
  const onGoods = amount(columns.discount) + amount(columns.inPersonDiscount);
  const onShipping = amount(columns.shippingDiscount);
  const sums = [onGoods + onShipping, onGoods].flatMap((discount) =>
    [tax, 0].map((inside) => ({ discount, inside, sum: (value ?? 0) - discount + shipping + inside })),
  );
  const fits = sums.find(({ sum }) => sum === written);
  if (fits === undefined && value !== undefined) tellSum(sheet, row, { written, currency, sums });
  const { discount, inside } = fits ?? { discount: onGoods + onShipping, inside: tax };
  const total = written - inside;
  return { discount, shipping, total, refunded: refundedOf(sheet, row, { written, total, currency }) };
}

interface Total {
  /** with tax, as the file has it */
  readonly written: Minor;
  readonly total: Minor;
  readonly currency: string;
}

/**
 * What an adjusted total below the order's own says was given back, in proportion without the tax. An adjusted total of zero
 * stands at orders that were never adjusted and says nothing.
 */
function refundedOf(
  { columns, cells }: Sheet,
  row: number,
  { written, total, currency }: Total,
): Minor | undefined {
  const adjusted = cells.amount(row, columns.adjustedTotal, currency) ?? 0;
  if (adjusted <= 0 || adjusted >= written) return undefined;
  return share(total, written - adjusted, written);
}

interface UnfitTotal {
  readonly written: Minor;
  readonly currency: string;
  readonly sums: readonly { readonly sum: Minor }[];
}

function tellSum({ table, draft }: Sheet, row: number, { written, currency, sums }: UnfitTotal): void {
  const said = decimalText(written, currency);
  const sum = decimalText(sums[0]?.sum ?? 0, currency);
  report(draft, {
    code: 'order-does-not-add-up',
    severity: 'warning',
    message: `its value, discount, shipping and tax make ${sum}, its total is ${said} – counted as written`,
    file: table.file,
    line: table.lineOf(row),
    value: said,
  });
}

function stateOf(
  { columns, cells }: Sheet,
  row: number,
  refunded: Minor | undefined,
): Pick<Order, 'status' | 'payment' | 'delivery'> {
  const sent = cells.day(row, columns.dateShipped) !== undefined;
  const atOnce = isInPerson(cells.text(row, columns.orderType));
  const calledOff = /cancel|storniert|anulad/i.test(cells.text(row, columns.status));
  return {
    status: calledOff ? 'cancelled' : sent || atOnce ? 'complete' : 'open',
    payment: refunded === undefined ? 'paid' : 'part_refunded',
    delivery: atOnce ? 'delivered' : sent ? 'shipped' : 'unfulfilled',
  };
}

function buyerOf({ columns, cells }: Sheet, row: number): Pick<Order, 'customerKey' | 'country' | 'region'> {
  return {
    customerKey: customerKey(undefined, cells.text(row, columns.buyer)),
    country: countryCode(cells.text(row, columns.country)),
    region: cells.text(row, columns.state).toUpperCase() || undefined,
  };
}
