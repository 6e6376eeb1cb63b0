import { expect, test } from 'vitest';
import { optimisedLevel, smoothedLevel } from '../../src/stats/smoothed-level.ts';

test('the level begins at the first known value and moves by a share of each error', () => {
  expect(smoothedLevel([NaN, 10, 20, NaN, 0], 0.5)).toBe(7.5);
  expect(smoothedLevel([], 0.5)).toBeNaN();
});

test('a series that drifts is followed as quickly as allowed, one that only shakes as slowly', () => {
  const drifting = Array.from({ length: 40 }, (_, t) => t);
  const shaking = Array.from({ length: 40 }, (_, t) => (t === 0 ? 0 : (-1) ** t));
  expect(optimisedLevel(drifting)).toBeCloseTo(smoothedLevel(drifting, 0.3), 4);
  expect(optimisedLevel(shaking)).toBeCloseTo(smoothedLevel(shaking, 0.1), 4);
});
