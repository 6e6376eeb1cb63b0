import type { Movement } from '../../domain/books.ts';
import { share, type Minor } from '../../domain/money.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { utcDays } from '../utc-day.ts';
import { orderNumber } from './order-number.ts';
import { REDUCED_COLUMNS, UNIFIED_COLUMNS } from './payment-columns.ts';

const CREATED = ['created date (utc)', 'created (utc)'] as const;

/** Payments, with the default 21 columns or all 79, and columns of metadata. */
export const stripePayments: Format = {
  kind: 'stripe.payments',
  label: 'Stripe payments',
  signature: ['id', 'amount', 'amount refunded', 'currency', 'captured', CREATED],
  known: UNIFIED_COLUMNS,
  read: readPayments,
};

/** The same with columns left out, as people save it again: without ids, so that payments can be told apart by what they say only. */
export const stripePaymentsReduced: Format = {
  kind: 'stripe.payments_reduced',
  label: 'Stripe payments without ids',
  signature: [CREATED, 'amount', 'currency', 'captured', 'converted amount', 'fee'],
  known: REDUCED_COLUMNS,
  read: readPayments,
};

type Columns = ReturnType<typeof columnsOf>;

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: Columns;
  readonly day: (row: number, column: number) => string | undefined;
  readonly orderOf: (row: number) => string | undefined;
  readonly tellStatus: (row: number, word: string) => void;
  /** payments that brought no money, by status */
  readonly unpaid: Map<string, number>;
}

function columnsOf(table: TextTable) {
  return {
    id: table.column('id'),
    created: table.column(...CREATED),
    amount: table.column('amount'),
    currency: table.column('currency'),
    refunded: table.column('amount refunded'),
    refundedOn: table.column('refunded date (utc)'),
    captured: table.column('captured'),
    status: table.column('status'),
    mode: table.column('mode'),
    converted: table.column('converted amount'),
    convertedRefunded: table.column('converted amount refunded'),
    convertedCurrency: table.column('converted currency'),
    fee: table.column('fee'),
    feeTax: table.column('taxes on fee'),
    disputed: table.column('disputed amount'),
    disputedOn: table.column('dispute date (utc)'),
    disputeStatus: table.column('dispute status'),
    transfer: table.column('transfer'),
    country: table.column('shipping address country'),
    region: table.column('shipping address state'),
  };
}

function readPayments(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const dayOf = utcDays(draft.shop.zone);
  const reading: Reading = {
    table,
    draft,
    cells,
    columns: columnsOf(table),
    day: (row, column) => {
      const moment = cells.day(row, column);
      return moment && dayOf(moment);
    },
    orderOf: orderNumber(table, cells),
    tellStatus: wordTeller({ table, draft }, 'status', 'captured payments of it are counted as paid'),
    unpaid: new Map(),
  };
  for (let row = 0; row < table.rows.length; row += 1) {
    if (isPaid(reading, row)) readPayment(reading, row);
  }
  tellUnpaid(reading);
}

const PAID = /^(?:paid|succeeded|complete[d]?|(?:partial(?:ly)?[ _])?refund(?:ed)?|disputed)?$/;
const UNPAID =
  /^(?:failed|cancell?ed|incomplete|uncaptured|pending|processing|expired|blocked|requires[ _].*)$/;

/** Money came in when the payment was captured and did not fail; a payment refunded or disputed later was paid first. */
function isPaid({ cells, columns, tellStatus, unpaid }: Reading, row: number): boolean {
  const status = cells.text(row, columns.status).toLowerCase();
  const isCaptured = /^(?:true|yes|1)$/i.test(cells.text(row, columns.captured));
  const isTest = cells.text(row, columns.mode).toLowerCase() === 'test';
  if (isCaptured && !isTest && !UNPAID.test(status)) {
    if (!PAID.test(status)) tellStatus(row, status);
    return true;
  }
  const why = isTest ? 'in test mode' : UNPAID.test(status) ? status : 'not captured';
  unpaid.set(why, (unpaid.get(why) ?? 0) + 1);
  return false;
}

function tellUnpaid({ table, draft, unpaid }: Reading): void {
  if (unpaid.size === 0) return;
  const count = Array.from(unpaid.values()).reduce((sum, each) => sum + each, 0);
  const why = Array.from(unpaid, ([status, each]) => `${each} ${status}`).join(', ');
  report(draft, {
    code: 'not-counted',
    severity: 'note',
    message: `${count} of ${table.rows.length} payments brought no money (${why}) – not counted`,
    file: table.file,
    column: 'status',
  });
}

/** What reached the balance: the converted amount and its currency, which the fee is in as well; without one, as charged. */
interface Settled {
  readonly amount: Minor | undefined;
  readonly currency: string;
  /** the same share of another amount of this payment */
  readonly convert: (amount: Minor) => Minor;
}

function settledOf({ draft, cells, columns }: Reading, row: number): Settled {
  const own = currencyCode(cells.text(row, columns.currency)) ?? shopCurrency(draft.shop);
  const charged = cells.amount(row, columns.amount, own);
  const currency = currencyCode(cells.text(row, columns.convertedCurrency)) ?? own;
  const converted = cells.amount(row, columns.converted, currency);
  if (converted === undefined) return { amount: charged, currency: own, convert: (amount) => amount };
  const convert = (amount: Minor): Minor => share(amount, converted, charged ?? converted);
  return { amount: converted, currency, convert };
}

function readPayment(reading: Reading, row: number): void {
  const { table, draft, cells, columns } = reading;
  const told = draft.problems.length;
  const day = reading.day(row, columns.created);
  const settled = settledOf(reading, row);
  if (day === undefined || settled.amount === undefined) {
    const lacks = `a payment without ${day === undefined ? 'date' : 'amount'}`;
    return rowLeftOut({ table, draft, row, told }, lacks);
  }
  const payoutId = cells.id(row, columns.transfer);
  const place: Place = {
    file: table.file,
    row: table.lineOf(row),
    channel: 'stripe',
    day,
    currency: settled.currency,
    order: reading.orderOf(row),
    transaction: cells.id(row, columns.id),
    payoutId: payoutId !== undefined && /^(?:po|tr)_/.test(payoutId) ? payoutId : undefined,
    final: true,
  };
  const country = cells.text(row, columns.country).toUpperCase() || undefined;
  const region = cells.text(row, columns.region).toUpperCase() || undefined;
  draft.movements.push({ ...place, kind: 'charge', code: 'charge', amount: settled.amount, country, region });
  pushFee(reading, row, place);
  pushRefund(reading, row, { place, settled });
  pushDispute(reading, row, { place, settled });
}

type Place = Omit<Movement, 'kind' | 'code' | 'amount'>;

/** Fees are positive; the tax on them comes on top of the fee. */
function pushFee({ draft, cells, columns }: Reading, row: number, place: Place): void {
  const fee = cells.amount(row, columns.fee, place.currency) ?? 0;
  const tax = cells.amount(row, columns.feeTax, place.currency);
  const ofFee = tax === undefined ? undefined : 0;
  if (fee !== 0)
    draft.movements.push({ ...place, kind: 'payment_fee', code: 'fee', amount: -fee, tax: ofFee });
  if (tax !== undefined && tax !== 0)
    draft.movements.push({ ...place, kind: 'payment_fee', code: 'taxes on fee', amount: -tax, tax: -tax });
}

/** What is taken back later is taken from a later payout than the payment's. */
const LATER = { payoutId: undefined } as const;

interface Payment {
  readonly place: Place;
  readonly settled: Settled;
}

/** The refund stands in the payment's own row, on the day of the refund where the file has it, else on the payment's. */
function pushRefund(reading: Reading, row: number, { place, settled }: Payment): void {
  const { draft, cells, columns, day } = reading;
  const told = cells.amount(row, columns.convertedRefunded, settled.currency);
  const whole = columns.refunded < 0 ? refundedByStatus(reading, row, settled) : undefined;
  const refunded = told ?? whole ?? converted(reading, row, { column: columns.refunded, settled });
  if (refunded === undefined || refunded === 0) return;
  const on = day(row, columns.refundedOn) ?? place.day;
  const amount = -Math.abs(refunded);
  draft.movements.push({ ...place, ...LATER, day: on, kind: 'refund', code: 'refund', amount });
}

/** Without a column for it, a status of `Refunded` means all of the payment; of a part the file does not say how much. */
function refundedByStatus(
  { table, draft, cells, columns }: Reading,
  row: number,
  settled: Settled,
): Minor | undefined {
  const status = cells.text(row, columns.status).toLowerCase();
  if (status === 'refunded') return settled.amount;
  if (!/refund/.test(status)) return undefined;
  report(draft, {
    code: 'missing-value',
    severity: 'warning',
    message: 'refunded in part, but the file has no column "Amount Refunded" – counted as paid in full',
    file: table.file,
    line: table.lineOf(row),
    column: 'status',
    hint: 'export the payments again with all columns',
  });
  return undefined;
}

/** A disputed amount is taken from the balance at once, and given back only when the dispute is won. */
function pushDispute(reading: Reading, row: number, { place, settled }: Payment): void {
  const { draft, cells, columns, day } = reading;
  const disputed = converted(reading, row, { column: columns.disputed, settled });
  const status = cells.text(row, columns.disputeStatus).toLowerCase();
  if (disputed === undefined || disputed === 0 || /^(?:won|warning.*|prevented)$/.test(status)) return;
  const on = day(row, columns.disputedOn) ?? place.day;
  const amount = -Math.abs(disputed);
  const final = status === 'lost';
  draft.movements.push({ ...place, ...LATER, day: on, kind: 'chargeback', code: 'dispute', amount, final });
}

/** A further amount of the payment, stated in the currency it was charged in, in the currency that reached the balance. */
function converted(
  { draft, cells, columns }: Reading,
  row: number,
  { column, settled }: { readonly column: number; readonly settled: Settled },
): Minor | undefined {
  const own = currencyCode(cells.text(row, columns.currency)) ?? shopCurrency(draft.shop);
  const amount = cells.amount(row, column, own);
  return amount === undefined ? undefined : settled.convert(amount);
}
