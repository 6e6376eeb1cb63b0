import { mean, variance } from './order-statistics.ts';

/**
 * How many standard deviations of its own past an effect lies from the mean of that past; the deviation is widened by √(1 + 1/n) for a
 * mean known from n values only. `floor` (same unit as the effect, 0 by default) is the least deviation believed, so that a past
 * that happens to be quiet does not make everything notable. Fewer than two known values and no floor: NaN. Quiet past and no
 * floor: ±Infinity, or 0 for no effect.
 */
export function deviationsFromPast(effect: number, past: readonly number[], floor = 0): number {
  const known = past.filter((value) => !Number.isNaN(value));
  if (known.length < 2 && floor === 0) return NaN;
  const own = known.length < 2 ? 0 : Math.sqrt(variance(known) * (1 + 1 / known.length));
  const distance = effect - (known.length === 0 ? 0 : mean(known));
  return distance === 0 ? 0 : distance / Math.max(own, floor);
}
