import { split, type Minor } from '../../domain/money.ts';
import type { TextTable } from '../format.ts';
import type { RowReader } from '../row-reader.ts';

/** The tax of a row by its heads; UTGST is the state's part in a union territory and counts as SGST. */
export interface TaxHeads {
  readonly cgst: Minor;
  readonly sgst: Minor;
  readonly igst: Minor;
  readonly cess: Minor;
  /** collected at source; undefined when every column of it is blank */
  readonly tcs: Minor | undefined;
}

const NAMES = {
  cgst: ['cgst tax', 'shipping cgst tax', 'gift wrap cgst tax'],
  sgst: ['sgst tax', 'shipping sgst tax', 'gift wrap sgst tax'],
  utgst: ['utgst tax', 'shipping utgst tax', 'gift wrap utgst tax'],
  igst: ['igst tax', 'shipping igst tax', 'gift wrap igst tax'],
  cess: ['compensatory cess tax', 'shipping cess tax amount', 'gift wrap compensatory cess tax'],
} as const;
const PROMOTIONS = ['item promo tax', 'shipping promo tax', 'gift wrap promo tax'];
const COLLECTED = ['tcs cgst amount', 'tcs sgst amount', 'tcs utgst amount', 'tcs igst amount'];
const RATES = ['cgst rate', 'sgst rate', 'utgst rate', 'igst rate'];

/** Every column that these readings know. */
export const HEADS: readonly string[] = [
  ...Object.values(NAMES).flat(),
  ...[...PROMOTIONS, ...COLLECTED, ...RATES],
  ...['compensatory cess rate', 'tcs cgst rate', 'tcs sgst rate', 'tcs utgst rate', 'tcs igst rate'],
  ...['shipping cess tax', 'shipping amount basis', 'gift wrap amount basis', 'item promo discount basis'],
  ...['shipping promo discount', 'shipping promo discount basis', 'gift wrap promo discount'],
  'gift wrap promo discount basis',
];

export interface HeadColumns {
  /** one list per head: of goods, of shipping, of gift wrap */
  readonly heads: readonly (readonly number[])[];
  readonly promotions: readonly number[];
  readonly collected: readonly number[];
  readonly rates: readonly number[];
}

export function headColumnsOf(table: TextTable): HeadColumns {
  const all = (names: readonly string[]): readonly number[] => names.map((name) => table.column(name));
  const cess = [
    ...all(NAMES.cess.slice(0, 1)),
    table.column('shipping cess tax amount', 'shipping cess tax'),
  ];
  return {
    heads: [
      ...[all(NAMES.cgst), all(NAMES.sgst), all(NAMES.utgst), all(NAMES.igst)],
      [...cess, ...all(NAMES.cess.slice(2))],
    ],
    promotions: all(PROMOTIONS),
    collected: all(COLLECTED),
    rates: all(RATES),
  };
}

export interface RowTax {
  readonly columns: HeadColumns;
  /** what the row says its tax is */
  readonly total: Minor;
}

/**
 * The tax of a row by heads, so that they make the row's total: the heads of the goods alone, or with those of shipping and gift
 * wrap, or less the tax of promotions, which is told in one sum and is shared out over the heads. `addsUp` is false when none of
 * these gives the total; then all heads count.
 */
export function taxHeads(
  cells: RowReader,
  row: number,
  { columns, total }: RowTax,
): { readonly amounts: TaxHeads; readonly addsUp: boolean } {
  const at = (column: number): Minor => cells.amount(row, column, 'INR') ?? 0;
  const sum = (list: readonly Minor[]): Minor => list.reduce((all, amount) => all + amount, 0);
  const parts = columns.heads.map((list) => list.map(at));
  const goods = parts.map(([first = 0]) => first);
  const all = parts.map(sum);
  const promotion = sum(columns.promotions.map(at));
  const less = promotion === 0 ? all : withoutPromotion(all, Math.abs(promotion));
  const fitting = [goods, all, less].find((heads) => sum(heads) === total);
  const [cgst = 0, sgst = 0, utgst = 0, igst = 0, cess = 0] = fitting ?? all;
  const collected = columns.collected.flatMap((column) => cells.amount(row, column, 'INR') ?? []);
  const tcs = collected.length === 0 ? undefined : sum(collected);
  return { amounts: { cgst, sgst: sgst + utgst, igst, cess, tcs }, addsUp: fitting !== undefined };
}

/** Brings every head nearer to zero by its share of the promotion's tax. */
function withoutPromotion(heads: readonly Minor[], promotion: Minor): readonly Minor[] {
  const shares = split(
    promotion,
    heads.map((head) => Math.abs(head)),
  );
  return heads.map((head, index) => head - Math.sign(head) * (shares[index] ?? 0) || 0);
}

/** The rate of GST without cess as a fraction: 0.09 and 0.09 make 0.18. Undefined when no rate is told. */
export function rateAt(cells: RowReader, row: number, { rates }: HeadColumns): number | undefined {
  const told = rates.flatMap((column) => fraction(cells.text(row, column)) ?? []);
  if (told.length === 0) return undefined;
  return Math.round(told.reduce((sum, rate) => sum + rate, 0) * 100_000) / 100_000;
}

/** `0.09`, or in per cent `9%`; a rate of 1 or more can only be in per cent. */
function fraction(text: string): number | undefined {
  const parts = /^(\d{1,2}(?:\.\d{1,5})?)(%?)$/.exec(text);
  if (parts === null) return undefined;
  const rate = Number(parts[1]);
  return parts[2] === '%' || rate >= 1 ? rate / 100 : rate;
}
