import { describe, expect, test } from 'vitest';
import { croston } from '../../src/stats/croston.ts';

const history = [0, 2, 0, 0, 6, 0];

describe("Croston's method", () => {
  // sizes 2, 6 and intervals 2, 3, smoothed with 0.5: 4 / 2.5
  test('divides the smoothed size of a sale by the smoothed interval', () => {
    expect(croston(history, 'croston', 0.5)).toBeCloseTo(1.6, 12);
  });

  test('is corrected for its bias as Syntetos and Boylan, or Shale, Boylan and Johnston have it', () => {
    expect(croston(history, 'sba', 0.5)).toBeCloseTo(1.6 * 0.75, 12);
    expect(croston(history, 'sbj', 0.5)).toBeCloseTo(1.6 * (1 - 0.5 / 1.5), 12);
  });

  test('days without records lengthen no interval', () => {
    expect(croston([0, 2, NaN, 0, NaN, 0, 6], 'croston', 0.5)).toBeCloseTo(1.6, 12);
  });

  test('nothing sold gives nothing', () => {
    expect(croston([0, 0, NaN])).toBe(0);
  });
});
