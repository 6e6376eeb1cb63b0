import { describe, expect, test } from 'vitest';
import { poisson } from '../../src/stats/poisson.ts';
import { serviceBacktest } from '../../src/stats/service-backtest.ts';

/** Daily units drawn from a Poisson law by a fixed stream of chances. */
function shop(items: number, days: number, rate: number): number[][] {
  let state = 7;
  const demand = poisson(rate);
  const chance = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return Array.from({ length: items }, () => Array.from({ length: days }, () => demand.quantile(chance())));
}

describe('service in the past', () => {
  test('comes near the nominal when demand does not change', () => {
    const { achieved, windows, safetyFactor } = serviceBacktest(shop(120, 150, 2), {
      days: 10,
      nominal: 0.9,
    });
    expect(windows).toBe(240);
    expect(achieved).toBeGreaterThan(0.85);
    expect(achieved).toBeLessThan(0.97);
    expect(safetyFactor).toBeGreaterThan(0.7);
    expect(safetyFactor).toBeLessThan(1.2);
  });

  test('falls short, and says by how much, when demand leapt at the end', () => {
    const leapt = shop(60, 150, 2).map((history) =>
      history.map((units, day) => (day < 140 ? units : units + 2)),
    );
    const found = serviceBacktest(leapt, { days: 10, nominal: 0.9, looks: 1 });
    expect(found.achieved).toBeLessThan(0.2);
    expect(found.safetyFactor).toBeGreaterThan(2);
  });

  test('leaves out windows that are not wholly known and items that sold nothing before', () => {
    const history = [...Array<number>(60).fill(1), NaN, ...Array<number>(9).fill(1)];
    expect(
      serviceBacktest([history, Array<number>(70).fill(0)], { days: 10, nominal: 0.9, looks: 1 }),
    ).toEqual({
      achieved: NaN,
      safetyFactor: 1,
      windows: 0,
    });
    expect(serviceBacktest([[1, 2]], { days: 10, nominal: 0.9 }).windows).toBe(0);
  });
});
