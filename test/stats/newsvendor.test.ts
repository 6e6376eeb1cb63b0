import { expect, test } from 'vitest';
import { criticalRatio, newsvendor, newsvendorCost } from '../../src/stats/newsvendor.ts';
import { poisson } from '../../src/stats/poisson.ts';

const costs = { over: 1, under: 4 };

test('money asks for the share of the margin in what both mistakes cost', () => {
  expect(criticalRatio(costs)).toBe(0.8);
});

test('the stock found costs no more than its neighbours', () => {
  const best = newsvendor(poisson(6), costs);
  expect(best.stock).toBe(8);
  expect(best.cost).toBeLessThan(newsvendorCost(poisson(6), costs, 7));
  expect(best.cost).toBeLessThan(newsvendorCost(poisson(6), costs, 9));
});

test('a certain surplus costs the keeping alone', () => {
  expect(newsvendorCost(poisson(6), costs, 1000)).toBeCloseTo(994, 8);
});
