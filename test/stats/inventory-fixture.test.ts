import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  bestReorderPoint,
  economicReorderPolicy,
  expectedInventoryLevelPolicy,
  reorderPolicyCost,
} from '../../src/stats/continuous-review.ts';
import { economicOrderQuantity } from '../../src/stats/economic-order-quantity.ts';
import { newsvendor, newsvendorCost } from '../../src/stats/newsvendor.ts';
import { normal } from '../../src/stats/normal.ts';
import { bestOrderUpToPolicy, powerApproximation } from '../../src/stats/periodic-review.ts';
import { poisson } from '../../src/stats/poisson.ts';
import { sharedPath } from '../helpers/shared.ts';

const folder = sharedPath('series');

interface Costs {
  readonly h: number;
  readonly p: number;
  readonly K?: number;
}

type Normal = Costs & Readonly<Record<'mu' | 'sd' | 'S' | 'cost', number>>;

interface Fixtures {
  readonly eoq: readonly Readonly<
    Record<'fixed_cost' | 'holding_cost' | 'demand_rate' | 'Q' | 'cost', number>
  >[];
  readonly newsvendor_normal: readonly Normal[];
  readonly newsvendor_normal_cost_at: readonly Normal[];
  readonly newsvendor_poisson_cost: readonly (Costs &
    Readonly<Record<'mean' | 'optimal_cost', number>> &
    Partial<Record<'cost_at_S5' | 'cost_at_S13', number>>)[];
  readonly rQ_example_5_1: Readonly<
    Record<'h' | 'p' | 'K' | 'lambda' | 'sd' | 'L' | 'cost_at_r126.8_Q328.5', number>
  > & {
    readonly optimal_r_for_Q: Readonly<Record<string, number>>;
    readonly EIL: Readonly<Record<'r' | 'Q' | 'cost', number>>;
    readonly EOQB: Readonly<Record<'r' | 'Q', number>>;
  };
  readonly sS_discrete_poisson: readonly (Costs & Readonly<Record<'mean' | 's' | 'S' | 'g', number>>)[];
  readonly sS_power_approximation_problem_4_32: Costs & Readonly<Record<'mean' | 'sd' | 's' | 'S', number>>;
}

describe.skipIf(folder === undefined)('published values to six digits', () => {
  const fixtures = JSON.parse(
    folder === undefined ? '{}' : readFileSync(join(folder, 'fixtures.json'), 'utf8'),
  ) as Fixtures;
  const near = (value: number, expected: number): void =>
    expect(Math.abs(value / expected - 1)).toBeLessThan(5e-7);
  const costsOf = (row: Costs) => ({
    over: row.h,
    under: row.p,
    fixedCost: row.K ?? 0,
  });

  test('economic order quantity', () => {
    for (const row of fixtures.eoq) {
      const lot = economicOrderQuantity({
        fixedCost: row.fixed_cost,
        holdingCost: row.holding_cost,
        demandRate: row.demand_rate,
      });
      near(lot.quantity, row.Q);
      near(lot.cost, row.cost);
    }
  });

  test('newsvendor with normal demand', () => {
    for (const row of fixtures.newsvendor_normal) {
      const best = newsvendor(normal(row.mu, row.sd), costsOf(row));
      near(best.stock, row.S);
      near(best.cost, row.cost);
    }
    for (const row of fixtures.newsvendor_normal_cost_at) {
      near(newsvendorCost(normal(row.mu, row.sd), costsOf(row), row.S), row.cost);
    }
  });

  test('newsvendor with Poisson demand', () => {
    for (const row of fixtures.newsvendor_poisson_cost) {
      near(newsvendor(poisson(row.mean), costsOf(row)).cost, row.optimal_cost);
      const stock = row.cost_at_S5 === undefined ? 13 : 5;
      near(newsvendorCost(poisson(row.mean), costsOf(row), stock), row[`cost_at_S${stock}`] ?? NaN);
    }
  });

  test('reorder point and quantity', () => {
    const row = fixtures.rQ_example_5_1;
    const review = {
      fixedCost: row.K,
      holdingCost: row.h,
      demandRate: row.lambda,
      shortageCost: row.p,
      demandDeviation: row.sd,
      leadTime: row.L,
    };
    for (const [quantity, point] of Object.entries(row.optimal_r_for_Q)) {
      near(bestReorderPoint(review, Number(quantity)), point);
    }
    const level = expectedInventoryLevelPolicy(review);
    near(level.reorderPoint, row.EIL.r);
    near(level.quantity, row.EIL.Q);
    near(level.cost, row.EIL.cost);
    near(economicReorderPolicy(review).reorderPoint, row.EOQB.r);
    near(economicReorderPolicy(review).quantity, row.EOQB.Q);
    near(reorderPolicyCost(review, { reorderPoint: 126.8, quantity: 328.5 }), row['cost_at_r126.8_Q328.5']);
  });

  test('order-up-to policies', () => {
    for (const row of fixtures.sS_discrete_poisson) {
      const best = bestOrderUpToPolicy(poisson(row.mean), costsOf(row));
      expect([best.reorderPoint, best.orderUpTo]).toEqual([row.s, row.S]);
      near(best.cost, row.g);
    }
    const row = fixtures.sS_power_approximation_problem_4_32;
    const power = powerApproximation({ mean: row.mean, deviation: row.sd }, costsOf(row));
    near(power.reorderPoint, row.s);
    near(power.orderUpTo, row.S);
  });
});
