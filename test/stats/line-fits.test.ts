import { describe, expect, test } from 'vitest';
import { lineFits } from '../../src/stats/line-fits.ts';

describe('lines through runs of points', () => {
  test('is the least squares line: 5/6 + x/2 through (0, 1), (1, 1), (2, 2), worked by hand', () => {
    const fit = lineFits([0, 1, 2], [1, 1, 2])(0, 3);
    expect(fit.at(0)).toBeCloseTo(5 / 6, 12);
    expect(fit.at(2)).toBeCloseTo(11 / 6, 12);
    expect(fit.squares).toBeCloseTo(1 / 6, 12);
  });

  test('a run is fitted without the points around it', () => {
    const fit = lineFits([0, 1, 2, 3, 4], [9, 1, 3, 5, 9])(1, 4);
    expect(fit.squares).toBeCloseTo(0, 12);
    expect(fit.at(10)).toBeCloseTo(19, 12);
  });

  test('one point gives a flat line', () => {
    expect(lineFits([3], [7])(0, 1).at(100)).toBe(7);
  });
});
