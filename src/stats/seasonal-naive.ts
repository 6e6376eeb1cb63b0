/**
 * Seasonal naive forecast: f(t + h) = y(t + h − m⌈h/m⌉), the value of the same place in the last period of `period` steps; period 1 is
 * the plain naive forecast. A history shorter than a period, or an unknown value there: NaN.
 */
export function seasonalNaive(values: ArrayLike<number>, period: number, horizon: number): Float64Array {
  const start = values.length - period;
  return Float64Array.from({ length: horizon }, (_, step) => values[start + (step % period)] ?? NaN);
}
