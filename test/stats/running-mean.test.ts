import { describe, expect, test } from 'vitest';
import { runningMean } from '../../src/stats/running-mean.ts';

describe('the running mean', () => {
  test('is the mean of what lies around, cut off at the ends', () => {
    expect([...runningMean([1, 2, 6, 3], 1)]).toEqual([1.5, 3, 11 / 3, 4.5]);
  });

  test('leaves unknown values out', () => {
    expect(runningMean([1, NaN, 5], 1)[1]).toBe(3);
  });

  test('draws a straight line over a gap, and goes on flat at the ends', () => {
    expect([...runningMean([NaN, 2, NaN, NaN, 8, NaN], 0)]).toEqual([2, 2, 4, 6, 8, 8]);
  });

  test('knows nothing from nothing', () => {
    expect([...runningMean([NaN, NaN], 1)]).toEqual([NaN, NaN]);
    expect([...runningMean([], 1)]).toEqual([]);
  });
});
