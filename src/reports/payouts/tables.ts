import type { Cell, Column, Table } from '../../domain/answer.ts';
import { LINES, type LineSums } from './lines.ts';
import type { Reconciliation } from './payouts.ts';
import type { Reconciled } from './reconcile.ts';
import type { ChannelTotals } from './totals.ts';

const LINE_COLUMNS: readonly Column[] = LINES.map(({ id, label }) => ({ id, label, unit: 'money' }));

/** Amounts in every table are signed as in the ledger: what leaves the shop is negative. */
export function payoutsTables(found: Reconciliation): readonly Table[] {
  return [
    channelsTable(found),
    settlementsTable(found),
    unsettledTable(found),
    withoutOrderTable(found),
    feesTable(found),
    heldTable(found),
  ];
}

function cellsOf(sums: LineSums): Record<string, Cell> {
  return Object.fromEntries(LINES.map(({ id }) => [id, sums[id]]));
}

function money(id: string, label: string): Column {
  return { id, label, unit: 'money' };
}

function text(id: string, label: string): Column {
  return { id, label, unit: 'text' };
}

function count(id: string, label: string): Column {
  return { id, label, unit: 'count' };
}

function channelsTable({ channels }: Reconciliation): Table {
  return {
    id: 'channels',
    label: 'By channel',
    columns: [
      text('channel', 'Channel'),
      count('settlements', 'Settlements'),
      ...LINE_COLUMNS,
      money('expected', 'Should have reached the bank'),
      money('open', 'In no settlement yet'),
      money('stated', 'The platform says'),
      money('difference', 'Difference'),
      money('paid', 'Reached the bank'),
      money('kept', 'Kept by the platform'),
      { id: 'keptShare', label: 'Kept of what was sold', unit: 'ratio' },
    ],
    rows: channels.map(channelRow),
  };
}

function channelRow({ channel, settlements, sums, ...own }: ChannelTotals): Record<string, Cell> {
  const { expected, open, stated, difference, paid, kept, keptShare } = own;
  return {
    ...{ channel, settlements },
    ...cellsOf(sums),
    ...{ expected, open, stated, difference, paid, kept, keptShare },
  };
}

function settlementsTable({ settlements }: Reconciliation): Table {
  return {
    id: 'settlements',
    label: 'Settlement by settlement',
    columns: [
      text('day', 'Paid out'),
      text('channel', 'Channel'),
      text('id', 'Settlement'),
      text('from', 'From'),
      text('to', 'To'),
      text('reference', 'Reference'),
      text('status', 'Status'),
      count('rows', 'Rows'),
      ...LINE_COLUMNS,
      money('expected', 'Should have reached the bank'),
      money('stated', 'The platform says'),
      money('difference', 'Difference'),
      money('paid', 'Reached the bank'),
      money('bankDifference', 'Difference at the bank'),
    ],
    rows: settlements.map(settlementRow),
  };
}

function settlementRow({ sums, from, to, reference, final, ...own }: Reconciled): Record<string, Cell> {
  const { day, channel, id, rows, expected, stated, difference, paid, bankDifference } = own;
  return {
    ...{ day, channel, id, from: from ?? null, to: to ?? null, reference: reference ?? null },
    ...{ status: final ? 'final' : 'not final', rows },
    ...cellsOf(sums),
    ...{ expected, stated, difference, paid, bankDifference },
  };
}

function unsettledTable({ unsettled }: Reconciliation): Table {
  return {
    id: 'unsettled',
    label: 'Orders without a settlement',
    columns: [
      text('channel', 'Channel'),
      text('order', 'Order'),
      text('placedOn', 'Placed'),
      money('amount', 'Amount'),
      text('why', 'Why'),
    ],
    rows: [...unsettled]
      .sort((a, b) => b.amount - a.amount || (a.order < b.order ? -1 : 1))
      .map(({ channel, order, placedOn, amount, isBeyond }) => ({
        ...{ channel, order, placedOn, amount },
        why: isBeyond ? 'placed after the last day of the settlements read' : 'no settlement names it',
      })),
  };
}

function withoutOrderTable({ withoutOrder }: Reconciliation): Table {
  return {
    id: 'withoutOrder',
    label: 'Payments and refunds without an order',
    columns: [
      text('channel', 'Channel'),
      text('kind', 'Kind'),
      text('name', 'Named'),
      text('day', 'Day'),
      money('amount', 'Amount'),
      text('file', 'File'),
      count('line', 'Line'),
    ],
    rows: [...withoutOrder]
      .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || (placeOf(a) < placeOf(b) ? -1 : 1))
      .map(({ channel, kind, name, day, amount, file, row }) => ({
        ...{ channel, kind, name, day, amount, file, line: row },
      })),
  };
}

function placeOf({ file, row }: { readonly file: string; readonly row: number }): string {
  return `${file}:${String(row).padStart(9, '0')}`;
}

function feesTable({ feesAbove }: Reconciliation): Table {
  return {
    id: 'feesAbove',
    label: 'Fees above the agreed rate',
    columns: [
      text('channel', 'Channel'),
      text('order', 'Order'),
      text('kind', 'Fee'),
      money('charged', 'Charged'),
      money('agreed', 'Agreed'),
      money('excess', 'Too much'),
    ],
    rows: [...feesAbove]
      .sort((a, b) => b.excess - a.excess || (a.order < b.order ? -1 : 1))
      .map((row) => ({ ...row })),
  };
}

const WHY_HELD = {
  reserve: 'held back as a reserve',
  deferred: 'deferred, on hold or pending',
  balance: 'in no payout yet',
} as const;

function heldTable({ held }: Reconciliation): Table {
  return {
    id: 'held',
    label: 'Money that the platforms still have',
    columns: [
      text('channel', 'Channel'),
      text('why', 'Why'),
      money('amount', 'Amount'),
      count('rows', 'Rows'),
      text('since', 'Since'),
    ],
    rows: [...held]
      .sort((a, b) => b.amount - a.amount)
      .map(({ channel, why, amount, rows, since }) => ({ channel, why: WHY_HELD[why], amount, rows, since })),
  };
}
