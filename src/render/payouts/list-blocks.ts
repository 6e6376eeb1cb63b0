import type { Cell } from '../../domain/answer.ts';
import { channelName } from '../../domain/channels.ts';
import { formatDay } from '../../domain/day.ts';
import { KEPT, LINES } from '../../reports/payouts/lines.ts';
import type { Payouts } from '../../reports/payouts/payouts.ts';
import type { Block, DocumentColumn, TableCell } from '../document.ts';
import { amountIn, amountText, cell, numberIn, rowsOf, textIn, type Amounts } from '../pnl/cells.ts';

type Row = Readonly<Record<string, Cell>>;

const MOST_SETTLEMENTS = 20;
const MOST_ROWS = 10;

/** Settlement by settlement, the latest first, and before them any that do not agree; columns of which no file tells are left out. */
export function settlementBlocks({ tables }: Payouts, amounts: Amounts): Block[] {
  const rows = rowsOf(tables, 'settlements');
  if (rows.length === 0) return [];
  const latest = [...rows].reverse();
  const sorted = [...latest.filter(differs), ...latest.filter((row) => !differs(row))];
  const columns = SETTLEMENT_COLUMNS.filter(({ tells }) => tells === undefined || rows.some(tells));
  return [
    { kind: 'heading', text: 'Settlement by settlement' },
    {
      kind: 'table',
      id: 'settlements',
      columns: columns.map(({ label, priority, grow }) => ({
        ...{ label, align: label === '' || label === 'paid out' ? 'left' : 'right' },
        ...(priority === undefined ? {} : { priority }),
        ...(grow === true ? { grow } : {}),
      })),
      rows: sorted.slice(0, MOST_SETTLEMENTS).map((row) => ({
        cells: columns.map(({ show }) => show(row, amounts)),
        style: row['id'] === null ? 'muted' : 'normal',
      })),
      ...moreOf(sorted.length, MOST_SETTLEMENTS),
    },
  ];
}

interface SettlementColumn {
  readonly label: string;
  readonly priority?: number;
  readonly grow?: boolean;
  readonly show: (row: Row, amounts: Amounts) => TableCell;
  /** whether a row says anything in this column; undefined: always shown */
  readonly tells?: (row: Row) => boolean;
}

const APART = new Set<string>(['sold', 'refunds', ...KEPT]);
const OTHERS = LINES.map(({ id }) => id).filter((id) => !APART.has(id));

const SETTLEMENT_COLUMNS: readonly SettlementColumn[] = [
  { label: 'paid out', show: (row) => cell(row['id'] === null ? 'not settled' : dayText(row, 'day')) },
  { label: '', show: (row) => cell(channelName(textIn(row, 'channel'))) },
  sumColumn('sold', ['sold'], 4),
  sumColumn('refunds', ['refunds'], 5),
  sumColumn('kept', KEPT, 3),
  sumColumn('other', OTHERS, 6),
  { label: 'should be', show: known('expected') },
  { label: 'platform says', priority: 2, show: known('stated'), tells: isKnown('stated') },
  { label: 'reached bank', priority: 1, show: known('paid'), tells: isKnown('paid') },
  {
    label: 'differs',
    show: differenceCell,
    tells: (row) => isKnown('difference')(row) || isKnown('bankDifference')(row),
  },
  { label: '', grow: true, priority: 7, show: nameCell },
];

function sumColumn(label: string, ids: readonly string[], priority: number): SettlementColumn {
  const sum = (row: Row): number => ids.reduce((all, id) => all + amountIn(row, id), 0);
  return {
    ...{ label, priority },
    show: (row, amounts) => cell(amountText(sum(row), amounts)),
    tells: (row) => ids.some((id) => amountIn(row, id) !== 0),
  };
}

function known(id: string): SettlementColumn['show'] {
  return (row, amounts) => cell(isKnown(id)(row) ? amountText(numberIn(row, id), amounts) : '');
}

function isKnown(id: string): (row: Row) => boolean {
  return (row) => numberIn(row, id) !== null;
}

function nameCell(row: Row): TableCell {
  return cell([textIn(row, 'id'), textIn(row, 'reference')].filter((text) => text !== '').join(' · '));
}

function differs(row: Row): boolean {
  return amountIn(row, 'difference') !== 0 || amountIn(row, 'bankDifference') !== 0;
}

/** What the rows and the total differ by, else what the bank got too little. */
function differenceCell(row: Row, amounts: Amounts): TableCell {
  const [own, bank] = [numberIn(row, 'difference'), numberIn(row, 'bankDifference')];
  const amount = own === null || own === 0 ? (bank ?? own) : own;
  if (amount === null) return cell('');
  return amount === 0
    ? cell('agrees')
    : cell(amountText(amount, amounts, true), amount < 0 ? 'worse' : undefined);
}

function dayText(row: Row, id: string): string {
  const day = textIn(row, id);
  return day === '' ? '' : formatDay(day);
}

function moreOf(all: number, most: number): { readonly more?: string } {
  return all > most ? { more: `and ${all - most} more (--json has them all)` } : {};
}

interface Look {
  readonly id: string;
  readonly heading: string;
  readonly columns: readonly DocumentColumn[];
  readonly cells: (row: Row) => readonly TableCell[];
}

function listBlocks({ tables }: Payouts, { id, heading, columns, cells }: Look): Block[] {
  const rows = rowsOf(tables, id);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    {
      ...{ kind: 'table', id, columns },
      rows: rows.slice(0, MOST_ROWS).map((row) => ({ cells: cells(row), style: 'normal' })),
      ...moreOf(rows.length, MOST_ROWS),
    },
  ];
}

const left = (label: string): DocumentColumn => ({ label, align: 'left' });
const right = (label: string): DocumentColumn => ({ label, align: 'right' });
const last = (label: string): DocumentColumn => ({ label, align: 'left', grow: true, priority: 1 });
const KINDS: Readonly<Record<string, string>> = {
  charge: 'payment',
  refund: 'refund',
  chargeback: 'dispute',
};

/** What no settlement explains: orders, payments, fees, and money that is still held. */
export function listsOf(answer: Payouts, amounts: Amounts): Block[] {
  const money = (row: Row, id: string): TableCell => cell(amountText(numberIn(row, id), amounts));
  const name = (row: Row): TableCell => cell(channelName(textIn(row, 'channel')));
  return [
    ...listBlocks(answer, {
      ...{ id: 'unsettled', heading: `Orders without a settlement after ${answer.days} days` },
      columns: [left(''), left('order'), left('placed'), right('amount'), last('')],
      cells: (row) => [
        ...[name(row), cell(textIn(row, 'order')), cell(dayText(row, 'placedOn'))],
        ...[money(row, 'amount'), cell(textIn(row, 'why'))],
      ],
    }),
    ...listBlocks(answer, {
      ...{ id: 'withoutOrder', heading: 'Payments and refunds without an order' },
      columns: [left(''), left(''), left('day'), right('amount'), last('')],
      cells: (row) => [
        ...[
          name(row),
          cell(KINDS[textIn(row, 'kind')] ?? ''),
          cell(dayText(row, 'day')),
          money(row, 'amount'),
        ],
        cell(`${textIn(row, 'name')} (${textIn(row, 'file')}:${textIn(row, 'line')})`.trim()),
      ],
    }),
    ...listBlocks(answer, {
      ...{ id: 'feesAbove', heading: 'Fees above the agreed rate' },
      columns: [left(''), left('order'), right('charged'), right('agreed'), right('too much')],
      cells: (row) => [
        ...[name(row), cell(textIn(row, 'order'))],
        ...[money(row, 'charged'), money(row, 'agreed'), money(row, 'excess')],
      ],
    }),
    ...listBlocks(answer, {
      ...{ id: 'held', heading: 'Money that the platforms still have' },
      columns: [left(''), right('amount'), left('since'), last('')],
      cells: (row) => [
        ...[name(row), money(row, 'amount'), cell(dayText(row, 'since')), cell(textIn(row, 'why'))],
      ],
    }),
  ];
}
