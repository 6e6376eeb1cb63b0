import type { Movement } from '../../domain/books.ts';
import { decimalText, type Minor } from '../../domain/money.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { monthFirstReader } from '../month-first.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import type { RowReader } from '../row-reader.ts';
import { columnsIn } from '../columns-in.ts';
import { STATEMENT_NAMES } from './columns.ts';
import { statementDay } from './day.ts';
import { partPassedOn } from './passed-on.ts';
import { amountInTitle, feeTitle, kindOf, orderNamed, rowType, type RowType } from './statement-words.ts';
import { withoutEntities } from './words.ts';

/**
 * The monthly payment statement: Amount is what the buyer paid or got back, Fees & Taxes what Etsy kept, Net their sum. A deposit
 * states its amount in the title only. Equal rows are no mistake: two listings renewed on one day cost two equal fees.
 */
export const etsyStatement: Format = {
  kind: 'etsy.statement',
  label: 'Etsy payment statement',
  signature: [
    STATEMENT_NAMES.date,
    STATEMENT_NAMES.type,
    STATEMENT_NAMES.title,
    STATEMENT_NAMES.info,
    STATEMENT_NAMES.fees,
    STATEMENT_NAMES.net,
  ],
  known: [
    ...[...STATEMENT_NAMES.currency, ...STATEMENT_NAMES.amount],
    ...['tax details', 'taxes', 'steuerliche angaben', 'detalles de impuestos'],
  ],
  read: readStatement,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly columns: Readonly<Record<keyof typeof STATEMENT_NAMES, number>>;
  readonly cells: RowReader;
  readonly tellUnknown: (row: number, type: string) => void;
}

function readStatement(table: TextTable, draft: Draft): void {
  const columns = columnsIn(table, STATEMENT_NAMES);
  const cells = monthFirstReader(table, draft, columns.date);
  const tellUnknown = wordTeller({ table, draft }, 'type', 'counted under its own name');
  const sheet: Sheet = { table, draft, columns, cells, tellUnknown };
  const movements: Movement[] = [];
  for (let row = 0; row < table.rows.length; row += 1) movements.push(...movementsOf(sheet, row));
  draft.movements.push(...partPassedOn(movements));
}

type Shared = Pick<Movement, 'file' | 'row' | 'channel' | 'day' | 'currency' | 'order' | 'final'>;

interface Told {
  readonly written: string;
  readonly title: string;
  readonly amount: Minor | undefined;
  readonly fees: Minor | undefined;
  readonly net: Minor | undefined;
}

function movementsOf(sheet: Sheet, row: number): readonly Movement[] {
  const read = readRow(sheet, row);
  if (read === undefined) return [];
  const { shared, told } = read;
  const type = rowType(told.written);
  if (type === 'deposit') return depositOf(shared, told) ?? leftOut(sheet, row, told);
  if (told.amount === undefined && told.fees === undefined) return leftOut(sheet, row, told);
  checkNet(sheet, row, { ...told, currency: shared.currency });
  if (type === 'sale' || type === 'refund') return saleOf(shared, type, told);
  if (type !== undefined) return [feeOf(shared, type, told)];
  sheet.tellUnknown(row, told.written);
  return unknownOf(shared, told);
}

/** A row's cells; undefined for a blank row and for one that has to be left out. */
function readRow(sheet: Sheet, row: number): { readonly shared: Shared; readonly told: Told } | undefined {
  const { table, draft, columns, cells } = sheet;
  const before = draft.problems.length;
  const title = withoutEntities(cells.text(row, columns.title));
  const written = cells.text(row, columns.type);
  if (written === '' && title === '') return undefined;
  const placed = statementDay(cells, row, columns.date);
  const currency = currencyCode(cells.text(row, columns.currency)) ?? shopCurrency(draft.shop);
  const told: Told = {
    written,
    title,
    amount: cells.amount(row, columns.amount, currency),
    fees: cells.amount(row, columns.fees, currency),
    net: cells.amount(row, columns.net, currency),
  };
  if (placed === undefined || draft.problems.length > before) {
    rowLeftOut({ table, draft, row, told: before }, `${written} "${title}" without a date`);
    return undefined;
  }
  const order = orderNamed(title, cells.text(row, columns.info));
  const place = { file: table.file, row: table.lineOf(row) };
  return { shared: { ...place, channel: 'etsy', day: placed.day, currency, order, final: true }, told };
}

/** A row that moves no money, such as a listing that was free. */
function leftOut({ table, draft }: Sheet, row: number, { written, title }: Told): readonly Movement[] {
  report(draft, {
    code: 'missing-value',
    severity: 'note',
    message: `${written} "${title}" has no amount – row left out`,
    file: table.file,
    line: table.lineOf(row),
  });
  return [];
}

/** A deposit reached the bank, whatever sign its columns have. */
function depositOf(shared: Shared, { written, title, net, amount }: Told): readonly Movement[] | undefined {
  const paid = [net, amount].find((each) => each !== undefined && each !== 0);
  const reached = paid === undefined ? amountInTitle(title, shared.currency) : Math.abs(paid);
  return reached === undefined ? undefined : [{ ...shared, kind: 'payout', code: written, amount: reached }];
}

/** What Etsy has no word for yet is kept under its own: a fee if it stands among the fees, else a correction of the balance. */
function unknownOf(shared: Shared, { written, title, amount, fees }: Told): readonly Movement[] {
  const code = `${written}: ${feeTitle(title).code}`;
  return [
    ...(amount === undefined ? [] : [{ ...shared, kind: 'adjustment' as const, code, amount }]),
    ...(fees === undefined ? [] : [{ ...shared, kind: 'marketplace_fee' as const, code, amount: fees }]),
  ];
}

/** What the buyer paid or got back; older statements have the processing fee in the same row. */
function saleOf(shared: Shared, type: 'sale' | 'refund', told: Told): readonly Movement[] {
  const { written: code, amount, fees = 0 } = told;
  const paid = type === 'sale' ? ({ kind: 'charge', part: 'goods' } as const) : ({ kind: 'refund' } as const);
  return [
    ...(amount === undefined ? [] : [{ ...shared, ...paid, code, amount }]),
    ...(fees === 0 ? [] : [{ ...shared, kind: 'payment_fee' as const, code: 'Fees & Taxes', amount: fees }]),
  ];
}

function feeOf(shared: Shared, type: RowType, told: Told): Movement {
  const { code, product } = feeTitle(told.title);
  const kind = kindOf(type, code);
  const amount = (told.amount ?? 0) + (told.fees ?? 0);
  // what the shop pays in to settle its bill comes from the bank
  if (kind === 'payout') return { ...shared, kind, code, amount: -amount || 0 };
  return { ...shared, kind, code: code || told.written, title: product, amount, tax: taxOf(kind, told) };
}

/** A row of tax on a fee is tax all through; of other rows nobody says how much of them is. */
function taxOf(kind: Movement['kind'], { written, title, amount, fees }: Told): Minor | undefined {
  if (kind === 'tax_collected' || kind === 'tax_withheld') return undefined;
  return TAX.test(written) || TAX.test(title) ? (amount ?? 0) + (fees ?? 0) : undefined;
}
const TAX = /^(?:tax|sales tax|vat|gst|steuer|mwst|iva)/i;

interface RowSum extends Pick<Told, 'amount' | 'fees' | 'net'> {
  readonly currency: string;
}

function checkNet(
  { table, draft }: Sheet,
  row: number,
  { amount = 0, fees = 0, net, currency }: RowSum,
): void {
  if (net === undefined || net === amount + fees) return;
  const said = decimalText(net, currency);
  const sum = decimalText(amount + fees, currency);
  report(draft, {
    code: 'settlement-does-not-add-up',
    severity: 'warning',
    message: `amount and fees make ${sum}, the net is ${said} – counted by amount and fees`,
    file: table.file,
    line: table.lineOf(row),
    column: 'net',
    value: said,
  });
}
