import { describe, expect, test } from 'vitest';
import { relativeErrors, rollingOrigins } from '../../src/stats/rolling-origin.ts';

describe('rolling origins', () => {
  test('lie four weeks apart in a long history, and a week in a short one', () => {
    expect(rollingOrigins(735, 8).slice(0, 3)).toEqual([707, 679, 651]);
    expect(rollingOrigins(735, 8)).toHaveLength(12);
    expect(rollingOrigins(40, 8)).toEqual([33, 26, 19, 12]);
  });

  test('are none where nothing would be left to learn from', () => {
    expect(rollingOrigins(14, 8)).toEqual([]);
    expect(rollingOrigins(3, 8)).toEqual([]);
  });
});

describe('relative errors', () => {
  const forecast = Float64Array.from({ length: 21 }, () => 10);
  const actual = Array.from({ length: 16 }, (_, t) => (t < 7 ? 12 : 5));

  test('of weeks compare sums, from the same day of the week on', () => {
    expect(relativeErrors([{ forecast, actual }], { from: 14, width: 7 })).toEqual([84 / 70 - 1, -0.5]);
    expect(relativeErrors([{ forecast, actual }], { from: 7 + 2, width: 7 })).toEqual(
      [85 / 70 - 1, -0.5].map((_, i) => (i === 0 ? (5 * 12 + 2 * 5) / 70 - 1 : -0.5)),
    );
  });

  test('of days take every day', () => {
    expect(relativeErrors([{ forecast, actual }], { from: 0, width: 1 })).toHaveLength(16);
  });

  test('leave days out that are not known, and runs of which little is', () => {
    const gap = [NaN, 12, 12, 12, 12, 12, NaN, NaN, NaN, NaN, NaN, 1, 1, 1];
    const [first = NaN, ...others] = relativeErrors([{ forecast, actual: gap }], { from: 0, width: 7 });
    expect(first).toBeCloseTo(0.2, 12);
    expect(others).toEqual([]);
  });

  test('say nothing where nothing was expected', () => {
    expect(relativeErrors([{ forecast: new Float64Array(1), actual: [3] }], { from: 0, width: 1 })).toEqual(
      [],
    );
  });
});
