import { expect, test } from 'vitest';
import { negativeBinomial } from '../../src/stats/negative-binomial.ts';
import { poisson } from '../../src/stats/poisson.ts';

// variance = mean + mean²: size 1, the geometric distribution with p = 1/(1 + mean)
test('of size 1 it is the geometric distribution', () => {
  const geometric = negativeBinomial(3, 12);
  expect(geometric.cdf(0)).toBeCloseTo(0.25, 12);
  expect(geometric.atLeast(4)).toBeCloseTo(0.75 ** 4, 12);
  expect(geometric.expectedShort(4)).toBeCloseTo(3 * 0.75 ** 4, 12);
});

test("without more spread than a Poisson law has, it is Poisson's", () => {
  expect(negativeBinomial(4, 4).quantile(0.9)).toBe(poisson(4).quantile(0.9));
  expect(negativeBinomial(4, 4.000001).quantile(0.9)).toBe(poisson(4).quantile(0.9));
  expect(negativeBinomial(0, 1).mean).toBe(0);
  expect(negativeBinomial(3, NaN).quantile(0.5)).toBe(poisson(3).quantile(0.5));
  expect(negativeBinomial(NaN, 3).mean).toBeNaN();
});
