import type { Measured } from './finding.ts';
import type { ItemReference, Reference } from './reference.ts';
import type { PastWeek } from './scene.ts';
import type { Week } from './weeks.ts';

export interface StoppedItem {
  readonly item: string;
  readonly fromDay: number;
  readonly openDaysWithout: number;
  readonly usualPerOpenDay: number;
  readonly chance: number;
  /** gross sales missed, ≥ 0 */
  readonly lost: number;
}

interface Run {
  readonly fromDay: number;
  readonly length: number;
}

/** Less likely than this, silence is no chance (methods of the trade speak of "stopped selling" from 99 % on). */
const CHANCE_LIMIT = 0.01;
/** No item is believed to sell on more than this part of days. */
const SURE_SALE = 0.95;

function longestSilence(week: Week, soldOn: ReadonlySet<number>): Run {
  let best: Run = { fromDay: week.from, length: 0 };
  let run: Run = best;
  for (const day of week.openDays) {
    if (soldOn.has(day)) run = { fromDay: day, length: 0 };
    else run = run.length === 0 ? { fromDay: day, length: 1 } : { ...run, length: run.length + 1 };
    if (run.length > best.length) best = run;
  }
  return best;
}

/** Orders per open day against those of the reference: fewer buyers make silence of an item likelier. Both must have orders. */
export function trafficRatio(week: Week, reference: Reference): number {
  return week.orders.length / week.openDays.length / (reference.orders / reference.openDays);
}

function stoppedItem(
  item: string,
  usual: ItemReference,
  at: { week: Week; reference: Reference; traffic: number },
) {
  const { week, reference, traffic } = at;
  const usualPerOpenDay = usual.quantity / reference.openDays;
  const lostIn = (days: number): number => (usual.gross / reference.openDays) * days * traffic;
  const empty = week.openDays.filter((day) => week.isOut(item, day));
  if (empty[0] !== undefined) {
    const run = { fromDay: empty[0], openDaysWithout: empty.length };
    return { item, ...run, usualPerOpenDay, chance: 0, lost: lostIn(empty.length) };
  }
  const perDay = Math.min(SURE_SALE, (usual.daysSold / reference.openDays) * Math.min(1, traffic));
  // even silent on all days it would be chance: most items end here
  if ((1 - perDay) ** week.openDays.length >= CHANCE_LIMIT) return undefined;
  const soldOn = new Set(week.items.get(item)?.sales.map(({ day }) => day));
  const run = longestSilence(week, soldOn);
  // a silence may begin on any day that leaves room for it
  const beginnings = week.openDays.length - run.length + 1;
  const chance = Math.min(1, beginnings * (1 - perDay) ** run.length);
  if (chance >= CHANCE_LIMIT) return undefined;
  return {
    item,
    fromDay: run.fromDay,
    openDaysWithout: run.length,
    usualPerOpenDay,
    chance,
    lost: lostIn(run.length),
  };
}

/**
 * Items that sold nothing for so many open days on end that chance would do it in less than 1 of 100: chance ≤ k (1 − p)ⁿ with p the part of
 * open days on which the item usually sells (less when fewer orders came) and k the days on which such a silence could begin. Where the shop's stock says that there was nothing to sell,
 * those days count without asking chance. Missed: usual gross per open day × n.
 */
export function stoppedItems(week: Week, reference: Reference): readonly StoppedItem[] {
  const at = { week, reference, traffic: trafficRatio(week, reference) };
  return [...reference.items]
    .map(([item, usual]) => stoppedItem(item, usual, at))
    .filter((stopped) => stopped !== undefined);
}

/** Logarithm of the factor by which items that stopped selling moved the week's gross sales. */
export function stoppedMeasure(week: Week, stopped: readonly StoppedItem[]): Measured {
  const lost = stopped.reduce((sum, item) => sum + item.lost, 0);
  return { value: -Math.log(1 + lost / week.gross), sampling: 0 };
}

/**
 * By how much the best sellers of a week sell above their usual, as a logarithm: items run out because they sell better than usual, so
 * their usual sales say too little. Mean over the past weeks of ln(what the week's `count` best sellers sold ÷ their usual); no items or
 * no past: 0.
 */
export function bestSellersSurge(past: readonly PastWeek[], count: number): number {
  if (count === 0 || past.length === 0) return 0;
  const surges = past.map(({ week, reference }) => {
    const ranked = [...week.items]
      .map(([item, { gross }]) => ({ gross, usual: reference.items.get(item)?.gross ?? 0 }))
      .filter(({ usual }) => usual > 0)
      .toSorted((a, b) => b.gross - a.gross)
      .slice(0, count);
    const sold = ranked.reduce((sum, { gross }) => sum + gross, 0);
    const usual = ranked.reduce((sum, one) => sum + one.usual, 0) / reference.weeks.length;
    return ranked.length === 0 ? 0 : Math.log(sold / usual);
  });
  return surges.reduce((sum, surge) => sum + surge, 0) / surges.length;
}
