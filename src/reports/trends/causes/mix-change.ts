import { variance } from '../../../stats/order-statistics.ts';
import { priceVolumeMix } from '../../../stats/shapley.ts';
import type { Measured } from './finding.ts';
import { type ItemReference, type Reference, usualPrice } from './reference.ts';
import type { Carrier, CauseCheck } from './sale-line.ts';
import type { Scene } from './scene.ts';
import type { Week } from './weeks.ts';

const at = (values: readonly number[], place: number): number => values[place] ?? NaN;

const QUARTERS = 4;
/** More than this part of a week's sales is not put down to mix. */
const SMALLEST_REST = 0.05;

/** What is usual of the items of one price class. */
interface PriceClass {
  readonly share: number;
  readonly price: number;
  readonly quantity: number;
  readonly gross: number;
}

export interface PriceClasses {
  /** class of an item, 0 the cheapest */
  readonly of: ReadonlyMap<string, number>;
  readonly classes: readonly PriceClass[];
}

/** A class that no item falls in (a shop of very few items) counts nothing. */
function priceClass(members: readonly (readonly [ItemReference, number])[], total: number): PriceClass {
  const sum = (of: (usual: ItemReference, price: number) => number): number =>
    members.reduce((all, [usual, price]) => all + of(usual, price), 0);
  const lines = sum((usual) => usual.lines);
  const perLine = (value: number): number => (lines === 0 ? 0 : value / lines);
  return {
    share: lines / total,
    price: perLine(sum((usual, price) => usual.lines * price)),
    quantity: perLine(sum((usual) => usual.quantity)),
    gross: perLine(sum((usual) => usual.gross)),
  };
}

/** Quarters of the usual lines by the usual price of their items, the cheapest first; items in `without` are left out. */
export function priceClasses(reference: Reference, without: ReadonlySet<string>): PriceClasses {
  const items = [...reference.items]
    .filter(([item]) => !without.has(item))
    .map(([item, usual]) => [item, usual, usualPrice(usual)] as const)
    .sort((a, b) => a[2] - b[2]);
  const total = items.reduce((sum, [, { lines }]) => sum + lines, 0);
  const of = new Map<string, number>();
  const members = Array.from({ length: QUARTERS }, (): (readonly [ItemReference, number])[] => []);
  let before = 0;
  for (const [item, usual, price] of items) {
    const place = Math.floor((QUARTERS * before) / total);
    of.set(item, place);
    members[place]?.push([usual, price]);
    before += usual.lines;
  }
  return { of, classes: members.map((own) => priceClass(own, total)) };
}

/** Part of the week's lines in each price class. */
export function classShares(week: Week, { of, classes }: PriceClasses): readonly number[] {
  const counts = classes.map(() => 0);
  for (const { item } of week.sales) {
    const place = of.get(item);
    if (place !== undefined) counts[place] = at(counts, place) + 1;
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? NaN : count / total));
}

/**
 * Mean logarithm of the usual unit price of the items bought, against the reference weeks: below 0 when buyers turned to cheaper items. What
 * is measured is the choice of items, at usual prices. Items in `without` (out of stock) are left out of both.
 */
export function mixMeasure(week: Week, reference: Reference, without: ReadonlySet<string>): Measured {
  let usual = 0;
  let usualLines = 0;
  for (const [item, { lines, logPrice }] of reference.items) {
    if (without.has(item)) continue;
    usual += lines * logPrice;
    usualLines += lines;
  }
  const now: number[] = [];
  for (const { item } of week.sales) {
    const price = without.has(item) ? undefined : reference.items.get(item)?.logPrice;
    if (price !== undefined) now.push(price);
  }
  if (now.length < 2) return { value: 0, sampling: Infinity };
  const mean = now.reduce((sum, value) => sum + value, 0) / now.length;
  return { value: mean - usual / usualLines, sampling: Math.sqrt(variance(now) / week.orders.length) };
}

/**
 * What a move of lines between price classes did to gross sales, as logarithm of a factor. A line of the dearer half counts its class's usual gross per line; a
 * line of the cheaper half the class's usual price × the pieces per line of the dearer half, because who buys something cheaper
 * instead buys as many of it.
 */
export function mixWorth(week: Week, { of, classes }: PriceClasses): number {
  const dear = classes.slice(QUARTERS / 2);
  const dearLines = dear.reduce((sum, one) => sum + one.share, 0);
  const pieces = dear.reduce((sum, one) => sum + (one.quantity * one.share) / (dearLines || 1), 0);
  const shares = classShares(week, { of, classes });
  const usual = classes.map(({ share }) => share);
  const worth = classes.map((one, i) => (i < QUARTERS / 2 ? one.price * pieces : one.gross));
  const perLine = worth.reduce((sum, value, i) => sum + value * (at(shares, i) - at(usual, i)), 0);
  return -Math.log(Math.max(SMALLEST_REST, 1 - (perLine * week.sales.length) / week.gross));
}

/** Items that carry a change of mix, by Shapley's split of price, volume and mix over the items that go on selling. */
export function mixCarriers(
  { current, reference, weeks }: Scene,
  without: ReadonlySet<string>,
): readonly Carrier[] {
  const items = [...reference.items].filter(([item]) => !without.has(item));
  const now = items.map(([item]) => current.items.get(item));
  const { mixByItem } = priceVolumeMix(
    {
      quantity: items.map(([, usual]) => usual.quantity / weeks.length),
      revenue: items.map(([, usual]) => usual.gross / weeks.length),
    },
    {
      quantity: now.map((item) => item?.quantity ?? 0),
      revenue: now.map((item) => item?.gross ?? 0),
    },
  );
  return items.map(([name], i) => ({ name, amount: at(mixByItem, i) }));
}

/** The shares of lines of the cheapest and the dearest quarter, usual and now. */
export function mixChecks(week: Week, prices: PriceClasses): readonly CauseCheck[] {
  const shares = classShares(week, prices);
  const usual = prices.classes.map((one) => one.share);
  const check = (of: 'cheapest_quarter' | 'dearest_quarter', place: number): CauseCheck => ({
    kind: 'share_of_lines',
    of,
    usual: at(usual, place),
    now: at(shares, place),
  });
  return [check('cheapest_quarter', 0), check('dearest_quarter', QUARTERS - 1)];
}
