import { describe, expect, test } from 'vitest';
import { theta } from '../../src/stats/theta.ts';

const WEEK = [1, 2, 3, 4, 3, 2, 6];

describe('the Theta method', () => {
  test('goes on with half the slope of the straight line', () => {
    // Smoothing ends at the last value with α = 1; drift ½: f(h) = 20 + ½(h − 1 + 1).
    const line = Array.from({ length: 20 }, (_, t) => t + 1);
    const [first = NaN, second = NaN] = theta(line, 1, 2);
    expect(first).toBeCloseTo(20.5, 2);
    expect(second - first).toBeCloseTo(0.5, 6);
  });

  test('repeats a season that multiplies', () => {
    const weeks = Array.from({ length: 28 }, (_, t) => 10 * (WEEK[t % 7] ?? NaN));
    const forecast = theta(weeks, 7, 9);
    forecast.forEach((value, step) => expect(value).toBeCloseTo(10 * (WEEK[step % 7] ?? NaN), 3));
  });

  test('repeats a season of an even number of steps', () => {
    const quarters = Array.from({ length: 24 }, (_, t) => [8, 12, 10, 30][t % 4] ?? NaN);
    const forecast = theta(quarters, 4, 4);
    [8, 12, 10, 30].forEach((value, step) => expect(forecast[step]).toBeCloseTo(value, 3));
  });

  test('leaves a season alone that comes down to zero, since nothing can be divided by it', () => {
    const closed = Array.from({ length: 28 }, (_, t) => (t % 7 === 6 ? 0 : 10));
    const forecast = theta(closed, 7, 7);
    expect(forecast[0]).toBeCloseTo(forecast[6] ?? NaN, 0);
  });

  test('takes two seasons or fewer as they are', () => {
    const forecast = theta([...WEEK, ...WEEK], 7, 3);
    expect((forecast[2] ?? NaN) - (forecast[1] ?? NaN)).toBeCloseTo(
      (forecast[1] ?? NaN) - (forecast[0] ?? NaN),
      9,
    );
  });

  test('goes on at a single value, and knows nothing from nothing', () => {
    expect(theta([5], 7, 1)[0]).toBeCloseTo(5, 9);
    expect(theta([], 7, 1)[0]).toBeNaN();
  });
});
