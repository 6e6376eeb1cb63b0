import type { Books } from '../domain/books.ts';
import { cleanText } from '../domain/clean-text.ts';
import type { Day } from '../domain/day.ts';
import { homeCurrencyOf } from '../domain/home-currency.ts';
import { decimalText } from '../domain/money.ts';
import { formatPeriod, type Period } from '../domain/period.ts';
import { UserError } from '../errors.ts';
import { accountsOfLine, postingsOf, TRACEABLE } from '../reports/pnl/entries.ts';
import { coveredPeriod } from '../reports/pnl/post-all.ts';
import type { Posting } from '../reports/pnl/posting.ts';
import { renderCsv } from '../render/csv.ts';
import type { Format } from './output.ts';

interface TraceOptions {
  readonly period: Period | undefined;
  readonly asOf: Day;
  readonly format: Format;
}

/** The rows behind a figure: account, day, order, product, amount, file and line; as lines of text, CSV or JSON. */
export function traceText(books: Books, id: string, { period, asOf, format }: TraceOptions): string {
  const accounts = accountsOfLine(id);
  if (accounts === undefined) {
    throw new UserError(`"${cleanText(id, { max: 60 })}" is no figure with rows`, {
      hint: `one of ${TRACEABLE.join(', ')}`,
      exitCode: 2,
    });
  }
  const wanted = period ?? coveredPeriod(books) ?? { from: asOf, to: asOf };
  const currency = homeCurrencyOf(books);
  const rows = postingsOf(books, wanted, asOf)
    .filter(({ account }) => accounts.includes(account))
    .map(rowOf);
  if (format === 'json')
    return `${JSON.stringify({ figure: id, currency, period: wanted, rows }, null, 2)}\n`;
  if (format === 'csv')
    return renderCsv([{ id: 'rows', label: id, columns: COLUMNS, rows }], currency, { demo: books.demo });
  if (rows.length === 0) return `no rows: no file says anything of ${id} in ${formatPeriod(wanted)}\n`;
  return rows.map((row) => `${lineText(row, currency)}\n`).join('');
}

const COLUMNS = [
  { id: 'day', label: 'Day', unit: 'text' },
  { id: 'account', label: 'Account', unit: 'text' },
  { id: 'amount', label: 'Amount', unit: 'money' },
  { id: 'basis', label: 'Basis', unit: 'text' },
  { id: 'order', label: 'Order', unit: 'text' },
  { id: 'sku', label: 'SKU', unit: 'text' },
  { id: 'file', label: 'File', unit: 'text' },
  { id: 'line', label: 'Line', unit: 'count' },
] as const;

function rowOf({ day, account, amount, basis, order, line, category, from }: Posting) {
  return {
    day,
    account,
    amount,
    basis,
    order: order === undefined ? (category ?? null) : cleanText(order.number),
    sku: line === undefined ? null : cleanText(line.sku ?? line.title),
    file: cleanText(from.file),
    line: order !== undefined && from === order ? (line?.row ?? from.row) : from.row,
  };
}

function lineText(
  { day, account, amount, basis, order, sku, file, line }: ReturnType<typeof rowOf>,
  currency: string,
): string {
  const about = [order, sku].filter((part) => part !== null).join(' ');
  const mark = basis === 'estimated' ? ' (estimated)' : '';
  return `${day}  ${account}  ${decimalText(amount, currency)}${mark}  ${about}  ${file}:${line}`;
}
