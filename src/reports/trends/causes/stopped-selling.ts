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

/** Orders per open day against the reference: fewer buyers make silence of an item likelier. */
export function trafficRatio(week: Week, reference: Reference): number {
  const usual = reference.orders / reference.openDays;
  return usual > 0 && week.openDays.length > 0 ? week.orders.length / week.openDays.length / usual : 1;
}

function stoppedItem(
  item: string,
  usual: ItemReference,
  at: { week: Week; reference: Reference; traffic: number },
) {
  const { week, reference, traffic } = at;
  const perDay = Math.min(SURE_SALE, (usual.daysSold / reference.openDays) * Math.min(1, traffic));
  // even silent on all days it would be chance: most items end here
  if ((1 - perDay) ** week.openDays.length >= CHANCE_LIMIT) return undefined;
  const soldOn = new Set(week.items.get(item)?.sales.map(({ day }) => day));
  const run = longestSilence(week, soldOn);
  const chance = (1 - perDay) ** run.length;
  if (chance >= CHANCE_LIMIT) return undefined;
  return {
    item,
    fromDay: run.fromDay,
    openDaysWithout: run.length,
    usualPerOpenDay: usual.quantity / reference.openDays,
    chance,
    lost: (usual.gross / reference.openDays) * run.length * traffic,
  };
}

/**
 * Items that sold nothing for so many open days on end that chance would do it in less than 1 of 100: chance = (1 − p)ⁿ with p the part of
 * open days on which the item usually sells (less when fewer orders came). Missed: usual gross per open day × n.
 */
export function stoppedItems(week: Week, reference: Reference): readonly StoppedItem[] {
  const at = { week, reference, traffic: trafficRatio(week, reference) };
  return [...reference.items]
    .map(([item, usual]) => stoppedItem(item, usual, at))
    .filter((stopped) => stopped !== undefined);
}

/** Logarithm of the factor by which items that stopped selling moved the week's gross sales. */
export function stoppedMeasure(week: Week, reference: Reference): Measured {
  const lost = stoppedItems(week, reference).reduce((sum, item) => sum + item.lost, 0);
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
