import { describe, expect, test } from 'vitest';
import { classAtRate, rateClass, ratePrior } from '../../src/stats/rate-prior.ts';

/** Items with the same values over and over, each begun at another place. */
const items = (count: number, pattern: readonly number[], periods = 24): number[][] =>
  Array.from({ length: count }, (_, item) =>
    Array.from({ length: periods }, (__, t) => pattern[(t + item) % pattern.length] ?? 0),
  );

describe('class of a rate', () => {
  test('is 0 for nothing, and climbs in steps of a factor 1.8 from 0.1', () => {
    expect([0, 0.001, 0.09, 0.11, 0.17, 0.2, NaN].map(rateClass)).toEqual([0, 1, 1, 2, 2, 3, 0]);
    expect(rateClass(0.1 * 1.8 ** 9 * 1.01)).toBe(11);
  });
});

describe('what items of like rate sell', () => {
  test('is shared out by value, each class for itself', () => {
    const prior = ratePrior([...items(6, [0, 0, 0, 1]), ...items(6, [8, 10])], { memory: 1 });
    expect(prior.classes).toHaveLength(2);
    const slow = classAtRate(prior, 0.25);
    expect(slow?.values).toContain(0);
    const share = Array.from(slow?.values ?? []).indexOf(1);
    expect(slow?.weights[share]).toBeCloseTo(0.25, 12);
  });

  test('holds the deaths that follow a rate', () => {
    const dying = items(6, [2]).map((history) => history.map((units, t) => (t < 18 ? units : 0)));
    const [found] = ratePrior(dying, { recent: 6 }).classes;
    expect(found).toMatchObject({ values: [0], weights: [1] });
  });

  // two kinds of items, 0 spread within each: only own periods tell which
  test('counts for little where its items differ and for much where they do not', () => {
    const unlike = [...items(6, [2]), ...items(6, [2.2])];
    expect(ratePrior(unlike).classes[0]?.credibility).toBe(3);
    expect(ratePrior(items(12, [0, 1, 2, 3])).classes[0]?.credibility).toBe(100);
  });

  test('leaves out unknown periods, items too short and classes too small', () => {
    const gaps = items(6, [2]).map((history) => history.map((units, t) => (t === 20 ? NaN : units)));
    expect(ratePrior(gaps).classes[0]?.values).toEqual([2]);
    expect(ratePrior(items(9, [2], 12)).classes).toEqual([]);
    expect(ratePrior(items(2, [2])).classes).toEqual([]);
  });

  test('is that of the nearest class where a rate has none of its own', () => {
    const prior = ratePrior([...items(6, [1]), ...items(6, [9])]);
    expect(classAtRate(prior, 12)?.values).toEqual([9]);
    expect(classAtRate(prior, 0)?.values).toEqual([1]);
    expect(classAtRate(ratePrior([]), 1)).toBeUndefined();
  });
});
