import { quantile } from './order-statistics.ts';

/**
 * The history with every value above the 98th percentile of its non-zero values (`share`) put down to that percentile, so that one bulk
 * order does not become the rate. Unknown values (NaN) stay unknown; no value above zero: unchanged.
 */
export function winsorise(history: ArrayLike<number>, share = 0.98): Float64Array {
  const values = Float64Array.from(history);
  const most = quantile(
    values.filter((value) => value > 0),
    share,
  );
  return values.map((value) => (value > most ? most : value));
}
