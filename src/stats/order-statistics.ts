/** Makes the median of normal deviations' sizes an estimate of their standard deviation: 1 / Φ⁻¹(3/4). */
const MAD_TO_SIGMA = 1.482602218505602;

/** The values that are known (not NaN), ascending, as a list of its own. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

/**
 * The q-quantile (0 ≤ q ≤ 1) of values already ascending, interpolated linearly between the two nearest: Hyndman & Fan (1996) type 7,
 * the default of R and NumPy. No values: NaN.
 */
export function quantileOfSorted(ascending: ArrayLike<number>, q: number): number {
  const place = (ascending.length - 1) * q;
  const below = Math.floor(place);
  const low = ascending[below];
  if (low === undefined) return NaN;
  const high = ascending[below + 1] ?? low;
  return low + (high - low) * (place - below);
}

/** The q-quantile of the known values, in any order; see {@link quantileOfSorted}. */
export function quantile(values: ArrayLike<number>, q: number): number {
  return quantileOfSorted(sorted(values), q);
}

/** The middle of the known values; of an even number of them the mean of the two in the middle. None: NaN. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/** Arithmetic mean of the known values. None: NaN. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (value === undefined || Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}

/** Sample variance (divisor n − 1) of the known values. Fewer than two: NaN. */
export function variance(values: ArrayLike<number>): number {
  const known = Array.from(values).filter((value) => !Number.isNaN(value));
  const centre = mean(known);
  if (known.length < 2) return NaN;
  return known.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (known.length - 1);
}

/**
 * Robust standard deviation: 1.4826 × the median distance of the known values from their median (MAD). More than half of the values
 * equal: 0. No values: NaN. Source: Rousseeuw & Croux (1993).
 */
export function robustDeviation(values: ArrayLike<number>): number {
  const centre = median(values);
  return MAD_TO_SIGMA * median(Float64Array.from(values, (value) => Math.abs(value - centre)));
}
