import { expect, test } from 'vitest';
import { adida, imapa } from '../../src/stats/adida.ts';

test('a steady interval is summed away: one sale of 3 every third day is 1 a day', () => {
  const history = Array.from({ length: 30 }, (_, t) => (t % 3 === 2 ? 3 : 0));
  expect(adida(history)).toBeCloseTo(1, 12);
});

test('the oldest days that fill no block are dropped', () => {
  expect(adida([9, 0, 2, 0, 2])).toBeCloseTo(1, 12);
});

// intervals 1 and 4, 2.5 on average: blocks of 2, so (0 + 0), (0 + 4) after the first 4
test('a mean interval between two lengths takes the even one', () => {
  expect(adida([4, 0, 0, 0, 4])).toBeLessThan(1);
});

test('with sales every day there is one length of block, so both agree', () => {
  const history = [4, 6, 5, 7, 3, 8];
  expect(imapa(history)).toBe(adida(history));
});

test('nothing sold gives nothing', () => {
  expect([adida([0, NaN]), imapa([])]).toEqual([0, 0]);
});
