import { demandIntervals } from './demand-intervals.ts';
import { smoothedLevel } from './smoothed-level.ts';

/** `sba` takes out Croston's bias by 1 − α/2 (Syntetos & Boylan 2005), `sbj` by 1 − α/(2 − α) (Shale, Boylan & Johnston 2006). */
export type CrostonVariant = 'croston' | 'sba' | 'sbj';

const CORRECTIONS: Readonly<Record<CrostonVariant, (alpha: number) => number>> = {
  croston: () => 1,
  sba: (alpha) => 1 - alpha / 2,
  sbj: (alpha) => 1 - alpha / (2 - alpha),
};

/**
 * Mean demand per period by Croston's method: smoothed size of a sale ÷ smoothed interval between sales, α = 0.1 by default. It learns
 * at sales only, so it never falls after demand has died; use TSB where that can happen. No sale: 0.
 * Source: Croston (1972), Operational Research Quarterly 23.
 */
export function croston(
  history: ArrayLike<number>,
  variant: CrostonVariant = 'croston',
  alpha = 0.1,
): number {
  const { sizes, intervals } = demandIntervals(history);
  if (sizes.length === 0) return 0;
  return (CORRECTIONS[variant](alpha) * smoothedLevel(sizes, alpha)) / smoothedLevel(intervals, alpha);
}
