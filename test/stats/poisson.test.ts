import { expect, test } from 'vitest';
import { poisson } from '../../src/stats/poisson.ts';

test('chances are those of e^−m m^n / n!', () => {
  const two = poisson(2);
  expect(two.cdf(1)).toBeCloseTo(3 * Math.exp(-2), 14);
  expect(two.atLeast(1)).toBeCloseTo(1 - Math.exp(-2), 14);
  expect(two.cdf(-1)).toBe(0);
});

// E[(D − 1)+] = m − 1 + P(D = 0)
test('what is short of one unit follows from the chance of none', () => {
  expect(poisson(2).expectedShort(1)).toBeCloseTo(1 + Math.exp(-2), 12);
  expect(poisson(2).expectedShort(-1)).toBe(3);
});

test('a mean of zero is certainly nothing', () => {
  expect(poisson(0).quantile(0.99)).toBe(0);
});

test('a mean that is not known stays so, and no stock is sure to be enough', () => {
  expect(poisson(NaN).quantile(0.9)).toBeNaN();
  expect(poisson(2).quantile(1)).toBe(Infinity);
});
