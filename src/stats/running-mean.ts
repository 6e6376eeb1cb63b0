import { valueAt } from './value-at.ts';

/**
 * The mean of the known values from `half` before to `half` after each place, cut off at the ends. Places with fewer than half of the
 * window known take their value on the straight line between their nearest neighbours that have one, at the ends that of the nearest. Nowhere
 * enough known: all NaN.
 */
export function runningMean(values: ArrayLike<number>, half: number): Float64Array {
  const n = values.length;
  const sums = new Float64Array(n + 1);
  const counts = new Int32Array(n + 1);
  for (let i = 0; i < n; i += 1) {
    const value = valueAt(values, i);
    const known = !Number.isNaN(value);
    sums[i + 1] = valueAt(sums, i) + (known ? value : 0);
    counts[i + 1] = valueAt(counts, i) + (known ? 1 : 0);
  }
  const enough = Math.min(n, half + 1) / 2;
  const means = new Float64Array(n).map((_, i) => {
    const from = Math.max(0, i - half);
    const to = Math.min(n, i + half + 1);
    const count = valueAt(counts, to) - valueAt(counts, from);
    return count < enough ? NaN : (valueAt(sums, to) - valueAt(sums, from)) / count;
  });
  return bridged(means);
}

/** Gaps filled in place: a straight line between the neighbours, at the ends the nearest. */
function bridged(values: Float64Array): Float64Array {
  let last = -1;
  for (let i = 0; i <= values.length; i += 1) {
    if (i < values.length && Number.isNaN(values[i])) continue;
    const before = values[last] ?? valueAt(values, i);
    const after = values[i] ?? before;
    for (let j = last + 1; j < i; j += 1) {
      values[j] = before + ((after - before) * (j - last)) / (i - last);
    }
    last = i;
  }
  return values;
}
