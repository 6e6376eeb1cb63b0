const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const LANCZOS_SHIFT = 7.5;
const PRECISION = 1e-15;
const TINY = 1e-300;

/** ln Γ(x) for x > 0, to about 14 digits. Lanczos' approximation with g = 7, n = 9. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1 + LANCZOS_SHIFT;
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i += 1) sum += (LANCZOS[i] as number) / (x - 1 + i);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(shifted) - shifted + Math.log(sum);
}

/**
 * Value of the continued fraction 1/(first + a₁/(b₁ + a₂/(b₂ + …))) by Lentz' method; `next(i)` gives aᵢ and bᵢ. The bound on the steps is
 * never met by arguments a distribution has, nor do its denominators vanish for them; it keeps a NaN from running on for ever.
 */
function continuedFraction(
  first: number,
  next: (i: number) => readonly [numerator: number, denominator: number],
): number {
  let c = 1 / TINY;
  let d = 1 / first;
  let value = d;
  for (let i = 1, change = 0; Math.abs(change - 1) > PRECISION && i < 100_000; i += 1) {
    const [numerator, denominator] = next(i);
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    change = c * d;
    value *= change;
  }
  return value;
}

/**
 * Regularised lower incomplete gamma function P(shape, x): the distribution function of a gamma variable with scale 1. x ≤ 0: 0.
 * Series below shape + 1, continued fraction above. Source: Press et al., Numerical Recipes, 6.2.
 */
export function gammaBelow(shape: number, x: number): number {
  return x < shape + 1 ? gammaSeries(shape, x) : 1 - gammaFraction(shape, x);
}

/** 1 − {@link gammaBelow}, exact also where it is very small. */
export function gammaAbove(shape: number, x: number): number {
  return x < shape + 1 ? 1 - gammaSeries(shape, x) : gammaFraction(shape, x);
}

function gammaSeries(shape: number, x: number): number {
  if (x <= 0) return 0;
  let term = 1 / shape;
  let sum = term;
  for (let n = shape + 1; term > sum * PRECISION; n += 1) {
    term *= x / n;
    sum += term;
  }
  return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

function gammaFraction(shape: number, x: number): number {
  if (x === Infinity) return 0;
  const fraction = continuedFraction(x + 1 - shape, (i) => [-i * (i - shape), x + 2 * i + 1 - shape]);
  return fraction * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

/**
 * Regularised incomplete beta function I_x(a, b), 0 ≤ x ≤ 1. Continued fraction on the side where it converges quickly.
 * Source: Press et al., Numerical Recipes, 6.4.
 */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  return continuedFraction(1, (i) => {
    const m = Math.floor(i / 2);
    const numerator = i % 2 === 0 ? m * (b - m) * x : -(a + m) * (a + b + m) * x;
    return [numerator / ((a + i - 1) * (a + i)), 1];
  });
}
