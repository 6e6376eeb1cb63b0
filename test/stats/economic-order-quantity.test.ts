import { expect, test } from 'vitest';
import {
  economicOrderQuantity,
  economicOrderQuantityWithBackorders,
} from '../../src/stats/economic-order-quantity.ts';

const costs = { fixedCost: 100, holdingCost: 2, demandRate: 400 };

// √(2 · 100 · 400 / 2) = 200, at 2 · 200
test('the economic lot balances ordering and keeping', () => {
  expect(economicOrderQuantity(costs)).toEqual({ quantity: 200, cost: 400 });
});

// √((2 + 6) / 6) times the lot, the cost divided by it
test('buyers who wait make lots larger and cost less', () => {
  const lot = economicOrderQuantityWithBackorders(costs, 6);
  expect(lot.quantity).toBeCloseTo(200 * Math.sqrt(8 / 6), 10);
  expect(lot.cost).toBeCloseTo(400 / Math.sqrt(8 / 6), 10);
});
