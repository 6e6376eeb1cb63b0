import { describe, expect, test } from 'vitest';
import { mean, median, quantile, robustDeviation, variance } from '../../src/stats/order-statistics.ts';

describe('order statistics', () => {
  test('a quantile lies between its two neighbours, as R and NumPy have it', () => {
    expect(quantile([4, 1, 3, 2], 0.25)).toBe(1.75);
    expect(quantile([4, 1, 3, 2], 1)).toBe(4);
  });

  test('unknown values are left out', () => {
    expect(median([NaN, 3, 1, NaN, 2])).toBe(2);
    expect(mean([NaN, 3, 1])).toBe(2);
    expect(variance([1, NaN, 3])).toBe(2);
  });

  test('nothing known gives nothing', () => {
    expect(median([])).toBeNaN();
    expect(mean([NaN])).toBeNaN();
    expect(variance([1])).toBeNaN();
  });

  test('the robust deviation is blind to one wild value', () => {
    expect(robustDeviation([1, 2, 3, 4, 500])).toBeCloseTo(1.4826, 4);
  });
});
