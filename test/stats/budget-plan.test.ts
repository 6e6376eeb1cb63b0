import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BudgetItem, budgetLevels, budgetPlan } from '../../src/stats/budget-plan.ts';
import { certain } from '../../src/stats/distribution.ts';
import { negativeBinomial } from '../../src/stats/negative-binomial.ts';
import { poisson } from '../../src/stats/poisson.ts';

const item: BudgetItem = { demand: poisson(4), position: 0, mostUnits: 8, unitCost: 10, unitMargin: 5 };

const anyItem = fc
  .record({
    mean: fc.double({ min: 0.2, max: 30, noNaN: true }),
    spread: fc.double({ min: 0, max: 5, noNaN: true }),
    position: fc.integer({ min: 0, max: 10 }),
    unitCost: fc.integer({ min: 1, max: 60 }),
    unitMargin: fc.integer({ min: 1, max: 40 }),
    pack: fc.constantFrom(1, 2, 5, 6),
    minimum: fc.constantFrom(0, 0, 4, 10, 20),
  })
  .map(({ mean, spread, ...rest }): BudgetItem => {
    const demand = negativeBinomial(mean, mean * (1 + spread));
    return { ...rest, demand, mostUnits: demand.quantile(0.95), holdingCost: 0.02 * rest.unitCost };
  });

/** The best value for every whole budget up to `budget`, by dynamic programming over the levels (costs are whole). */
function exactValue(items: readonly BudgetItem[], budget: number): number {
  let best = new Float64Array(budget + 1);
  for (const one of items) {
    const levels = budgetLevels(one);
    const next = best.slice();
    for (let money = 0; money <= budget; money += 1) {
      for (const { cost, value } of levels) {
        if (cost <= money) next[money] = Math.max(next[money] ?? 0, (best[money - cost] ?? 0) + value);
      }
    }
    best = next;
  }
  return best[budget] ?? 0;
}

describe('levels of an item', () => {
  test('run pack by pack while a pack saves more margin than it costs to keep', () => {
    const levels = budgetLevels({ ...item, holdingCost: 1.5 });
    expect(levels.map(({ quantity }) => quantity)).toEqual([0, 1, 2, 3, 4, 5]);
    // P(D ≥ 1) · 5 − 1.5
    expect(levels[1]?.value).toBeCloseTo(5 * (1 - Math.exp(-4)) - 1.5, 10);
  });

  test('begin at the minimum in whole packs, even where that is more than is needed', () => {
    const levels = budgetLevels({ ...item, pack: 4, minimum: 10, mostUnits: 3 });
    expect(levels.map(({ quantity }) => quantity)).toEqual([0, 12]);
  });

  test('end with the pack that reaches the need', () => {
    expect(budgetLevels({ ...item, pack: 3, mostUnits: 7 }).at(-1)?.quantity).toBe(9);
  });

  test('of what does not sell, is not needed, or has no cost are none', () => {
    for (const none of [{ demand: certain(0) }, { mostUnits: 0 }, { unitCost: 0 }]) {
      expect(budgetLevels({ ...item, ...none })).toHaveLength(1);
    }
  });
});

describe('a budget', () => {
  test('buys first what saves the most margin for its money', () => {
    const cheap = { ...item, unitCost: 2 };
    expect(budgetPlan([item, cheap], 10).quantities).toEqual([0, 5]);
  });

  test('buys everything worth buying when there is enough', () => {
    const { quantities, cost } = budgetPlan([item, item], 1e6);
    expect(quantities).toEqual([8, 8]);
    expect(cost).toBe(160);
  });

  test('of nothing buys nothing', () => {
    expect(budgetPlan([item], 0)).toEqual({ quantities: [0], cost: 0, value: 0 });
    expect(budgetPlan([], 100).quantities).toEqual([]);
  });

  // a minimum of 20 for 100 does not fit, two singles do
  test('is spent on others when a minimum quantity does not fit', () => {
    const bulky = { ...item, demand: poisson(30), mostUnits: 20, minimum: 20, unitCost: 5, unitMargin: 9 };
    const plan = budgetPlan([bulky, item], 30);
    expect(plan.quantities).toEqual([0, 3]);
  });

  test('comes within two in a hundred of the exact optimum for up to twelve items', () => {
    const items = fc.array(anyItem, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(items, fc.integer({ min: 10, max: 1500 }), (all, budget) => {
        const plan = budgetPlan(all, budget);
        expect(plan.cost).toBeLessThanOrEqual(budget + 1e-9);
        expect(plan.value).toBeGreaterThanOrEqual(0.98 * exactValue(all, budget) - 1e-9);
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  test('that is larger never saves less', () => {
    const items = fc.array(anyItem, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(items, fc.nat(1500), fc.nat(40), (all, budget, more) => {
        const less = budgetPlan(all, budget).value;
        expect(budgetPlan(all, budget + more).value).toBeGreaterThanOrEqual(less - 1e-9 * (1 + less));
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});
