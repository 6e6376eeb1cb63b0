import { describe, expect, test } from 'vitest';
import { annualFactors } from '../../src/stats/annual-factor.ts';

describe('annual factors', () => {
  test('say with the power 0.4 how the level moved a year before', () => {
    const values = Array.from({ length: 500 }, (_, t) => (t < 200 ? 100 : 200));
    const factors = annualFactors(values, 100);
    expect(factors[0]).toBeCloseTo(1, 12);
    expect(factors[90]).toBeCloseTo(2 ** 0.4, 12);
  });

  test('look back two years beyond one', () => {
    const values = Array.from({ length: 800 }, () => 100);
    expect([...annualFactors(values, 370)]).toEqual(new Array(370).fill(1));
    expect(annualFactors(values.slice(0, 430), 370)[369]).toBe(1);
  });

  test('are 1 before sixty weeks have passed, and where there was nothing to compare with', () => {
    expect([...annualFactors(new Array<number>(419).fill(3), 2)]).toEqual([1, 1]);
    expect([...annualFactors(new Array<number>(430).fill(0), 2)]).toEqual([1, 1]);
  });
});
