import { describe, expect, test } from 'vitest';
import { demandClass } from '../../src/stats/demand-class.ts';

const kind = (history: readonly number[]): string | undefined => demandClass(history)?.kind;

describe('class of demand', () => {
  test('tells the four kinds apart by interval and sizes', () => {
    expect(kind([3, 3, 4, 3])).toBe('smooth');
    expect(kind([1, 1, 20, 1, 1])).toBe('erratic');
    expect(kind([0, 3, 0, 3, 0, 4])).toBe('intermittent');
    expect(kind([0, 1, 0, 1, 0, 20, 0, 1])).toBe('lumpy');
  });

  // intervals 1, 2, 1, 2: 1.5; sizes 2, 4, 2, 4: variance 4/3 over 9
  test('names the figures it went by', () => {
    const found = demandClass([2, 0, 4, 2, 0, 4]);
    expect(found?.averageInterval).toBe(1.5);
    expect(found?.squaredVariation).toBeCloseTo(4 / 27, 12);
  });

  test('keeps the kind of last time near a border and gives it up farther away', () => {
    const interval14 = [1, 0, 1, 1, 0, 1, 1];
    expect(kind(interval14)).toBe('intermittent');
    expect(demandClass(interval14, 'smooth')?.kind).toBe('smooth');
    expect(demandClass([0, 1, 0, 1], 'smooth')?.kind).toBe('intermittent');
    expect(demandClass([1, 1, 1], 'lumpy')?.kind).toBe('smooth');
  });

  test('a single sale has sizes alike; no sale has no class', () => {
    expect(demandClass([0, 0, 7])?.squaredVariation).toBe(0);
    expect(demandClass([0, NaN])).toBeUndefined();
  });
});
