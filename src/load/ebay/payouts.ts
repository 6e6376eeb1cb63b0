import { decimalText, type Minor } from '../../domain/money.ts';
import { report } from '../draft.ts';
import type { Draft, TextTable } from '../format.ts';

/**
 * Tells of payouts that are not the sum of the rows that bear their id. A payout none of whose rows is in the report is not
 * judged; one that the report does not reach back to the beginning of is told, for its rows are not all here.
 */
export function tellUnfitPayouts(table: TextTable, draft: Draft): void {
  const sums = new Map<string, Minor>();
  for (const { kind, payoutId, amount } of draft.movements)
    if (payoutId !== undefined && kind !== 'payout') sums.set(payoutId, (sums.get(payoutId) ?? 0) + amount);
  for (const { id, total, currency, row } of draft.settlements) {
    const sum = sums.get(id);
    if (sum === undefined || total === undefined || sum === total) continue;
    const said = decimalText(total, currency);
    report(draft, {
      code: 'settlement-does-not-add-up',
      severity: 'warning',
      message: `payout ${id} paid ${said}, its rows in this file make ${decimalText(sum, currency)}`,
      file: table.file,
      line: row,
      value: said,
      hint: 'export the report from a few days earlier on, so that it holds all rows of the payout',
    });
  }
}
