/**
 * Mean of the known values in which a value counts `memory` times as much as the one after it (0 < memory ≤ 1): Σ mᵃ y / Σ mᵃ over the
 * ages a. Unlike exponential smoothing it does not lean on the first value. Unknown values (NaN) age the others and count for nothing;
 * nothing known: NaN.
 */
export function fadingMean(values: ArrayLike<number>, memory: number): number {
  let sum = 0;
  let weight = 0;
  for (let t = 0; t < values.length; t += 1) {
    const value = values[t] as number;
    sum *= memory;
    weight *= memory;
    if (Number.isNaN(value)) continue;
    sum += value;
    weight += 1;
  }
  return sum / weight;
}
