/** What is known of an uncertain quantity that is never below some bound: here the demand of some days. */
export interface Distribution {
  readonly mean: number;
  readonly variance: number;
  /** P(D ≤ x) */
  cdf(x: number): number;
  /** P(D ≥ x) */
  atLeast(x: number): number;
  /** the smallest x with P(D ≤ x) ≥ q, 0 < q < 1; of what has no end infinite for q = 1 */
  quantile(q: number): number;
  /** E[(D − stock)+]: what is short on average when `stock` is on hand; also the partial expectation or loss function */
  expectedShort(stock: number): number;
}

/** A quantity that is certain: all chance lies on one value. */
export function certain(value: number): Distribution {
  return {
    mean: value,
    variance: 0,
    cdf: (x) => Number(x >= value),
    atLeast: (x) => Number(x <= value),
    quantile: () => value,
    expectedShort: (stock) => Math.max(0, value - stock),
  };
}
