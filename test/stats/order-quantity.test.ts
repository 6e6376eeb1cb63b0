import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderQuantity } from '../../src/stats/order-quantity.ts';

const need = { orderUpTo: 50, position: 20, dailyDemand: 2 };

describe('order quantity', () => {
  test('is the need in whole packs', () => {
    expect(orderQuantity(need)).toEqual({ quantity: 30, reason: 'need', need: 30 });
    expect(orderQuantity({ ...need, pack: 12 })).toMatchObject({ quantity: 36, reason: 'need' });
  });

  test('is the minimum, in whole packs, when that is sold in time', () => {
    expect(orderQuantity({ ...need, minimum: 100, pack: 12 })).toMatchObject({
      quantity: 108,
      reason: 'minimum',
    });
  });

  test('waits when the minimum or a pack would last too long', () => {
    expect(orderQuantity({ ...need, minimum: 250 })).toMatchObject({
      quantity: 0,
      reason: 'waits-for-minimum',
    });
    expect(orderQuantity({ ...need, pack: 250 }).reason).toBe('waits-for-minimum');
    expect(orderQuantity({ ...need, minimum: 250, mostCoverDays: 125 }).quantity).toBe(250);
  });

  test('is no more than is sold before it spoils', () => {
    expect(orderQuantity({ ...need, pack: 4, shelfLifeDays: 18 })).toMatchObject({
      quantity: 16,
      reason: 'need',
    });
    expect(orderQuantity({ ...need, minimum: 20, shelfLifeDays: 18 })).toMatchObject({
      quantity: 0,
      reason: 'shelf-life',
    });
  });

  test('is nothing when there is enough, and for what does not sell', () => {
    expect(orderQuantity({ ...need, position: 50 }).reason).toBe('enough');
    expect(orderQuantity({ ...need, isDead: true })).toMatchObject({ quantity: 0, reason: 'no-demand' });
    expect(orderQuantity({ ...need, dailyDemand: 0 }).quantity).toBe(0);
    expect(orderQuantity({ ...need, dailyDemand: NaN }).quantity).toBe(0);
  });

  test('makes up for stock below zero', () => {
    expect(orderQuantity({ ...need, position: -5 }).quantity).toBe(55);
  });

  test('is always whole packs, and zero or at least the minimum', () => {
    const order = fc.record({
      orderUpTo: fc.double({ min: 0, max: 500, noNaN: true }),
      position: fc.integer({ min: -50, max: 300 }),
      dailyDemand: fc.double({ min: 0, max: 20, noNaN: true }),
      pack: fc.integer({ min: 1, max: 48 }),
      minimum: fc.integer({ min: 0, max: 200 }),
      shelfLifeDays: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(order, (one) => {
        const { quantity } = orderQuantity(one);
        expect(quantity % one.pack).toBe(0);
        expect(quantity === 0 || quantity >= one.minimum).toBe(true);
        expect(quantity).toBeGreaterThanOrEqual(0);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
