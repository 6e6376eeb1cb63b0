import type { Movement } from '../../domain/books.ts';
import { decimalText, type Minor } from '../../domain/money.ts';
import { countryCode } from '../country-code.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { orderInNotes } from '../named-order.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { COLUMNS, FURTHER } from './columns.ts';
import { tally, type Tally } from './tally.ts';
import { isComplete, meaningOf } from './words.ts';

/** The activity download and the account statement: gross, fee (negative) and net of each movement on the PayPal balance. */
export const paypalActivity: Format = {
  kind: 'paypal.activity',
  label: 'PayPal activity',
  signature: [
    ...[COLUMNS.date, COLUMNS.time, COLUMNS.type, COLUMNS.currency],
    ...[COLUMNS.gross, COLUMNS.fee, COLUMNS.net, COLUMNS.transaction],
  ],
  known: [...Object.values(COLUMNS).flat(), ...FURTHER],
  read: readActivity,
};

type Columns = Readonly<Record<keyof typeof COLUMNS, number>>;

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: Columns;
  readonly orderOf: (row: number) => string | undefined;
  readonly tellType: (row: number, word: string) => void;
  readonly tally: Tally;
}

function readActivity(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, names]) => [name, table.column(...names)]),
  ) as unknown as Columns;
  const reading: Reading = {
    ...{ table, draft, cells, columns },
    orderOf: orderFinder(table, cells, columns),
    tellType: wordTeller({ table, draft }, 'type', 'counted as an adjustment'),
    tally: tally(table, draft),
  };
  for (let row = 0; row < table.rows.length; row += 1) readRow(reading, row);
  reading.tally.tell();
}

/** A refund, fee or dispute points back to its payment, whose order is its own; else its own invoice or custom number tells. */
function orderFinder(
  table: TextTable,
  cells: RowReader,
  columns: Columns,
): (row: number) => string | undefined {
  const own = (row: number): string | undefined => {
    const custom = cells.text(row, columns.custom);
    const plain = /^#?[\w-]+$/.test(custom) ? cells.id(row, columns.custom) : orderInNotes(custom);
    return cells.id(row, columns.invoice) ?? plain;
  };
  const rows = new Map<string, number>();
  for (let row = 0; row < table.rows.length; row += 1) {
    const id = cells.text(row, columns.transaction);
    if (!rows.has(id)) rows.set(id, row);
  }
  const pointedAt = (row: number, steps: number): string | undefined => {
    const before = rows.get(cells.text(row, columns.reference) || NO_REFERENCE);
    if (before === undefined || before === row || steps === 0) return undefined;
    return pointedAt(before, steps - 1) ?? own(before);
  };
  return (row) => pointedAt(row, LONGEST_CHAIN) ?? own(row);
}
/** a fee points to a dispute, which points to a payment */
const LONGEST_CHAIN = 4;
const NO_REFERENCE = '\u001f';

function readRow(reading: Reading, row: number): void {
  const { table, draft, cells, columns } = reading;
  const status = cells.text(row, columns.status);
  if (!isComplete(status)) return reading.tally.unfinished(status);
  const currency = currencyCode(cells.text(row, columns.currency)) ?? shopCurrency(draft.shop);
  const told = draft.problems.length;
  const day = cells.day(row, columns.date)?.day;
  const amount = cells.amount(row, columns.gross, currency);
  if (day === undefined || amount === undefined) {
    const lacks = `a transaction without ${day === undefined ? 'date' : 'gross amount'}`;
    return rowLeftOut({ table, draft, row, told }, lacks);
  }
  const code = cells.text(row, columns.type);
  const kind = kindOf(reading, row, { code, amount });
  if (kind === undefined) return;
  push(reading, row, {
    file: table.file,
    row: table.lineOf(row),
    channel: 'paypal',
    ...{ code, day, currency, amount, kind },
    order: kind === 'payout' ? undefined : reading.orderOf(row),
    transaction: cells.id(row, columns.transaction),
    final: true,
  });
}

/** Undefined: no money of the shop's moved. */
function kindOf(
  { cells, columns, tally: counted, tellType }: Reading,
  row: number,
  { code, amount }: Pick<Movement, 'code' | 'amount'>,
): Movement['kind'] | undefined {
  const isMemo = /^(?:memo|notiz|nota)$/i.test(cells.text(row, columns.impact));
  const meaning = isMemo ? 'none' : meaningOf(code, amount);
  if (meaning === undefined) tellType(row, code);
  if (meaning === 'none') counted.moneyless(code);
  if (meaning === 'purchase') counted.purchase();
  if (meaning === 'none') return undefined;
  return meaning === undefined || meaning === 'purchase' ? 'adjustment' : meaning;
}

/** A withdrawal reaches the bank; money put in from there is one turned round. Fees are written as negative. */
function push(reading: Reading, row: number, movement: Movement): void {
  const { draft, cells, columns } = reading;
  const { kind, amount, currency } = movement;
  if (kind === 'payout') draft.movements.push({ ...movement, amount: -amount || 0 });
  else if (kind === 'charge') draft.movements.push({ ...movement, ...soldAs(reading, row) });
  else draft.movements.push(movement);
  const fee = cells.amount(row, columns.fee, currency) ?? 0;
  if (fee !== 0) draft.movements.push({ ...movement, kind: 'payment_fee', code: 'fee', amount: fee });
  checkNet(reading, row, { amount, fee, currency });
}

function soldAs({ cells, columns }: Reading, row: number): Pick<Movement, 'title' | 'country'> {
  const country = countryCode(cells.text(row, columns.country));
  return {
    title: cells.text(row, columns.title) || undefined,
    country: country?.length === 2 ? country : undefined,
  };
}

interface Parts extends Pick<Movement, 'amount' | 'currency'> {
  readonly fee: Minor;
}

function checkNet(
  { table, draft, cells, columns }: Reading,
  row: number,
  { amount, fee, currency }: Parts,
): void {
  const net = cells.amount(row, columns.net, currency);
  if (net === undefined || net === amount + fee) return;
  const said = (each: Minor): string => decimalText(each, currency);
  report(draft, {
    code: 'bad-row',
    severity: 'warning',
    message: `gross ${said(amount)} and fee ${said(fee)} do not make the net, ${said(net)} – counted as written`,
    file: table.file,
    line: table.lineOf(row),
    column: 'net',
    value: said(net),
  });
}
