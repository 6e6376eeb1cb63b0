import { describe, expect, it } from 'vitest';
import { exactly, lesser, percentOf, toMinor, wholeMinor } from '../../../src/domain/tax/exact.ts';

describe('exact amounts', () => {
  it('lose nothing over three percentages one after the other', () => {
    const cess = percentOf(percentOf(percentOf(exactly(1), 0.01), 0.01), 0.01);
    expect(cess).toBe(1n);
  });

  it.each([
    [2.5, 3],
    [2.49, 2],
    [-2.5, -3],
    [-0.4, 0],
    [0, 0],
  ])('of %s minor units are rounded half away from zero to %s', (amount, rounded) => {
    expect(toMinor(percentOf(exactly(Math.round(amount * 100)), 1))).toBe(rounded);
  });

  it('are cut to whole minor units where the law drops the rest', () => {
    expect(wholeMinor(percentOf(exactly(299), 1))).toBe(2);
  });

  it('are compared', () => {
    expect([lesser(1n, 2n), lesser(2n, 1n)]).toEqual([1n, 1n]);
  });
});
