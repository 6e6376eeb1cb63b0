import { fadingMean } from './fading-mean.ts';
import { valueAt } from './value-at.ts';
import { type Days, weekdayAt } from './weekday-profile.ts';
import { winsorise } from './winsorise.ts';

/** Weight of a day against the next: half of what is known is as old as 19 days. */
const MEMORY = 0.965;
/** Above this share of a product's selling days lie its bulk orders. */
const BULK_SHARE = 0.95;

/**
 * Mean units of one product on each day to come: the store's weekday profile × the level of the product, a fading mean (0.965 a day) of its
 * days ÷ profile, put down to the 95th percentile of its days with a sale. Days without stock have to be NaN. `storeProfile` is the
 * `weekdayProfile` of all the store's units: a single product's own is mostly noise. A weekday on which the store is closed: 0; nothing
 * known: NaN. Begin the history at the product's first sale.
 */
export function unitForecast(history: Days, storeProfile: ArrayLike<number>, horizon: number): Float64Array {
  const factorAt = (index: number) => valueAt(storeProfile, weekdayAt(history, index));
  const adjusted = new Float64Array(history.values).map((value, i) =>
    factorAt(i) > 0 ? value / factorAt(i) : NaN,
  );
  const level = fadingMean(winsorise(adjusted, BULK_SHARE), MEMORY);
  return Float64Array.from({ length: horizon }, (_, step) => level * factorAt(history.values.length + step));
}
