import type { MovementKind } from '../../domain/books.ts';
import { decimalText, type Minor } from '../../domain/money.ts';
import type { Settlement } from '../../domain/settlement.ts';
import { report, sayLeftOut } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowReader, type RowReader } from '../row-reader.ts';

/** The payment transactions export: net = amount − fee (− VAT on the fee), fees positive, refunds negative and without fee. */
export const shopifyPayments: Format = {
  kind: 'shopify.payments',
  label: 'Shopify payment transactions',
  signature: ['transaction date', 'type', 'order', 'card brand', 'payout status', 'amount', 'fee', 'net'],
  known: [
    ...['card source', 'payout date', 'payout id', 'available on', 'checkout', 'payment method name'],
    ...['presentment amount', 'presentment currency', 'currency', 'vat'],
    ...['business entity name', 'business entity id'],
  ],
  read: readPayments,
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly cells: RowReader;
  /** payouts that were met, by id: the export names them and when they left, but not what they came to */
  readonly payouts: Map<string, Settlement>;
}

function columnsOf(table: TextTable) {
  return {
    date: table.column('transaction date'),
    type: table.column('type'),
    order: table.column('order'),
    payoutStatus: table.column('payout status'),
    payoutId: table.column('payout id'),
    payoutDate: table.column('payout date'),
    amount: table.column('amount'),
    fee: table.column('fee'),
    vat: table.column('vat'),
    net: table.column('net'),
    currency: table.column('currency'),
  };
}

function readPayments(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const payouts = new Map<string, Settlement>();
  const reading = { table, draft, columns: columnsOf(table), cells, payouts };
  for (let row = 0; row < table.rows.length; row += 1) readTransaction(reading, row);
  draft.settlements.push(...payouts.values());
}

const KINDS: readonly (readonly [RegExp, MovementKind])[] = [
  [/^charge$|^sale$|^capture$/, 'charge'],
  [/^refund/, 'refund'],
  [/chargeback|dispute/, 'chargeback'],
  [/payout|transfer/, 'payout'],
  [/reserve|hold/, 'reserve'],
  [/^adjustment|credit|debit/, 'adjustment'],
];

function readTransaction(reading: Reading, row: number): void {
  const { table, draft, columns, cells } = reading;
  const currency = cells.text(row, columns.currency).toUpperCase() || (draft.shop.currency ?? '');
  const told = draft.problems.length;
  const placed = cells.day(row, columns.date);
  const amount = cells.amount(row, columns.amount, currency);
  const code = cells.text(row, columns.type).toLowerCase();
  if (placed === undefined || amount === undefined) {
    if (!sayLeftOut(draft, told, 'row'))
      reportIncomplete(reading, row, placed === undefined ? 'date' : 'amount');
    return;
  }
  const kind = kindOf(reading, row, code);
  const shared = {
    file: table.file,
    row: table.lineOf(row),
    code,
    channel: 'shopify',
    day: placed.day,
    currency,
    order: cells.id(row, columns.order),
    payoutId: cells.id(row, columns.payoutId),
    final: !/pending|scheduled/i.test(cells.text(row, columns.payoutStatus)),
  };
  // a payout leaves the platform's balance and reaches the shop's bank
  draft.movements.push({ ...shared, kind, amount: kind === 'payout' ? -amount || 0 : amount });
  meetPayout(reading, row, shared);
  const fee = feeOf(reading, row, { amount, currency });
  if (fee !== 0) draft.movements.push({ ...shared, kind: 'payment_fee', amount: -fee });
}

type Shared = Pick<Settlement, 'file' | 'row' | 'channel' | 'currency' | 'final'> & {
  readonly payoutId: string | undefined;
};

function meetPayout(
  { cells, columns, payouts }: Reading,
  row: number,
  { payoutId: id, ...shared }: Shared,
): void {
  if (id === undefined || payouts.has(id)) return;
  const { file, row: line, channel, currency, final } = shared;
  const paidOn = cells.day(row, columns.payoutDate)?.day;
  payouts.set(id, { file, row: line, channel, id, paidOn, currency, final });
}

function kindOf({ table, draft }: Reading, row: number, code: string): MovementKind {
  const known = KINDS.find(([words]) => words.test(code));
  if (known !== undefined) return known[1];
  report(draft, {
    code: 'bad-row',
    severity: 'warning',
    message: `transaction type "${code}" is not known – counted as an adjustment`,
    file: table.file,
    line: table.lineOf(row),
    column: 'type',
    value: code,
  });
  return 'adjustment';
}

interface Gross {
  readonly amount: Minor;
  readonly currency: string;
}

/** The fee, with the VAT on it where the row's net shows that it comes on top. A net that fits neither is a Problem. */
function feeOf({ table, draft, columns, cells }: Reading, row: number, { amount, currency }: Gross): Minor {
  const fee = cells.amount(row, columns.fee, currency) ?? 0;
  const net = cells.amount(row, columns.net, currency);
  const vat = cells.amount(row, columns.vat, currency) ?? 0;
  if (net === undefined || net === amount - fee) return fee;
  if (net === amount - fee - vat) return fee + vat;
  const said = decimalText(net, currency);
  report(draft, {
    code: 'bad-row',
    severity: 'warning',
    message: `amount ${decimalText(amount, currency)} less fee ${decimalText(fee, currency)} is not the net, ${said} – counted as written`,
    file: table.file,
    line: table.lineOf(row),
    column: 'net',
    value: said,
  });
  return fee;
}

function reportIncomplete({ table, draft }: Reading, row: number, what: string): void {
  const message = `a transaction without ${what} – row left out`;
  report(draft, {
    code: 'missing-value',
    severity: 'warning',
    message,
    file: table.file,
    line: table.lineOf(row),
  });
}
