import type { Movement, OrderLine } from '../../domain/books.ts';
import { decimalText, type Minor } from '../../domain/money.ts';
import { addOrderWithoutLines } from '../add-order.ts';
import { customerKey } from '../customer-key.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { monthFirstReader } from '../month-first.ts';
import { rowLeftOut } from '../row-left-out.ts';
import type { RowReader } from '../row-reader.ts';
import { addTo, COMMON_COLUMNS, fileCurrency, isRefund, momentOf } from './columns.ts';
import {
  amountsOf,
  feesOf,
  sumOf,
  transactionColumns,
  type Amounts,
  type Columns,
} from './transaction-amounts.ts';

/**
 * The transactions of the till: one row per sale or refund, with what was collected and Square's fee. What was sold is in the
 * items export only. A sale at the till is paid and taken home at once.
 */
export const squareTransactions: Format = {
  kind: 'square.transactions',
  label: 'Square transactions',
  signature: ['gross sales', 'net total', 'transaction id'],
  known: [
    ...COMMON_COLUMNS,
    ...['service charges', 'gift card sales', 'tip', 'partial refunds', 'total collected', 'source', 'card'],
    ...['card entry methods', 'cash', 'square gift card', 'other tender', 'other tender type', 'fees'],
    ...['other tender note', 'tender note', 'staff name', 'staff id', 'description', 'device nickname'],
    ...['third party fees', 'deposit id', 'deposit date', 'deposit details', 'fee percentage rate'],
    ...['fee fixed rate', 'refund reason', 'discount name', 'transaction status', 'cash app'],
    ...['order reference id', 'free processing applied', 'unattributed tips', 'table info'],
    ...['international fee'],
  ],
  read: readTransactions,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly columns: Columns;
  readonly cells: RowReader;
  readonly currency: string;
}

/** One row that was read. */
interface Entry {
  readonly row: number;
  readonly day: string;
  readonly amounts: Amounts;
}

function readTransactions(table: TextTable, draft: Draft): void {
  const columns = transactionColumns(table);
  const cells = monthFirstReader(table, draft, columns.date);
  const currency = fileCurrency(table, { cells, column: columns.collected }, draft.shop);
  const sheet: Sheet = { table, draft, columns, cells, currency };
  const entries = new Map<number, Entry>();
  const sales = new Map<string, number[]>();
  for (let row = 0; row < table.rows.length; row += 1) {
    const read = readRow(sheet, row);
    if (read === undefined) continue;
    const { id, entry } = read;
    entries.set(row, entry);
    if (isRefund(cells.text(row, columns.event))) pushRefund(sheet, id, entry);
    else addTo(sales, id, row);
    pushFees(sheet, id, entry);
  }
  for (const [id, rows] of sales)
    pushSale(
      sheet,
      id,
      rows.flatMap((row) => entries.get(row) ?? []),
    );
}

function readRow(sheet: Sheet, row: number): { readonly id: string; readonly entry: Entry } | undefined {
  const { table, draft, columns, cells } = sheet;
  const told = draft.problems.length;
  const id = cells.id(row, columns.id);
  if (id === undefined && cells.text(row, columns.collected) === '') return undefined;
  const placed = cells.day(row, columns.date);
  const amounts = amountsOf(sheet, row);
  if (id !== undefined && placed !== undefined && amounts !== undefined && draft.problems.length === told)
    return { id, entry: { row, day: placed.day, amounts } };
  const lacks = id === undefined ? 'transaction id' : placed === undefined ? 'date' : 'total collected';
  rowLeftOut({ table, draft, row, told }, `a transaction without ${lacks}`);
  return undefined;
}

function sharedOf({ table, columns, cells, currency }: Sheet, id: string, { row, day }: Entry) {
  return {
    file: table.file,
    row: table.lineOf(row),
    channel: 'square',
    day,
    currency,
    order: id,
    transaction: cells.id(row, columns.payment),
    payoutId: cells.id(row, columns.deposit),
    final: true,
  } satisfies Partial<Movement>;
}

/** The sale of one transaction: one row, or several where it was paid in parts. */
function pushSale(sheet: Sheet, id: string, entries: readonly Entry[]): void {
  const { table, draft, columns, cells, currency } = sheet;
  const [first] = entries;
  if (first === undefined) return;
  const sums = entries.map(({ amounts }) => sumOf(amounts));
  const addsUp = sums.every(({ taxed }) => taxed !== 'unfit');
  const sum = (amount: (amounts: Amounts) => Minor): Minor =>
    entries.reduce((all, { amounts }) => all + amount(amounts), 0);
  entries.forEach((entry, index) => tellUnfit(sheet, entry, sums[index]));
  addOrderWithoutLines(
    draft,
    {
      file: table.file,
      row: table.lineOf(first.row),
      id,
      number: id,
      channel: 'square',
      placedOn: first.day,
      placedAt: momentOf(cells.text(first.row, columns.date), cells.text(first.row, columns.time)),
      ...standingOf(sheet, first),
      currency,
      lines: extraLines(sheet, entries),
      discount: Math.abs(sum(({ discounts }) => discounts)),
      shipping: 0,
      tax: sum(({ tax }) => tax),
      // what was given back in the sale's own row has a movement of its own
      total: sum(({ collected, partialRefunds }) => collected - partialRefunds),
      taxIncluded: sums.some(({ taxed }) => taxed === 'inside'),
      customerKey: customerKey(undefined, cells.text(first.row, columns.customer)),
      payMethod: payMethodOf(sheet, first),
    },
    addsUp,
  );
  for (const entry of entries) {
    pushCharge(sheet, id, entry);
    const amount = -Math.abs(entry.amounts.partialRefunds);
    if (amount !== 0)
      draft.movements.push({
        ...sharedOf(sheet, id, entry),
        kind: 'refund',
        code: 'Partial Refunds',
        amount,
      });
  }
}

/** What Square owes the shop for a sale: what was paid through it. Cash is in the till, and a gift card was paid for earlier. */
function pushCharge(sheet: Sheet, id: string, entry: Entry): void {
  const { draft, columns, cells, currency } = sheet;
  if (standingOf(sheet, entry).status === 'void') return;
  for (const { column, name } of columns.tenders) {
    const amount = THROUGH_SQUARE.has(name) ? (cells.amount(entry.row, column, currency) ?? 0) : 0;
    if (amount > 0)
      draft.movements.push({ ...sharedOf(sheet, id, entry), kind: 'charge', code: name, amount });
  }
}
const THROUGH_SQUARE: ReadonlySet<string> = new Set(['Card', 'Cash App']);

function standingOf({ columns, cells }: Sheet, { row }: Entry) {
  const isVoid = /void|cancel|fail/i.test(cells.text(row, columns.status));
  return {
    status: isVoid ? 'void' : 'complete',
    payment: isVoid ? 'pending' : 'paid',
    cashOnDelivery: false,
    delivery: isVoid ? 'unknown' : 'delivered',
  } as const;
}

/** What was paid beside the goods. */
function extraLines({ table }: Sheet, entries: readonly Entry[]): readonly OrderLine[] {
  return entries.flatMap(({ row, amounts: { tip, service } }) => {
    const common = { quantity: 1, row: table.lineOf(row) };
    const tips: OrderLine[] = tip === 0 ? [] : [{ ...common, kind: 'tip', title: 'Tip', amount: tip }];
    const charges: OrderLine[] =
      service === 0 ? [] : [{ ...common, kind: 'fee', title: 'Service Charges', amount: service }];
    return [...tips, ...charges];
  });
}

function payMethodOf({ columns, cells, currency }: Sheet, { row }: Entry): string | undefined {
  const used = columns.tenders.filter(({ column }) => (cells.amount(row, column, currency) ?? 0) !== 0);
  const names = used.map(({ name }) => name);
  if ((cells.amount(row, columns.otherTender, currency) ?? 0) !== 0)
    names.push(cells.text(row, columns.otherTenderType) || 'Other Tender');
  return names.length === 0 ? undefined : names.join(' + ');
}

/** A refund of goods says how much of it is tax; one of an amount (a partial refund) does not. */
function pushRefund(sheet: Sheet, id: string, entry: Entry): void {
  const { collected: amount, gross, tax } = entry.amounts;
  tellUnfit(sheet, entry, sumOf(entry.amounts));
  sheet.draft.movements.push({
    ...sharedOf(sheet, id, entry),
    kind: 'refund',
    code: 'Refund',
    amount,
    tax: gross === 0 ? undefined : tax,
  });
}

function pushFees(sheet: Sheet, id: string, entry: Entry): void {
  const { fees, thirdPartyFees, fits } = feesOf(entry.amounts);
  const shared = sharedOf(sheet, id, entry);
  const { draft, currency } = sheet;
  if (fees !== 0) draft.movements.push({ ...shared, kind: 'payment_fee', code: 'Fees', amount: fees });
  if (thirdPartyFees !== 0)
    draft.movements.push({
      ...{ ...shared, kind: 'marketplace_fee', code: 'Third Party Fees' },
      amount: thirdPartyFees,
    });
  if (fits) return;
  const said = decimalText(entry.amounts.net ?? 0, currency);
  const made = decimalText(entry.amounts.collected + fees + thirdPartyFees, currency);
  tell(sheet, entry, { said, message: `total collected and fees make ${made}, the net total is ${said}` });
}

function tellUnfit(sheet: Sheet, entry: Entry, sum: ReturnType<typeof sumOf> | undefined): void {
  if (sum?.taxed !== 'unfit') return;
  const said = decimalText(entry.amounts.collected, sheet.currency);
  const made = decimalText(sum.sum, sheet.currency);
  tell(sheet, entry, {
    said,
    message: `sales, discounts, tax and tip make ${made}, the total collected is ${said}`,
  });
}

function tell(
  { table, draft }: Sheet,
  { row }: Entry,
  { said, message }: { readonly said: string; readonly message: string },
): void {
  report(draft, {
    code: 'order-does-not-add-up',
    severity: 'warning',
    message: `${message} – counted as written`,
    file: table.file,
    line: table.lineOf(row),
    value: said,
  });
}
