import type { CauseCheck } from './sale-line.ts';
import type { Order, Week } from './weeks.ts';

/** A state or country from which far fewer orders came than chance allows. */
export interface SilentSegment {
  readonly segment: string;
  readonly lost: number;
  readonly chance: number;
  readonly check: CauseCheck;
}

const CHANCE_LIMIT = 0.01;

/** P(X ≤ count) of a Poisson number with this mean. */
export function poissonAtMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let total = term;
  for (let k = 1; k <= count; k += 1) {
    term *= mean / k;
    total += term;
  }
  return Math.min(1, total);
}

interface Tally {
  orders: number;
  gross: number;
}

type Dimension = 'segment' | 'channel';

function tallied(orders: readonly Order[], dimension: Dimension): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const order of orders) {
    const { gross } = order;
    const segment = order[dimension];
    if (segment === undefined) continue;
    const tally = tallies.get(segment) ?? { orders: 0, gross: 0 };
    tally.orders += 1;
    tally.gross += gross;
    tallies.set(segment, tally);
  }
  return tallies;
}

function silentIn(dimension: Dimension, week: Week, by: Usual): readonly SilentSegment[] {
  const usual = tallied(
    by.weeks.flatMap(({ orders }) => orders),
    dimension,
  );
  const now = tallied(week.orders, dimension);
  const home = [...usual].sort((a, b) => b[1].orders - a[1].orders)[0]?.[0];
  return [...usual].flatMap(([segment, tally]) => {
    const { orders, gross } = now.get(segment) ?? { orders: 0, gross: 0 };
    const expected = (tally.orders / by.weeks.length) * by.traffic;
    const chance = poissonAtMost(orders, expected);
    const lost = (expected * tally.gross) / tally.orders - gross;
    if (segment === home || chance >= CHANCE_LIMIT / usual.size || lost <= 0) return [];
    const check: CauseCheck = { kind: 'segment_orders', segment, usual: expected, now: orders, chance };
    return [{ segment, lost, chance, check }];
  });
}

/** The weeks before, and orders in the current week as a part of theirs. */
export interface Usual {
  readonly weeks: readonly Week[];
  readonly traffic: number;
}

const lostOf = (silent: readonly SilentSegment[]): number => silent.reduce((sum, { lost }) => sum + lost, 0);

/**
 * States, countries or channels whose orders fell further behind those of the whole shop than Poisson's law allows once in a hundred such
 * looks: P(X ≤ orders) < 0.01 ÷ number of segments, at the segment's usual orders × `traffic`. The one most orders come from is the
 * shop itself and not looked at. Missed: usual gross × traffic − gross. Of segments and channels only the dimension that misses
 * more is told, because both speak of the same orders.
 */
export function silentSegments(week: Week, usual: Usual): readonly SilentSegment[] {
  const segments = silentIn('segment', week, usual);
  const channels = silentIn('channel', week, usual);
  return lostOf(channels) > lostOf(segments) ? channels : segments;
}
