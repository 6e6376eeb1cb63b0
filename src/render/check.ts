import type { Source } from '../domain/books.ts';
import { formatMoney, groupDigits } from '../domain/money.ts';
import { formatPeriod } from '../domain/period.ts';
import { problemText, type Problem } from '../domain/problem.ts';
import type { Block, Document, DocumentRow } from './document.ts';
import { cell } from './pnl/cells.ts';

export interface CheckInput {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  readonly currencies: readonly { readonly currency: string; readonly orders: number }[];
  readonly demo: boolean;
}

const MOST_PROBLEMS = 200;

/** What was read and what could not be: a table of files, the totals of order files, currencies, every problem. */
export function checkDocument({ sources, problems, currencies, demo }: CheckInput): Document {
  return {
    title: `Check · ${counted(sources.length, 'file')} read`,
    lang: 'en',
    demo,
    blocks: [
      filesBlock(sources),
      ...derivedBlocks(sources),
      ...totalsBlocks(sources),
      ...(currencies.length < 2 ? [] : [mixBlock(currencies)]),
      ...problemBlocks(problems),
      { kind: 'prose', role: 'footer', text: verdict(problems) },
    ],
  };
}

function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${groupDigits(String(count), 'USD')} ${count === 1 ? noun : plural}`;
}

function filesBlock(sources: readonly Source[]): Block {
  const row = (source: Source): DocumentRow => ({
    cells: [
      cell(source.label),
      cell(String(source.rows)),
      cell(String(source.records)),
      cell(source.duplicates === 0 ? '' : String(source.duplicates)),
      cell(
        source.from === undefined || source.to === undefined
          ? ''
          : formatPeriod({ from: source.from, to: source.to }),
      ),
      cell(source.file),
    ],
    style: 'normal',
  });
  return {
    kind: 'table',
    id: 'files',
    columns: [
      { label: 'taken for', align: 'left' },
      { label: 'rows', align: 'right' },
      { label: 'records', align: 'right', priority: 2 },
      { label: 'seen before', align: 'right', priority: 3 },
      { label: 'days', align: 'left', priority: 1 },
      { label: 'file', align: 'left', grow: true },
    ],
    rows: sources.map(row),
  };
}

/** Ledgers and registers that stand in for an order report which is not there. */
function derivedBlocks(sources: readonly Source[]): Block[] {
  const items = sources.flatMap(({ file, derivedOrders = 0 }) => {
    if (derivedOrders === 0) return [];
    const [was, them] = derivedOrders === 1 ? ['was', 'it'] : ['were', 'them'];
    return [`${counted(derivedOrders, 'sale')} ${was} taken from ${file}, for no order report holds ${them}`];
  });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** Sums as written in the files, to be compared with the platform's own screen. */
function totalsBlocks(sources: readonly Source[]): Block[] {
  return sources.flatMap(({ file, totals }): Block[] => {
    if (totals === undefined) return [];
    const money = (amount: number): string => formatMoney(amount, totals.currency);
    const adds =
      totals.mismatches === 0
        ? 'every order adds up (lines − discount + shipping + tax = total)'
        : `${counted(totals.mismatches, 'order')} ${totals.mismatches === 1 ? 'does' : 'do'} not add up`;
    return [
      { kind: 'heading', text: `Totals of ${file}` },
      {
        kind: 'list',
        items: [
          `${counted(totals.orders, 'order')}, ${counted(totals.units, 'unit')}; ${adds}`,
          `subtotal ${money(totals.subtotal)} · discounts ${money(totals.discount)} · shipping ${money(totals.shipping)} · tax ${money(totals.tax)}`,
          `total ${money(totals.total)} · refunded ${money(totals.refunded)}`,
        ],
      },
    ];
  });
}

function mixBlock(currencies: CheckInput['currencies']): Block {
  const parts = currencies.map(({ currency, orders }) => `${counted(orders, 'order')} in ${currency}`);
  return {
    kind: 'prose',
    role: 'note',
    text: `Several currencies: ${parts.join(', ')}. A statement counts one of them (shop.currency).`,
  };
}

function problemBlocks(problems: readonly Problem[]): Block[] {
  return (['error', 'warning', 'note'] as const).flatMap((severity): Block[] => {
    const own = problems.filter((problem) => problem.severity === severity);
    if (own.length === 0) return [];
    const shown = own
      .slice(0, MOST_PROBLEMS)
      .map((problem) => `${problemText(problem)}${problem.hint === undefined ? '' : ` (${problem.hint})`}`);
    const more =
      own.length > MOST_PROBLEMS ? [`and ${own.length - MOST_PROBLEMS} more (--json has them all)`] : [];
    return [
      { kind: 'heading', text: HEADINGS[severity] },
      { kind: 'list', items: [...shown, ...more] },
    ];
  });
}

const HEADINGS = {
  error: 'Could not be used',
  warning: 'In doubt or left out',
  note: 'Good to know',
} as const;

function verdict(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  if (errors + warnings === 0) return 'Everything can be used.';
  const parts = [
    ...(errors === 0 ? [] : [`${counted(errors, 'row or file', 'rows or files')} left out`]),
    ...(warnings === 0 ? [] : [counted(warnings, 'doubt')]),
  ];
  return `${parts.join(', ')}.`;
}
