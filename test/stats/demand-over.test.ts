import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demandOver } from '../../src/stats/demand-over.ts';

const steady = (days: number, units: number): number[] => Array.from({ length: days }, () => units);
const prior = { days: 10, categoryRate: 2, classes: [{ rate: 1, bias: 1, dispersion: 0.25 }] };

describe('demand over the coming days', () => {
  test('of steady sales is the rate times the days, spread as counts are', () => {
    const demand = demandOver(steady(100, 2), 10);
    expect(demand.mean).toBeCloseTo(20, 10);
    expect(demand.variance).toBeCloseTo(20, 10);
  });

  // own looks 0 spread (12 of them), the shop's 0.25 (as 24): 0.25 · 24/36 · 400
  test('takes its spread from looks back, its own and those of the shop', () => {
    expect(demandOver(steady(200, 40), 10, { prior }).variance).toBeCloseTo(((0.25 * 24) / 36) * 400 ** 2, 4);
  });

  // an uncertain arrival adds d² σL²
  test('grows wider when the lead time is uncertain', () => {
    const certainLead = demandOver(steady(200, 40), 10, { prior });
    const uncertain = demandOver(steady(200, 40), 10, { prior, leadTimeDeviation: 3 });
    expect(uncertain.variance - certainLead.variance).toBeCloseTo(40 ** 2 * 9, 4);
  });

  test('follows the profile of the coming days', () => {
    const weekend = demandOver(steady(100, 2), 4, { profile: [0.5, 0.5, 2, 2] });
    expect(weekend.mean).toBeCloseTo(10, 10);
  });

  test('leaves days out on which the item was not on sale', () => {
    const gap = [...steady(50, 3), ...steady(10, NaN), ...steady(50, 3)];
    expect(demandOver(gap, 10).mean).toBeCloseTo(30, 10);
  });

  // (7 · 4 + 14 · 2) / (7 + 14)
  test('of an item known for a week is drawn to the rate of its category', () => {
    expect(demandOver(steady(7, 4), 10, { prior }).mean).toBeCloseTo((10 * (28 + 28)) / 21, 10);
    expect(demandOver([], 10, { prior }).mean).toBeCloseTo(20, 10);
  });

  test('of a short history without a shop takes the spread of its days', () => {
    const demand = demandOver([0, 0, 9, 0, 0, 9], 4);
    expect(demand.variance).toBeGreaterThan(demand.mean * 2);
    expect(demandOver([3], 4).variance).toBeCloseTo(12, 10);
  });

  test('of what never sold is nothing', () => {
    expect(demandOver(steady(60, 0), 10).quantile(0.99)).toBe(0);
    expect(demandOver([], 10).mean).toBe(0);
  });

  test('of what died long ago is nothing one would stock', () => {
    const dead = [...steady(100, 1), ...steady(900, 0)];
    expect(demandOver(dead, 30).quantile(0.95)).toBe(0);
  });

  test('its chances and shortages agree at any history', () => {
    const history = fc.array(fc.oneof(fc.nat(6), fc.constant(NaN)), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 40 }), (units, days) => {
        const demand = demandOver(units, days, { prior, leadTimeDeviation: days / 4 });
        const stock = demand.quantile(0.9);
        expect(demand.atLeast(stock + 1)).toBeLessThanOrEqual(0.1 + 1e-9);
        expect(demand.expectedShort(stock)).toBeLessThanOrEqual(demand.expectedShort(stock / 2) + 1e-9);
        expect(demand.expectedShort(0)).toBeCloseTo(demand.mean, 6);
      }),
      { seed: 20261122 },
    );
  });
});
