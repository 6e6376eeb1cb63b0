/** An estimate with its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/**
 * Brings estimates of parts into line with a measured total: the values c minimise Σ (cₖ − dₖ)²/eₖ² + (T − Σ cₖ)²/e², that is cₖ = dₖ + eₖ² (T − Σ d) / (e² + Σ e²), so
 * uncertain parts move more and a part known exactly stays. Errors shrink as in one step of a Kalman filter. All errors 0: nothing moves.
 * Source: least-squares adjustment (Stone, Champernowne & Meade, 1942).
 */
export function reconciled(parts: readonly Estimate[], total: Estimate): readonly Estimate[] {
  const variance = parts.reduce((sum, { error }) => sum + error ** 2, total.error ** 2);
  if (variance === 0) return parts;
  const missing = total.value - parts.reduce((sum, { value }) => sum + value, 0);
  return parts.map(({ value, error }) => {
    const gain = error ** 2 / variance;
    return { value: value + gain * missing, error: error * Math.sqrt(1 - gain) };
  });
}
