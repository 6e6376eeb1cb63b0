import { describe, expect, it } from 'vitest';
import type { SaleLine } from '../../../../src/reports/trends/causes/sale-line.ts';
import { subPeriods, wholePeriod } from '../../../../src/reports/trends/causes/weeks.ts';

const line = (day: number, over: Partial<SaleLine> = {}): SaleLine => ({
  day,
  order: `#${day}`,
  item: 'LAMP',
  quantity: 2,
  amount: 500,
  ...over,
});

describe('subPeriods', () => {
  it('cuts the base into periods as long as the current one, counted from its end', () => {
    const weeks = subPeriods({ from: 0, days: 16, lines: [line(1), line(2), line(9), line(15)] }, 7);
    expect(weeks.map(({ from, gross }) => [from, gross])).toEqual([
      [2, 500],
      [9, 1000],
    ]);
  });

  it('has none of a base shorter than the period', () => {
    expect(subPeriods({ from: 0, days: 6, lines: [line(1)] }, 7)).toEqual([]);
  });
});

describe('wholePeriod', () => {
  it('keeps sales before discount, discounts and refunds apart', () => {
    const week = wholePeriod({
      from: 0,
      days: 7,
      lines: [
        line(0, { discount: 100 }),
        line(3, { amount: -300, quantity: -1 }),
        line(4, { amount: 0, quantity: 1, refund: true }),
      ],
    });
    expect(week).toMatchObject({ gross: 600, discounts: 100, refunds: 300, openDays: [0] });
    expect(week.sales).toMatchObject([{ price: 300, quantity: 2, discount: 100 }]);
  });

  it('counts what has no unit price in the sales and not among the prices', () => {
    const week = wholePeriod({
      from: 0,
      days: 7,
      lines: [line(0, { quantity: 0, amount: 90 }), line(1, { amount: 0 })],
    });
    expect(week.gross).toBe(90);
    expect(week.sales).toEqual([]);
    expect(week.openDays).toEqual([0, 1]);
  });

  it('knows new, returning and unknown customers, and an order by all of its lines', () => {
    const { orders } = wholePeriod({
      from: 0,
      days: 7,
      lines: [
        line(0, { customer: 'Asha', newCustomer: true }),
        line(0, { item: 'SHADE' }),
        line(1, { customer: 'Ravi' }),
        line(2),
      ],
    });
    expect(orders.map(({ group, gross }) => [group, gross])).toEqual([
      ['new', 1000],
      ['returning', 500],
      ['unknown', 500],
    ]);
  });
});
