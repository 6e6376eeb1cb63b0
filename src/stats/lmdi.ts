/** L(a, b) = (a − b) / ln(a/b) for a, b > 0; L(a, a) = a; 0 when either is 0 (the limit). */
export function logarithmicMean(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  const [larger, smaller] = a > b ? [a, b] : [b, a];
  const excess = (larger - smaller) / smaller;
  // near 1 the quotient of two tiny differences loses its digits
  return excess < 1e-8 ? (larger + smaller) / 2 : (larger - smaller) / Math.log1p(excess);
}

/**
 * Splits the change of a product R = x₁x₂…xₙ over its factors by the logarithmic mean Divisia index: effect of x = L(R₁, R₀) ln(x₁/x₀).
 * The effects sum to R₁ − R₀; swapping the periods flips every sign. Factors are ≥ 0. Factors that are 0 in the period whose
 * product is 0 share the whole change equally (the limit as they go to 0); a product that is 0 in both periods changed by nothing.
 * Source: Ang (2004), Ang & Liu (2007) for zeros.
 */
export function factorEffects(base: readonly number[], current: readonly number[]): readonly number[] {
  const product = (factors: readonly number[]): number => factors.reduce((all, factor) => all * factor, 1);
  const before = product(base);
  const now = product(current);
  if (before > 0 && now > 0) {
    const weight = logarithmicMean(now, before);
    return current.map((factor, i) => weight * Math.log(factor / (base[i] ?? NaN)));
  }
  if (before === 0 && now === 0) return current.map(() => 0);
  const empty = before === 0 ? base : current;
  const zeros = empty.filter((factor) => factor === 0).length;
  return empty.map((factor) => (factor === 0 ? (now - before) / zeros : 0));
}
