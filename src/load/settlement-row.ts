import type { ChargePart, Movement, MovementKind } from '../domain/books.ts';
import type { Day } from '../domain/day.ts';
import { decimalText, type Minor } from '../domain/money.ts';
import { report } from './draft.ts';
import type { Draft, TextTable } from './format.ts';
import { taxInside } from './percent.ts';
import type { RowReader } from './row-reader.ts';

/** One column of a settlement that has a column per kind of amount: what its amounts mean, under the platform's word. */
export interface MoneyColumn {
  readonly column: number;
  readonly code: string;
  readonly kind: MovementKind;
  readonly part?: ChargePart | undefined;
  /** its amounts are wholly tax (GST on fees) */
  readonly isTax?: boolean | undefined;
}

/** What one row says in one such column; never zero. */
export interface MoneyCell extends Omit<MoneyColumn, 'column'> {
  readonly amount: Minor;
}

/** What all amounts of one row share. */
export interface SettlementRow {
  readonly base: Omit<Movement, 'kind' | 'code' | 'amount' | 'day'>;
  /** when the platform settles */
  readonly day: Day;
  /** when the goods were ordered; the charges bear that day */
  readonly soldOn: Day | undefined;
  readonly quantity: number | undefined;
  readonly country: string | undefined;
  /** rate of the tax inside the price, a fraction */
  readonly taxRate: number | undefined;
  /** refunds of goods that came back undelivered and can be sold again */
  readonly restocked: boolean | undefined;
}

/** The amounts of a row that are told and not zero. */
export function moneyCells(
  cells: RowReader,
  row: number,
  { columns, currency }: { readonly columns: readonly MoneyColumn[]; readonly currency: string },
): readonly MoneyCell[] {
  return columns.flatMap(({ column, ...meaning }) => {
    const amount = cells.amount(row, column, currency);
    return amount === undefined || amount === 0 ? [] : [{ ...meaning, amount }];
  });
}

export function sumOf(cells: readonly MoneyCell[]): Minor {
  return cells.reduce((sum, { amount }) => sum + amount, 0);
}

/** The movement that a cell stands for. Quantity and country belong to the goods alone, so that they are counted once. */
export function movementOf(row: SettlementRow, { kind, code, part, isTax, amount }: MoneyCell): Movement {
  const isSale = kind === 'charge';
  const tax =
    isTax === true
      ? amount
      : row.taxRate !== undefined && (isSale || kind === 'refund')
        ? taxInside(amount, row.taxRate)
        : undefined;
  return {
    ...row.base,
    kind,
    code,
    part,
    day: isSale ? (row.soldOn ?? row.day) : row.day,
    amount,
    tax,
    quantity: part === 'goods' ? row.quantity : undefined,
    country: part === 'goods' ? row.country : undefined,
    restocked: kind === 'refund' ? row.restocked : undefined,
  };
}

/** Tells that the amounts of a row do not make the total that the row states. */
export function reportRowSum(
  { table, draft, row }: { readonly table: TextTable; readonly draft: Draft; readonly row: number },
  { sum, said, currency, name }: RowSum,
): void {
  const stated = decimalText(said, currency);
  report(draft, {
    code: 'settlement-does-not-add-up',
    severity: 'warning',
    message: `the amounts of the row make ${decimalText(sum, currency)}, its ${name} is ${stated} – counted as written`,
    file: table.file,
    line: table.lineOf(row),
    column: name,
    value: stated,
  });
}

export interface RowSum {
  readonly sum: Minor;
  readonly said: Minor;
  readonly currency: string;
  /** the column of the total */
  readonly name: string;
}
