import { describe, expect, test } from 'vitest';
import { dailyRule, knownDays } from '../../src/stats/daily-rule.ts';

const WEEK = [80, 90, 100, 100, 110, 140, 80];
const weeks = (count: number) => Array.from({ length: 7 * count }, (_, t) => WEEK[t % 7] ?? NaN);

describe('the daily rule', () => {
  test('repeats a week that never changes', () => {
    const forecast = dailyRule({ values: weeks(20), firstWeekday: 2 }, 9);
    forecast.forEach((value, step) =>
      expect(Math.abs(value / (WEEK[step % 7] ?? NaN) - 1)).toBeLessThan(0.02),
    );
  });

  test('is not moved by a feast, and brings it back when it comes again', () => {
    const values = weeks(20).map((value, t) => (t === 100 || t === 101 ? 5 * value : value));
    const eventOf = (day: number) => (day === 100 || day === 101 || day === 142 ? 'diwali' : undefined);
    const plain = dailyRule({ values: weeks(20), firstWeekday: 0 }, 7);
    const forecast = dailyRule({ values, firstWeekday: 0, eventOf }, 7);
    expect(forecast[1]).toBeCloseTo(plain[1] ?? NaN, 0);
    expect((forecast[2] ?? NaN) / (plain[2] ?? NaN)).toBeCloseTo((5 + 5 + 1) / 3, 1);
  });

  test('takes an event never seen for an ordinary day', () => {
    const eventOf = (day: number) => (day === 140 ? 'holi' : undefined);
    const history = { values: weeks(20), firstWeekday: 0 };
    expect(dailyRule({ ...history, eventOf }, 3)).toEqual(dailyRule(history, 3));
  });

  test('lives with a history of nothing but feasts', () => {
    expect(dailyRule({ values: weeks(10), firstWeekday: 0, eventOf: () => 'sale' }, 1)[0]).toBeGreaterThan(
      60,
    );
  });

  test('forecasts the mean of fewer than eight days, and no weekdays', () => {
    expect([...dailyRule({ values: [1, 2, NaN, 6], firstWeekday: 0 }, 2)]).toEqual([3, 3]);
    expect([...dailyRule({ values: [-4], firstWeekday: 0 }, 1)]).toEqual([0]);
  });

  test('knows a weekday’s worth only half after one week', () => {
    const [monday = NaN, , , , , saturday = NaN] = dailyRule({ values: weeks(2), firstWeekday: 0 }, 7);
    expect(monday).toBeGreaterThan(80);
    expect(monday).toBeLessThan(saturday);
    expect(saturday).toBeLessThan(140);
  });

  test('is zero on a weekday that is always closed, even after two weeks', () => {
    const closed = weeks(2).map((value, t) => (t % 7 === 6 ? 0 : value));
    expect(dailyRule({ values: closed, firstWeekday: 0 }, 7)[6]).toBe(0);
    expect(dailyRule({ values: weeks(20).map((v, t) => (t % 7 === 6 ? 0 : v)), firstWeekday: 0 }, 7)[6]).toBe(
      0,
    );
  });

  test('says zero of a history of zeros, and nothing of nothing', () => {
    expect([...dailyRule({ values: new Array(60).fill(0), firstWeekday: 0 }, 2)]).toEqual([0, 0]);
    expect([...dailyRule({ values: [NaN, NaN], firstWeekday: 0 }, 1)]).toEqual([NaN]);
  });

  test('counts what is known', () => {
    expect(knownDays([1, NaN, 0])).toBe(2);
  });
});
