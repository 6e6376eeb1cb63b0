import { describe, expect, test } from 'vitest';
import { dailyShifts } from '../../src/stats/daily-shifts.ts';
import { noise } from '../helpers/noise.ts';

const logs = (levelOf: (day: number) => number, days = 200): Float64Array =>
  Float64Array.from(noise(days), (chance, day) => levelOf(day) + 0.1 * chance);

describe('level shifts of a shop', () => {
  test('a lasting step is found on its day, with its size and how little chance explains it', () => {
    const found = dailyShifts(
      logs((day) => (day < 120 ? 5 : 5.5)),
      0.1,
    );
    expect(found).toHaveLength(1);
    expect(Math.abs((found[0]?.index ?? 0) - 120)).toBeLessThanOrEqual(1);
    expect(found[0]?.ratio).toBeCloseTo(Math.exp(0.5), 0);
    expect(found[0]?.chance).toBeLessThan(1e-6);
  });

  test('two steps more than eight weeks apart are both found, in their order', () => {
    const found = dailyShifts(
      logs((day) => (day < 60 ? 5 : day < 130 ? 5.6 : 5)),
      0.1,
    );
    expect(found.map(({ ratio }) => ratio > 1)).toEqual([true, false]);
  });

  test.each([
    ['an episode of two weeks', (day: number) => (day >= 100 && day < 114 ? 5.5 : 5)],
    ['a steady drift', (day: number) => 5 + 0.004 * day],
    ['a step of a tenth', (day: number) => (day < 100 ? 5 : 5.1)],
    ['no change', () => 5],
  ])('%s is none', (_, levelOf) => {
    expect(dailyShifts(logs(levelOf), 0.1)).toEqual([]);
  });

  test('the last week, and fewer than two, tell of none', () => {
    expect(
      dailyShifts(
        logs((day) => (day < 195 ? 5 : 6)),
        0.1,
      ),
    ).toEqual([]);
    expect(dailyShifts(new Float64Array(13), 0.1)).toEqual([]);
  });
});
