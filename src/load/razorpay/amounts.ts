import type { Minor } from '../../domain/money.ts';
import type { TextTable } from '../format.ts';
import type { RowReader } from '../row-reader.ts';

export type ReadAmount = (row: number, column: number, currency: string) => Minor | undefined;

const WHOLE = /^-?\d*$/;
const UNIX = /^\d{9,13}$/;

/**
 * Reads the amounts of one file. The API writes paise and Unix times, the dashboard rupees and dates: when all amounts are whole
 * and all times are Unix times, amounts are minor units; whole rupees beside written dates stay rupees.
 */
export function amountReader(
  table: TextTable,
  cells: RowReader,
  { amounts, time }: { readonly amounts: readonly number[]; readonly time: number },
): ReadAmount {
  const isMinor = (row: number): boolean =>
    UNIX.test(cells.text(row, time)) && amounts.every((column) => WHOLE.test(cells.text(row, column)));
  let row = 0;
  while (row < table.rows.length && isMinor(row)) row += 1;
  return row === table.rows.length ? cells.count : cells.amount;
}

/** What one row says of its money; all but `net` without sign. */
export interface WrittenAmounts {
  /** credit − debit: what the settlement gets */
  readonly net: Minor;
  readonly amount: Minor;
  readonly fee: Minor;
  readonly tax: Minor;
  /** decides where the net is zero: a payment whose fee ate it comes in, anything else goes out */
  readonly isIncome: boolean;
}

export interface Split {
  /** signed as the net: what was paid, given back or corrected */
  readonly gross: Minor;
  /** without tax */
  readonly fee: Minor;
  /** GST on the fee; undefined when it is not known apart */
  readonly tax: Minor | undefined;
  /** neither way of reading the fee gives the net: the fee is what is missing */
  readonly isForced: boolean;
}

/**
 * Splits a row into gross, fee and the GST on it. `fee` includes the tax in the API and excludes it in the dashboard's file:
 * whichever gives credit − debit = gross − fee (− tax) holds for the row.
 */
export function splitOf({ net, amount, fee, tax, isIncome }: WrittenAmounts): Split {
  const comesIn = net === 0 ? isIncome : net > 0;
  const gross = comesIn ? amount : -amount;
  if (gross - fee - tax === net) return { gross, fee, tax, isForced: false };
  if (gross - fee === net) return { gross, fee: fee - tax, tax, isForced: false };
  return { gross, fee: gross - net, tax: undefined, isForced: true };
}
