import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stl } from '../../src/stats/stl.ts';

const WEEK = [-3, -2, -1, 0, 1, 2, 3];
const climbing = Array.from({ length: 84 }, (_, t) => 100 + 0.5 * t + (WEEK[t % 7] ?? NaN));

describe('seasonal-trend decomposition by loess', () => {
  test('finds a season on a straight trend', () => {
    const { seasonal, trend } = stl(climbing);
    WEEK.forEach((effect, t) => expect(seasonal[t + 35]).toBeCloseTo(effect, 1));
    expect(trend[40]).toBeCloseTo(120, 1);
  });

  test('leaves an outlier whole in the remainder, and gives it no weight', () => {
    const odd = climbing.map((value, t) => (t === 40 ? value + 50 : value + Math.sin(t * t)));
    const { remainder, weights } = stl(odd, { seasonalWindow: 13, trendWindow: 21 });
    expect(remainder[40]).toBeGreaterThan(47);
    expect(weights[40]).toBe(0);
  });

  test('lets an outlier into trend and season without outer loops', () => {
    const odd = climbing.map((value, t) => (t === 40 ? value + 50 : value));
    const { remainder, weights } = stl(odd, { outerLoops: 0 });
    expect(remainder[40]).toBeLessThan(47);
    expect(weights[40]).toBe(1);
  });

  test('lets the season change from week to week when its window is short', () => {
    const growing = Array.from({ length: 140 }, (_, t) => (WEEK[t % 7] ?? NaN) * (1 + t / 70));
    const { seasonal } = stl(growing, { seasonalWindow: 7 });
    const width = (from: number) => (seasonal[from + 6] ?? NaN) - (seasonal[from] ?? NaN);
    expect(width(126) / width(7)).toBeGreaterThan(2);
  });

  test('knows season and trend of a day that is not known, and no remainder', () => {
    const gap = climbing.map((value, t) => (t === 30 ? NaN : value));
    const { seasonal, trend, remainder } = stl(gap);
    expect((seasonal[30] ?? NaN) + (trend[30] ?? NaN)).toBeCloseTo(climbing[30] ?? NaN, 0);
    expect(remainder[30]).toBeNaN();
  });

  test('asks for two seasons', () => {
    expect(() => stl([1, 2, 3], { period: 2 })).toThrow(RangeError);
  });

  test('loses nothing: the parts sum to the values', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(values, (y) => {
        const { seasonal, trend, remainder } = stl(y, { period: 4, outerLoops: 2 });
        y.forEach((value, t) =>
          expect((seasonal[t] ?? NaN) + (trend[t] ?? NaN) + (remainder[t] ?? NaN)).toBeCloseTo(value, 8),
        );
      }),
      { seed: 20261122, numRuns: 50 },
    );
  });
});
