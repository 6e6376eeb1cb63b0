import type { Channel, Movement } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import type { Reconciled } from './reconcile.ts';

/**
 * Money of the shop that a platform still has. `reserve`: held back on purpose; `deferred`: waiting, on hold or pending, the
 * platform may still change it; `balance`: final, and in no payout yet.
 */
export interface Held {
  readonly channel: Channel;
  readonly why: 'reserve' | 'deferred' | 'balance';
  readonly amount: Minor;
  /** rows that make it up */
  readonly rows: number;
  /** the earliest of them */
  readonly since: Day;
}

/** What every channel still has, as far as its files reach; nothing that comes to zero or less. */
export function heldMoney(
  movements: readonly Movement[],
  settlements: readonly Reconciled[],
): readonly Held[] {
  const channels = [...new Set(movements.map(({ channel }) => channel))].sort();
  return channels.flatMap((channel) => {
    const own = movements.filter((movement) => movement.channel === channel);
    return [
      ...reserves(own),
      ...sumOf(
        'deferred',
        own.filter(({ final, kind }) => !final && kind !== 'payout'),
      ),
      ...balance(
        own,
        settlements.filter((settlement) => settlement.channel === channel),
      ),
    ];
  });
}

/** Held back less released, day by day; a release of what was held before the files begin is no debt. */
function reserves(own: readonly Movement[]): readonly Held[] {
  const rows = own.filter(({ kind, final }) => kind === 'reserve' && final);
  // what one settlement gives back comes before what it holds back anew
  const sorted = [...rows].sort((a, b) => (a.day === b.day ? b.amount - a.amount : a.day < b.day ? -1 : 1));
  const [first] = sorted;
  const amount = sorted.reduce((held, movement) => Math.max(0, held - movement.amount), 0);
  if (first === undefined || amount === 0) return [];
  return [{ channel: first.channel, why: 'reserve', amount, rows: rows.length, since: first.day }];
}

function sumOf(why: Held['why'], rows: readonly Movement[], less: Minor = 0): readonly Held[] {
  const amount = rows.reduce((sum, movement) => sum + movement.amount, -less);
  const [first] = rows;
  if (first === undefined || amount <= 0) return [];
  const since = rows.reduce((earliest, { day }) => (day < earliest ? day : earliest), first.day);
  return [{ channel: first.channel, why, amount, rows: rows.length, since }];
}

/**
 * Final rows of no settlement less what was paid out without naming rows. Known only for a channel whose files tell of payouts
 * at all: a list of payments says nothing of where they went.
 */
function balance(own: readonly Movement[], settlements: readonly Reconciled[]): readonly Held[] {
  const paid = settlements.reduce(
    (sum, { id, rows, paid: payout, stated }) =>
      sum + (id === null || rows === 0 ? (payout ?? (id === null ? 0 : (stated ?? 0))) : 0),
    0,
  );
  const isTold = settlements.some(({ paid: payout, stated }) => payout !== null || stated !== null);
  if (!isTold) return [];
  const open = own.filter(
    ({ kind, final, payoutId }) => kind !== 'payout' && kind !== 'reserve' && final && payoutId === undefined,
  );
  return sumOf('balance', open, paid);
}
