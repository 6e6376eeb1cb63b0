import type { Channel } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { keptOf, LINES, noSums, type LineSums } from './lines.ts';
import type { Reconciled } from './reconcile.ts';

/** The settlements of one channel, or of all, added up. */
export interface ChannelTotals {
  /** null: all channels */
  readonly channel: Channel | null;
  /** settlements, without what is in none */
  readonly settlements: number;
  readonly sums: LineSums;
  /** Σ of the rows of settlements */
  readonly expected: Minor;
  /** Σ of the rows that are in no settlement */
  readonly open: Minor;
  /** Σ of the platform's totals; null when it states none */
  readonly stated: Minor | null;
  /** Σ of the differences; null when no settlement has both a total and rows */
  readonly difference: Minor | null;
  /** Σ of what reached the bank; null when no file says */
  readonly paid: Minor | null;
  /** what the platform kept for its services */
  readonly kept: Minor;
  /** kept ÷ sold; null when nothing was sold */
  readonly keptShare: number | null;
  /** settlements whose total or payout can be compared, and those of them that differ */
  readonly compared: number;
  readonly differing: number;
}

/** All channels together, and each of them, most sold first. */
export function totalsOf(settlements: readonly Reconciled[]): {
  readonly totals: ChannelTotals;
  readonly channels: readonly ChannelTotals[];
} {
  const names = [...new Set(settlements.map(({ channel }) => channel))].sort();
  const channels = names.map((name) =>
    addUp(
      name,
      settlements.filter(({ channel }) => channel === name),
    ),
  );
  return {
    totals: addUp(null, settlements),
    channels: channels.sort((a, b) => b.sums.sold - a.sums.sold),
  };
}

function addUp(channel: Channel | null, settlements: readonly Reconciled[]): ChannelTotals {
  const sums = noSums();
  for (const settlement of settlements) for (const { id } of LINES) sums[id] += settlement.sums[id];
  const named = settlements.filter(({ id }) => id !== null);
  const kept = keptOf(sums);
  return {
    channel,
    settlements: named.length,
    sums,
    expected: total(named.map(({ expected }) => expected)) ?? 0,
    open: total(settlements.filter(({ id }) => id === null).map(({ expected }) => expected)) ?? 0,
    stated: total(named.map(({ stated }) => stated)),
    difference: total(named.map(({ difference }) => difference)),
    paid: total(settlements.map(({ paid }) => paid)),
    kept,
    keptShare: sums.sold > 0 ? kept / sums.sold : null,
    compared: named.filter(isCompared).length,
    differing: named.filter(differs).length,
  };
}

/** Sum of what is known; null when nothing is. */
function total(amounts: readonly (Minor | null)[]): Minor | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}

function isCompared({ difference, bankDifference }: Reconciled): boolean {
  return difference !== null || bankDifference !== null;
}

/** Its rows do not make its total, or something else reached the bank. */
export function differs({ difference, bankDifference }: Reconciled): boolean {
  return (difference ?? 0) !== 0 || (bankDifference ?? 0) !== 0;
}
