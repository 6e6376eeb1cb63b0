import { type Distribution } from './distribution.ts';

/** Values and the weight of each; weights need not sum to one. */
export interface WeightedValues {
  readonly values: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

interface Ascending {
  readonly values: Float64Array;
  /** weight of this value and all below, as a share of the whole */
  readonly below: Float64Array;
  /** weighted sum of this value and all below, as a share of the whole */
  readonly sums: Float64Array;
}

function ascending({ values, weights }: WeightedValues): Ascending {
  const order = Array.from(values, (_, i) => i)
    .filter((i) => (weights[i] as number) > 0)
    .sort((a, b) => (values[a] as number) - (values[b] as number));
  const below = new Float64Array(order.length);
  const sums = new Float64Array(order.length);
  let weight = 0;
  let sum = 0;
  order.forEach((i, rank) => {
    weight += weights[i] as number;
    sum += (weights[i] as number) * (values[i] as number);
    below[rank] = weight;
    sums[rank] = sum;
  });
  return {
    values: Float64Array.from(order, (i) => values[i] as number),
    below: below.map((share) => share / weight),
    sums: sums.map((share) => share / weight),
  };
}

/** How many of the values that rise are below `bound`, or at it when `orAt`. */
function countBelow(values: Float64Array, bound: number, orAt: boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle] as number;
    if (value < bound || (orAt && value === bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Guards sums of shares such as 0.1 + 0.2 against not reaching the q they add up to. */
const ROUNDING = 1e-12;

/**
 * The distribution that gives each value its share of the weight. Values of weight 0 are left out; no weight at all: undefined. The
 * quantile is the smallest value whose share and that of all below reach q, never between two values.
 */
export function empiricalDistribution(weighted: WeightedValues): Distribution | undefined {
  const { values, below, sums } = ascending(weighted);
  const last = values.length - 1;
  if (last < 0) return undefined;
  const mean = sums[last] as number;
  const shareOf = (count: number): number => below[count - 1] ?? 0;
  let variance = 0;
  values.forEach((value, i) => (variance += (value - mean) ** 2 * (shareOf(i + 1) - shareOf(i))));
  return {
    mean,
    variance,
    cdf: (x) => shareOf(countBelow(values, x, true)),
    atLeast: (x) => 1 - shareOf(countBelow(values, x, false)),
    quantile: (q) => values[Math.min(last, countBelow(below, q - ROUNDING, false))] as number,
    expectedShort: (stock) => {
      const count = countBelow(values, stock, true);
      return mean - (sums[count - 1] ?? 0) - stock * (1 - shareOf(count));
    },
  };
}
