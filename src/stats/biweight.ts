import { median, robustDeviation } from './order-statistics.ts';

/** Distances beyond that many robust deviations count nothing. */
const CUT = 9;

/**
 * Biweight midvariance, its root: a standard deviation that neither wild values move (those beyond 9 deviations count nothing) nor few
 * values make as uncertain as the median distance does. √(n Σ (x − m)² (1 − u²)⁴) / |Σ (1 − u²)(1 − 5 u²)|, u = (x − m)/(9 MAD).
 * More than half of the values equal: 0. Nothing known: NaN. Source: Mosteller & Tukey (1977), ch. 10.
 */
export function biweightDeviation(values: ArrayLike<number>): number {
  const known = Array.from(values).filter((value) => !Number.isNaN(value));
  const centre = median(known);
  // the formula speaks of the plain median distance
  const reach = (CUT * robustDeviation(known)) / 1.482602218505602;
  if (!(reach > 0)) return reach;
  let above = 0;
  let below = 0;
  for (const value of known) {
    const u = ((value - centre) / reach) ** 2;
    if (u >= 1) continue;
    above += (value - centre) ** 2 * (1 - u) ** 4;
    below += (1 - u) * (1 - 5 * u);
  }
  return Math.sqrt(known.length * above) / Math.abs(below);
}
