import { expect, test } from 'vitest';
import { valueAt } from '../../src/stats/value-at.ts';

test('a value outside the array is not known', () => {
  expect(valueAt([4, 5], 1)).toBe(5);
  expect([valueAt([4, 5], 2), valueAt([4, 5], -1)]).toEqual([NaN, NaN]);
});
