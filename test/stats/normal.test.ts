import { expect, test } from 'vitest';
import { normal, normalBelow, normalLoss, normalQuantile } from '../../src/stats/normal.ts';

// tables of the standard normal distribution
test('the standard normal distribution is the one of the tables', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 10);
  expect(normalBelow(-1.959963984540054)).toBeCloseTo(0.025, 14);
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
});

// Silver, Pyke & Peterson: G(1) = 0.08332
test('the unit loss function is the one of the tables', () => {
  expect(normalLoss(1)).toBeCloseTo(0.08332, 5);
});

test('mean and deviation shift and stretch it', () => {
  expect(normal(100, 10).quantile(0.975)).toBeCloseTo(119.6, 2);
  expect(normal(100, 10).expectedShort(110)).toBeCloseTo(0.8332, 4);
});
