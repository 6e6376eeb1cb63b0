import type { Movement } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import { decimalText, type Minor } from '../../domain/money.ts';
import { report, sayLeftOut } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { dayReader, indianDayReader, type AmazonDay } from './days.ts';
import { reportCurrency } from './marketplaces.ts';
import { ALL_NAMES, componentsOf, NAMES, PRODUCT_SALES, type Component } from './range-columns.ts';
import { rowTypeOf, type RowType } from './range-types.ts';
import { componentMeaning } from './range-words.ts';
import type { Meaning } from './settlement-words.ts';
import { unknownTeller, type TellUnknown } from './unknown-codes.ts';

/**
 * The date range or custom unified transaction report, in the language of its marketplace: one row per transaction, one column
 * per component; the components of a row add up to its total. A deferred row may still change.
 */
export const amazonRange: Format = {
  kind: 'amazon.range',
  label: 'Amazon transactions',
  signature: [NAMES.date, NAMES.settlement, NAMES.type, NAMES.order, PRODUCT_SALES, NAMES.total],
  known: [
    ...ALL_NAMES,
    ...['account type', 'fulfillment', 'fulfilment', 'order city', 'order postal', 'tax collection model'],
  ],
  read: readTransactions,
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly components: readonly Component[];
  readonly currency: string;
  readonly day: AmazonDay;
  readonly settlementId: (row: number) => string | undefined;
  readonly tellUnknown: TellUnknown;
}

function columnsOf(table: TextTable) {
  return {
    date: table.column(...NAMES.date),
    settlement: table.column(...NAMES.settlement),
    type: table.column(...NAMES.type),
    order: table.column(...NAMES.order),
    sku: table.column(...NAMES.sku),
    description: table.column(...NAMES.description),
    quantity: table.column(...NAMES.quantity),
    marketplace: table.column(...NAMES.marketplace),
    region: table.column(...NAMES.region),
    status: table.column(...NAMES.status),
    released: table.column(...NAMES.released),
    total: table.column(...NAMES.total),
  };
}

function readTransactions(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const columns = columnsOf(table);
  const marketplaces = marketplacesIn(table, cells, columns.marketplace);
  const currency = reportCurrency(table.preamble, marketplaces, draft.shop);
  const reading = {
    ...{ table, draft, cells, columns, currency },
    components: componentsOf(table),
    day: currency === 'INR' ? indianDayReader(cells) : dayReader(cells),
    settlementId: idsOnce(cells, columns.settlement),
    tellUnknown: unknownTeller(table, draft),
  };
  for (let row = 0; row < table.rows.length; row += 1) {
    if (cells.text(row, columns.date) === '' && cells.text(row, columns.type) === '') continue;
    readTransaction(reading, row);
  }
}

function* marketplacesIn(table: TextTable, cells: RowReader, column: number): Generator<string> {
  for (let row = 0; row < table.rows.length; row += 1) yield cells.text(row, column);
}

/** One settlement's id stands on all its rows; spoilt by a spreadsheet, it is told once. */
function idsOnce(cells: RowReader, column: number): (row: number) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (row) => {
    const text = cells.text(row, column);
    if (!known.has(text)) known.set(text, cells.id(row, column));
    return known.get(text);
  };
}

interface Amount {
  readonly component: Component;
  readonly amount: Minor;
}

function readTransaction(reading: Reading, row: number): void {
  const { table, draft, cells, columns, currency } = reading;
  const told = draft.problems.length;
  const placed = reading.day(row, columns.date);
  if (placed === undefined) return rowLeftOut({ table, draft, row, told }, 'a transaction without date');
  const before = draft.problems.length;
  const amounts = reading.components.flatMap((component): Amount[] => {
    const amount = cells.amount(row, component.column, currency);
    return amount === undefined || amount === 0 ? [] : [{ component, amount }];
  });
  const total = cells.amount(row, columns.total, currency);
  // without one of its components a row would count with a wrong sum
  if (sayLeftOut(draft, before, 'row')) return;
  const sum = amounts.reduce((all, { amount }) => all + amount, 0);
  if (total !== undefined && total !== sum) tellDifference(reading, row, { sum, total });
  const own = rowOf(reading, row, placed.day);
  const typeName = cells.text(row, columns.type);
  const type = rowTypeOf(typeName);
  if (type?.is !== 'transfer') return pushAmounts(reading, own, { type, typeName, index: row, amounts });
  // it leaves Amazon's balance and reaches the shop's bank
  const payout = { kind: 'payout', code: typeName, isKnown: true } as const;
  draft.movements.push(movementOf(own, payout, { amount: -(total ?? sum) || 0 }));
}

interface Amounts {
  readonly type: RowType | undefined;
  readonly typeName: string;
  readonly index: number;
  readonly amounts: readonly Amount[];
}

function pushAmounts(reading: Reading, own: Row, { type, typeName, index, amounts }: Amounts): void {
  const { draft, cells, columns } = reading;
  const description = cells.text(index, columns.description);
  const quantity = cells.count(index, columns.quantity);
  const goods = { title: description || undefined, quantity };
  for (const { component, amount } of amounts) {
    const meaning = componentMeaning({ type, typeName, description }, component, amount);
    if (!meaning.isKnown) reading.tellUnknown(index, meaning.code, meaning.kind);
    const isGoods = component.role === 'goods';
    draft.movements.push(movementOf(own, meaning, { amount, goods: isGoods ? goods : undefined }));
  }
}

interface Worth {
  readonly amount: Minor;
  /** for the row of the goods' price only */
  readonly goods?: Pick<Movement, 'title' | 'quantity'> | undefined;
}

/** Written out field by field: a report has hundreds of thousands of amounts, and spreading objects is slow. */
function movementOf(row: Row, { kind, code, part, isTax }: Meaning, { amount, goods }: Worth): Movement {
  return {
    file: row.file,
    row: row.row,
    kind,
    code,
    part,
    channel: 'amazon',
    day: row.day,
    amount,
    currency: row.currency,
    tax: isTax === undefined ? undefined : isTax ? amount : 0,
    order: row.order,
    sku: row.sku,
    title: goods?.title,
    quantity: goods?.quantity,
    region: row.region,
    payoutId: row.payoutId,
    final: row.final,
  };
}

type Row = Pick<
  Movement,
  'file' | 'row' | 'day' | 'order' | 'sku' | 'region' | 'payoutId' | 'currency' | 'final'
>;

/** What all movements of a row share. Deferred money is in no settlement yet, although its row names the one that is open. */
function rowOf({ table, cells, columns, currency, settlementId }: Reading, row: number, day: Day): Row {
  const final = isFinal(cells, columns, row);
  return {
    file: table.file,
    row: table.lineOf(row),
    day,
    order: cells.id(row, columns.order),
    sku: cells.id(row, columns.sku),
    region: cells.text(row, columns.region).toUpperCase() || undefined,
    payoutId: final ? settlementId(row) : undefined,
    currency,
    final,
  };
}

/** `Deferred` is not final, `Released` is; in other languages a transaction is final once it has a day of release. */
function isFinal(cells: RowReader, columns: Reading['columns'], row: number): boolean {
  const status = cells.text(row, columns.status).toLowerCase();
  if (status === '' || status === 'released') return true;
  return status !== 'deferred' && (columns.released < 0 || cells.text(row, columns.released) !== '');
}

interface Sums {
  readonly sum: Minor;
  readonly total: Minor;
}

function tellDifference({ table, draft, currency }: Reading, row: number, { sum, total }: Sums): void {
  const said = decimalText(total, currency);
  report(draft, {
    code: 'settlement-does-not-add-up',
    severity: 'warning',
    message: `the transaction's amounts make ${decimalText(sum, currency)}, its total is ${said} – counted as written`,
    file: table.file,
    line: table.lineOf(row),
    column: table.header[table.column(...NAMES.total)],
    value: said,
  });
}
