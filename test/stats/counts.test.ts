import { expect, test } from 'vitest';
import { counts } from '../../src/stats/counts.ts';

/** A die with the faces 0 … 5. */
const die = counts({
  mean: 2.5,
  variance: 35 / 12,
  tail: (n) => Math.max(0, 6 - n) / 6,
  partOfMean: (n) => [0, 1, 2, 3, 4, 5].filter((face) => face >= n).reduce((sum, face) => sum + face / 6, 0),
});

test('quantiles are found from either side of the first guess', () => {
  expect([0.1, 0.17, 0.5, 0.84, 0.999].map((q) => die.quantile(q))).toEqual([0, 1, 2, 5, 5]);
});

test('between whole numbers the expected shortage runs straight', () => {
  expect(die.expectedShort(3)).toBeCloseTo(0.5, 12);
  expect(die.expectedShort(3.5)).toBeCloseTo((0.5 + 1 / 6) / 2, 12);
});
