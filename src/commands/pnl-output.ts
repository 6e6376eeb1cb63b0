import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Narrative } from '../domain/narrative.ts';
import { formatMoney } from '../domain/money.ts';
import { formatPeriod } from '../domain/period.ts';
import { pnlAdvice } from '../narrate/summary-pnl.ts';
import type { Document } from '../render/document.ts';
import { pnlDocument } from '../render/pnl.ts';
import type { ProfitAndLoss } from '../reports/pnl/profit-and-loss.ts';
import type { ReadSources } from './books.ts';
import type { FromTo } from './from-to.ts';
import type { Format } from './output.ts';
import { isSerious } from './problems.ts';
import { mailText } from './report-mail.ts';
import { textFor } from './show-text.ts';

export interface PnlShow {
  readonly format: Format;
  readonly config: Config;
  readonly context: Context;
  readonly loaded: ReadSources;
  readonly narrative: Narrative;
  readonly ends: FromTo;
  readonly remarks: readonly string[];
  /** today was named: the same command gives the same bytes */
  readonly asOfGiven: boolean;
  /** the file named with `-o` */
  readonly output?: string | undefined;
}

/** The answer in the format asked for. */
export async function shownPnl(answer: ProfitAndLoss, show: PnlShow): Promise<string> {
  const document = documentOf(answer, show);
  switch (show.format) {
    case 'text':
      return await textFor(document, show);
    case 'md':
      return (await import('../render/markdown.ts')).renderMarkdown(document);
    case 'html':
      return (await import('../render/html.ts')).renderHtml(document);
    case 'json':
      return (await import('../render/json.ts')).renderJson(answer, extras(show));
    case 'csv':
      return (await import('../render/csv.ts')).renderCsv(csvTables(answer), answer.currency, {
        demo: answer.demo,
      });
    case 'eml':
      return await mailText(document, {
        subject: subject(answer),
        ends: show.ends,
        context: show.context,
        asOf: show.asOfGiven ? answer.asOf : undefined,
      });
  }
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

function extras({ narrative, loaded }: PnlShow) {
  return { narrative, problems: loaded.problems.filter(isSerious), sources: loaded.books.sources };
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
