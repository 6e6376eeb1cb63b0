import { expect, test } from 'vitest';
import { empiricalDistribution } from '../../src/stats/empirical-distribution.ts';

test('each value has its share of the weight', () => {
  const demand = empiricalDistribution({ values: [4, 0, 2, 9], weights: [1, 6, 3, 0] });
  expect(demand?.mean).toBeCloseTo(1, 12);
  expect(demand?.variance).toBeCloseTo(1.8, 12);
  expect(demand?.cdf(2)).toBeCloseTo(0.9, 12);
  expect(demand?.atLeast(2)).toBeCloseTo(0.4, 12);
  expect([0.6, 0.61, 0.9, 0.95].map((q) => demand?.quantile(q))).toEqual([0, 2, 2, 4]);
  expect(demand?.expectedShort(1)).toBeCloseTo(0.3 + 0.3, 12);
});

test('ten equal weights reach the chances they add up to', () => {
  const tenths = empiricalDistribution({
    values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    weights: Array(10).fill(0.1),
  });
  expect(tenths?.quantile(0.3)).toBe(3);
  expect(tenths?.quantile(1)).toBe(10);
});

test('no weight gives no distribution', () => {
  expect(empiricalDistribution({ values: [1], weights: [0] })).toBeUndefined();
});
