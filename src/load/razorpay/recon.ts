import type { Movement, MovementKind } from '../../domain/books.ts';
import { decimalText } from '../../domain/money.ts';
import { currencyCode } from '../currency-code.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { orderInNotes } from '../named-order.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { utcDays } from '../utc-day.ts';
import { amountReader, splitOf, type ReadAmount, type WrittenAmounts } from './amounts.ts';
import { settlementCounter, type SettlementCounter } from './settlements.ts';

const FEE_WITHOUT_TAX = 'fee (exclusive tax)';

/** Settlement recon: one row per payment, refund, transfer and adjustment, under the names of the API or those of the dashboard. */
export const razorpayRecon: Format = {
  kind: 'razorpay.recon',
  label: 'Razorpay settlement recon',
  signature: [
    'entity_id',
    ['type', 'transaction_entity'],
    ...['debit', 'credit', 'amount', 'settlement_id'],
    ['fee', FEE_WITHOUT_TAX],
  ],
  known: [
    ...['currency', 'tax', 'on_hold', 'settled', 'created_at', 'entity_created_at', 'payment_captured_at'],
    ...['settled_at', 'posted_at', 'credit_type', 'description', 'entity_description', 'notes'],
    ...['payment_notes', 'refund_notes', 'order_notes', 'payment_id', 'settlement_utr', 'order_id'],
    ...['order_receipt', 'method', 'payment_method', 'card_network', 'card_issuer', 'issuer_name'],
    ...['card_type', 'dispute_id', 'dispute_created_at', 'dispute_reason', 'arn', 'upi_flow', 'settled_by'],
  ],
  read: readRecon,
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly amount: ReadAmount;
  readonly day: (row: number, column: number) => string | undefined;
  readonly orderOf: (row: number) => string | undefined;
  readonly tellType: (row: number, word: string) => void;
  readonly settlements: SettlementCounter;
}

function columnsOf(table: TextTable) {
  return {
    id: table.column('entity_id'),
    type: table.column('type', 'transaction_entity'),
    debit: table.column('debit'),
    credit: table.column('credit'),
    amount: table.column('amount'),
    currency: table.column('currency'),
    fee: table.column('fee', FEE_WITHOUT_TAX),
    tax: table.column('tax'),
    onHold: table.column('on_hold'),
    settled: table.column('settled'),
    created: table.column('created_at', 'entity_created_at', 'payment_captured_at'),
    settledOn: table.column('settled_at'),
    settlement: table.column('settlement_id'),
    utr: table.column('settlement_utr'),
    payment: table.column('payment_id'),
    receipt: table.column('order_receipt'),
    notes: ['order_notes', 'payment_notes', 'refund_notes', 'notes'].map((name) => table.column(name)),
    dispute: table.column('dispute_id'),
    description: table.column('description', 'entity_description'),
  };
}

/** Razorpay writes day first where it writes dates at all; Unix times are days of the shop's zone. */
function readRecon(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft, 'dmy');
  const columns = columnsOf(table);
  const { debit, credit, amount, fee, tax, created } = columns;
  const zoned = utcDays(draft.shop.zone);
  const reading: Reading = {
    ...{ table, draft, cells, columns },
    amount: amountReader(table, cells, { amounts: [debit, credit, amount, fee, tax], time: created }),
    day: (row, column) => {
      const moment = cells.day(row, column);
      return moment && (/^\d+$/.test(cells.text(row, column)) ? zoned(moment) : moment.day);
    },
    orderOf: orderFinder(table, cells, columns),
    tellType: wordTeller({ table, draft }, 'type', 'counted as an adjustment'),
    settlements: settlementCounter(table.file, draft),
  };
  for (let row = 0; row < table.rows.length; row += 1) readRow(reading, row);
  reading.settlements.finish();
}

/** By the receipt that the shop gave, else by the notes; a refund without either is of its payment's order. */
function orderFinder(
  table: TextTable,
  cells: RowReader,
  columns: Reading['columns'],
): (row: number) => string | undefined {
  const own = (row: number): string | undefined => {
    const receipt = cells.id(row, columns.receipt);
    if (receipt !== undefined) return receipt;
    for (const column of columns.notes) {
      const order = orderInNotes(cells.text(row, column));
      if (order !== undefined) return order;
    }
    return undefined;
  };
  const orders: (string | undefined)[] = [];
  const ofPayment = new Map<string, string | undefined>();
  for (let row = 0; row < table.rows.length; row += 1) {
    orders.push(own(row));
    ofPayment.set(cells.text(row, columns.id), orders[row]);
  }
  return (row) => orders[row] ?? ofPayment.get(cells.text(row, columns.payment));
}

function readRow(reading: Reading, row: number): void {
  const { table, draft, cells, columns } = reading;
  const currency = currencyCode(cells.text(row, columns.currency)) ?? 'INR';
  const told = draft.problems.length;
  const day = reading.day(row, columns.created);
  const written = writtenOf(reading, row, currency);
  const settlementId = cells.id(row, columns.settlement);
  if (settlementId !== undefined && written?.net !== undefined) {
    const settled = { id: settlementId, net: written.net, currency };
    reading.settlements.add(settled, {
      row: table.lineOf(row),
      paidOn: reading.day(row, columns.settledOn),
      reference: cells.id(row, columns.utr),
    });
  }
  if (day === undefined || written?.amount === undefined) {
    const lacks = day === undefined ? 'date' : written === undefined ? 'credit and debit' : 'amount';
    return rowLeftOut({ table, draft, row, told }, `a transaction without ${lacks}`);
  }
  pushMovements(reading, row, {
    written: { ...written, amount: written.amount },
    place: {
      file: table.file,
      row: table.lineOf(row),
      channel: 'razorpay',
      ...{ day, currency },
      order: reading.orderOf(row),
      transaction: cells.id(row, columns.id),
      payoutId: settlementId,
      final: isFinal(reading, row),
    },
  });
}

type Place = Omit<Movement, 'kind' | 'code' | 'amount'>;

function writtenOf(
  { cells, columns, amount }: Reading,
  row: number,
  currency: string,
): (Omit<WrittenAmounts, 'amount'> & { readonly amount: number | undefined }) | undefined {
  const credit = amount(row, columns.credit, currency);
  const debit = amount(row, columns.debit, currency);
  if (credit === undefined && debit === undefined) return undefined;
  return {
    net: (credit ?? 0) - (debit ?? 0),
    amount: amount(row, columns.amount, currency),
    fee: amount(row, columns.fee, currency) ?? 0,
    tax: amount(row, columns.tax, currency) ?? 0,
    isIncome: cells.text(row, columns.type).toLowerCase() === 'payment',
  };
}

/** Settled and not held back; where the file has no column for it, a row with a settlement is settled. */
function isFinal({ cells, columns }: Reading, row: number): boolean {
  const onHold = flag(cells.text(row, columns.onHold));
  const settled = flag(cells.text(row, columns.settled));
  return onHold !== true && (settled ?? cells.text(row, columns.settlement) !== '');
}

function flag(text: string): boolean | undefined {
  if (/^(?:1|true|y|yes)$/i.test(text)) return true;
  return /^(?:0|false|n|no)$/i.test(text) ? false : undefined;
}

function pushMovements(
  reading: Reading,
  row: number,
  { written, place }: { readonly written: WrittenAmounts; readonly place: Place },
): void {
  const { draft, settlements } = reading;
  const { gross, fee, tax, isForced } = splitOf(written);
  if (isForced) tellForced(reading, row, { written, currency: place.currency });
  const code = reading.cells.text(row, reading.columns.type).toLowerCase();
  const feeTax = tax === undefined || reading.columns.tax < 0 ? undefined : 0;
  const movements: Movement[] = [{ ...place, kind: kindOf(reading, row, code), code, amount: gross }];
  if (fee !== 0) movements.push({ ...place, kind: 'payment_fee', code: 'fee', amount: -fee, tax: feeTax });
  if (tax !== undefined && tax !== 0)
    movements.push({ ...place, kind: 'payment_fee', code: 'GST on fee', amount: -tax, tax: -tax });
  draft.movements.push(...movements);
  settlements.count(movements);
}

const KINDS: Readonly<Record<string, MovementKind>> = {
  payment: 'charge',
  refund: 'refund',
  transfer: 'adjustment',
  adjustment: 'adjustment',
};

/** A dispute comes as an adjustment that bears its id. */
function kindOf({ cells, columns, tellType }: Reading, row: number, code: string): MovementKind {
  const kind = KINDS[code];
  if (kind === undefined) tellType(row, code);
  const isDispute =
    cells.text(row, columns.dispute) !== '' ||
    /dispute|chargeback/i.test(cells.text(row, columns.description));
  return code === 'adjustment' && isDispute ? 'chargeback' : (kind ?? 'adjustment');
}

function tellForced(
  { table, draft }: Reading,
  row: number,
  { written, currency }: { readonly written: WrittenAmounts; readonly currency: string },
): void {
  const said = (amount: number): string => decimalText(amount, currency);
  const { net, amount, fee, tax } = written;
  report(draft, {
    code: 'bad-row',
    severity: 'warning',
    message: `amount ${said(amount)} less fee ${said(fee)}, with or without tax ${said(tax)}, is not the ${said(net)} credited – what is missing counts as fee`,
    file: table.file,
    line: table.lineOf(row),
    column: 'credit',
    value: said(net),
  });
}
