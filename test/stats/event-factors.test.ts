import { describe, expect, test } from 'vitest';
import { eventFactors } from '../../src/stats/event-factors.ts';

describe('event factors', () => {
  test('are the mean of the ratios and of one ordinary day', () => {
    const words = ['diwali', undefined, 'diwali', 'holi'];
    const factors = eventFactors({ values: [30, 10, 50, 5], usual: [10, 10, 10, 10] }, (day) => words[day]);
    expect(factors.get('diwali')).toBe((3 + 5 + 1) / 3);
    expect(factors.get('holi')).toBe(0.75);
    expect(factors.size).toBe(2);
  });

  test('leave out days not known and days that usually bring nothing', () => {
    const factors = eventFactors({ values: [NaN, 5, 8], usual: [10, 0, 4] }, () => 'sale');
    expect(factors.get('sale')).toBe(1.5);
  });
});
