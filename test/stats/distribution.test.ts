import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Distribution, certain } from '../../src/stats/distribution.ts';
import { empiricalDistribution } from '../../src/stats/empirical-distribution.ts';
import { gamma } from '../../src/stats/gamma.ts';
import { negativeBinomial } from '../../src/stats/negative-binomial.ts';
import { normal } from '../../src/stats/normal.ts';
import { poisson } from '../../src/stats/poisson.ts';

const mean = fc.double({ min: 0.05, max: 400, noNaN: true });
const spread = fc.double({ min: 0.2, max: 12, noNaN: true });
const kinds: readonly ((mean: number, spread: number) => Distribution)[] = [
  (m, s) => normal(m, s * Math.sqrt(m)),
  (m, s) => gamma(m, s * m),
  (m) => poisson(m),
  (m, s) => negativeBinomial(m, m * (1 + s)),
  (m, s) => empiricalDistribution({ values: [0, m, m * s, m], weights: [1, 2, s, 1] }) ?? certain(0),
];
const distribution = fc.tuple(fc.constantFrom(...kinds), mean, spread).map(([kind, m, s]) => kind(m, s));
const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const seed = { seed: 20261122 };

describe('every distribution', () => {
  test('its quantile is the first value that reaches the chance', () => {
    fc.assert(
      fc.property(distribution, chance, (d, q) => {
        const value = d.quantile(q);
        expect(d.cdf(value)).toBeGreaterThan(q - 1e-8);
        expect(d.cdf(value - 1e-5 * Math.sqrt(d.variance))).toBeLessThan(q + 1e-8);
      }),
      seed,
    );
  });

  test('what is short falls with the stock, by no more than the stock, and is the mean when there is none', () => {
    fc.assert(
      fc.property(distribution, chance, spread, (d, q, more) => {
        const stock = Math.max(0, d.quantile(q));
        const less = d.expectedShort(stock) - d.expectedShort(stock + more);
        expect(less).toBeGreaterThan(-1e-7);
        expect(less).toBeLessThan(more * (1 - q) + 1e-7 + more * 1e-7);
        expect(d.expectedShort(-1e4) - 1e4).toBeCloseTo(d.mean, 5);
      }),
      seed,
    );
  });

  test('the chance of at least x and the chance of less than x make one', () => {
    fc.assert(
      fc.property(distribution, chance, (d, q) => {
        const value = d.quantile(q);
        const less = d.cdf(value === 0 ? -1 : value - 1e-12 * Math.abs(value));
        expect(d.atLeast(value) + less).toBeCloseTo(1, 7);
      }),
      seed,
    );
  });
});

test('a certain quantity is short by what the stock lacks', () => {
  const five = certain(5);
  expect([
    five.mean,
    five.variance,
    five.quantile(0.3),
    five.expectedShort(3),
    five.expectedShort(9),
  ]).toEqual([5, 0, 5, 2, 0]);
  expect([five.cdf(4), five.cdf(5), five.atLeast(5), five.atLeast(6)]).toEqual([0, 1, 1, 0]);
});
