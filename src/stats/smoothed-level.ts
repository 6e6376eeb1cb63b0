const GOLDEN = (Math.sqrt(5) - 1) / 2;
const TOLERANCE = 1e-7;

/**
 * Level of simple exponential smoothing after the last value: l ← l + α (y − l), begun at the first value. Unknown values (NaN) change
 * nothing. No known value: NaN.
 */
export function smoothedLevel(values: ArrayLike<number>, alpha: number): number {
  let level = NaN;
  for (let t = 0; t < values.length; t += 1) {
    const value = values[t] as number;
    if (Number.isNaN(value)) continue;
    level = Number.isNaN(level) ? value : level + alpha * (value - level);
  }
  return level;
}

/** Sum of the squares of the errors that {@link smoothedLevel} made one step ahead. */
function squaredErrors(values: ArrayLike<number>, alpha: number): number {
  let level = values[0] as number;
  let sum = 0;
  for (let t = 1; t < values.length; t += 1) {
    const error = (values[t] as number) - level;
    sum += error * error;
    level += alpha * error;
  }
  return sum;
}

/**
 * Level of simple exponential smoothing with the α of [0.1, 0.3] whose one-step errors have the least sum of squares, found by golden
 * section. The values have to be known. Fewer than two: the value itself, or NaN. Bounds as in statsforecast's ADIDA.
 */
export function optimisedLevel(values: ArrayLike<number>): number {
  let low = 0.1;
  let high = 0.3;
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let leftError = squaredErrors(values, left);
  let rightError = squaredErrors(values, right);
  while (high - low > TOLERANCE) {
    if (leftError <= rightError) {
      [high, right, rightError] = [right, left, leftError];
      left = high - GOLDEN * (high - low);
      leftError = squaredErrors(values, left);
    } else {
      [low, left, leftError] = [left, right, rightError];
      right = low + GOLDEN * (high - low);
      rightError = squaredErrors(values, right);
    }
  }
  return smoothedLevel(values, (low + high) / 2);
}
