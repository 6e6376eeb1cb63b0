import { expect, test } from 'vitest';
import { demandOfSoldOutDay, uncensoredDemand } from '../../src/stats/censored-demand.ts';

// mean 2: P(D ≥ 1) = 1 − e⁻², E[D | D ≥ 1] = 2 / (1 − e⁻²)
test('a day that sold out at one unit would have sold the mean of days with a sale', () => {
  expect(demandOfSoldOutDay(2, 1)).toBeCloseTo(2 / (1 - Math.exp(-2)), 12);
  expect(demandOfSoldOutDay(2, 0)).toBeCloseTo(2, 12);
});

test('it is never less than what was sold, however unlikely that was', () => {
  expect(demandOfSoldOutDay(0.001, 50)).toBeGreaterThanOrEqual(50);
  expect(demandOfSoldOutDay(0, 3)).toBe(3);
});

test('passes raise the days that sold out and leave the others', () => {
  const demand = uncensoredDemand([4, 6, 2, NaN], [false, false, true, true]);
  expect([demand[0], demand[1], demand[3]]).toEqual([4, 6, NaN]);
  expect(demand[2]).toBeGreaterThan(5);
  expect(demand[2]).toBeLessThan(6);
});

test('where days fade, the latest ones tell what the sold-out day would have been', () => {
  const rising = [1, 1, 1, 1, 9, 9, 9, 9, 5];
  const soldOut = rising.map((units) => units === 5);
  expect(uncensoredDemand(rising, soldOut, 0.5)[8]).toBeGreaterThan(
    uncensoredDemand(rising, soldOut)[8] ?? NaN,
  );
});
