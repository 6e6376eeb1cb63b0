import { describe, expect, test } from 'vitest';
import { weekdayMedians } from '../../src/stats/weekday-median.ts';

describe('weekday medians', () => {
  test('see the last of each weekday only', () => {
    const values = Array.from({ length: 70 }, (_, t) => (t < 14 ? 900 : 10 + (t % 7)));
    expect([...weekdayMedians({ values, firstWeekday: 0 })]).toEqual([10, 11, 12, 13, 14, 15, 16]);
    expect(weekdayMedians({ values, firstWeekday: 0 }, 99)[0]).toBe(10);
  });

  test('pass over unknown days, and take a weekday never known from the others', () => {
    const values = [NaN, 2, 3, 4, 5, 6, 7, NaN, 4, NaN];
    expect([...weekdayMedians({ values, firstWeekday: 6 })]).toEqual([3, 3, 4, 5, 6, 7, 4.5]);
  });

  test('know nothing from nothing', () => {
    expect(weekdayMedians({ values: [], firstWeekday: 0 })[3]).toBeNaN();
  });
});
