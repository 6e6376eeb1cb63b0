import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DailySeries, dailyAnomalies } from '../../src/stats/daily-anomalies.ts';
import { studentTail } from '../../src/stats/student-tail.ts';
import { noise } from '../helpers/noise.ts';

const WEEK = [1, 0.9, 1, 1.1, 1.3, 1.8, 0.6];

/** A shop with weekdays, 8 % noise, a level of 1000, and what the days given really brought. */
function shop(days: number, really: Readonly<Record<number, number>> = {}, seed = 1): number[] {
  return noise(days, seed).map(
    (chance, day) => really[day] ?? 1000 * (WEEK[day % 7] ?? 1) * Math.exp(0.08 * chance),
  );
}

const findings = (values: readonly number[], rest: Partial<DailySeries> = {}) =>
  dailyAnomalies({ values, firstWeekday: 0, ...rest });
const indexes = (values: readonly number[], rest: Partial<DailySeries> = {}) =>
  findings(values, rest).days.map(({ index }) => index);

describe('anomalous days', () => {
  test('a lost day and a doubled day are flagged, each in its direction', () => {
    const { days, shifts, enough } = findings(shop(120, { 50: 0, 80: 2200 }));
    expect(days.map(({ index, direction, severe }) => [index, direction, severe])).toEqual([
      [50, 'down', true],
      [80, 'up', true],
    ]);
    expect(shifts).toEqual([]);
    expect(enough).toBe(true);
  });

  test('the busy weekday is ordinary, the same takings on the quiet one are not', () => {
    expect(indexes(shop(120, { 61: 1800, 62: 1800 }))).toEqual([62]);
  });

  test('a flagged day says what was expected, its band and how far it is off', () => {
    const { days, expected, low, high } = findings(shop(120, { 50: 400 }));
    const [day] = days;
    expect(day).toMatchObject({ value: 400, expected: expected[50], low: low[50], high: high[50] });
    const deviation = Math.log((day?.high ?? 0) / (day?.expected ?? 0)) / 3;
    expect(day?.score).toBeCloseTo(Math.log(400 / (day?.expected ?? 0)) / deviation, 9);
    expect(day?.chance).toBe(studentTail(day?.score ?? 0));
    expect(day?.expected).toBeGreaterThan(850);
    expect(day?.expected).toBeLessThan(950);
  });

  test('a run of lost days at the end does not become what is expected', () => {
    const { days } = findings(shop(120, { 116: 150, 117: 150, 118: 150, 119: 150 }));
    expect(days.map(({ index }) => index)).toEqual([116, 117, 118, 119]);
  });

  test('a new level is one shift, and its days are not anomalies', () => {
    const values = shop(140).map((value, day) => (day < 80 ? value : 0.6 * value));
    const { days, shifts } = findings(values);
    expect(days).toEqual([]);
    expect(shifts).toHaveLength(1);
    expect(Math.abs((shifts[0]?.index ?? 0) - 80)).toBeLessThanOrEqual(2);
    expect(shifts[0]?.ratio).toBeCloseTo(0.6, 1);
  });

  test('a weekday that is closed is not judged, a day without sales on another one is', () => {
    const values = shop(120, { 51: 0 }).map((value, day) => (day % 7 === 6 ? 0 : value));
    const { days, expected, low, high } = findings(values);
    expect(days.map(({ index }) => index)).toEqual([51]);
    expect([expected[6], low[6], high[6]]).toEqual([0, 0, 0]);
  });

  test('the weekday is counted from the first day’s', () => {
    const late = findings(shop(122).slice(2), { firstWeekday: 2 });
    expect(late.days).toEqual([]);
    expect(late.expected[3]).toBeGreaterThan(1600);
  });

  test('a day that a feast explains is not flagged, not learned from, and has an expectation', () => {
    const values = shop(120, { 50: 5000 });
    const eventOf = (index: number) => (index === 50 ? 'diwali' : undefined);
    const told = findings(values, { eventOf });
    expect(indexes(values)).toEqual([50]);
    expect(told.days).toEqual([]);
    expect(told.expected[50]).toBeLessThan(1200);
  });

  test('unknown days are not flagged and have an expectation', () => {
    const { days, expected } = findings(shop(120, { 50: NaN, 51: NaN }));
    expect(days).toEqual([]);
    expect(expected[50]).toBeGreaterThan(850);
  });

  test('of two or three weeks only gross days are flagged, of less none', () => {
    const grossly = { 10: 30 };
    expect(findings(shop(20, grossly))).toMatchObject({ enough: false, shifts: [] });
    expect(indexes(shop(20, grossly))).toEqual([10]);
    const few = findings(shop(13, grossly));
    expect(few.days).toEqual([]);
    expect([...few.expected].every(Number.isNaN)).toBe(true);
  });

  test('days of one value, and days of nothing, are without findings', () => {
    expect(findings(Array(60).fill(5))).toMatchObject({ days: [], shifts: [] });
    expect(findings(Array(60).fill(0))).toMatchObject({ days: [], shifts: [], enough: false });
    expect(findings([])).toMatchObject({ days: [], enough: false });
  });

  test('one odd day among days of one value is flagged with a finite score', () => {
    const [day] = findings(Array.from({ length: 60 }, (_, i) => (i === 30 ? 10 : 5))).days;
    expect(day?.index).toBe(30);
    expect(Number.isFinite(day?.score)).toBe(true);
  });

  test('money of another unit changes nothing but the amounts', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 14, maxLength: 90 });
    fc.assert(
      fc.property(values, (days) => {
        const rupees = findings(days);
        const paise = findings(days.map((value) => value * 1024));
        expect(paise.days.map(({ index }) => index)).toEqual(rupees.days.map(({ index }) => index));
        expect(rupees.days.every(({ low, high, expected }) => low < expected && expected < high)).toBe(true);
      }),
      { seed: 11, numRuns: 50 },
    );
  });
});
