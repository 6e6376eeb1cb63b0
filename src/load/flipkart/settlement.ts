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
import { settlementColumns, sumColumn, type SettlementColumns } from './settlement-columns.ts';
import { FLIPKART, RUPEES } from './words.ts';

const BANK = 'bank settlement value';

/**
 * The sheet "Orders" of a payment report: one row per item and payment, one column per kind of amount, fees and refunds negative. Every
 * row's amounts must make its `Bank Settlement Value`; amounts have up to three decimals, so that paise are rounded one by one.
 */
export const flipkartSettlement: Format = {
  kind: 'flipkart.settlement',
  label: 'Flipkart settlement',
  signature: [
    [
      'bank settlement value (rs.)',
      'bank settlement value (rs.) = sum(j:r)',
      'bank settlement value (rs.) = sum(i:q)',
      'bank settlement value (rs.) = sum(i:p)',
      BANK,
    ],
    'order item id',
  ],
  known: [
    ...['neft id', 'neft type', 'payment date', 'input gst + tcs credits (rs.)', 'income tax credits (rs.)'],
    ...['order id', 'sale amount (rs.)', 'total offer amount (rs.)', 'my share (rs.)', 'taxes (rs.)'],
    ...['customer add-ons amount (rs.)', 'marketplace fee (rs.)', 'offer adjustments (rs.)'],
    ...['protection fund (rs.)', 'refund (rs.)', 'tier', 'commission rate (%)', 'commission (rs.)'],
    ...['fixed fee (rs.)', 'collection fee (rs.)', 'pick and pack fee (rs.)', 'shipping fee (rs.)'],
    ...['reverse shipping fee (rs.)', 'tcs (rs.)', 'tds (rs.)', 'gst on mp fees (rs.)', 'order date'],
    ...['dispatch date', 'order type', 'fulfilment type', 'seller sku', 'quantity', 'qty', 'return type'],
    ...[
      'product sub category',
      'item gst rate (%)',
      'item return status',
      'shopsy order',
      'invoice id',
      'invoice date',
    ],
  ],
  repeated: ['sale amount', 'total offer amount', 'my share', 'free shipping offer (rs.)'],
  read: (table, draft) => {
    const reading: Reading = {
      table,
      draft,
      cells: rowReader(table, draft),
      columns: columnsOf(table),
      money: settlementColumns(table),
      sums: settlementSums(),
    };
    for (let row = 0; row < table.rows.length; row += 1) readPayment(reading, row);
    reading.sums.push(draft, { channel: FLIPKART, currency: RUPEES });
  },
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly money: SettlementColumns;
  readonly sums: SettlementSums;
}

function columnsOf(table: TextTable) {
  return {
    neft: table.column('neft id'),
    paid: table.column('payment date'),
    bank: sumColumn(table, BANK),
    order: table.column('order id'),
    ordered: table.column('order date'),
    sku: table.column('seller sku', 'sku'),
    quantity: table.column('quantity', 'qty'),
    returned: table.column('return type'),
    gst: table.column('item gst rate (%)'),
  };
}

/** A row without NEFT id and order id is a heading. A payment without a NEFT id has not been made yet. */
function readPayment(reading: Reading, row: number): void {
  const { table, draft, cells, columns } = reading;
  const told = draft.problems.length;
  const neft = cells.id(row, columns.neft);
  const order = cells.id(row, columns.order);
  if (neft === undefined && order === undefined) return;
  const paid = cells.day(row, columns.paid)?.day;
  const soldOn = cells.day(row, columns.ordered)?.day;
  const day = paid ?? soldOn;
  if (day === undefined) return rowLeftOut({ ...reading, row, told }, 'a payment without date');
  const read = amountsOf(reading, row);
  if (read === undefined) return;
  const shared = {
    base: {
      file: table.file,
      row: table.lineOf(row),
      channel: FLIPKART,
      currency: RUPEES,
      order,
      sku: cells.id(row, columns.sku),
      payoutId: neft,
      final: neft !== undefined && paid !== undefined,
    },
    day,
    soldOn,
    ...goodsOf(reading, row),
  };
  for (const amount of read.amounts) draft.movements.push(movementOf(shared, amount));
  addToSettlement(reading, row, { ...read, neft, paid });
}

function goodsOf(
  { cells, columns }: Reading,
  row: number,
): Pick<SettlementRow, 'quantity' | 'country' | 'taxRate' | 'restocked'> {
  return {
    quantity: cells.count(row, columns.quantity),
    country: 'IN',
    // 0 stands on every row without an offer, whatever is sold
    taxRate: percentOf(cells.text(row, columns.gst)) || undefined,
    restocked: /^courier|\brto\b/i.test(cells.text(row, columns.returned)) ? true : undefined,
  };
}

interface Payment extends RowAmounts {
  readonly neft: string | undefined;
  readonly paid: Day | undefined;
}

function addToSettlement({ table, cells, columns, sums }: Reading, row: number, payment: Payment): void {
  const { neft, paid, amounts, bank, addsUp } = payment;
  if (neft === undefined || paid === undefined) return;
  const sum = sumOf(amounts);
  const total = bank ?? sum;
  sums.add({
    ...{ file: table.file, row: table.lineOf(row), id: neft, reference: neft, paidOn: paid },
    total,
    written: cells.text(row, columns.bank),
    counted: addsUp ? sum : total,
  });
}

interface RowAmounts {
  readonly amounts: readonly MoneyCell[];
  readonly bank: Minor | undefined;
  /** to within a paisa per amount */
  readonly addsUp: boolean;
}

/**
 * The row's amounts column by column. Where they do not make its total, but do with what the sums `Marketplace Fee` and `Taxes` have
 * over their columns, that rest counts under the name of the sum: Flipkart has a fee that this report itemises nowhere.
 */
function amountsOf(reading: Reading, row: number): RowAmounts | undefined {
  const { draft, cells, columns, money } = reading;
  const told = draft.problems.length;
  const bank = cells.amount(row, columns.bank, RUPEES);
  const groups = money.groups.map((group) => {
    const amounts = moneyCells(cells, row, { columns: group.columns, currency: RUPEES });
    const sum = cells.amount(row, group.sum, RUPEES);
    return { ...group, amounts, over: sum === undefined ? 0 : sum - sumOf(amounts) };
  });
  const amounts = [
    ...moneyCells(cells, row, { columns: money.summary, currency: RUPEES }),
    ...groups.flatMap((group) => group.amounts),
  ];
  if (draft.problems.length > told) {
    rowLeftOut({ ...reading, row, told }, '');
    return undefined;
  }
  if (bank === undefined) return { amounts, bank, addsUp: true };
  const isRounded = (rest: Minor): boolean => Math.abs(rest) <= amounts.length;
  const rest = bank - sumOf(amounts);
  if (isRounded(rest)) return { amounts, bank, addsUp: true };
  const further = groups.flatMap(({ rest: meaning, over }) =>
    isRounded(over) ? [] : [{ ...meaning, amount: over }],
  );
  if (isRounded(rest - sumOf(further))) return { amounts: [...amounts, ...further], bank, addsUp: true };
  reportRowSum({ ...reading, row }, { sum: sumOf(amounts), said: bank, currency: RUPEES, name: BANK });
  return { amounts, bank, addsUp: false };
}
