import { describe, expect, test } from 'vitest';
import { loess, loessAt } from '../../src/stats/loess.ts';

describe('loess', () => {
  test('weighs by the cube of the distance', () => {
    // Seen from the middle of three with a window of five, the reach is 2: weights (1 − 1/8)³ beside 1.
    const [, middle] = loess([0, 3, 0], { window: 5, degree: 0 });
    expect(middle).toBeCloseTo(3 / (1 + 2 * (7 / 8) ** 3), 2);
  });

  test('follows a straight line exactly, also past its ends and across gaps', () => {
    const line = [1, 3, NaN, 7, 9, 11, NaN];
    [...loessAt(line, [-1, 2, 6, 7], { window: 3 })].forEach((value, i) =>
      expect(value).toBeCloseTo([-1, 5, 13, 15][i] ?? NaN, 6),
    );
  });

  test('does not see a value without weight while there are others', () => {
    const values = [5, 5, 500, 5, 5];
    expect(loess(values, { window: 5, weights: [1, 1, 0, 1, 1] })[2]).toBeCloseTo(5, 4);
    expect(loess([7, 7], { window: 2, weights: [0, 0] })[0]).toBeCloseTo(7, 9);
  });

  test('is flat through a single point, and nothing through none', () => {
    expect([...loessAt([NaN, 4, NaN], [0, 2], { window: 3 })]).toEqual([4, 4]);
    expect(loess([NaN], { window: 3 })[0]).toBeNaN();
  });
});
