import type { Source } from '../domain/books.ts';
import { formatDay } from '../domain/day.ts';
import type { Narrative } from '../domain/narrative.ts';
import type { Restock } from '../reports/restock/restock.ts';
import type { Block, Document } from './document.ts';
import { amountText, amountsFor, percentText, rowsOf, textIn, type Amounts } from './pnl/cells.ts';
import { countText } from './pnl/detail-blocks.ts';
import { summaryLine } from './pnl.ts';
import { planBlocks } from './restock/plan-blocks.ts';
import { locationBlocks, overstockBlocks } from './restock/stock-blocks.ts';

/** What stands around the plan. */
export interface RestockSurroundings {
  readonly narrative: Narrative;
  /** what to do besides ordering, one sentence each */
  readonly advice: readonly string[];
  readonly sources: readonly Source[];
  /** rows and files that could not be used */
  readonly errors: number;
  /** list what not to buy, not only count it */
  readonly overstock: boolean;
  /** where the letters were written; undefined: not yet */
  readonly letters?: string | undefined;
}

/** The plan as a page: summary, what to order, what to do besides, the promise kept, letters, what not to buy. */
export function restockDocument(answer: Restock, around: RestockSurroundings): Document {
  const { narrative, advice } = around;
  const largest = Math.max(
    0,
    ...answer.figures.map(({ value, unit }) => (unit === 'money' ? Math.abs(value ?? 0) : 0)),
  );
  const amounts = amountsFor(answer.currency, largest, false);
  const summary: Block = { kind: 'prose', role: 'summary', text: narrative.text };
  const head = {
    title: ['Restock', answer.shop, `as of ${formatDay(answer.asOf)}`, leadText(answer)]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
    right: amounts.whole ? `${answer.currency}, rounded` : answer.currency,
    lang: narrative.lang,
    demo: answer.demo,
  };
  const end = footer(answer, around);
  if (answer.tables.length === 0 || narrative.tone === 'message') return { ...head, blocks: [summary, end] };
  const toDo: Block[] =
    advice.length === 0
      ? []
      : [
          { kind: 'heading', text: 'Besides' },
          { kind: 'list', items: advice },
        ];
  return {
    ...head,
    blocks: [
      summary,
      ...planBlocks(answer, amounts),
      ...toDo,
      ...locationBlocks(answer),
      ...(around.overstock ? overstockBlocks(answer, amounts) : []),
      { kind: 'list', items: lastLines(answer, amounts, around) },
      end,
    ],
  };
}

function valueOf({ figures }: Restock, id: string): number | null {
  return figures.find((figure) => figure.id === id)?.value ?? null;
}

function leadText(answer: Restock): string {
  const orders = valueOf(answer, 'restock.leadOrders');
  return orders === null || orders === 0 ? '' : `lead times from ${orders} received orders`;
}

/** The promise and what came of it, the letters, what not to buy. */
function lastLines(
  answer: Restock,
  amounts: Amounts,
  { overstock, letters }: RestockSurroundings,
): readonly string[] {
  const target = percentText(valueOf(answer, 'restock.serviceTarget'));
  const achieved = valueOf(answer, 'restock.serviceAchieved');
  const kept =
    achieved === null
      ? 'not yet to be told: too little history'
      : `${percentText(achieved)} achieved in a replay of past days`;
  const dead = rowsOf(answer.tables, 'overstock').length;
  const tied = valueOf(answer, 'restock.overstock.tiedUp');
  const names = rowsOf(answer.tables, 'letters').map((row) => textIn(row, 'supplier'));
  return [
    ...(target === '' ? [] : [`Promised service ${target} · ${kept}`]),
    ...(names.length === 0
      ? []
      : [
          `Letters: ${names.length} ${names.length === 1 ? 'supplier' : 'suppliers'} (${names.slice(0, 3).join(', ')}) → ${letters ?? 'add -o orders/'}`,
        ]),
    ...(dead === 0 || overstock
      ? []
      : [
          `Do not buy: ${countText(dead, answer.currency)} ${dead === 1 ? 'product' : 'products'} with ${amountText(tied, amounts)} tied up for over 26 weeks (--overstock)`,
        ]),
  ];
}

function footer(answer: Restock, { sources, errors, narrative }: RestockSurroundings): Block {
  const files = sources.length === 1 ? '1 file' : `${sources.length} files`;
  const parts = [
    ...(answer.known === null ? [] : [`sales known up to ${formatDay(answer.known.to)}, from ${files}`]),
    ...(errors === 0
      ? []
      : [
          `${countText(errors, answer.currency)} ${errors === 1 ? 'row or file' : 'rows or files'} left out (ecom check)`,
        ]),
    ...(answer.tables.length === 0 ? [] : ['saves: net price − cost of pieces that would be short']),
  ];
  return { kind: 'prose', role: 'footer', text: `${parts.join(' · ')}\n${summaryLine(narrative)}` };
}
