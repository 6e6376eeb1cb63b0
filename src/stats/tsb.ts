import { demandIntervals } from './demand-intervals.ts';
import { smoothedLevel } from './smoothed-level.ts';

/** Smoothing weights of the chance of a sale and of its size; both 0.1 by default. */
export interface TsbWeights {
  readonly probability?: number;
  readonly size?: number;
}

/**
 * Mean demand per period by Teunter, Syntetos and Babai: smoothed chance that a period sells × smoothed size of a sale. The chance learns
 * in every period, so the forecast decays when demand dies; the size at sales only. Unknown periods (NaN) are left out. No sale: 0.
 * Source: Teunter, Syntetos & Babai (2011), European Journal of Operational Research 214.
 */
export function tsb(history: ArrayLike<number>, { probability = 0.1, size = 0.1 }: TsbWeights = {}): number {
  const { sizes } = demandIntervals(history);
  if (sizes.length === 0) return 0;
  const sold = Float64Array.from(history, (value) => (Number.isNaN(value) ? NaN : Number(value > 0)));
  return smoothedLevel(sold, probability) * smoothedLevel(sizes, size);
}
