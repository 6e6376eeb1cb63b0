import { describe, expect, test } from 'vitest';
import { dailyLevel, winsorised } from '../../src/stats/daily-level.ts';

/** A fixed sequence without pattern, in −1 … 1. */
const scatter = (t: number): number => Math.sin(t * t * 12.9898);

describe('winsorising', () => {
  test('moves a wild value to the limit and leaves the others', () => {
    const values = Array.from({ length: 60 }, (_, t) => (t === 30 ? 900 : 100 + 10 * scatter(t)));
    const moved = winsorised(values);
    expect(moved[30]).toBeLessThan(200);
    expect(moved[30]).toBeGreaterThan(110);
    expect(moved[10]).toBe(values[10]);
  });

  test('keeps what is not known unknown, and values that never scatter as they are', () => {
    expect(winsorised(Array.from({ length: 40 }, (_, t) => (t === 9 ? NaN : 5 + scatter(t))))[9]).toBeNaN();
    expect([...winsorised([5, 5, 5])]).toEqual([5, 5, 5]);
  });
});

describe('the daily level', () => {
  test('follows a shop that moved to another level', () => {
    const moved = Array.from({ length: 200 }, (_, t) => (t < 120 ? 100 : 200) + 5 * scatter(t));
    expect(dailyLevel(moved)).toBeCloseTo(200, -1);
  });

  test('is the long mean of what merely scatters', () => {
    const still = Array.from({ length: 200 }, (_, t) => 100 + 30 * scatter(t));
    expect(Math.abs(dailyLevel(still) - 100)).toBeLessThan(8);
  });

  test('moves by a tenth of the error while there is little to learn from', () => {
    const short = [...Array.from({ length: 14 }, () => 100), NaN, 200];
    expect(dailyLevel(short)).toBeCloseTo(110, 10);
  });

  test('is unknown without values', () => {
    expect(dailyLevel([NaN])).toBeNaN();
  });
});
