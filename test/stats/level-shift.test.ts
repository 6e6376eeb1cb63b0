import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelShifts } from '../../src/stats/level-shift.ts';
import { noise } from '../helpers/noise.ts';

const series = (courseOf: (place: number) => number, n = 100): number[] =>
  noise(n, 3).map((chance, place) => courseOf(place) + chance);

describe('shifts of any series', () => {
  test('a step is found at its place, with the levels on either side', () => {
    const found = levelShifts(series((place) => (place < 60 ? 10 : 16)));
    expect(found).toHaveLength(1);
    expect(found[0]?.index).toBe(60);
    expect(found[0]?.before).toBeCloseTo(10, -0.5);
    expect(found[0]?.after).toBeCloseTo(16, -0.5);
  });

  test('a steady drift is a course, not a shift, and a bend is one', () => {
    expect(levelShifts(series((place) => 2 * place))).toEqual([]);
    const [bend] = levelShifts(series((place) => Math.abs(place - 50)));
    expect(Math.abs((bend?.index ?? 0) - 50)).toBeLessThanOrEqual(2);
  });

  test('a walk that hangs together from value to value is not cut up', () => {
    let at = 0;
    const walk = noise(300, 5).map((step) => (at += step));
    expect(levelShifts(walk).length).toBeLessThanOrEqual(1);
  });

  test('no more than asked for, the clearest, in their order', () => {
    const stairs = series((place) => 20 * Math.floor(place / 25) ** 2);
    expect(levelShifts(stairs, { most: 3 }).map(({ index }) => index)).toEqual([25, 50, 75]);
    expect(levelShifts(stairs, { most: 1 })).toHaveLength(1);
    expect(levelShifts(stairs, { most: 0 })).toEqual([]);
  });

  test('unknown values are stepped over, places stay those of the series', () => {
    const values = series((place) => (place < 60 ? 10 : 16)).map((value, i) => (i % 3 === 1 ? NaN : value));
    expect(levelShifts(values).map(({ index }) => index)).toEqual([60]);
  });

  test('an exact step is found, exact lines and few values have none', () => {
    expect(levelShifts(Array.from({ length: 40 }, (_, i) => (i < 20 ? 1 : 2)))).toEqual([
      { index: 20, before: 1, after: 2 },
    ]);
    expect(levelShifts(Array.from({ length: 40 }, (_, i) => 0.1 * i))).toEqual([]);
    expect(levelShifts(Array(40).fill(5))).toEqual([]);
    expect(levelShifts([1, 2, 9, 9])).toEqual([]);
    expect(levelShifts([0, 0, 1], { apart: 1, most: 1 })).toHaveLength(1);
    expect(levelShifts([])).toEqual([]);
  });

  test('another unit and another zero move no shift', () => {
    const steps = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(steps, (values) => {
        const indexes = (list: readonly number[]) => levelShifts(list).map(({ index }) => index);
        expect(indexes(values.map((value) => 4 * value + 1000))).toEqual(indexes(values));
      }),
      { seed: 5, numRuns: 50 },
    );
  });
});
