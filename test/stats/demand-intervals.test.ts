import { expect, test } from 'vitest';
import { demandIntervals } from '../../src/stats/demand-intervals.ts';

test('the first interval counts from before the first period and unknown periods count for nothing', () => {
  expect(demandIntervals([0, 3, 1, NaN, 0, 2, 0])).toEqual({ sizes: [3, 1, 2], intervals: [2, 1, 2] });
});
