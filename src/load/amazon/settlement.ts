import type { Movement } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import { decimalText, type Minor } from '../../domain/money.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { dayReader, indianDayReader, type AmazonDay } from './days.ts';
import { marketplaceOf } from './marketplaces.ts';
import { rowNamer, type NameRow, type RowWords } from './settlement-words.ts';
import { unknownTeller, type TellUnknown } from './unknown-codes.ts';

/**
 * The settlement report "Flat file V2": a summary with the total, then one row per amount. Σ amounts = total; a row for the
 * transfer to the bank stands in some files beside them and in others among them, and the total says which.
 */
export const amazonSettlement: Format = {
  kind: 'amazon.settlement_v2',
  label: 'Amazon settlement',
  signature: ['settlement-id', 'transaction-type', 'amount-type', 'amount-description', 'amount'],
  known: [
    ...['settlement-start-date', 'settlement-end-date', 'deposit-date', 'total-amount', 'currency'],
    ...['order-id', 'merchant-order-id', 'adjustment-id', 'shipment-id', 'marketplace-name'],
    ...['fulfillment-id', 'posted-date', 'posted-date-time', 'order-item-code', 'merchant-order-item-id'],
    ...['merchant-adjustment-item-id', 'sku', 'quantity-purchased', 'promotion-id'],
  ],
  read: readSettlements,
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly day: AmazonDay;
  readonly indianDay: AmazonDay;
  readonly heads: ReadonlyMap<string, Head>;
  readonly name: NameRow;
  readonly tellUnknown: TellUnknown;
}

function columnsOf(table: TextTable) {
  return {
    settlement: table.column('settlement-id'),
    from: table.column('settlement-start-date'),
    to: table.column('settlement-end-date'),
    paidOn: table.column('deposit-date'),
    total: table.column('total-amount'),
    currency: table.column('currency'),
    transaction: table.column('transaction-type'),
    order: table.column('order-id'),
    adjustment: table.column('adjustment-id'),
    marketplace: table.column('marketplace-name'),
    type: table.column('amount-type'),
    description: table.column('amount-description'),
    amount: table.column('amount'),
    day: table.column('posted-date'),
    time: table.column('posted-date-time'),
    sku: table.column('sku'),
    quantity: table.column('quantity-purchased'),
  };
}

/** What the summary says of a settlement; `id` is undefined when a spreadsheet spoilt it. */
interface Head {
  readonly id: string | undefined;
  readonly row: number;
  readonly currency: string;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly paidOn?: Day | undefined;
  readonly total?: Minor | undefined;
}

interface Entry {
  readonly settlement: string;
  readonly movement: Movement;
  readonly isTransfer: boolean;
}

function readSettlements(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const columns = columnsOf(table);
  const opening = { table, draft, cells, columns, day: dayReader(cells), indianDay: indianDayReader(cells) };
  const tellUnknown = unknownTeller(table, draft);
  const reading = { ...opening, heads: headsOf(opening), name: rowNamer(), tellUnknown };
  const entries: Entry[] = [];
  for (let row = 0; row < table.rows.length; row += 1) {
    const entry = isEntry(reading, row) ? entryOf(reading, row) : undefined;
    if (entry !== undefined) entries.push(entry);
  }
  const inside = settle(reading, entries);
  for (const entry of entries) {
    draft.movements.push(entry.isTransfer ? transferOf(entry, reading, inside) : entry.movement);
  }
}

type Opening = Omit<Reading, 'heads' | 'name' | 'tellUnknown'>;

/** The summary is the first row of its settlement that names a total; some tools repeat it on every row, and it counts once. */
function headsOf(opening: Opening): ReadonlyMap<string, Head> {
  const { table, cells, columns } = opening;
  const heads = new Map<string, Head>();
  for (let row = 0; row < table.rows.length; row += 1) {
    const key = cells.text(row, columns.settlement);
    const before = heads.get(key);
    if (before === undefined) heads.set(key, headAt(opening, row, cells.id(row, columns.settlement)));
    else if (before.total === undefined && cells.text(row, columns.total) !== '') {
      heads.set(key, headAt(opening, row, before.id));
    }
  }
  return heads;
}

function headAt(opening: Opening, row: number, id: string | undefined): Head {
  const { draft, cells, columns } = opening;
  const currency = currencyAt(cells, columns, row) ?? shopCurrency(draft.shop);
  const day = currency === 'INR' ? opening.indianDay : opening.day;
  return {
    id,
    row,
    currency,
    from: day(row, columns.from)?.day,
    to: day(row, columns.to)?.day,
    paidOn: day(row, columns.paidOn)?.day,
    total: cells.amount(row, columns.total, currency),
  };
}

function currencyAt(cells: RowReader, columns: Reading['columns'], row: number): string | undefined {
  const marketplace = marketplaceOf(cells.text(row, columns.marketplace));
  return currencyCode(cells.text(row, columns.currency)) ?? marketplace?.currency;
}

function wordsAt({ cells, columns }: Reading, row: number): RowWords {
  return {
    transaction: cells.text(row, columns.transaction),
    type: cells.text(row, columns.type),
    description: cells.text(row, columns.description),
  };
}

/** The summary, and lines that only tools write, have neither a name nor an amount. */
function isEntry(reading: Reading, row: number): boolean {
  const { transaction, type, description } = wordsAt(reading, row);
  return (
    `${transaction}${type}${description}` !== '' || reading.cells.text(row, reading.columns.amount) !== ''
  );
}

function entryOf(reading: Reading, row: number): Entry | undefined {
  const { table, draft, cells, columns } = reading;
  const settlement = cells.text(row, columns.settlement);
  const head = reading.heads.get(settlement);
  const currency = currencyAt(cells, columns, row) ?? head?.currency ?? shopCurrency(draft.shop);
  const told = draft.problems.length;
  const day = dayOf(reading, row, currency);
  const amount = cells.amount(row, columns.amount, currency);
  if (day === undefined || amount === undefined) {
    rowLeftOut({ table, draft, row, told }, `an entry without ${day === undefined ? 'date' : 'amount'}`);
    return undefined;
  }
  const named = reading.name(wordsAt(reading, row), amount);
  if (!named.isKnown && !named.isTransfer) reading.tellUnknown(row, named.code, named.kind);
  const movement = movementOf(reading, row, { named, day, amount, currency, payoutId: head?.id });
  return { settlement, movement, isTransfer: named.isTransfer };
}

interface Money extends Pick<Movement, 'day' | 'amount' | 'currency' | 'payoutId'> {
  readonly named: ReturnType<NameRow>;
}

/** Written out field by field: a settlement has a hundred thousand rows, and spreading objects is slow. */
function movementOf({ table, cells, columns }: Reading, row: number, money: Money): Movement {
  const { named, amount } = money;
  return {
    file: table.file,
    row: table.lineOf(row),
    kind: named.kind,
    code: named.code,
    part: named.part,
    channel: 'amazon',
    day: money.day,
    amount,
    currency: money.currency,
    tax: named.isTax === undefined ? undefined : named.isTax ? amount : 0,
    order: cells.id(row, columns.order),
    transaction: cells.id(row, columns.adjustment),
    sku: cells.id(row, columns.sku),
    // every row of an item repeats its quantity; only the row of its price counts it
    quantity: named.isGoods === true ? cells.count(row, columns.quantity) : undefined,
    payoutId: money.payoutId,
    final: true,
  };
}

function dayOf({ columns, day, indianDay }: Reading, row: number, currency: string): Day | undefined {
  if (currency !== 'INR') return (day(row, columns.day) ?? day(row, columns.time))?.day;
  return (indianDay(row, columns.time) ?? day(row, columns.day))?.day;
}

/** Compares each settlement with its total and gives those whose transfers are part of it. */
function settle({ table, draft, heads }: Reading, entries: readonly Entry[]): ReadonlySet<string> {
  const sums = new Map<string, { own: Minor; transfers: Minor }>();
  for (const { settlement, movement, isTransfer: transfer } of entries) {
    const sum = sums.get(settlement) ?? { own: 0, transfers: 0 };
    sums.set(settlement, sum);
    sum[transfer ? 'transfers' : 'own'] += movement.amount;
  }
  const inside = new Set<string>();
  for (const [key, { id, row, ...head }] of heads) {
    const { own, transfers } = sums.get(key) ?? { own: 0, transfers: 0 };
    const place = { file: table.file, row: table.lineOf(row) };
    if (id !== undefined) draft.settlements.push({ ...place, channel: 'amazon', id, ...head, final: true });
    if (head.total === undefined || head.total === own) continue;
    if (head.total === own + transfers) inside.add(key);
    else tellDifference(draft, { ...place, id: key, sum: own, total: head.total, currency: head.currency });
  }
  return inside;
}

interface Difference {
  readonly file: string;
  readonly row: number;
  readonly id: string;
  readonly sum: Minor;
  readonly total: Minor;
  readonly currency: string;
}

function tellDifference(draft: Draft, { file, row, id, sum, total, currency }: Difference): void {
  const said = decimalText(total, currency);
  report(draft, {
    code: 'settlement-does-not-add-up',
    severity: 'warning',
    message: `settlement ${id}: its rows make ${decimalText(sum, currency)}, its total is ${said} – counted as written`,
    file,
    line: row,
    value: said,
  });
}

/** A transfer beside the total is what reached the bank; one that the total needs only moved the balance. */
function transferOf(
  { settlement, movement }: Entry,
  { heads }: Reading,
  inside: ReadonlySet<string>,
): Movement {
  if (inside.has(settlement)) return { ...movement, kind: 'reserve' };
  const size = Math.abs(movement.amount);
  return { ...movement, kind: 'payout', amount: (heads.get(settlement)?.total ?? 0) < 0 ? -size : size };
}
