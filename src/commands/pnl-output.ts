import { formatMoney } from '../domain/money.ts';
import { formatPeriod } from '../domain/period.ts';
import { pnlAdvice } from '../narrate/summary-pnl.ts';
import type { Document } from '../render/document.ts';
import { pnlDocument } from '../render/pnl.ts';
import type { ProfitAndLoss } from '../reports/pnl/profit-and-loss.ts';
import { shownAnswer, type Showing } from './answer-output.ts';

export interface PnlShow extends Showing {
  readonly remarks: readonly string[];
}

/** The answer in the format asked for. */
export async function shownPnl(answer: ProfitAndLoss, show: PnlShow): Promise<string> {
  const page = { document: documentOf(answer, show), tables: csvTables(answer), subject: subject(answer) };
  return await shownAnswer(answer, page, show);
}

function documentOf(answer: ProfitAndLoss, { config, loaded, narrative, remarks }: PnlShow): Document {
  return pnlDocument(answer, {
    narrative,
    advice: pnlAdvice(answer, config.lang),
    sources: loaded.books.sources,
    errors: loaded.problems.filter(({ severity }) => severity === 'error').length,
    remarks,
  });
}

/** The breakdown when one was asked for, else the statement. */
function csvTables({ tables }: ProfitAndLoss) {
  const breakdown = tables.filter(({ id }) => id === 'breakdown');
  return breakdown.length > 0 ? breakdown : tables.filter(({ id }) => id === 'statement');
}

/** `Tarang Textiles: net profit ₹1,84,210 in Oct 2026, down ₹12,400`. */
function subject(answer: ProfitAndLoss): string {
  const { shop, period, demo } = answer;
  const when = period === null ? '' : ` in ${formatPeriod(period)}`;
  return `${demo ? 'DEMO · ' : ''}${shop ?? 'Your shop'}: ${headline(answer, when)}`;
}

function headline({ figures, currency }: ProfitAndLoss, when: string): string {
  const value = (id: string): number | null => figures.find((figure) => figure.id === id)?.value ?? null;
  const money = (amount: number): string => formatMoney(Math.abs(amount), currency, { decimals: 'auto' });
  const profit = value('pnl.netProfit');
  if (profit === null) return `net sales ${money(value('pnl.netSales') ?? 0)}${when}`;
  const change = value('pnl.netProfit.change') ?? 0;
  const moved = change === 0 ? '' : `, ${change < 0 ? 'down' : 'up'} ${money(change)}`;
  return `net ${profit < 0 ? 'loss' : 'profit'} ${money(profit)}${when}${moved}`;
}
