import type { Source } from '../domain/books.ts';
import type { Narrative } from '../domain/narrative.ts';
import { formatPeriod } from '../domain/period.ts';
import type { Payouts } from '../reports/payouts/payouts.ts';
import type { Block, Document } from './document.ts';
import { exportsWanted } from './payouts/exports.ts';
import { listsOf, settlementBlocks } from './payouts/list-blocks.ts';
import { statementBlocks } from './payouts/statement-block.ts';
import { countText } from './pnl/detail-blocks.ts';
import { summaryLine } from './pnl.ts';

/** What stands around the reconciliation. */
export interface PayoutsSurroundings {
  readonly narrative: Narrative;
  /** what to do next, one sentence each */
  readonly advice: readonly string[];
  readonly sources: readonly Source[];
  /** rows and files that could not be used */
  readonly errors: number;
}

/**
 * The settlements as a page: what became of what buyers paid, settlement by settlement, and what does not agree. Amounts are exact
 * and signed as in the ledger. Without any ledger it says which report to export from each platform.
 */
export function payoutsDocument(answer: Payouts, around: PayoutsSurroundings): Document {
  const { narrative, advice } = around;
  const amounts = { currency: answer.currency, whole: false };
  const summary: Block = { kind: 'prose', role: 'summary', text: narrative.text };
  const when = answer.period === null ? 'no data' : formatPeriod(answer.period);
  const head = {
    title: ['Payouts', answer.shop, when].filter((part) => part !== undefined && part !== '').join(' · '),
    right: answer.currency,
    lang: narrative.lang,
    demo: answer.demo,
  };
  const end = footer(answer, around);
  if (!answer.hasLedger) return { ...head, blocks: [summary, ...wanted(answer), end] };
  if (narrative.tone === 'message') return { ...head, blocks: [summary, end] };
  const toDo: Block[] =
    advice.length === 0
      ? []
      : [
          { kind: 'heading', text: 'What to do' },
          { kind: 'list', items: advice },
        ];
  const blocks = [
    ...[summary, ...statementBlocks(answer, amounts), ...settlementBlocks(answer, amounts)],
    ...[...toDo, ...listsOf(answer, amounts), end],
  ];
  return { ...head, blocks };
}

function wanted({ soldOn }: Payouts): Block[] {
  return [
    { kind: 'heading', text: 'Put one of these into the folder' },
    { kind: 'list', items: exportsWanted(soldOn) },
  ];
}

function footer(answer: Payouts, { sources, errors, narrative }: PayoutsSurroundings): Block {
  const settlements = answer.figures.find(({ id }) => id === 'payouts.settlements')?.value ?? 0;
  const files = sources.length === 1 ? '1 file' : `${sources.length} files`;
  const parts = [
    `${countText(settlements, answer.currency)} ${settlements === 1 ? 'settlement' : 'settlements'} from ${files}`,
    ...(errors === 0
      ? []
      : [`${errors} ${errors === 1 ? 'row or file' : 'rows or files'} left out (ecom check)`]),
    'what leaves the shop has a minus',
  ];
  return { kind: 'prose', role: 'footer', text: `${parts.join(' · ')}\n${summaryLine(narrative)}` };
}
