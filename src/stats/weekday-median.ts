import { median } from './order-statistics.ts';
import { byWeekday, type Days } from './weekday-profile.ts';

/**
 * By weekday, 0 = Monday: the median of the last `weeks` (8) known values of that weekday; one never known takes the median of the other
 * weekdays' medians. Nothing known: NaN. Good for revenue; for units of rare products biased towards zero.
 */
export function weekdayMedians(days: Days, weeks = 8): Float64Array {
  const medians = Float64Array.from(byWeekday(days, 0), (group) => median(group.slice(-weeks)));
  const middle = median(medians);
  return medians.map((value) => (Number.isNaN(value) ? middle : value));
}
