import { cleanText } from '../../domain/clean-text.ts';
import type { PaymentState } from '../../domain/books.ts';
import { customerKey } from '../customer-key.ts';
import { report } from '../draft.ts';
import type { CellTable, Draft, Format, Pieces, RunningTotals } from '../format.ts';
import { rowReader } from '../row-reader.ts';
import { NotSure } from '../byte-table.ts';
import { solidRows } from '../solid-rows.ts';
import { adjacentOrders, isSecondHeader, orderBlocks, type OrderBlock } from './order-blocks.ts';
import { KNOWN, orderColumns, type OrderReading } from './order-columns.ts';
import { linesOf } from './order-lines.ts';
import { plainOrders } from './plain-orders.ts';
import { addToTotals, emptyTotals, sumsOf } from './order-sums.ts';
import { phoneDigits } from './phone.ts';
import { deliveryOf, isCashOnDelivery, paymentOf, statusOf } from './order-words.ts';

/** The orders export: one row per line, the order's own amounts on its first row only. */
export const shopifyOrders: Format = {
  kind: 'shopify.orders',
  label: 'Shopify orders',
  signature: ['name', 'financial status', 'lineitem name', 'lineitem quantity'],
  known: KNOWN,
  read: readOrders,
  piecewise: { groupedBy: 'name', open: openPieces },
};

function readOrders(table: CellTable, draft: Draft): void {
  readBlocks({ table, draft, columns: orderColumns(table), cells: rowReader(table, draft) });
}

function readBlocks(reading: OrderReading): void {
  const { draft } = reading;
  let totals: RunningTotals | undefined = draft.totals && { ...draft.totals };
  for (const block of orderBlocks(reading)) {
    totals ??= emptyTotals(currencyOf(reading, block.first));
    readOrder(reading, block, totals);
  }
  draft.totals = totals;
}

/** Plain orders go straight into columns; a piece with rows out of order, or an order that is not plain, is read as any other. */
function openPieces({ table, columns: pieces, draft, orders, leftOut }: Pieces): () => number {
  const reading = { table, draft, columns: orderColumns(table), cells: rowReader(table, draft), leftOut };
  const plain = plainOrders({ ...reading, pieces, orders, buyerOf: (row) => buyerOf(reading, row) });
  const move = (): void => {
    for (const order of draft.orders) orders.push(order);
    draft.orders.length = 0;
  };
  const readOne = (first: number, end: number): void => {
    const name = table.cell(first, reading.columns.name);
    if (isSecondHeader(reading, first) ? end > first + 1 : name.trim() === '')
      throw new NotSure('lines without an order');
    if (isSecondHeader(reading, first)) return;
    const more = Array.from({ length: end - first - 1 }, (_, index) => first + 1 + index);
    readOrder(reading, { name, first, more }, (draft.totals ??= emptyTotals(currencyOf(reading, first))));
    move();
  };
  return () => {
    pieces.restart();
    const starts = adjacentOrders(pieces, reading);
    if (starts === undefined) {
      const solid = solidRows(table, reading.cells);
      readBlocks({ ...reading, ...solid });
      move();
      return solid.table.length;
    }
    plain.turn(starts, draft.totals?.currency ?? currencyOf(reading, 0));
    for (let index = plain.read(0); index < starts.length; index = plain.read(index + 1))
      readOne(starts[index] ?? 0, starts[index + 1] ?? table.length);
    return table.length;
  };
}

function currencyOf({ cells, columns, draft }: OrderReading, row: number): string {
  return cells.text(row, columns.currency).toUpperCase() || (draft.shop.currency ?? '');
}

function readOrder(reading: OrderReading, block: OrderBlock, totals: RunningTotals): void {
  const { table, draft, columns, cells } = reading;
  const row = block.first;
  const number = cells.text(row, columns.name);
  const currency = currencyOf(reading, row);
  const lines = linesOf(reading, block, currency);
  const sums = sumsOf(reading, { row, lines, currency, name: number });
  addToTotals(totals, sums, lines);
  const placed = placedOn(reading, row, number);
  if (placed === undefined) return;
  const condition = conditionOf(reading, row);
  const place = placeOf(reading, row);
  draft.orders.push({
    file: table.file,
    row: table.lineOf(row),
    id: cells.id(row, columns.id) ?? number,
    number,
    channel: 'shopify',
    placedOn: placed.day,
    placedAt: placed.at,
    cancelledOn: condition.cancelledOn,
    status: condition.status,
    payment: condition.payment,
    cashOnDelivery: condition.cashOnDelivery,
    delivery: condition.delivery,
    currency,
    lines,
    discount: sums.discount,
    shipping: sums.shipping,
    tax: sums.tax,
    total: sums.total,
    refunded: sums.refunded,
    taxIncluded: sums.taxIncluded,
    customerKey: buyerOf(reading, row),
    country: place.country,
    region: place.region,
    discountCode: optional(cells.text(row, columns.discountCode)),
    payMethod: condition.payMethod,
  });
}

function placedOn(reading: OrderReading, row: number, number: string) {
  const { table, draft, columns, cells, leftOut } = reading;
  const before = draft.problems.length;
  const placed = cells.day(row, columns.createdAt);
  if (placed !== undefined) {
    const placedAt = placed.time === undefined ? undefined : cells.text(row, columns.createdAt);
    return { day: placed.day, at: placedAt };
  }
  draft.problems.length = before;
  leftOut?.push(number);
  const value = table.cell(row, columns.createdAt);
  const date = value === '' ? 'no date' : `a date that cannot be read, "${cleanText(value, { max: 60 })}"`;
  report(draft, {
    code: value === '' ? 'missing-value' : 'bad-date',
    severity: 'error',
    message: `order ${number} has ${date} – order left out`,
    file: table.file,
    line: table.lineOf(row),
    column: 'created at',
    value,
  });
  return undefined;
}

/** Status, payment and delivery of an order. */
function conditionOf(reading: OrderReading, row: number) {
  const { columns, cells } = reading;
  const financial = cells.text(row, columns.financialStatus).toLowerCase();
  const fulfilment = cells.text(row, columns.fulfilmentStatus).toLowerCase();
  const cancelled = cells.day(row, columns.cancelledAt);
  const isCancelled = cancelled !== undefined || cells.text(row, columns.cancelledAt) !== '';
  const payMethod = optional(cells.text(row, columns.paymentMethod));
  return {
    cancelledOn: cancelled?.day,
    status: statusOf(financial, fulfilment, isCancelled),
    payment: paymentOf(financial) ?? unknownPayment(reading, row),
    cashOnDelivery: isCashOnDelivery(payMethod),
    delivery: deliveryOf(fulfilment, cells.text(row, columns.tags)),
    payMethod,
  };
}

function unknownPayment({ table, draft, columns, cells }: OrderReading, row: number): PaymentState {
  const value = cells.text(row, columns.financialStatus);
  report(draft, {
    code: value === '' ? 'missing-value' : 'bad-row',
    severity: 'warning',
    message: `financial status "${cleanText(value, { max: 60 })}" is not known – the order counts as unpaid`,
    file: table.file,
    line: table.lineOf(row),
    column: 'financial status',
    value,
  });
  return 'pending';
}

function buyerOf({ columns, cells }: OrderReading, row: number): string | undefined {
  const address =
    cells.text(row, columns.email) ||
    phoneDigits(cells.text(row, columns.phone)) ||
    phoneDigits(cells.text(row, columns.billingPhone)) ||
    phoneDigits(cells.text(row, columns.shippingPhone));
  return customerKey(address);
}

function placeOf({ columns, cells }: OrderReading, row: number) {
  const ships = cells.text(row, columns.shippingCountry) !== '';
  const region =
    cells.text(row, ships ? columns.shippingProvince : columns.billingProvince) ||
    cells.text(row, ships ? columns.shippingProvinceName : columns.billingProvinceName);
  return {
    country: optional(
      cells.text(row, ships ? columns.shippingCountry : columns.billingCountry).toUpperCase(),
    ),
    region: optional(region.toUpperCase()),
  };
}

function optional(text: string): string | undefined {
  return text === '' ? undefined : text;
}
