import { describe, expect, test } from 'vitest';
import { unitForecast } from '../../src/stats/unit-forecast.ts';

const PROFILE = [0, 1, 1, 1, 1, 2, 1];
const weekly = (weeks: number) => Array.from({ length: 7 * weeks }, (_, t) => 3 * (PROFILE[t % 7] ?? NaN));

describe('the forecast of a product’s units', () => {
  test('is its level times the store’s weekday', () => {
    const forecast = unitForecast({ values: weekly(8), firstWeekday: 0 }, PROFILE, 9);
    forecast.forEach((value, step) => expect(value).toBeCloseTo(3 * (PROFILE[step % 7] ?? NaN), 10));
  });

  test('weighs a day by 0.965 against the one after it', () => {
    const [next] = unitForecast({ values: [2, 2, NaN, 0], firstWeekday: 1 }, [1, 1, 1, 1, 1, 1, 1], 1);
    expect(next).toBeCloseTo((2 * (0.965 ** 3 + 0.965 ** 2)) / (0.965 ** 3 + 0.965 ** 2 + 1), 10);
  });

  test('does not take one bulk order for the rate', () => {
    const values = weekly(20).map((value, t) => (t === 130 ? 4000 : value));
    const [, tuesday = NaN] = unitForecast({ values, firstWeekday: 0 }, PROFILE, 2);
    expect(tuesday).toBeLessThan(4);
  });

  test('says zero of what never sold, and nothing of nothing', () => {
    expect([...unitForecast({ values: [0, 0, 0], firstWeekday: 1 }, PROFILE, 1)]).toEqual([0]);
    expect([...unitForecast({ values: [NaN], firstWeekday: 1 }, PROFILE, 1)]).toEqual([NaN]);
  });
});
