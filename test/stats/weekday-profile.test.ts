import { describe, expect, test } from 'vitest';
import { closedWeekdays, weekdayAt, weekdayProfile } from '../../src/stats/weekday-profile.ts';
import { mean } from '../../src/stats/order-statistics.ts';

const WEEK = [4, 8, 8, 8, 8, 12, 8];
const repeated = (week: readonly number[], weeks: number) =>
  Array.from({ length: 7 * weeks }, (_, t) => week[t % 7] ?? NaN);

describe('the weekday profile', () => {
  test('says how many times the mean day a weekday is, a week of ordinary days added', () => {
    const factors = weekdayProfile({ values: repeated(WEEK, 30), firstWeekday: 0 });
    // At both ends of the 26 weeks the 7-day mean is cut off; the medians are not moved by that.
    expect(factors[0]).toBeCloseTo((26 * 0.5 + 1) / 27, 10);
    expect(factors[5]).toBeCloseTo((26 * 1.5 + 1) / 27, 10);
  });

  test('begins with the weekday it is told', () => {
    const days = { values: repeated(WEEK, 10), firstWeekday: 3 };
    expect(weekdayAt(days, 5)).toBe(1);
    const factors = weekdayProfile(days);
    expect(factors.indexOf(Math.min(...factors))).toBe(3);
  });

  test('has a mean of 1 and is 0 where the shop is always closed', () => {
    const factors = weekdayProfile({ values: repeated([0, 5, 6, 7, 8, 9, 10], 5), firstWeekday: 0 });
    expect(factors[0]).toBe(0);
    expect(mean(factors)).toBeCloseTo(1, 12);
  });

  test('takes a weekday never known, and all of a history of zeros, as ordinary', () => {
    const factors = weekdayProfile({ values: repeated([NaN, 5, 5, 5, 5, 5, 5], 8), firstWeekday: 0 });
    expect(factors[0]).toBeCloseTo(1, 10);
    expect([...weekdayProfile({ values: repeated([0, 0, 0, 0, 0, 0, 0], 8), firstWeekday: 0 })]).toEqual(
      new Array(7).fill(1),
    );
  });
});

describe('closed weekdays', () => {
  const closed = (values: readonly number[]) => closedWeekdays({ values, firstWeekday: 0 });

  test('need more than one week without a sale', () => {
    expect(closed(repeated([0, 5, 6, 7, 8, 9, 10], 1))[0]).toBe(false);
    expect(closed(repeated([0, 5, 6, 7, 8, 9, 10], 2))[0]).toBe(true);
  });

  test('are not found where most days are empty anyway', () => {
    expect(closed(repeated([0, 0, 0, 0, 0, 3, 0], 1))).toEqual(new Array(7).fill(false));
    const rare = Array.from({ length: 28 }, (_, t) => (t % 6 === 1 ? 2 : 0)).map((value, t) =>
      t % 7 === 0 ? 0 : value,
    );
    expect(closed(rare)[0]).toBe(false);
  });
});
