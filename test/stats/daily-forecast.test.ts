import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailyForecast } from '../../src/stats/daily-forecast.ts';

const scatter = (t: number): number => Math.sin(t * t * 12.9898);
const shop = (length: number, noise: number) =>
  Array.from({ length }, (_, t) => (100 + 8 * (t % 7)) * (1 + noise * scatter(t)));
const forecastOf = (values: readonly number[], horizon = 14) =>
  dailyForecast({ values, firstWeekday: 0 }, horizon);
const width = (values: readonly number[]) => {
  const { point, quantile } = forecastOf(values);
  return (quantile(0, 0.9) - quantile(0, 0.1)) / (point[0] ?? NaN);
};

describe('the daily forecast', () => {
  test('has its point in the middle of its quantiles', () => {
    const { point, quantile } = forecastOf(shop(120, 0.2));
    expect(quantile(3, 0.5)).toBeCloseTo(point[3] ?? NaN, 9);
    expect(quantile(3, 0.1)).toBeLessThan(quantile(3, 0.9));
  });

  test('is as wide as the days scatter', () => {
    expect(width(shop(200, 0.4)) / width(shop(200, 0.1))).toBeGreaterThan(3);
  });

  test('is the less sure the shorter the history', () => {
    expect(width(shop(10, 0.1))).toBeGreaterThan(1.5 * width(shop(20, 0.1)));
    expect(width(shop(20, 0.1))).toBeGreaterThan(width(shop(200, 0.1)));
    expect(width([100])).toBeGreaterThan(1);
  });

  test('knows a week better than a day, relative to what they bring', () => {
    const { point, totalQuantile } = forecastOf(shop(300, 0.4));
    const total = point.subarray(0, 7).reduce((sum, value) => sum + value, 0);
    const ofWeek = (totalQuantile(0, 7, 0.9) - totalQuantile(0, 7, 0.1)) / total;
    expect(ofWeek).toBeLessThan(0.6 * width(shop(300, 0.4)));
    expect(totalQuantile(0, 7, 0.5)).toBeCloseTo(total, 6);
  });

  test('takes errors of shorter totals where the history has none so long', () => {
    const { point, totalQuantile } = forecastOf(shop(60, 0.2), 120);
    const total = point.reduce((sum, value) => sum + value, 0);
    expect(totalQuantile(0, 120, 0.9)).toBeGreaterThan(total * 1.02);
  });

  test('takes the doubt of days for totals where there are no totals', () => {
    const { point, quantile, totalQuantile } = forecastOf([100, 100, 100, 100]);
    expect(totalQuantile(0, 2, 0.9) / 200).toBeCloseTo(quantile(0, 0.9) / (point[0] ?? NaN), 9);
  });

  test('says nothing of nothing', () => {
    const { point, quantile, totalQuantile } = forecastOf([NaN, NaN], 2);
    expect([point[0], quantile(0, 0.5), totalQuantile(0, 2, 0.5), quantile(9, 0.5)]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
  });

  test('stays zero on closed weekdays at every quantile', () => {
    const values = shop(140, 0.3).map((value, t) => (t % 7 === 6 ? 0 : value));
    expect(forecastOf(values).quantile(6, 0.95)).toBe(0);
  });

  test('is never negative, its quantiles in order, and as large as the unit it is counted in', () => {
    const history = fc.array(fc.oneof(fc.integer({ min: 0, max: 200 }), fc.constant(NaN)), {
      minLength: 1,
      maxLength: 80,
    });
    fc.assert(
      fc.property(history, (values) => {
        fc.pre(values.some((value) => !Number.isNaN(value)));
        const { point, quantile, totalQuantile } = forecastOf(values, 8);
        const dearer = forecastOf(
          values.map((value) => value * 64),
          8,
        );
        for (const [step, value] of point.entries()) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(quantile(step, 0.1)).toBeLessThanOrEqual(quantile(step, 0.9));
          expect(dearer.point[step]).toBeCloseTo(64 * value, 6);
        }
        expect(totalQuantile(0, 8, 0.1)).toBeGreaterThanOrEqual(0);
        expect(totalQuantile(0, 8, 0.1)).toBeLessThanOrEqual(totalQuantile(0, 8, 0.9));
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });
});
