import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ItemSales, type PriceVolumeMix, priceVolumeMix } from '../../src/stats/shapley.ts';

const item = fc.record({
  q0: fc.nat({ max: 500 }),
  q1: fc.nat({ max: 500 }),
  p0: fc.integer({ min: 1, max: 900 }),
  p1: fc.integer({ min: 1, max: 900 }),
});
type Item = typeof item extends fc.Arbitrary<infer T> ? T : never;

const sales = (items: readonly Item[], which: 0 | 1): ItemSales => ({
  quantity: items.map(({ q0, q1 }) => (which === 0 ? q0 : q1)),
  revenue: items.map(({ q0, p0, q1, p1 }) => (which === 0 ? q0 * p0 : q1 * p1)),
});
const total = (of: ItemSales): number => Array.from(of.revenue).reduce((sum, amount) => sum + amount, 0);
const parts = (split: PriceVolumeMix): readonly number[] => [
  split.volume,
  split.price,
  split.mix,
  split.newItems,
  split.discontinuedItems,
];
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('priceVolumeMix', () => {
  it('gives the volume, price and mix of a shop with two items', () => {
    // Worked by hand from the Shapley value: 10 and 10 pieces at 1 and 3, then 10 and 30 at 2 and 3.
    const split = priceVolumeMix(
      { quantity: [10, 10], revenue: [10, 30] },
      { quantity: [10, 30], revenue: [20, 90] },
    );
    // Q 20 → 40; baskets: 2 at first, 2.5 with the later shares, 2.5 with the later prices, 2.75 with both
    expect(split.volume).toBeCloseTo(20 * ((2 + 2.75) / 3 + (2.5 + 2.5) / 6), 10);
    // only the first item's price moved, by 1; its pieces 10 and 10, crossed 20 × 1/4 = 5 and 40 × 1/2 = 20
    expect(split.price).toBeCloseTo((10 + 10) / 3 + (5 + 20) / 6, 10);
    expect(split.volume + split.price + split.mix).toBeCloseTo(70, 10);
    expect(split.newItems).toBe(0);
    expect(split.discontinuedItems).toBe(0);
  });

  it('sums to the change of revenue', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (items) => {
        const [base, current] = [sales(items, 0), sales(items, 1)];
        expect(sum(parts(priceVolumeMix(base, current)))).toBeCloseTo(total(current) - total(base), 4);
      }),
      { seed: 11 },
    );
  });

  it('flips every sign when the periods are swapped', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (items) => {
        const there = priceVolumeMix(sales(items, 0), sales(items, 1));
        const back = priceVolumeMix(sales(items, 1), sales(items, 0));
        expect(there.volume).toBeCloseTo(-back.volume, 4);
        expect(there.price).toBeCloseTo(-back.price, 4);
        expect(there.mix).toBeCloseTo(-back.mix, 4);
        expect(there.newItems).toBeCloseTo(-back.discontinuedItems, 4);
      }),
      { seed: 12 },
    );
  });

  it('does not depend on the order of the items', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (items) => {
        const turned = [...items].reverse();
        const there = parts(priceVolumeMix(sales(items, 0), sales(items, 1)));
        const back = parts(priceVolumeMix(sales(turned, 0), sales(turned, 1)));
        there.forEach((part, i) => expect(part).toBeCloseTo(back[i] ?? NaN, 4));
      }),
      { seed: 13 },
    );
  });

  it('puts items of one period on lines of their own, and gives each item its share of price and mix', () => {
    const split = priceVolumeMix(
      { quantity: [10, 4, 0], revenue: [100, 80, 0] },
      { quantity: [10, 0, 5], revenue: [150, 0, 30] },
    );
    expect(split.newItems).toBe(30);
    expect(split.discontinuedItems).toBe(-80);
    expect(split.volume).toBe(0);
    expect(split.priceByItem).toEqual([50, 0, 0]);
    expect(split.mixByItem).toEqual([0, 0, 0]);
  });

  it('has nothing to tell of no items', () => {
    expect(sum(parts(priceVolumeMix({ quantity: [], revenue: [] }, { quantity: [], revenue: [] })))).toBe(0);
  });
});
