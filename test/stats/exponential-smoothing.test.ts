import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dampedForecast,
  dampedTrend,
  simpleSmoothing,
  smoothedLevel,
} from '../../src/stats/exponential-smoothing.ts';

describe('simple exponential smoothing', () => {
  test('moves by the share alpha of its error, from the first level that fits best', () => {
    // From l₀ the errors are 2 − l₀ and 4 − (l₀ + 2)/2 = 3 − l₀/2: least squares at l₀ = 3.5/1.25 = 2.8.
    const { level, squaredError } = smoothedLevel([2, 4], 0.5);
    expect(level).toBeCloseTo(3.2, 12);
    expect(squaredError).toBeCloseTo(0.8 ** 2 + 1.6 ** 2, 12);
  });

  test('passes over unknown values', () => {
    expect(smoothedLevel([2, NaN, 4, NaN], 0.5)).toEqual(smoothedLevel([2, 4], 0.5));
  });

  test('follows what wanders quickly, and hardly moves with what merely scatters', () => {
    const steps = Array.from({ length: 60 }, (_, t) => (t < 30 ? 10 : 20));
    const scatter = Array.from({ length: 60 }, (_, t) => (t % 2 === 0 ? 10 : 12));
    expect(simpleSmoothing(steps).alpha).toBeGreaterThan(0.9);
    expect(simpleSmoothing(steps).level).toBeCloseTo(20, 3);
    expect(simpleSmoothing(scatter).alpha).toBeLessThan(0.01);
    expect(simpleSmoothing(scatter).level).toBeCloseTo(11, 1);
  });

  test('has no level without values', () => {
    expect(simpleSmoothing([NaN]).level).toBeNaN();
  });

  test('stays within the values it saw', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 40 }), (values) => {
        const { level } = simpleSmoothing(values);
        expect(level).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6);
        expect(level).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });
});

describe('a damped trend', () => {
  test('goes on by ever smaller steps', () => {
    const forecast = dampedForecast(
      { level: 10, trend: 2, damping: 0.5, alpha: 1, beta: 1, squaredError: 0 },
      3,
    );
    expect([...forecast]).toEqual([11, 11.5, 11.75]);
  });

  test('is found where values climb steadily', () => {
    const found = dampedTrend(Array.from({ length: 80 }, (_, t) => (t === 40 ? NaN : 5 + 2 * t)));
    expect(found.trend).toBeGreaterThan(1.5);
    expect(found.level).toBeCloseTo(5 + 2 * 79, -1);
  });

  test('is none where values stand still', () => {
    const found = dampedTrend(Array.from({ length: 30 }, () => 7));
    expect([...dampedForecast(found, 2)]).toEqual([7, 7]);
  });

  test('has no level without values', () => {
    expect(dampedTrend([]).level).toBeNaN();
  });
});
