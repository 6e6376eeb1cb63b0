import { expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';

it('assumes of a shop that configured nothing only what is careful', () => {
  expect(DEFAULT_SHOP).toEqual({
    zone: 'Asia/Kolkata',
    fiscalYearStart: 4,
    revenue: { cashOnDelivery: 'auto', pending: 'apart' },
    feeRates: [],
    expenses: 'spread',
    returnedGoods: 'lost',
    unequalCosts: 'highest',
    saleDays: [],
  });
});
