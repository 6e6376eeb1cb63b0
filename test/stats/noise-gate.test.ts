import { describe, expect, it } from 'vitest';
import { deviationsFromPast } from '../../src/stats/noise-gate.ts';

// mean 0, sample deviation 2 (NIST/SEMATECH e-Handbook 1.3.5.6: s² = Σ(x − x̄)² / (n − 1))
const PAST = [-2, 2, -2, 2, 0];

describe('deviationsFromPast', () => {
  it('measures the distance in standard deviations widened for the length of the past', () => {
    expect(deviationsFromPast(6, PAST)).toBeCloseTo(6 / (2 * Math.sqrt(1 + 1 / 5)), 12);
  });

  it('believes no deviation below the floor', () => {
    expect(deviationsFromPast(6, PAST, 12)).toBe(0.5);
    expect(deviationsFromPast(6, [3], 3)).toBe(1);
    expect(deviationsFromPast(6, [], 3)).toBe(2);
  });

  it('cannot tell from one value', () => {
    expect(deviationsFromPast(6, [1, NaN])).toBeNaN();
  });

  it('finds everything extraordinary in a past that never moved', () => {
    expect(deviationsFromPast(6, [5, 5, 5])).toBe(Infinity);
    expect(deviationsFromPast(5, [5, 5, 5])).toBe(0);
  });
});
