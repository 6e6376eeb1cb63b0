import { addDays, type Day } from '../../day.ts';
import type { Rule } from '../rule.ts';

/** The Act of income up to 31 March 2026. */
export const ACT_1961 = 'Income-tax Act, 1961';
/** The Act of income from 1 April 2026. */
export const ACT_2025 = 'Income-tax Act, 2025';

/** First day for which the Indian tables know anything. */
export const FIRST_DAY = '2024-04-01';
/** First day of the Act of 2025. */
export const FIRST_DAY_2025: Day = '2026-04-01';
/** Last day of the last year whose rates are voted. */
export const LAST_VOTED_DAY: Day = '2027-03-31';

const LAST_DAY_1961 = addDays(FIRST_DAY_2025, -1);

/** The Act that governs income of a day. */
export function actOn(day: Day): string {
  return day < FIRST_DAY_2025 ? ACT_1961 : ACT_2025;
}

/** A rule without its Act: one row as it is written into a table. */
export type Row<Value> = Omit<Rule<Value>, 'act'>;

/** Rows as rules, each under its Act; a row that spans the change of Acts becomes two rules, so that none has two Acts. */
export function underTheirActs<Value>(rows: readonly Row<Value>[]): readonly Rule<Value>[] {
  return rows.flatMap((row) => {
    const spans = row.from < FIRST_DAY_2025 && (row.to === null || row.to >= FIRST_DAY_2025);
    if (!spans) return [{ ...row, act: actOn(row.from) }];
    return [
      { ...row, to: LAST_DAY_1961, act: ACT_1961 },
      { ...row, from: FIRST_DAY_2025, act: ACT_2025 },
    ];
  });
}
