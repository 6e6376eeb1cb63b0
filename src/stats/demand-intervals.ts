/** Sizes of the sales of a series and the periods from one to the next; the first interval counts from before the first period. */
export interface DemandIntervals {
  readonly sizes: readonly number[];
  readonly intervals: readonly number[];
}

/**
 * Splits intermittent demand into the sizes above zero and the intervals between them (a sale in the period after a sale: 1). Unknown
 * periods (NaN) are left out as if they had not been, so a gap in the records lengthens no interval. No sale: two empty lists.
 */
export function demandIntervals(history: ArrayLike<number>): DemandIntervals {
  const sizes: number[] = [];
  const intervals: number[] = [];
  let since = 0;
  for (let t = 0; t < history.length; t += 1) {
    const value = history[t] as number;
    if (Number.isNaN(value)) continue;
    since += 1;
    if (value <= 0) continue;
    sizes.push(value);
    intervals.push(since);
    since = 0;
  }
  return { sizes, intervals };
}
