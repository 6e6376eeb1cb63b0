import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalText,
  exponentOf,
  formatMoney,
  groupDigits,
  roundHalfUp,
  share,
  split,
  unitOf,
} from '../../src/domain/money.ts';

describe('currencies', () => {
  it.each([
    ['INR', 2, 100],
    ['USD', 2, 100],
    ['JPY', 0, 1],
    ['KRW', 0, 1],
    ['KWD', 3, 1000],
    ['CLF', 4, 10_000],
    ['XYZ', 2, 100],
  ])('%s has %i decimals', (currency, exponent, unit) => {
    expect(exponentOf(currency)).toBe(exponent);
    expect(unitOf(currency)).toBe(unit);
  });
});

describe('roundHalfUp', () => {
  it.each([
    [2.5, 3],
    [-2.5, -3],
    [2.4999, 2],
    [-0.4, 0],
    [0, 0],
    [1e15, 1e15],
  ])('rounds %f to %i', (value, rounded) => {
    expect(Object.is(roundHalfUp(value), rounded)).toBe(true);
  });

  it('does not lift a value just under a half', () => {
    expect(roundHalfUp(0.49999999999999994)).toBe(0);
  });
});

/** Rounds top ÷ bottom half away from zero without a float. */
function exactly(top: bigint, bottom: bigint): number {
  const negative = top < 0n !== bottom < 0n;
  const [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  const size = Number((a * 2n + b) / (b * 2n));
  return negative && size !== 0 ? -size : size;
}

describe('share', () => {
  it('rounds once, half away from zero', () => {
    expect(share(1000, 18, 118)).toBe(153);
    expect(share(5, 1, 2)).toBe(3);
    expect(share(-5, 1, 2)).toBe(-3);
    expect(share(5, 1, -2)).toBe(-3);
  });

  it('is 0 of nothing and never −0', () => {
    expect(Object.is(share(100, 5, 0), 0)).toBe(true);
    expect(Object.is(share(-1, 1, 1000), 0)).toBe(true);
    expect(Object.is(share(-9_000_000_000_000_000, 3, 9e17), 0)).toBe(true);
  });

  it('takes a fractional rate as it stands', () => {
    expect(share(100_000, 2.36, 100)).toBe(2360);
    expect(share(999, 2.5, 100)).toBe(25);
    expect(share(-100_000, 0.1, 100)).toBe(-100);
    expect(share(1_299_900, 1.18, 100)).toBe(15_339);
    expect(share(100, 1.005, 1)).toBe(101);
    expect(share(3, 1e-7, 1e-7)).toBe(3);
    expect(share(7, 1e21, 2e21)).toBe(4);
  });

  it('keeps every paisa of amounts whose product is beyond the safe integers', () => {
    expect(share(9_007_199_254_740_991, 999_999, 1_000_000)).toBe(9_007_190_247_541_736);
    expect(share(-9_007_199_254_740_991, 2, 3)).toBe(-6_004_799_503_160_661);
    expect(share(9_007_199_254_740_991, 7, -14)).toBe(-4_503_599_627_370_496);
  });

  it('equals exact arithmetic for whole numbers', () => {
    const whole = fc.maxSafeInteger();
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 1e9 }),
        (amount, top, extra) => {
          const bottom = top + extra;
          expect(share(amount, top, bottom)).toBe(exactly(BigInt(amount) * BigInt(top), BigInt(bottom)));
        },
      ),
    );
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 9 }), (amount, bottom) => {
        expect(share(amount, 1, bottom)).toBe(exactly(BigInt(amount), BigInt(bottom)));
      }),
    );
  });
});

describe('split', () => {
  it('gives the minor units that are left to the largest remainders, the earlier first', () => {
    expect(split(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(split(101, [1, 2, 1])).toEqual([25, 51, 25]);
    expect(split(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('is even when no weight is known and empty for nobody', () => {
    expect(split(5, [0, 0])).toEqual([3, 2]);
    expect(split(500, [])).toEqual([]);
  });

  it('gives nothing to a weight of 0 beside others', () => {
    expect(split(1, [0, 3])).toEqual([0, 1]);
  });

  it('adds up to the total, whatever is split', () => {
    const weights = fc.array(fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e6, noNaN: true })), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), weights, (total, parts) => {
        const shares = split(total, parts);
        expect(shares.reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(shares.every((part) => Number.isSafeInteger(part) && !Object.is(part, -0))).toBe(true);
      }),
    );
  });

  it('stays within one minor unit of the exact share', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1e9 }),
        fc.array(fc.nat({ max: 1e5 }), { minLength: 1, maxLength: 20 }),
        (total, weights) => {
          const sum = weights.reduce((all, weight) => all + weight, 0);
          fc.pre(sum > 0);
          split(total, weights).forEach((part, index) => {
            expect(Math.abs(part - (total * (weights[index] ?? 0)) / sum)).toBeLessThan(1);
          });
        },
      ),
    );
  });
});

describe('groupDigits', () => {
  it.each([
    ['999', 'INR', '999'],
    ['1000', 'INR', '1,000'],
    ['129999', 'INR', '1,29,999'],
    ['12345678', 'INR', '1,23,45,678'],
    ['123456', 'NPR', '1,23,456'],
    ['12345678', 'USD', '12,345,678'],
  ])('groups %s in %s as %s', (digits, currency, grouped) => {
    expect(groupDigits(digits, currency)).toBe(grouped);
  });
});

describe('formatMoney', () => {
  it('writes rupees the Indian way', () => {
    expect(formatMoney(12_999_900, 'INR')).toBe('₹1,29,999.00');
  });

  it('uses a true minus and, when asked, a plus', () => {
    expect(formatMoney(-1250, 'USD')).toBe('−$12.50');
    expect(formatMoney(1250, 'USD', { plus: true })).toBe('+$12.50');
    expect(formatMoney(0, 'USD', { plus: true })).toBe('$0.00');
  });

  it('shows the sign, the code or nothing', () => {
    expect(formatMoney(500, 'EUR', { currency: 'sign' })).toBe('€5.00');
    expect(formatMoney(500, 'EUR', { currency: 'code' })).toBe('EUR 5.00');
    expect(formatMoney(500, 'EUR', { currency: 'none' })).toBe('5.00');
    expect(formatMoney(500, 'AED')).toBe('AED 5.00');
  });

  it('keeps each currency to its own decimals', () => {
    expect(formatMoney(1299, 'JPY')).toBe('¥1,299');
    expect(formatMoney(1_234_567, 'KWD')).toBe('KWD 1,234.567');
  });

  it('leaves decimals out from a thousand units on or when they are zero, if asked to', () => {
    const auto = { decimals: 'auto' } as const;
    expect(formatMoney(99_950, 'INR', auto)).toBe('₹999.50');
    expect(formatMoney(99_900, 'INR', auto)).toBe('₹999');
    expect(formatMoney(100_050, 'INR', auto)).toBe('₹1,001');
    expect(formatMoney(-100_049, 'INR', auto)).toBe('−₹1,000');
    expect(formatMoney(5, 'INR', auto)).toBe('₹0.05');
    expect(formatMoney(0, 'INR', auto)).toBe('₹0');
    expect(formatMoney(1_000_500, 'KWD', auto)).toBe('KWD 1,001');
  });
});

describe('decimalText', () => {
  it.each([
    [-123_450, 'INR', '-1234.50'],
    [5, 'INR', '0.05'],
    [0, 'INR', '0.00'],
    [1299, 'JPY', '1299'],
    [-7, 'KWD', '-0.007'],
  ])('writes %i of %s as %s', (amount, currency, text) => {
    expect(decimalText(amount, currency)).toBe(text);
  });

  it('can be read back to the minor unit', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('INR', 'JPY', 'KWD', 'CLF'), (amount, currency) => {
        expect(BigInt(decimalText(amount, currency).replace('.', ''))).toBe(BigInt(amount));
      }),
    );
  });
});
