import { describe, expect, test } from 'vitest';
import { levelAround } from '../../src/stats/level-around.ts';

describe('the level around a place', () => {
  test('is the median of the nearest values on either side and its own, fewer at the ends', () => {
    const { level, counts } = levelAround([1, 2, 9, 4, 5], { reach: 1 });
    expect([...level]).toEqual([1.5, 2, 4, 5, 4.5]);
    expect([...counts]).toEqual([2, 3, 3, 3, 2]);
  });

  test('by means leaves the place itself out', () => {
    expect([...levelAround([1, 2, 9, 4, 5], { reach: 1, by: 'mean' }).level]).toEqual([2, 5, 3, 7, 4]);
  });

  test('steps over gaps', () => {
    expect([...levelAround([1, NaN, NaN, NaN, 3], { reach: 1 }).level]).toEqual([2, 2, 2, 2, 2]);
  });

  test('takes nothing from beyond a break', () => {
    expect([...levelAround([1, 1, 1, 8, 8], { breaks: [3] }).level]).toEqual([1, 1, 1, 8, 8]);
  });

  test('is unknown where a stretch has no known value', () => {
    expect([...levelAround([NaN, 2], { breaks: [1] }).level]).toEqual([NaN, 2]);
    expect([...levelAround([]).level]).toEqual([]);
  });
});
