import { describe, expect, test } from 'vitest';
import { seasonalNaive } from '../../src/stats/seasonal-naive.ts';

describe('the seasonal naive forecast', () => {
  test('repeats the last period as long as asked', () => {
    expect([...seasonalNaive([9, 1, 2, 3], 3, 5)]).toEqual([1, 2, 3, 1, 2]);
  });

  test('knows nothing before a whole period has passed', () => {
    expect([...seasonalNaive([5], 2, 2)]).toEqual([NaN, 5]);
  });
});
