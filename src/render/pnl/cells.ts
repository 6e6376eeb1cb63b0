import type { Cell, Table } from '../../domain/answer.ts';
import { formatMoney, roundHalfUp, unitOf, type Minor } from '../../domain/money.ts';
import type { TableCell } from '../document.ts';

/** How the amounts of one statement are written. */
export interface Amounts {
  readonly currency: string;
  /** whole units of the currency only, rounded for display */
  readonly whole: boolean;
}

/** From this many units of the currency on, a statement is easier to read without decimals. */
const WHOLE_FROM = 100_000;

/** Decimals are left out for large shops, never in the accountant's page. */
export function amountsFor(currency: string, largest: Minor, exact: boolean): Amounts {
  return { currency, whole: !exact && Math.abs(largest) >= WHOLE_FROM * unitOf(currency) };
}

/** An amount for a column of figures: no currency sign; `not known` for null. */
export function amountText(amount: Minor | null, { currency, whole }: Amounts, plus = false): string {
  if (amount === null) return 'not known';
  const unit = unitOf(currency);
  const shown = whole ? roundHalfUp(amount / unit) * unit : amount;
  const text = formatMoney(shown, currency, { currency: 'none', plus });
  return whole && unit > 1 ? text.replace(/\.\d+$/, '') : text;
}

/** 0.525 as `52.5 %`; with `plus` a leading sign for growth. Empty for null. */
export function percentText(ratio: number | null, plus = false): string {
  if (ratio === null) return '';
  const size = (Math.abs(ratio) * 100).toFixed(1);
  const sign = ratio < 0 && size !== '0.0' ? '−' : plus && size !== '0.0' ? '+' : '';
  return `${sign}${size} %`;
}

/** A cell of plain text. */
export function cell(text: string, tone?: TableCell['tone']): TableCell {
  return tone === undefined ? { text } : { text, tone };
}

/** A number from a row of an answer's table; null when it is missing or no number. */
export function numberIn(row: Readonly<Record<string, Cell>>, id: string): number | null {
  const value = row[id];
  return typeof value === 'number' ? value : null;
}

/** A number from a row of an answer's table, for adding up and sorting: 0 when it is missing. */
export function amountIn(row: Readonly<Record<string, Cell>>, id: string): number {
  return numberIn(row, id) ?? 0;
}

/** A text from a row of an answer's table. */
export function textIn(row: Readonly<Record<string, Cell>>, id: string): string {
  const value = row[id];
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value);
}

/** The rows of an answer's table; none when the answer has no such table. */
export function rowsOf(tables: readonly Table[], id: string): Table['rows'] {
  return tables.find((table) => table.id === id)?.rows ?? [];
}
