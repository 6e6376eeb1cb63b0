import type { Arrival } from './on-order.ts';

/** How long stock lasts, day by day. */
export interface Cover {
  /** days until the shelf is empty, what is on its way counted when it comes; null: not within two years */
  readonly days: number | null;
  /** pieces asked for on the average of the days to come */
  readonly daily: number;
}

const FARTHEST = 730;

/**
 * Runs the expected demand of each coming day (pieces a usual day × what the day is worth; beyond the known days their average) against
 * what is free on the shelf, adding what arrives on its day. Days are whole and part of the last: 2 pieces at 4 a day last half a day.
 * Nothing free: 0 days. Nothing asked for: null.
 */
export function coverOf(
  free: number,
  {
    rate,
    ahead,
    arrivals,
  }: { readonly rate: number; readonly ahead: Float64Array; readonly arrivals: readonly Arrival[] },
): Cover {
  const average = ahead.reduce((sum, factor) => sum + factor, 0) / Math.max(1, ahead.length);
  const daily = rate * average;
  if (!(daily > 0)) return { days: null, daily: 0 };
  let left = free;
  for (let day = 0; day < FARTHEST; day += 1) {
    if (left <= 0) return { days: day, daily };
    const asked = rate * (ahead[day] ?? average);
    if (asked >= left) return { days: day + left / asked, daily };
    left -= asked;
    for (const { inDays, quantity } of arrivals) if (inDays === day + 1) left += quantity;
  }
  return { days: null, daily };
}
