import { expect, test } from 'vitest';
import { tsb } from '../../src/stats/tsb.ts';

// chances 0, 1, 0 with 0.5: 0.25; sizes: 4
test('multiplies the smoothed chance of a sale by the smoothed size', () => {
  expect(tsb([0, 4, 0], { probability: 0.5, size: 0.5 })).toBe(1);
});

test('falls while nothing sells, and stands still on days without records', () => {
  expect(tsb([4, 0, 0])).toBeLessThan(tsb([4, 0]));
  expect(tsb([4, 0, NaN])).toBe(tsb([4, 0]));
});

test('nothing sold gives nothing', () => {
  expect(tsb([0, 0])).toBe(0);
});
