import { describe, expect, test } from 'vitest';
import { betaBelow, gammaAbove, gammaBelow, logGamma } from '../../src/stats/special-functions.ts';

describe('special functions', () => {
  test('the gamma function continues the factorial', () => {
    expect(logGamma(6)).toBeCloseTo(Math.log(120), 12);
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 12);
    expect(logGamma(0.25)).toBeCloseTo(Math.log(3.625609908221908), 12);
  });

  // shape 1 is the exponential distribution
  test('the incomplete gamma function is the exponential law at shape 1, on either side', () => {
    for (const x of [0.1, 1, 5, 30]) {
      expect(gammaBelow(1, x)).toBeCloseTo(1 - Math.exp(-x), 14);
      expect(gammaAbove(1, x) / Math.exp(-x)).toBeCloseTo(1, 12);
    }
    expect([gammaBelow(2, 0), gammaBelow(2, -1), gammaAbove(2, Infinity)]).toEqual([0, 0, 0]);
  });

  // I_x(a, b) of whole a, b is a binomial tail: P(at least 2 of 4) at 0.3
  test('the incomplete beta function is a binomial tail', () => {
    expect(betaBelow(0.3, 2, 3)).toBeCloseTo(1 - 0.7 ** 4 - 4 * 0.3 * 0.7 ** 3, 14);
    expect(betaBelow(0.7, 3, 2)).toBeCloseTo(0.7 ** 4 + 4 * 0.3 * 0.7 ** 3, 14);
    expect([betaBelow(0, 2, 3), betaBelow(1, 2, 3)]).toEqual([0, 1]);
  });
});
