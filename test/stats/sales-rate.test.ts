import { expect, test } from 'vitest';
import { fadingMean } from '../../src/stats/fading-mean.ts';
import { salesRates } from '../../src/stats/sales-rate.ts';

const history = [2, 0, NaN, 5, 1, 0, 3];

test('the rate of a day is the mean of a short and a long fading mean of the days up to it', () => {
  const { rates } = salesRates(history);
  for (const day of [0, 3, 6]) {
    const until = history.slice(0, day + 1);
    expect(rates[day]).toBeCloseTo((fadingMean(until, 0.97) + fadingMean(until, 0.99)) / 2, 12);
  }
});

test('known days and units are counted up', () => {
  const { known, sold } = salesRates(history);
  expect([...known]).toEqual([1, 2, 2, 3, 4, 5, 6]);
  expect([...sold]).toEqual([2, 2, 2, 7, 8, 8, 11]);
});

test('before the first known day there is no rate', () => {
  expect(salesRates([NaN, 1]).rates[0]).toBeNaN();
});
