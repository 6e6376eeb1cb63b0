import { expect, test } from 'vitest';
import { winsorise } from '../../src/stats/winsorise.ts';

test('a bulk order is put down to the 98th percentile of the days that sold', () => {
  const usual = Array.from({ length: 50 }, () => 2);
  const capped = winsorise([0, ...usual, 1000]);
  expect(Math.max(...capped)).toBe(2);
  expect(capped[0]).toBe(0);
});

test('unknown days stay unknown and a series without sales stays as it is', () => {
  expect([...winsorise([NaN, 0, 0])]).toEqual([NaN, 0, 0]);
});
