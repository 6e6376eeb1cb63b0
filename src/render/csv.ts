import type { Cell, Column, Table } from '../domain/answer.ts';
import { cleanText } from '../domain/clean-text.ts';
import { decimalText } from '../domain/money.ts';
import { DEMO_NOTICE } from './document.ts';

/**
 * Tables as CSV (RFC 4180, line feeds): one table alone, or several with a line `# id` before each and a blank line between
 * them. Money as a plain decimal `1234.50` with the currency in the head, ratios as 0.525, unknown values empty. A text that a
 * spreadsheet could take for a formula gets a leading apostrophe. Tables of the demo shop say so in a first line.
 */
export function renderCsv(
  tables: readonly Table[],
  currency: string,
  { demo = false }: { readonly demo?: boolean } = {},
): string {
  const named = tables.length > 1;
  const parts = tables.map(
    (table) => (named ? `# ${cleanText(table.id)}\n` : '') + csvTable(table, currency),
  );
  return `${demo ? `# ${DEMO_NOTICE}\n` : ''}${parts.join('\n')}`;
}

function csvTable({ columns, rows }: Table, currency: string): string {
  const head = columns.map((column) => headText(column, currency));
  const lines = rows.map((row) =>
    columns.map((column) => valueText(row[column.id] ?? null, column, currency)),
  );
  return [head, ...lines].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function headText({ label, unit }: Column, currency: string): string {
  return safeText(unit === 'money' ? `${label} (${currency})` : label);
}

function valueText(value: Cell, { unit }: Column, currency: string): string {
  if (value === null) return '';
  if (typeof value === 'string') return safeText(value);
  return unit === 'money' ? decimalText(value, currency) : plainNumber(value);
}

/** Without an exponent, at most ten decimals; what is not a finite number is empty. */
function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = value.toFixed(10).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** What spreadsheets step over before they look for a formula, and what starts one. */
const FORMULA = /^(?:[\s\p{Cc}\p{Cf}"';,]|%09|%0A|%0D)*(?:[=+\-@＝＋－＠]|DDE)/iu;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * A text cell that no spreadsheet runs: cleaned, and with a leading apostrophe when it could start a formula. A text that
 * starts with an apostrophe gets one too, so that a reader who strips one has the text back.
 */
export function safeText(text: string): string {
  const clean = cleanText(text);
  if (PLAIN_NUMBER.test(clean)) return clean;
  return clean.startsWith("'") || FORMULA.test(clean) ? `'${clean}` : clean;
}

function quoted(cell: string): string {
  return /[",\n]|^\s|\s$/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
