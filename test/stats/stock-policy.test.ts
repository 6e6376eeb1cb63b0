import { describe, expect, test } from 'vitest';
import { certain } from '../../src/stats/distribution.ts';
import { normal } from '../../src/stats/normal.ts';
import { poisson } from '../../src/stats/poisson.ts';
import { SERVICE_BY_CLASS, cycleService, fillRate, stockLevels } from '../../src/stats/stock-policy.ts';

const demand = { leadTime: poisson(6), protection: poisson(10) };

describe('stock levels', () => {
  test('are whole quantiles of the demand until an order arrives', () => {
    const levels = stockLevels(demand, 0.95);
    expect(levels).toEqual({ reorderPoint: 10, orderUpTo: 15, safetyStock: 5 });
    expect(cycleService(demand.protection, levels.orderUpTo)).toBeGreaterThan(0.95);
    expect(cycleService(demand.protection, levels.orderUpTo - 1)).toBeLessThan(0.95);
  });

  test('are no higher than a shelf life lets one sell', () => {
    expect(stockLevels(demand, 0.95, 8.5)).toMatchObject({ reorderPoint: 8, orderUpTo: 8 });
  });

  test('of what does not sell are zero', () => {
    expect(stockLevels({ leadTime: certain(0), protection: certain(0) }, 0.99).orderUpTo).toBe(0);
  });

  test('important items are served better', () => {
    expect(SERVICE_BY_CLASS.A).toBeGreaterThan(SERVICE_BY_CLASS.B);
    expect(SERVICE_BY_CLASS.B).toBeGreaterThan(SERVICE_BY_CLASS.C);
  });
});

describe('fill rate', () => {
  // no lead time, one period N(100, 20), stock 120: 1 − 20 G(1) / 100
  test('is what is served of what is asked for in a cycle', () => {
    const cycle = { leadTime: certain(0), protection: normal(100, 20) };
    expect(fillRate(cycle, 120)).toBeCloseTo(1 - (20 * 0.08332) / 100, 5);
  });

  test('is above the cycle service, because most units of a bad cycle are served', () => {
    expect(fillRate(demand, 12)).toBeGreaterThan(cycleService(demand.protection, 12));
  });

  test('is whole when nothing is asked for', () => {
    expect(fillRate({ leadTime: certain(0), protection: certain(0) }, 0)).toBe(1);
  });
});
