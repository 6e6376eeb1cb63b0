import { describe, expect, it } from 'vitest';
import {
  answerOf,
  costing,
  figureOf,
  oneKurta,
  rowsIn,
  selling,
  shelf,
  stocked,
} from '../../helpers/restock-books.ts';

const of = (onHand: number, own: Parameters<typeof oneKurta>[1] = {}) =>
  rowsIn(answerOf(oneKurta(onHand, own)), 'overstock')[0];

describe('overstock', () => {
  it('is what lasts for more than 26 weeks, with the money in it and the markdown that clears it', () => {
    const row = of(400);
    expect(row).toMatchObject({ status: 'too-much', excess: 218, tiedUp: 218 * 20000, weeksOfCover: 57 });
    // 400 pieces in 84 days are 4.76 times one a day: 1 − 4.76^(−1/2.2)
    expect(row?.['markdown']).toBeCloseTo(1 - (400 / 84) ** (-1 / 2.2), 2);
    expect(row?.['clearancePrice']).toBeGreaterThanOrEqual(20000);
  });

  it('never falls below cost', () => {
    expect(of(9000)).toMatchObject({ clearancePrice: 20000 });
    expect(of(400, { costs: [costing('KRT-101', 60000)], supplierItems: [] })).toMatchObject({
      markdown: 0,
      clearancePrice: 60000,
    });
  });

  it('has no money and no markdown where no cost is known', () => {
    const answer = answerOf(oneKurta(400, { costs: [], supplierItems: [] }));
    expect(rowsIn(answer, 'overstock')[0]).toMatchObject({
      tiedUp: null,
      markdown: null,
      clearancePrice: null,
    });
    expect(figureOf(answer, 'restock.overstock.tiedUp')).toBeNull();
    expect(answer.findings.find(({ kind }) => kind === 'overstock')?.stake).toBe(0);
  });

  it('counts what never sold in half a year on the shelf as dead, and lists the most money first', () => {
    const orders = [...selling('KRT-101', { days: 300 })];
    const stockHistory = [shelf('2026-01-01', 'OLD-1', 5), shelf('2026-08-31', 'OLD-1', 5)];
    const stock = [stocked('KRT-101', 400), stocked('OLD-1', 5), stocked('OLD-2', 5)];
    const answer = answerOf(
      oneKurta(0, { orders, stock, stockHistory, costs: [costing('KRT-101'), costing('OLD-1')] }),
    );
    expect(rowsIn(answer, 'overstock').map((row) => [row['sku'], row['status'], row['quietDays']])).toEqual([
      ['KRT-101', 'too-much', 0],
      ['OLD-1', 'dead', 243],
    ]);
  });
});
