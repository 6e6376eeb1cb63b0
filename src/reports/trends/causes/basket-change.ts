import { median, quantile } from '../../../stats/order-statistics.ts';
import type { Measured } from './finding.ts';
import type { Reference } from './reference.ts';
import type { Order, Week } from './weeks.ts';

/** Standard error of a median of n normal values is √(π/2) σ/√n. */
const MEDIAN_ERROR = Math.sqrt(Math.PI / 2);
/** Distance of the quartiles of a normal distribution in standard deviations. */
const QUARTILE_RANGE = 1.349;

function meanByOrder(entries: Iterable<readonly [Order, number]>): readonly number[] {
  const sums = new Map<Order, { sum: number; count: number }>();
  for (const [order, value] of entries) {
    const known = sums.get(order);
    if (known === undefined) sums.set(order, { sum: value, count: 1 });
    else {
      known.sum += value;
      known.count += 1;
    }
  }
  return [...sums.values()].map(({ sum, count }) => sum / count);
}

function* against(
  week: Week,
  reference: Reference,
  only: (item: string) => boolean,
): Generator<readonly [Order, number]> {
  // a week of the reference is compared with the other lines of its items, not with itself
  const own = reference.weeks.includes(week) ? 1 : 0;
  for (const { item, order, logQuantity: log } of week.sales) {
    const usual = only(item) ? reference.items.get(item) : undefined;
    if (usual === undefined || usual.lines <= own) continue;
    yield [order, log - (usual.sumLogQuantity - own * log) / (usual.lines - own)];
  }
}

/**
 * Pieces per line of like items against the reference weeks, as a logarithm: in each order the mean over its lines of ln(pieces ÷ the item's
 * geometric mean), then the median over orders, less the same of the reference's own orders. The median keeps one bulk order from
 * speaking for all.
 */
export function basketMeasure(week: Week, reference: Reference, only: (item: string) => boolean): Measured {
  const now = meanByOrder(against(week, reference, only));
  const usual = reference.weeks.flatMap((one) => meanByOrder(against(one, reference, only)));
  if (now.length < 2 || usual.length < 2) return { value: 0, sampling: Infinity };
  const spread = (quantile(now, 0.75) - quantile(now, 0.25)) / QUARTILE_RANGE;
  return {
    value: median(now) - median(usual),
    sampling: MEDIAN_ERROR * spread * Math.sqrt(1 / now.length + 1 / usual.length),
  };
}
