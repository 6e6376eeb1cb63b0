import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { biweightDeviation } from '../../src/stats/biweight.ts';

describe('biweight midvariance', () => {
  test('agrees with the formula worked by hand: Mosteller & Tukey', () => {
    // median 3, MAD 1, reach 9: u² = 4/81, 1/81, 0, 1/81, 4/81
    const above = 2 * (4 * (77 / 81) ** 4 + (80 / 81) ** 4);
    const below = 1 + 2 * ((77 / 81) * (61 / 81) + (80 / 81) * (76 / 81));
    expect(biweightDeviation([1, 2, 3, 4, 5])).toBeCloseTo(Math.sqrt(5 * above) / below, 10);
  });

  test('a wild value counts nothing, an unknown one is left out', () => {
    const tame = biweightDeviation([1, 2, 3, 4, 5, 6, 7]);
    expect(biweightDeviation([1, 2, 3, 4, 5, 6, 7, 1e6])).toBeLessThan(1.5 * tame);
    expect(biweightDeviation([1, 2, NaN, 3, 4, 5, 6, 7])).toBe(tame);
  });

  test('mostly equal values have none, and nothing has nothing', () => {
    expect(biweightDeviation([2, 2, 2, 9])).toBe(0);
    expect(biweightDeviation([])).toBeNaN();
  });

  test('scales with the values and does not move with them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5 }),
        fc.integer({ min: 1, max: 50 }),
        (values, factor) => {
          const moved = values.map((value) => factor * value + 7);
          expect(biweightDeviation(moved)).toBeCloseTo(factor * biweightDeviation(values), 6);
        },
      ),
      { seed: 7 },
    );
  });
});
