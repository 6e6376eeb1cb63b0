import { expect, test } from 'vitest';
import { salesRates } from '../../src/stats/sales-rate.ts';
import { sumBacktests } from '../../src/stats/sum-backtest.ts';

const steady = (days: number, units: number): number[] => Array.from({ length: days }, () => units);
const ratios = (history: readonly number[], days: number): number[] =>
  sumBacktests(salesRates(history), days).map(({ ratio }) => ratio);

test('steady sales come as foretold at every look, at most twelve', () => {
  const found = ratios(steady(200, 3), 9);
  expect(found).toHaveLength(12);
  for (const ratio of found) expect(ratio).toBeCloseTo(1, 12);
});

test('looks begin when 28 days are known', () => {
  expect(ratios(steady(35, 3), 9)).toEqual([]);
  expect(ratios(steady(37, 3), 9)).toHaveLength(1);
});

test('the latest look sees sales that doubled afterwards', () => {
  expect(ratios([...steady(60, 2), ...steady(9, 4)], 9)[0]).toBeCloseTo(2, 12);
});

test('days on which the item was not on sale count neither for nor against', () => {
  const gap = [...steady(60, 2), NaN, NaN, ...steady(7, 2)];
  expect(ratios(gap, 9)[0]).toBeCloseTo(1, 12);
});

test('windows that were mostly unknown, and items that hardly sold, are left out', () => {
  expect(ratios([...steady(60, 2), ...steady(6, NaN), 2, 2, 2], 9)).toHaveLength(9);
  expect(ratios(steady(100, 0), 9)).toEqual([]);
});
