import type { Channel, Movement } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import type { Settlement } from '../../domain/settlement.ts';
import { lineOf, noSums, sumOfLines, type LineId, type LineSums } from './lines.ts';

/** One settlement as its rows make it, beside what the platform says and what reached the bank. Amounts signed as in the ledger. */
export interface Reconciled {
  readonly channel: Channel;
  /** null: rows that name no settlement, all of one channel together */
  readonly id: string | null;
  /** the day that it counts on: paid out, else its last day */
  readonly day: Day;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly reference?: string | undefined;
  readonly final: boolean;
  readonly rows: number;
  readonly sums: LineSums;
  /** Σ of its rows: what should have reached the bank; null when no row of it is in the books */
  readonly expected: Minor | null;
  /** the platform's own total; null when it states none */
  readonly stated: Minor | null;
  /** stated − expected; null when either is missing */
  readonly difference: Minor | null;
  /** what the platform's files say reached the bank; null when they do not */
  readonly paid: Minor | null;
  /** paid − (stated, else expected); null when either is missing */
  readonly bankDifference: Minor | null;
}

interface Gathering {
  readonly channel: Channel;
  readonly id: string | null;
  readonly sums: Record<LineId, Minor>;
  readonly payouts: Movement[];
  rows: number;
  from: Day | undefined;
  to: Day | undefined;
  final: boolean;
  settlement?: Settlement;
}

/**
 * Every settlement of one currency, by day, channel and id: the rows that bear its id, what the platform states of it, and the
 * payouts that bear its id, or that bear none but left on the day on which it alone was paid out. Rows without an id make one
 * entry per channel (`id` null).
 */
export function reconcile(
  movements: readonly Movement[],
  settlements: readonly Settlement[],
): readonly Reconciled[] {
  const groups = new Map<string, Gathering>();
  const groupOf = (channel: Channel, id: string | null): Gathering => {
    const key = `${channel}\n${id ?? ''}`;
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = emptyGroup(channel, id)));
    return group;
  };
  const nameless: Movement[] = [];
  for (const movement of movements) {
    if (movement.kind === 'payout' && movement.payoutId === undefined) nameless.push(movement);
    else gather(groupOf(movement.channel, movement.payoutId ?? null), movement);
  }
  for (const settlement of settlements) groupOf(settlement.channel, settlement.id).settlement = settlement;
  const byDay = payingDays(groups.values());
  for (const payout of nameless) {
    const group = only(byDay.get(`${payout.channel}\n${payout.day}`)) ?? groupOf(payout.channel, null);
    gather(group, payout);
  }
  return [...groups.values()].map(settled).sort(byDayThenId);
}

function emptyGroup(channel: Channel, id: string | null): Gathering {
  const nothing = { rows: 0, from: undefined, to: undefined, final: true };
  return { channel, id, sums: noSums(), payouts: [], ...nothing };
}

function gather(group: Gathering, movement: Movement): void {
  const { kind, day, amount, final } = movement;
  const line = lineOf(kind);
  if (line === undefined) {
    group.payouts.push(movement);
  } else {
    group.sums[line] += amount;
    group.rows += 1;
    if (!final) group.final = false;
  }
  if (group.from === undefined || day < group.from) group.from = day;
  if (group.to === undefined || day > group.to) group.to = day;
}

/** Settlements that no payout names yet, by the day on which each was paid out. */
function payingDays(groups: Iterable<Gathering>): ReadonlyMap<string, readonly Gathering[]> {
  const days = new Map<string, Gathering[]>();
  for (const group of groups) {
    const paidOn = group.settlement?.paidOn;
    if (paidOn === undefined || group.payouts.length > 0) continue;
    const key = `${group.channel}\n${paidOn}`;
    days.set(key, [...(days.get(key) ?? []), group]);
  }
  return days;
}

function only<Item>(items: readonly Item[] = []): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function settled(group: Gathering): Reconciled {
  const { channel, id, sums, rows, settlement } = group;
  return {
    ...{ channel, id, rows, sums },
    ...daysOf(group),
    reference: settlement?.reference,
    final: group.final && (settlement?.final ?? true),
    ...amountsOf(group),
  };
}

function daysOf({ id, payouts, settlement, from, to }: Gathering): Pick<Reconciled, 'day' | 'from' | 'to'> {
  const last = payouts
    .map(({ day }) => day)
    .sort()
    .at(-1);
  const [begins, ends] = [settlement?.from ?? from, settlement?.to ?? to];
  const paidOn = id === null ? undefined : (settlement?.paidOn ?? last);
  return { day: paidOn ?? ends ?? '', from: begins, to: ends };
}

type Amounts = Pick<Reconciled, 'expected' | 'stated' | 'difference' | 'paid' | 'bankDifference'>;

function amountsOf({ id, sums, rows, payouts, settlement }: Gathering): Amounts {
  const expected = rows === 0 ? null : sumOfLines(sums);
  const stated = settlement?.total ?? null;
  const paid = payouts.length === 0 ? null : payouts.reduce((sum, { amount }) => sum + amount, 0);
  // what is in no settlement yet is not expected to be paid out
  const bankDifference = id === null ? null : less(paid, stated ?? expected);
  return { expected, stated, difference: less(stated, expected), paid, bankDifference };
}

function less(amount: Minor | null, from: Minor | null): Minor | null {
  return amount === null || from === null ? null : amount - from;
}

function byDayThenId(a: Reconciled, b: Reconciled): number {
  const [one, other] = [a, b].map(({ day, channel, id }) => `${day}\n${channel}\n${id ?? ''}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
