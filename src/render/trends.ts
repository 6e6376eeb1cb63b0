import type { Source } from '../domain/books.ts';
import { formatDay } from '../domain/day.ts';
import type { Narrative } from '../domain/narrative.ts';
import { formatPeriod } from '../domain/period.ts';
import type { Trends } from '../reports/trends/trends.ts';
import type { Block, Document } from './document.ts';
import { amountsFor, type Amounts } from './pnl/cells.ts';
import { countText } from './pnl/detail-blocks.ts';
import { summaryLine } from './pnl.ts';
import { chartBlocks, forecastBlocks, forecastLine, weekdayBlocks } from './trends/chart-blocks.ts';
import { anomalyBlocks, changeBlocks, seasonBlocks } from './trends/change-blocks.ts';

/** What stands around the trends. */
export interface TrendsSurroundings {
  readonly narrative: Narrative;
  /** what to do next, one sentence each */
  readonly advice: readonly string[];
  /** what happened to single products, one sentence each */
  readonly products: readonly string[];
  /** how each cause can be checked, by cause */
  readonly checks: ReadonlyMap<string, string>;
  readonly sources: readonly Source[];
  /** rows and files that could not be used */
  readonly errors: number;
  /** unusual days that were told in an earlier report */
  readonly told: number;
  /** true: everything, on a page without end; false: what fits a screen and a half */
  readonly whole: boolean;
}

/** How amounts of the answer's measure are written: money in its currency, pieces as counts. */
export interface Values extends Amounts {
  readonly isMoney: boolean;
}

/** products of the short page */
const FEW = 4;

const NAMES = { revenue: '', profit: 'contribution', orders: 'orders', units: 'units' } as const;

/**
 * The trends as a page: summary, what differs and why, the days as a chart, what to do, what is to come. The short page puts causes
 * within the noise into one line, the forecast into another, and leaves out the weekdays.
 */
export function trendsDocument(answer: Trends, around: TrendsSurroundings): Document {
  const { narrative } = around;
  const largest = Math.max(0, ...answer.figures.map(({ value }) => Math.abs(value ?? 0)));
  const isMoney = answer.measure === 'revenue' || answer.measure === 'profit';
  const values: Values = { ...amountsFor(answer.currency, isMoney ? largest : 0, false), isMoney };
  const summary: Block = { kind: 'prose', role: 'summary', text: narrative.text };
  const head = {
    title: ['Trends', answer.shop, NAMES[answer.measure], days(answer)]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
    right: isMoney ? (values.whole ? `${answer.currency}, rounded` : answer.currency) : '',
    lang: narrative.lang,
    demo: answer.demo,
  };
  const end = footer(answer, around);
  if (answer.tables.length === 0 || narrative.tone === 'message') return { ...head, blocks: [summary, end] };
  return {
    ...head,
    blocks: [
      summary,
      ...changeBlocks(answer, values, around),
      ...chartBlocks(answer, values),
      ...anomalyBlocks(answer, values, around.told),
      ...listBlocks(
        'What happened to products',
        around.whole ? around.products : around.products.slice(0, FEW),
      ),
      ...listBlocks('What to do', around.advice),
      ...seasonBlocks(answer),
      ...(around.whole
        ? [...weekdayBlocks(answer, values), ...forecastBlocks(answer, values)]
        : forecastLine(answer, values)),
      end,
    ],
  };
}

function listBlocks(text: string, items: readonly string[]): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text },
        { kind: 'list', items },
      ];
}

function days({ period }: Trends): string {
  return period === null ? 'no data' : `to ${formatDay(period.to)}`;
}

function footer(answer: Trends, { sources, errors, narrative }: TrendsSurroundings): Block {
  const files = sources.length === 1 ? '1 file' : `${sources.length} files`;
  const { known } = answer;
  const parts = [
    ...(known === null ? [] : [`sales known ${formatPeriod(known)}, from ${files}`]),
    ...(errors === 0
      ? []
      : [
          `${countText(errors, answer.currency)} ${errors === 1 ? 'row or file' : 'rows or files'} left out (ecom check)`,
        ]),
    'a forecast is what past days make likely, not a promise',
  ];
  return { kind: 'prose', role: 'footer', text: `${parts.join(' · ')}\n${summaryLine(narrative)}` };
}
