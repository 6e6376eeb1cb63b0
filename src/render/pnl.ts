import type { Source } from '../domain/books.ts';
import type { Narrative } from '../domain/narrative.ts';
import { formatPeriod } from '../domain/period.ts';
import type { ProfitAndLoss } from '../reports/pnl/profit-and-loss.ts';
import type { Block, Document } from './document.ts';
import { amountIn, amountsFor, percentText, rowsOf } from './pnl/cells.ts';
import {
  assumptionBlocks,
  bridgeBlocks,
  breakdownBlocks,
  codBlocks,
  countText,
  dailyBlocks,
  leftOutBlocks,
  missingCostBlocks,
} from './pnl/detail-blocks.ts';
import { statementBlock } from './pnl/statement-block.ts';

/** What stands around the statement. */
export interface PnlSurroundings {
  readonly narrative: Narrative;
  /** what to do next, one sentence each */
  readonly advice: readonly string[];
  readonly sources: readonly Source[];
  /** rows and files that could not be used */
  readonly errors: number;
  /** remarks such as a closed month that would move */
  readonly remarks: readonly string[];
}

/** The statement as a page: summary first, then the figures, why they moved, what to do, and how far to trust it. */
export function pnlDocument(answer: ProfitAndLoss, around: PnlSurroundings): Document {
  const { narrative } = around;
  const revenue = answer.figures.find((figure) => figure.id === 'pnl.revenue')?.value ?? 0;
  const accountant = narrative.tone === 'accountant';
  const amounts = amountsFor(answer.currency, revenue, accountant);
  const summary: Block = { kind: 'prose', role: 'summary', text: narrative.text };
  const head = {
    title: ['Profit and loss', answer.shop, period(answer)]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
    right: amounts.whole ? `${answer.currency}, rounded` : answer.currency,
    lang: narrative.lang,
    demo: answer.demo,
  };
  if (narrative.tone === 'message') return { ...head, blocks: [summary, footer(answer, around)] };
  const advice: Block[] =
    around.advice.length === 0
      ? []
      : [
          { kind: 'heading', text: 'What to do' },
          { kind: 'list', items: around.advice },
        ];
  const remarks: Block[] = around.remarks.length === 0 ? [] : [{ kind: 'list', items: around.remarks }];
  return {
    ...head,
    blocks: [
      summary,
      statementBlock(answer, amounts),
      ...dailyBlocks(answer),
      ...bridgeBlocks(answer, amounts),
      ...breakdownBlocks(answer, amounts),
      ...advice,
      ...codBlocks(answer, amounts),
      ...missingCostBlocks(answer, amounts),
      ...leftOutBlocks(answer, amounts),
      ...assumptionBlocks(answer, accountant),
      ...remarks,
      footer(answer, around),
    ],
  };
}

function period({ period: shown, compare }: ProfitAndLoss): string {
  if (shown === null) return 'no data';
  return compare === null ? formatPeriod(shown) : `${formatPeriod(shown)} (against ${formatPeriod(compare)})`;
}

function footer(answer: ProfitAndLoss, { sources, errors, narrative }: PnlSurroundings): Block {
  const coverage = answer.figures.find((figure) => figure.id === 'pnl.costCoverage')?.value ?? null;
  const orders = answer.figures.find((figure) => figure.id === 'pnl.orders')?.value ?? 0;
  const files = sources.length === 1 ? '1 file' : `${sources.length} files`;
  const parts = [
    `${countText(orders, answer.currency)} ${orders === 1 ? 'order' : 'orders'} counted, from ${files}`,
    ...(errors === 0
      ? []
      : [`${errors} ${errors === 1 ? 'row or file' : 'rows or files'} left out (ecom check)`]),
    ...(coverage === null ? [] : [`cost known for ${percentText(coverage)} of sales`]),
    revenueRule(answer),
  ];
  return { kind: 'prose', role: 'footer', text: `${parts.join(' · ')}\n${summaryLine(narrative)}` };
}

/** The rule by which a sale counts, in words. */
export function revenueRule({ rule, tables }: ProfitAndLoss): string {
  const reached = {
    placed: 'once placed',
    shipped: 'once shipped',
    delivered: 'once delivered',
    paid: 'once paid',
  };
  const reversed = rowsOf(tables, 'leftOut').some((row) => amountIn(row, 'orders') > 0);
  const pending = rule.pending === 'count' ? 'unpaid orders' : 'paid orders';
  const unpaid = rule.nothingPaid ? 'no order is marked as paid, so all are taken as cash on delivery: ' : '';
  const others = reversed ? '; others are shown apart' : '';
  return `${unpaid}revenue counts ${rule.nothingPaid ? 'orders' : `${pending}, and unpaid cash on delivery`} ${reached[rule.cashOnDelivery]}, not cancelled or voided${others}`;
}

/** Who wrote the summary and how it was checked. */
export function summaryLine(narrative: Narrative): string {
  const { source, grounding, unavailable } = narrative;
  if (source === 'gemini') return `Summary: ${verified(narrative)}`;
  const why = unavailable === undefined ? '' : ` (${unavailable})`;
  const count =
    grounding.outcome !== 'failed' ? ` ${grounding.traced} of ${grounding.checked} figures traced.` : '';
  const doubt =
    narrative.caveat === undefined
      ? ''
      : ` ${narrative.caveat[0]?.toUpperCase() ?? ''}${narrative.caveat.slice(1)}.`;
  return `Summary: built-in${why}.${count}${doubt}`;
}

function verified({ grounding, model = 'Gemini', tokens, cost, caveat }: Narrative): string {
  const { checked, traced, dropped } = grounding;
  const sentences = dropped === 1 ? 'sentence' : 'sentences';
  const parts = [
    `${traced} of ${checked} figures verified`,
    ...(dropped === 0 ? [] : [`${dropped} ${sentences} left out because they could not be traced`]),
    model,
    ...(tokens === undefined ? [] : [`${countText(tokens, 'USD')} tokens`]),
    ...(cost === undefined ? [] : [`about $${Math.max(cost, 0.001).toFixed(3)}`]),
    ...(caveat === undefined ? [] : [caveat]),
  ];
  return parts.join(' · ');
}
