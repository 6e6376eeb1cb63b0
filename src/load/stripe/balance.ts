import type { Movement } from '../../domain/books.ts';
import { decimalText, type Minor } from '../../domain/money.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { utcDays } from '../utc-day.ts';
import { kindOf } from './kinds.ts';
import { orderNumber } from './order-number.ts';

/** The balance history ("all transactions"): net = amount − fee, in the currency of the balance. */
export const stripeBalance: Format = {
  kind: 'stripe.balance',
  label: 'Stripe balance history',
  signature: ['id', 'type', 'source', 'amount', 'fee', 'net', ['created (utc)', 'created']],
  known: [
    ...['currency', 'available on (utc)', 'available on', 'description', 'customer facing amount'],
    ...['customer facing currency', 'transfer', 'transfer date (utc)', 'transfer group'],
    ...['destination platform fee', 'destination platform fee currency'],
  ],
  read: (table, draft) => {
    readLines(table, draft, {
      utc: table.column('created (utc)'),
      local: table.column('created'),
      arrivesOn: table.column('available on (utc)', 'available on'),
      code: table.column('type'),
      source: table.column('source'),
      amount: table.column('amount'),
      payout: table.column('transfer'),
    });
  },
};

/** "Itemized balance change from activity" and its kin for payouts; which columns it has is the owner's choice. */
export const stripeActivity: Format = {
  kind: 'stripe.activity',
  label: 'Stripe balance change from activity',
  signature: [
    ...['balance_transaction_id', 'currency', 'gross', 'net', 'reporting_category'],
    ['created', 'created_utc', 'effective_at', 'effective_at_utc', 'available_on', 'available_on_utc'],
  ],
  known: [
    ...['fee', 'description', 'source_id', 'customer_facing_amount', 'customer_facing_currency', 'trace_id'],
    ...['automatic_payout_id', 'automatic_payout_effective_at', 'automatic_payout_effective_at_utc'],
    ...['payout_id', 'payout_expected_arrival_date', 'payout_status', 'payout_type', 'charge_id'],
    ...['payment_intent_id', 'charge_created', 'charge_created_utc', 'invoice_id', 'invoice_number'],
    ...['payment_method_type', 'card_brand', 'card_funding', 'card_country', 'statement_descriptor'],
    ...['customer_id', 'customer_email', 'customer_name', 'customer_description', 'dispute_reason'],
    ...['connected_account_id', 'connected_account_name', 'created_utc', 'available_on_utc'],
  ],
  read: (table, draft) => {
    readLines(table, draft, {
      utc: table.column('created_utc', 'effective_at_utc', 'available_on_utc'),
      local: table.column('created', 'effective_at', 'available_on'),
      arrivesOn: table.column('payout_expected_arrival_date'),
      code: table.column('reporting_category'),
      source: table.column('source_id', 'charge_id', 'payout_id'),
      amount: table.column('gross'),
      payout: table.column('automatic_payout_id', 'payout_id'),
    });
  },
};

/** Where the two kinds differ: `local` times are in the account's zone, `utc` times are not. */
interface Own {
  readonly utc: number;
  readonly local: number;
  /** the day on which a payout reaches the bank */
  readonly arrivesOn: number;
  readonly code: number;
  readonly source: number;
  readonly amount: number;
  readonly payout: number;
}

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly own: Own;
  readonly columns: Readonly<Record<'fee' | 'net' | 'currency' | 'description', number>>;
  readonly day: (row: number) => string | undefined;
  readonly orderOf: (row: number) => string | undefined;
  readonly tellType: (row: number, word: string) => void;
}

function readLines(table: TextTable, draft: Draft, own: Own): void {
  const cells = rowReader(table, draft);
  const toDay = utcDays(draft.shop.zone);
  const reading: Reading = {
    ...{ table, draft, cells, own },
    columns: {
      fee: table.column('fee'),
      net: table.column('net'),
      currency: table.column('currency'),
      description: table.column('description'),
    },
    day: (row) => {
      if (own.local >= 0) return cells.day(row, own.local)?.day;
      const moment = cells.day(row, own.utc);
      return moment && toDay(moment);
    },
    orderOf: orderNumber(table, cells),
    tellType: wordTeller({ table, draft }, table.header[own.code] ?? '', 'counted as an adjustment'),
  };
  for (let row = 0; row < table.rows.length; row += 1) readLine(reading, row);
}

function readLine(reading: Reading, row: number): void {
  const { table, draft, cells, own, columns } = reading;
  const currency = currencyCode(cells.text(row, columns.currency)) ?? shopCurrency(draft.shop);
  const told = draft.problems.length;
  const day = reading.day(row);
  const amount = cells.amount(row, own.amount, currency);
  if (day === undefined || amount === undefined) {
    const lacks = `a transaction without ${day === undefined ? 'date' : 'amount'}`;
    return rowLeftOut({ table, draft, row, told }, lacks);
  }
  const code = cells.text(row, own.code).toLowerCase();
  const source = cells.id(row, own.source);
  const kind = kindOf({ code, description: cells.text(row, columns.description), source });
  if (kind === undefined) reading.tellType(row, code);
  const shared = {
    file: table.file,
    row: table.lineOf(row),
    code,
    channel: 'stripe',
    ...{ day, currency },
    order: reading.orderOf(row),
    transaction: source,
    payoutId: kind === 'payout' ? source : cells.id(row, own.payout),
    final: true,
  };
  pushLine(reading, row, { ...shared, kind: kind ?? 'adjustment', amount });
}

function pushLine(reading: Reading, row: number, line: Movement): void {
  const { draft } = reading;
  const isPayout = line.kind === 'payout';
  if (isPayout) pushPayout(reading, row, line);
  else draft.movements.push(line);
  const fee = feeOf(reading, row, line);
  if (fee === 0) return;
  // what an instant payout costs is not part of what it pays out
  const payoutId = isPayout ? undefined : line.payoutId;
  draft.movements.push({ ...line, kind: 'payment_fee', code: 'fee', amount: -fee, payoutId });
}

/** A payout leaves the balance and reaches the shop's bank; what comes from the bank (a top-up) is a payout turned round. */
function pushPayout({ draft, cells, own }: Reading, row: number, payout: Movement): void {
  const total = -payout.amount || 0;
  draft.movements.push({ ...payout, amount: total });
  if (payout.payoutId === undefined || payout.code !== 'payout') return;
  const { file, channel, currency, final } = payout;
  const paidOn = cells.day(row, own.arrivesOn)?.day ?? payout.day;
  draft.settlements.push({
    file,
    row: payout.row,
    channel,
    id: payout.payoutId,
    paidOn,
    total,
    currency,
    final,
  });
}

interface Gross {
  readonly amount: Minor;
  readonly currency: string;
}

/** The fee as written, or what the net leaves of the amount where there is no such column. A net that does not fit is a Problem. */
function feeOf({ table, draft, columns, cells }: Reading, row: number, { amount, currency }: Gross): Minor {
  const net = cells.amount(row, columns.net, currency);
  const fee = cells.amount(row, columns.fee, currency) ?? (columns.fee < 0 ? amount - (net ?? amount) : 0);
  if (net === undefined || net === amount - fee) return fee;
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
