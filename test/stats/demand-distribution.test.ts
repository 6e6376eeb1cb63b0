import { describe, expect, test } from 'vitest';
import { demandDistribution, meanDemand } from '../../src/stats/demand-distribution.ts';
import { type RatePrior } from '../../src/stats/rate-prior.ts';
import { tsb } from '../../src/stats/tsb.ts';

const prior: RatePrior = {
  memory: 0.8,
  classes: [{ rateClass: 1, credibility: 2, values: [0, 6], weights: [0.75, 0.25] }],
};

describe('demand of a coming period', () => {
  // own: 4 with weight ½, 0 with weight 1; class: 0 with 1.5, 6 with ½; together 3.5
  test('is the own periods by age and those of like items by their credibility', () => {
    const demand = demandDistribution([4, 0], prior, 0.5);
    expect(demand.cdf(0)).toBeCloseTo(2.5 / 3.5, 12);
    expect(demand.cdf(4)).toBeCloseTo(3 / 3.5, 12);
    expect(demand.mean).toBeCloseTo((2 + 3) / 3.5, 12);
  });

  test('periods that are not known age the others and count for nothing', () => {
    expect(demandDistribution([4, NaN, 0], prior, 0.5).cdf(0)).toBeCloseTo(2.5 / 3.25, 12);
  });

  test('of an item without a history is that of its class', () => {
    expect(demandDistribution([], prior).quantile(0.9)).toBe(6);
    expect(meanDemand([], prior)).toBe(1.5);
  });

  // TSB mean m, variance m + 2 m²
  test('without other items is negative binomial around TSB', () => {
    const history = [0, 3, 0, 0, 2];
    const demand = demandDistribution(history);
    expect(demand.mean).toBe(tsb(history));
    expect(demand.variance).toBeCloseTo(demand.mean + 2 * demand.mean ** 2, 12);
    expect(meanDemand(history)).toBe(demand.mean);
  });

  test('a prior without any weight leaves the same', () => {
    const empty: RatePrior = {
      memory: 0.8,
      classes: [{ rateClass: 0, credibility: 3, values: [], weights: [] }],
    };
    expect(demandDistribution([NaN], empty).mean).toBe(0);
  });

  // alone: 4 · 0.8 / 1.8
  test('its mean forecast lies halfway between the item alone and the distribution', () => {
    const own = (0.8 * 4) / 1.8;
    expect(meanDemand([4, 0], prior)).toBeCloseTo((own + demandDistribution([4, 0], prior).mean) / 2, 12);
  });
});
