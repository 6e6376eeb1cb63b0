import type { Finding, Table } from '../../../src/domain/answer.ts';
import type { Books } from '../../../src/domain/books.ts';
import type { Figure } from '../../../src/domain/figure.ts';
import type { PnlOptions } from '../../../src/reports/pnl/options.ts';
import { profitAndLoss, type ProfitAndLoss } from '../../../src/reports/pnl/profit-and-loss.ts';

export const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
export const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' };
export const AS_OF = '2026-11-22';

/** The statement of October 2026 without comparison, unless a test asks for something else. */
export function ask(books: Books, options: Partial<PnlOptions> = {}): ProfitAndLoss {
  return profitAndLoss(books, { asOf: AS_OF, period: OCTOBER, compare: 'none', ...options });
}

/** All days of the books, without comparison. */
export function askAll(books: Books, options: Partial<PnlOptions> = {}): ProfitAndLoss {
  return ask(books, { period: undefined, ...options });
}

export function figure(answer: ProfitAndLoss, id: string): Figure | undefined {
  return answer.figures.find((one) => one.id === id);
}

/** A figure's value: `netSales` is `pnl.netSales`; undefined when there is no such figure. */
export function value(answer: ProfitAndLoss, id: string): number | null | undefined {
  return figure(answer, id.includes('.') ? id : `pnl.${id}`)?.value;
}

export function values(answer: ProfitAndLoss, ...ids: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(ids.map((id) => [id, value(answer, id)]));
}

export function findings(answer: ProfitAndLoss, kind: string): readonly Finding[] {
  return answer.findings.filter((finding) => finding.kind === kind);
}

/** The values of a finding's figures by role. */
export function told(answer: ProfitAndLoss, finding: Finding | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(finding?.figures ?? {}).map(([role, id]) => [role, figure(answer, id)?.value]),
  );
}

export function rows(answer: ProfitAndLoss, id: string): Table['rows'] {
  return answer.tables.find((table) => table.id === id)?.rows ?? [];
}

/** What the ledger of assumptions says of a line. */
export function ledger(answer: ProfitAndLoss, line: string): Table['rows'][number] | undefined {
  return rows(answer, 'assumptions').find((row) => row['line'] === line);
}
