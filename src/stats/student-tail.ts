/**
 * Two-sided tail P(|T| > x) of Student's t with three degrees of freedom: 1 − 2/π (arctan(x/√3) + (x/√3)/(1 + x²/3)). NaN gives NaN.
 * Source: Johnson, Kotz & Balakrishnan (1995), ch. 28.
 */
export function studentTail(x: number): number {
  const share = Math.abs(x) / Math.sqrt(3);
  return 1 - (2 / Math.PI) * (Math.atan(share) + share / (1 + share ** 2));
}
