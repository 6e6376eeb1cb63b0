import { describe, expect, test } from 'vitest';
import {
  isDead,
  longestQuietRun,
  quietDays,
  suspectedStockOuts,
} from '../../src/stats/suspected-stock-out.ts';

const days = (count: number, units: number): number[] => Array.from({ length: count }, () => units);
const selling = (count: number): number[] => Array.from({ length: count }, (_, t) => (t % 2 === 0 ? 2 : 0));

describe('suspected stock-outs', () => {
  // ln 0.01 / ln 0.5 = 6.64
  test('an item that sells every second day is seldom quiet for a week', () => {
    expect(longestQuietRun(0.5)).toBeCloseTo(6.644, 3);
    expect(longestQuietRun(0)).toBe(Infinity);
    expect(longestQuietRun(1)).toBe(0);
  });

  test('a quiet run longer than chance explains is flagged, a short one is not', () => {
    const history = [...selling(60), ...days(14, 0), ...selling(20), ...days(3, 0), 1, 2];
    expect(suspectedStockOuts(history)).toEqual([{ from: 59, to: 74 }]);
  });

  test('neither the time before the first sale nor the time after the last is one', () => {
    expect(suspectedStockOuts([...days(30, 0), ...selling(61), ...days(30, 0)])).toEqual([]);
    expect(suspectedStockOuts(days(30, 0))).toEqual([]);
  });

  test('a stricter measure of surprise flags less', () => {
    const history = [1, ...selling(60), ...days(8, 0), 1];
    expect(suspectedStockOuts(history)).toHaveLength(1);
    expect(suspectedStockOuts(history, 1e-6)).toEqual([]);
  });

  test('unknown days do not make a run longer', () => {
    expect(suspectedStockOuts([...selling(60), 0, ...days(14, NaN), 0, ...selling(20)])).toEqual([]);
  });
});

describe('dead stock', () => {
  test('is what has not sold for longer than chance explains, and for ninety days on sale', () => {
    expect(isDead([...selling(60), ...days(100, 0)])).toBe(true);
    expect(isDead([...selling(60), ...days(60, 0)])).toBe(false);
    expect(isDead([...selling(60), ...days(100, NaN)])).toBe(false);
  });

  test('is not what always sold as seldom', () => {
    const seldom = Array.from({ length: 400 }, (_, t) => (t % 50 === 0 ? 1 : 0));
    expect(isDead([...seldom, ...days(60, 0)])).toBe(false);
  });

  test('is what was on sale for ninety days and never sold', () => {
    expect(isDead(days(90, 0))).toBe(true);
    expect(isDead(days(89, 0))).toBe(false);
    expect(quietDays([0, NaN, 0])).toBe(2);
  });
});
