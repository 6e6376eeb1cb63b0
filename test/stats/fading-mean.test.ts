import { expect, test } from 'vitest';
import { fadingMean } from '../../src/stats/fading-mean.ts';

// (4 · ½ + 1 · 1) / (½ + 1)
test('a value counts for more the later it is', () => {
  expect(fadingMean([4, 1], 0.5)).toBe(2);
});

test('unknown days age the days before them', () => {
  expect(fadingMean([4, NaN, 1], 0.5)).toBeCloseTo((4 * 0.25 + 1) / 1.25, 12);
  expect(fadingMean([NaN], 0.5)).toBeNaN();
});
