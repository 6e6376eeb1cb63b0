import { expect, test } from 'vitest';
import { newsvendorCost } from '../../src/stats/newsvendor.ts';
import { bestOrderUpToPolicy, powerApproximation } from '../../src/stats/periodic-review.ts';
import { poisson } from '../../src/stats/poisson.ts';

// without a cost of ordering, order every period up to the newsvendor's level
test('when an order costs nothing, the best policy orders whenever something was sold', () => {
  const costs = { fixedCost: 0, over: 1, under: 4 };
  const best = bestOrderUpToPolicy(poisson(6), costs);
  expect(best).toMatchObject({ reorderPoint: 7, orderUpTo: 8 });
  expect(best.cost).toBeCloseTo(newsvendorCost(poisson(6), costs, 8), 10);
});

test('the dearer an order, the larger the lots', () => {
  const lot = (fixedCost: number): number => {
    const { reorderPoint, orderUpTo } = bestOrderUpToPolicy(poisson(6), { fixedCost, over: 1, under: 4 });
    return orderUpTo - reorderPoint;
  };
  expect(lot(5)).toBeLessThan(lot(50));
  expect(lot(50)).toBeLessThan(lot(200));
});

// S − s of the approximation grows with the 0.506th power of the cost of an order
test('the power approximation follows its powers, and takes the demand until arrival when given', () => {
  const costs = { fixedCost: 60, over: 2, under: 36 };
  const lot = ({ reorderPoint, orderUpTo }: { reorderPoint: number; orderUpTo: number }): number =>
    orderUpTo - reorderPoint;
  const demand = { mean: 190, deviation: 48 };
  const doubled = powerApproximation(demand, { ...costs, fixedCost: 120 });
  expect(lot(doubled) / lot(powerApproximation(demand, costs))).toBeCloseTo(2 ** 0.506, 10);
  const later = powerApproximation({ ...demand, protection: { mean: 380, deviation: 68 } }, costs);
  expect(later.reorderPoint).toBeGreaterThan(powerApproximation(demand, costs).reorderPoint + 180);
});
