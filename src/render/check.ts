import type { OrderTotals, Source } from '../domain/books.ts';
import { formatMoney, groupDigits } from '../domain/money.ts';
import { formatPeriod } from '../domain/period.ts';
import { problemText, type Problem } from '../domain/problem.ts';
import type { Block, Document, DocumentColumn, DocumentRow } from './document.ts';
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

/** One row a file. The folder that all lie in is said once, so that long names are not cut; a column without words is left out. */
function filesBlock(sources: readonly Source[]): Block {
  const folder = sharedFolder(sources);
  const columns = FILE_COLUMNS.filter(
    ({ always, show }) => always === true || sources.some((source) => show(source) !== ''),
  );
  const row = (source: Source): DocumentRow => ({
    cells: [...columns.map(({ show }) => cell(show(source))), cell(source.file.slice(folder.length))],
    style: 'normal',
  });
  return {
    kind: 'table',
    id: 'files',
    columns: [
      ...columns.map(({ column }) => column),
      { label: folder === '' ? 'file' : `file in ${folder}`, align: 'left', grow: true },
    ],
    rows: sources.map(row),
  };
}

interface FileColumn {
  readonly column: DocumentColumn;
  readonly show: (source: Source) => string;
  readonly always?: boolean;
}

const FILE_COLUMNS: readonly FileColumn[] = [
  { column: { label: 'taken for', align: 'left' }, show: ({ label }) => label, always: true },
  { column: { label: 'rows', align: 'right' }, show: ({ rows }) => String(rows), always: true },
  {
    column: { label: 'records', align: 'right', priority: 2 },
    show: ({ records }) => String(records),
    always: true,
  },
  {
    column: { label: 'seen before', align: 'right', priority: 3 },
    show: ({ duplicates }) => (duplicates === 0 ? '' : String(duplicates)),
  },
  {
    column: { label: 'days', align: 'left', priority: 1 },
    show: ({ from, to }) => (from === undefined || to === undefined ? '' : formatPeriod({ from, to })),
  },
];

/** The folder (or archive, or workbook) in which all files lie, with its slash; none for a single file. */
function sharedFolder(sources: readonly Source[]): string {
  const [first, ...others] = sources.map(({ file }) => file);
  if (first === undefined || others.length === 0) return '';
  const steps = first.split('/').slice(0, -1);
  const folders = steps.map((_, at) => `${steps.slice(0, at + 1).join('/')}/`);
  return folders.findLast((folder) => others.every((file) => file.startsWith(folder))) ?? '';
}

/** Ledgers and registers that stand in for an order report which is not there. */
function derivedBlocks(sources: readonly Source[]): Block[] {
  const items = sources.flatMap(({ file, derivedOrders = 0 }) =>
    derivedOrders === 0 ? [] : [`${counted(derivedOrders, 'sale')} from ${file}`],
  );
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: 'Sales that no order report holds, taken from other files' },
    { kind: 'list', items },
  ];
}

/** Sums as written in the files, to be compared with the platform's own screen. */
function totalsBlocks(sources: readonly Source[]): Block[] {
  const told = sources.flatMap(({ file, totals }) => (totals === undefined ? [] : [{ file, totals }]));
  if (told.length === 0) return [];
  const wrong = told.some(({ totals }) => totals.mismatches > 0) ? 'Every other order' : 'Every order';
  return [
    { kind: 'heading', text: 'Totals, to compare with the platform’s own' },
    { kind: 'list', items: told.map(({ file, totals }) => totalsItem(file, totals)) },
    {
      kind: 'prose',
      role: 'note',
      text: `${wrong} adds up: lines − discount + shipping + tax that comes on top = total.`,
    },
  ];
}

function totalsItem(file: string, totals: OrderTotals): string {
  const money = (amount: number): string => formatMoney(amount, totals.currency);
  const wrong =
    totals.mismatches === 0
      ? ''
      : `; ${counted(totals.mismatches, 'order')} ${totals.mismatches === 1 ? 'does' : 'do'} not add up`;
  const sums = [
    `subtotal ${money(totals.subtotal)} after discounts of ${money(totals.discount)}`,
    `shipping ${money(totals.shipping)}`,
    `tax ${money(totals.tax)}`,
    `total ${money(totals.total)}`,
    `refunded ${money(totals.refunded)}`,
  ];
  return `${file}: ${counted(totals.orders, 'order')}, ${counted(totals.units, 'unit')}${wrong}; ${sums.join(' · ')}`;
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
