import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorEffects, logarithmicMean } from '../../src/stats/lmdi.ts';

const factor = fc.double({ min: 0.01, max: 1000, noNaN: true });
const factors = fc.array(fc.tuple(factor, factor), { minLength: 1, maxLength: 5 });
const product = (values: readonly number[]): number => values.reduce((all, value) => all * value, 1);
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('logarithmicMean', () => {
  it('is (a − b) / ln(a/b)', () => {
    expect(logarithmicMean(8, 2)).toBeCloseTo(6 / Math.log(4), 12);
  });

  it('is the number itself of two equal ones, and keeps its digits near them', () => {
    expect(logarithmicMean(5, 5)).toBe(5);
    expect(logarithmicMean(5, 5 + 1e-12)).toBeCloseTo(5, 11);
  });

  it('goes to 0 with either number', () => {
    expect(logarithmicMean(0, 7)).toBe(0);
    expect(logarithmicMean(7, 0)).toBe(0);
  });
});

describe('factorEffects', () => {
  it('weighs the logarithm of each factor with the logarithmic mean of the products', () => {
    // Ang (2004): effect of x = L(R1, R0) ln(x1/x0); 100 orders × 50 → 80 × 60
    const weight = (4800 - 5000) / Math.log(4800 / 5000);
    const [orders, value] = factorEffects([100, 50], [80, 60]);
    expect(orders).toBeCloseTo(weight * Math.log(0.8), 8);
    expect(value).toBeCloseTo(weight * Math.log(1.2), 8);
  });

  it('sums to the change of the product', () => {
    fc.assert(
      fc.property(factors, (pairs) => {
        const [base, current] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const change = product(current) - product(base);
        const off = Math.abs(sum(factorEffects(base, current)) - change);
        expect(off).toBeLessThanOrEqual(1e-7 * (product(base) + product(current)));
      }),
      { seed: 21 },
    );
  });

  it('flips every sign when the periods are swapped', () => {
    fc.assert(
      fc.property(factors, (pairs) => {
        const [base, current] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const back = factorEffects(current, base);
        factorEffects(base, current).forEach((effect, i) => {
          expect(Math.abs(effect + (back[i] ?? NaN))).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(effect)));
        });
      }),
      { seed: 22 },
    );
  });

  it('gives the whole change to the factors that are 0', () => {
    expect(factorEffects([100, 50], [0, 60])).toEqual([-5000, 0]);
    expect(factorEffects([0, 0, 4], [3, 2, 5])).toEqual([15, 15, 0]);
    expect(factorEffects([0, 4], [0, 9])).toEqual([0, 0]);
  });
});
