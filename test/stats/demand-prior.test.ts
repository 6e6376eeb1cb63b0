import { describe, expect, test } from 'vitest';
import { demandPrior, errorsAtRate } from '../../src/stats/demand-prior.ts';

/** Items that sell `units` on every `every`-th day. */
const items = (count: number, units: number, every = 1): number[][] =>
  Array.from({ length: count }, (_, item) =>
    Array.from({ length: 120 }, (__, day) => ((day + item) % every === 0 ? units : 0)),
  );

describe('what the items of a shop teach', () => {
  test('items that sell the same every day come as foretold, with no spread', () => {
    const prior = demandPrior(items(20, 4), 10);
    expect(prior.classes.map(({ rate }) => rate)).toEqual([4]);
    expect(prior.classes[0]?.bias).toBeCloseTo(1, 10);
    expect(prior.classes[0]?.dispersion).toBeCloseTo(0, 10);
    expect(prior.categoryRate).toBeCloseTo(4, 10);
  });

  test('items that doubled on the last days are foretold too little', () => {
    const doubled = items(60, 4).map((history) =>
      history.map((units, day) => (day < 110 ? units : 2 * units)),
    );
    expect(demandPrior(doubled, 10).classes[0]?.bias).toBeGreaterThan(1);
  });

  test('one bulk order in a hundred looks does not widen the class', () => {
    const calm = items(100, 4);
    const bulk = calm.map((history, item) =>
      history.map((units, day) => (item === 0 && day > 110 ? 4000 : units)),
    );
    expect(demandPrior(bulk, 10).classes[0]?.dispersion).toBeLessThan(0.1);
  });

  test('too few looks teach nothing', () => {
    expect(demandPrior(items(1, 4), 10).classes).toEqual([]);
    expect(demandPrior([], 10)).toEqual({ days: 10, classes: [], categoryRate: 0 });
  });
});

describe('errors at a rate', () => {
  const prior = {
    days: 10,
    categoryRate: 1,
    classes: [
      { rate: 1, bias: 1, dispersion: 0.4 },
      { rate: 4, bias: 2, dispersion: 0.2 },
    ],
  };

  test('lie between the two nearest classes, and stand still beyond the last', () => {
    expect(errorsAtRate(prior, 2)?.bias).toBeCloseTo(1.5, 12);
    expect(errorsAtRate(prior, 2)?.dispersion).toBeCloseTo(0.3, 12);
    expect(errorsAtRate(prior, 0.1)?.dispersion).toBe(0.4);
    expect(errorsAtRate(prior, 90)?.bias).toBe(2);
  });

  test('are not known without classes', () => {
    expect(errorsAtRate({ ...prior, classes: [] }, 1)).toBeUndefined();
  });
});
