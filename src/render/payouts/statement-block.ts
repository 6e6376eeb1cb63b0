import type { Cell } from '../../domain/answer.ts';
import { channelName } from '../../domain/channels.ts';
import { LINES } from '../../reports/payouts/lines.ts';
import type { Payouts } from '../../reports/payouts/payouts.ts';
import type { Block, DocumentColumn, DocumentRow } from '../document.ts';
import {
  amountIn,
  amountText,
  cell,
  numberIn,
  percentText,
  rowsOf,
  textIn,
  type Amounts,
} from '../pnl/cells.ts';

type Row = Readonly<Record<string, Cell>>;

/** Line by line what became of what buyers paid, one column per channel, the first ones also on a narrow screen. */
export function statementBlocks(answer: Payouts, amounts: Amounts): Block[] {
  const channels = rowsOf(answer.tables, 'channels');
  if (channels.length === 0) return [];
  const sides = channels.length > 1 ? [...channels, allOf(answer)] : channels;
  const shown = LINES.filter(({ id }) => sides.some((side) => amountIn(side, id) !== 0));
  return [
    {
      kind: 'table',
      id: 'channels',
      columns: [{ label: '', align: 'left' }, ...columnsOf(channels)],
      rows: [
        ...shown.map(({ id, label }) =>
          rowOf(label, sides, (side) => amountText(numberIn(side, id), amounts)),
        ),
        ...resultRows(sides, amounts),
      ],
    },
  ];
}

function columnsOf(channels: readonly Row[]): readonly DocumentColumn[] {
  const own = channels.map((row, index): DocumentColumn => ({
    label: channelName(textIn(row, 'channel')),
    align: 'right',
    ...(index === 0 ? {} : { priority: index }),
  }));
  return own.length > 1 ? [...own, { label: 'all', align: 'right' }] : own;
}

function allOf({ figures }: Payouts): Row {
  const ids = [...LINES.map(({ id }) => id), 'expected', 'open', 'stated', 'difference', 'paid', 'keptShare'];
  return Object.fromEntries(
    ids.map((id) => [id, figures.find((figure) => figure.id === `payouts.${id}`)?.value ?? null]),
  );
}

function rowOf(label: string, sides: readonly Row[], textOf: (side: Row) => string): DocumentRow {
  return { cells: [cell(label), ...sides.map((side) => cell(textOf(side)))], style: 'normal' };
}

function resultRows(sides: readonly Row[], amounts: Amounts): readonly DocumentRow[] {
  const known =
    (id: string) =>
    (side: Row): string =>
      numberIn(side, id) === null ? '' : amountText(numberIn(side, id), amounts);
  const isTold = (id: string): boolean => sides.some((side) => numberIn(side, id) !== null);
  const isOpen = sides.some((side) => amountIn(side, 'open') !== 0);
  const open = (side: Row): string => amountText(-amountIn(side, 'open') || 0, amounts);
  return [
    ...(isOpen ? [rowOf('In no settlement yet', sides, open)] : []),
    { ...rowOf('Should have reached the bank', sides, known('expected')), style: 'total' },
    ...(isTold('stated') ? [rowOf('The platform says', sides, known('stated'))] : []),
    ...(isTold('difference') ? [rowOf('Difference', sides, known('difference'))] : []),
    ...(isTold('paid') ? [rowOf('Reached the bank', sides, known('paid'))] : []),
    {
      ...rowOf('Kept of what was sold', sides, (side) => percentText(numberIn(side, 'keptShare'))),
      style: 'muted',
    },
  ];
}
