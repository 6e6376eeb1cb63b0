import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconciled } from '../../src/stats/reconcile.ts';

describe('reconciled', () => {
  it('moves parts towards the total by the square of their errors', () => {
    // Least squares by hand: parts 10 ± 2 and 5 ± 1, total 21 ± 1; 6 are missing, of 4 + 1 + 1 the parts take 4/6 and 1/6.
    const [first, second] = reconciled(
      [
        { value: 10, error: 2 },
        { value: 5, error: 1 },
      ],
      { value: 21, error: 1 },
    );
    expect(first?.value).toBeCloseTo(14, 12);
    expect(second?.value).toBeCloseTo(6, 12);
    expect(first?.error).toBeCloseTo(2 * Math.sqrt(1 / 3), 12);
    expect(second?.error).toBeCloseTo(Math.sqrt(5 / 6), 12);
  });

  it('leaves alone what is known exactly', () => {
    const exact = [{ value: 3, error: 0 }];
    expect(reconciled(exact, { value: 9, error: 1 })).toEqual(exact);
    expect(reconciled(exact, { value: 9, error: 0 })).toEqual(exact);
  });

  it('meets a total known exactly', () => {
    const estimate = fc.record({
      value: fc.double({ min: -100, max: 100, noNaN: true }),
      error: fc.double({ min: 0.1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(estimate, { minLength: 1, maxLength: 6 }), (parts) => {
        const all = reconciled(parts, { value: 42, error: 0 });
        expect(all.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(42, 8);
      }),
      { seed: 51 },
    );
  });
});
