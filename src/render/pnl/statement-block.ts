import { formatPeriod } from '../../domain/period.ts';
import type { ProfitAndLoss } from '../../reports/pnl/profit-and-loss.ts';
import type { DocumentColumn, DocumentRow, DocumentTable, TableCell } from '../document.ts';
import { amountText, cell, numberIn, percentText, rowsOf, textIn, type Amounts } from './cells.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** Lines that say nothing when they are zero. */
const QUIET: ReadonlySet<string> = new Set([
  'taxInRefunds',
  'otherIncome',
  'shippingIncome',
  'marketplaceFees',
  'packaging',
  'undelivered',
]);
/** A change of this share or more is called better or worse. */
const NOTABLE = 0.05;

/** The statement: every line with its change when there is something to compare with, expenses by category below their sum. */
export function statementBlock(answer: ProfitAndLoss, amounts: Amounts): DocumentTable {
  const rows = rowsOf(answer.tables, 'statement').filter((row) => !isQuiet(row));
  const compared = answer.compare !== null;
  return {
    kind: 'table',
    id: 'statement',
    columns: columnsOf(answer),
    rows: rows.flatMap((row) => [
      lineRow(row, amounts, compared),
      ...(row['id'] === 'operatingExpenses' ? categoryRows(answer, amounts) : []),
    ]),
    notes: notesOf(answer, amounts),
  };
}

function isQuiet(row: Row): boolean {
  const empty = row['amount'] === 0 && (row['previous'] === 0 || row['previous'] === null);
  return empty && QUIET.has(textIn(row, 'id'));
}

function columnsOf({ period, compare }: ProfitAndLoss): DocumentColumn[] {
  const now: DocumentColumn[] = [
    { label: '', align: 'left' },
    { label: period === null ? '' : formatPeriod(period), align: 'right' },
  ];
  if (compare === null) return [...now, { label: '', align: 'left' }];
  return [
    ...now,
    { label: formatPeriod(compare), align: 'right', priority: 2 },
    { label: 'change', align: 'right' },
    { label: '', align: 'right', priority: 1 },
  ];
}

function lineRow(row: Row, amounts: Amounts, compared: boolean): DocumentRow {
  const role = textIn(row, 'role');
  const sign = role === 'takes' ? -1 : 1;
  const mark = row['status'] === 'estimated' && role !== 'sum' ? '~ ' : '';
  const amount = cell(`${mark}${amountText(signed(numberIn(row, 'amount'), sign), amounts)}`);
  const style = role === 'sum' ? (row['id'] === 'netProfit' ? 'total' : 'subtotal') : 'normal';
  const label = cell(textIn(row, 'label'));
  if (!compared) return { cells: [label, amount, cell('')], style };
  const change = signed(numberIn(row, 'change'), sign);
  const previous = cell(amountText(signed(numberIn(row, 'previous'), sign), amounts));
  return { cells: [label, amount, previous, ...changeCells(row, change, amounts)], style };
}

function signed(amount: number | null, sign: 1 | -1): number | null {
  return amount === null || amount === 0 ? amount : sign * amount;
}

/** The change as its effect on profit, and in per cent with a word where it is notable. */
function changeCells(row: Row, change: number | null, amounts: Amounts): TableCell[] {
  if (change === null) return [cell(''), cell('')];
  const share = numberIn(row, 'changeShare');
  const tone = change < 0 ? 'worse' : change > 0 ? 'better' : undefined;
  const notable = share !== null && Math.abs(share) >= NOTABLE && tone !== undefined;
  const percent = `${percentText(share, true)}${notable ? ` ${tone}` : ''}`;
  return [
    cell(amountText(change, amounts, true), notable ? tone : undefined),
    cell(percent, notable ? tone : undefined),
  ];
}

function categoryRows({ figures, compare }: ProfitAndLoss, amounts: Amounts): DocumentRow[] {
  const valueOf = (id: string): number | null => figures.find((figure) => figure.id === id)?.value ?? null;
  const categories = figures.filter(
    (figure) => /^pnl\.expense\./.test(figure.id) && !/\.(previous|change|changeShare)$/.test(figure.id),
  );
  if (categories.length < 2) return [];
  return categories.map(({ id, label, value }) => {
    const own = [cell(label), cell(amountText(signed(value, -1), amounts))];
    const change = signed(valueOf(`${id}.change`), -1);
    const compared = [
      cell(amountText(signed(valueOf(`${id}.previous`), -1), amounts)),
      cell(amountText(change, amounts, true)),
      cell(''),
    ];
    return { cells: [...own, ...(compare === null ? [cell('')] : compared)], style: 'muted', indent: 1 };
  });
}

function notesOf({ figures, tables }: ProfitAndLoss, amounts: Amounts): string[] {
  const valueOf = (id: string): number | null => figures.find((figure) => figure.id === id)?.value ?? null;
  const margins = [
    ['gross', valueOf('pnl.grossMargin')],
    ['contribution', valueOf('pnl.contributionMargin')],
    ['net', valueOf('pnl.netMargin')],
  ] as const;
  const shown = margins.flatMap(([name, ratio]) => (ratio === null ? [] : [`${name} ${percentText(ratio)}`]));
  const [low, high] = [valueOf('pnl.netProfit.low'), valueOf('pnl.netProfit.high')];
  const missing = rowsOf(tables, 'missingCosts').length;
  const products = missing === 1 ? '1 product has' : `${missing} products have`;
  const tax = valueOf('pnl.taxCollected');
  const back = valueOf('pnl.taxInRefunds') ?? 0;
  return [
    ...(low === null || high === null
      ? []
      : [
          `Net profit between ${amountText(low, amounts)} and ${amountText(high, amounts)}, as ${products} no cost (~)`,
        ]),
    ...(shown.length === 0 ? [] : [`Margins on revenue: ${shown.join(' · ')}`]),
    ...(tax === null || tax === 0
      ? []
      : [
          `Tax collected for the government (not income): ${amountText(tax, amounts)}`,
          ...(back === 0
            ? []
            : [`less tax inside refunds, ${amountText(tax - back, amounts)} is left to pay over`]),
        ]),
  ];
}
