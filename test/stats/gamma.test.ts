import { expect, test } from 'vitest';
import { gamma } from '../../src/stats/gamma.ts';

// mean = deviation: the exponential distribution
test('with the deviation of its mean it is the exponential distribution', () => {
  const exponential = gamma(10, 100);
  expect(exponential.cdf(10)).toBeCloseTo(1 - Math.exp(-1), 12);
  expect(exponential.quantile(0.95)).toBeCloseTo(-10 * Math.log(0.05), 8);
  expect(exponential.expectedShort(20)).toBeCloseTo(10 * Math.exp(-2), 10);
});

test('it is never below zero', () => {
  const demand = gamma(2, 50);
  expect([demand.cdf(-1), demand.atLeast(0), demand.expectedShort(-3)]).toEqual([0, 1, 5]);
  expect(demand.quantile(0.001)).toBeGreaterThanOrEqual(0);
});

test('no stock is sure to be enough', () => {
  expect(gamma(2, 50).quantile(1)).toBe(Infinity);
});
