import { expect, test } from 'vitest';
import {
  bestReorderPoint,
  economicReorderPolicy,
  expectedInventoryLevelPolicy,
  reorderPolicyCost,
} from '../../src/stats/continuous-review.ts';

const review = {
  fixedCost: 20,
  holdingCost: 1,
  demandRate: 500,
  shortageCost: 9,
  demandDeviation: 60,
  leadTime: 0.1,
};

test('no reorder point near the best one costs less', () => {
  const best = { quantity: 150, reorderPoint: bestReorderPoint(review, 150) };
  for (const step of [-2, 2]) {
    const other = { ...best, reorderPoint: best.reorderPoint + step };
    expect(reorderPolicyCost(review, other)).toBeGreaterThan(reorderPolicyCost(review, best));
  }
});

test('the economic lot with its best reorder point costs at most an eighth more than any policy', () => {
  const economic = reorderPolicyCost(review, economicReorderPolicy(review));
  for (const quantity of [80, 120, 160, 200, 240]) {
    const other = { quantity, reorderPoint: bestReorderPoint(review, quantity) };
    expect(economic).toBeLessThan(reorderPolicyCost(review, other) * 1.125);
  }
});

test('the approximation by expected inventory stands still where both of its equations hold', () => {
  const { reorderPoint, quantity, cost } = expectedInventoryLevelPolicy({ ...review, shortageCost: 20 });
  expect(quantity).toBeGreaterThan(Math.sqrt(2 * 20 * 500));
  expect(reorderPoint).toBeGreaterThan(50);
  expect(cost).toBeCloseTo(quantity + (reorderPoint - 50), 6);
});
