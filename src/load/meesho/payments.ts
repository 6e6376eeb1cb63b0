import type { Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { percentOf } from '../percent.ts';
import { rowLeftOut } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import {
  moneyCells,
  movementOf,
  reportRowSum,
  sumOf,
  type MoneyCell,
  type SettlementRow,
} from '../settlement-row.ts';
import { settlementSums, type SettlementSums } from '../settlement-sums.ts';
import { FIXED_FEE, paymentColumns, type PaymentColumns } from './payment-columns.ts';
import { MEESHO, RUPEES, saysNoData } from './words.ts';

const TOTAL = 'final settlement amount';

/**
 * The sheet "Order Payments": one row per sub-order and payment, one column per kind of amount. Above the header stands a row of groups,
 * below it a row of formulas. Every row's amounts must make its `Final Settlement Amount`.
 */
export const meeshoPayments: Format = {
  kind: 'meesho.payments',
  label: 'Meesho order payments',
  signature: [['sub order no', 'sub order no.'], TOTAL, 'live order status'],
  known: [
    ...['order date', 'dispatch date', 'product name', 'supplier sku', 'product gst %', 'quantity'],
    ...['listing price (incl. taxes)', 'transaction id', 'payment date', 'price type', 'catalog id'],
    ...['total sale amount (incl. shipping & gst)', 'total sale return amount (incl. shipping & gst)'],
    ...[FIXED_FEE, 'warehousing fee (inc gst)', 'warehousing fee (incl. gst)', 'return premium (incl gst)'],
    ...['return premium (incl gst) of return', 'meesho commission percentage'],
    ...['meesho commission (incl. gst)', 'meesho gold platform fee (incl. gst)'],
    ...['meesho mall platform fee (incl. gst)', 'return shipping charge (incl. gst)'],
    ...['gst compensation (prp shipping)', 'shipping charge (incl. gst)', 'tcs', 'tds rate %', 'tds'],
    ...['other support service charges (excl. gst)', 'waivers (excl. gst)'],
    'net other support service charges (excl. gst)',
    'gst on net other support service charges',
    ...['compensation', 'claims', 'recovery', 'compensation reason', 'claims reason', 'recovery reason'],
  ],
  repeated: [FIXED_FEE],
  read: (table, draft) => {
    const reading: Reading = {
      table,
      draft,
      cells: rowReader(table, draft),
      columns: columnsOf(table),
      money: paymentColumns(table),
      sums: settlementSums(),
    };
    for (let row = 0; row < table.rows.length; row += 1) readPayment(reading, row);
    reading.sums.push(draft, { channel: MEESHO, currency: RUPEES });
  },
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly money: PaymentColumns;
  readonly sums: SettlementSums;
}

function columnsOf(table: TextTable) {
  return {
    order: table.column('sub order no', 'sub order no.'),
    ordered: table.column('order date'),
    title: table.column('product name'),
    sku: table.column('supplier sku'),
    status: table.column('live order status'),
    gst: table.column('product gst %'),
    quantity: table.column('quantity'),
    transaction: table.column('transaction id'),
    paid: table.column('payment date'),
    total: table.column(TOTAL),
  };
}

/** A row without sub-order and transaction is the row of formulas. A payment that has no date yet may still change. */
function readPayment(reading: Reading, row: number): void {
  const { table, draft, cells, columns, sums } = reading;
  const told = draft.problems.length;
  const order = cells.id(row, columns.order);
  const transaction = cells.id(row, columns.transaction);
  if (isNoPayment(order, transaction)) return;
  const paidOn = cells.day(row, columns.paid)?.day;
  const soldOn = cells.day(row, columns.ordered)?.day;
  const day = paidOn ?? soldOn;
  if (day === undefined) return rowLeftOut({ ...reading, row, told }, 'a payment without date');
  const read = amountsOf(reading, row);
  if (read === undefined) return;
  const payoutId = idOf(transaction, paidOn);
  const place = { file: table.file, row: table.lineOf(row) };
  const known = { ...place, channel: MEESHO, currency: RUPEES, order, payoutId };
  const base = { ...known, ...productOf(reading, row), final: payoutId !== undefined };
  const shared = { base, day, soldOn, ...goodsOf(reading, row) };
  for (const amount of read.amounts) draft.movements.push(movementOf(shared, amount));
  if (payoutId === undefined) return;
  sums.add({
    ...place,
    id: payoutId,
    reference: transaction,
    paidOn: day,
    total: read.total,
    counted: read.total,
  });
}

function isNoPayment(order: string | undefined, transaction: string | undefined): boolean {
  return (order === undefined && transaction === undefined) || saysNoData(order);
}

/** One transaction of one day is one transfer to the bank; without both nothing was paid yet. */
function idOf(transaction: string | undefined, paidOn: Day | undefined): string | undefined {
  return transaction === undefined || paidOn === undefined ? undefined : `${transaction} ${paidOn}`;
}

function productOf({ cells, columns }: Reading, row: number): Pick<SettlementRow['base'], 'sku' | 'title'> {
  return { sku: cells.id(row, columns.sku), title: cells.text(row, columns.title) || undefined };
}

/** `Product GST %` is the rate of the tax inside the sale: Meesho's own TCS is a share of (sale − return) ÷ (1 + rate). */
function goodsOf(
  { cells, columns }: Reading,
  row: number,
): Pick<SettlementRow, 'quantity' | 'country' | 'taxRate' | 'restocked'> {
  return {
    quantity: cells.count(row, columns.quantity),
    country: 'IN',
    taxRate: percentOf(cells.text(row, columns.gst)),
    restocked: /^rto/i.test(cells.text(row, columns.status)) ? true : undefined,
  };
}

interface RowAmounts {
  readonly amounts: readonly MoneyCell[];
  readonly total: Minor;
}

/**
 * The row's amounts as its total has them: the columns of Meesho's formula, and of the doubtful ones those that are needed to make it.
 * Undefined when one of them cannot be read.
 */
function amountsOf(reading: Reading, row: number): RowAmounts | undefined {
  const { draft, cells, columns, money } = reading;
  const told = draft.problems.length;
  const stated = cells.amount(row, columns.total, RUPEES);
  const summed = moneyCells(cells, row, { columns: money.summed, currency: RUPEES });
  const doubtful = moneyCells(cells, row, { columns: money.doubtful, currency: RUPEES });
  if (draft.problems.length > told) {
    rowLeftOut({ ...reading, row, told }, '');
    return undefined;
  }
  const total = stated ?? sumOf(summed);
  const needed = making(total - sumOf(summed), doubtful.slice(0, MOST_DOUBTFUL));
  const amounts = [...summed, ...(needed ?? doubtful)];
  if (needed === undefined) {
    reportRowSum({ ...reading, row }, { sum: sumOf(amounts), said: total, currency: RUPEES, name: TOTAL });
  }
  return { amounts, total };
}
/** a row with more of them is no row of Meesho's, and every further one doubles the search */
const MOST_DOUBTFUL = 10;

/** Those of the amounts that make the rest, as few of the first ones as possible; undefined when none do. */
function making(rest: Minor, amounts: readonly MoneyCell[]): readonly MoneyCell[] | undefined {
  if (rest === 0) return [];
  const [first, ...others] = amounts;
  if (first === undefined) return undefined;
  const without = making(rest, others);
  if (without !== undefined) return without;
  const withFirst = making(rest - first.amount, others);
  return withFirst === undefined ? undefined : [first, ...withFirst];
}
