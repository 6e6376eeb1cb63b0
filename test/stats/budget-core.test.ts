import { expect, test } from 'vitest';
import { bestCore } from '../../src/stats/budget-core.ts';

const level = (quantity: number, cost: number, value: number) => ({ quantity, cost, value });

// greedy took item 0 (density 2); its place is worth more to item 1, which needs 8
test('gives up a greedy step when another item makes more of the money', () => {
  const choice = {
    levels: [
      [level(0, 0, 0), level(1, 3, 6)],
      [level(0, 0, 0), level(1, 8, 14)],
    ],
    steps: [
      { item: 0, to: 1, cost: 3, density: 2 },
      { item: 1, to: 1, cost: 8, density: 1.75 },
    ],
    chosen: [1, 0],
    taken: 1,
  };
  expect(bestCore(choice, 5)).toEqual([0, 1]);
  expect(bestCore(choice, 4)).toEqual([1, 0]);
  expect(bestCore(choice, 8)).toEqual([1, 1]);
});
