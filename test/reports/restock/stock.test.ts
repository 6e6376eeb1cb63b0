import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/domain/books.ts';
import { stockHistoryOf } from '../../../src/reports/restock/stock-days.ts';
import { stockNow } from '../../../src/reports/restock/stock-now.ts';
import { locationShares } from '../../../src/reports/restock/location-shares.ts';
import { stockByLocation, transfersOf } from '../../../src/reports/restock/transfers.ts';
import { books } from '../../helpers/books.ts';
import { answerOf, oneKurta, planOf, rowsIn, shelf, stocked, TODAY } from '../../helpers/restock-books.ts';

const none = stockHistoryOf([]);
const counted: Source = {
  ...{ file: 'count.csv', kind: 'ecom.stock', label: 'Stock count', rows: 1, records: 1, duplicates: 0 },
};

describe('stockNow', () => {
  it('adds up locations, takes the latest of one, and what is promised or set apart off', () => {
    const stock = [
      stocked('KRT-101', 9, { location: 'Jaipur', asOf: '2026-08-01' }),
      stocked('KRT-101', 7, { location: 'Jaipur', asOf: '2026-08-20', available: 4, committed: 2 }),
      stocked('krt-101', 5, { location: 'Pune', committed: 1, incoming: 3 }),
    ];
    const now = stockNow(books({ stock }), none, TODAY).get('krt-101');
    expect(now).toMatchObject({ onHand: 12, free: 8, incoming: 3, wasNegative: false });
  });

  it('counts a shelf once that several platforms list, and what lies at Amazon besides', () => {
    const shop = (...stock: ReturnType<typeof stocked>[]) =>
      stockNow(books({ stock }), none, TODAY).get('a')?.onHand;
    const etsy = stocked('A', 0, { onHand: undefined, available: 7, file: 'etsy.csv' });
    const amazon = [stocked('A', 4, { location: 'Amazon FBA' }), stocked('A', 8, { location: 'own' })];
    expect(shop(etsy, stocked('A', 9, { location: 'Jaipur' }))).toBe(9);
    expect(shop(etsy, ...amazon)).toBe(11);
    expect(shop(...amazon, etsy)).toBe(11);
  });

  it('takes the owner’s own count of the whole shop before the levels of locations', () => {
    const stock = [
      stocked('KRT-101', 9, { location: 'Jaipur' }),
      stocked('KRT-101', 6, { file: 'count.csv' }),
    ];
    expect(stockNow(books({ stock, sources: [counted] }), none, TODAY).get('krt-101')?.onHand).toBe(6);
  });

  it('knows what is available where nobody says what is on hand, and nothing where nobody says either', () => {
    const stock = [
      stocked('A', 0, { onHand: undefined, available: 4 }),
      stocked('B', 0, { onHand: undefined, incoming: 9 }),
      stocked('C', 5, { asOf: '2026-12-01' }),
      stocked('D', -3, { available: -5, committed: 2 }),
      stocked('E', 0, { onHand: undefined, available: -1 }),
    ];
    const now = stockNow(books({ stock }), none, TODAY);
    expect(now.get('a')).toMatchObject({ onHand: 4, free: 4 });
    expect([now.has('b'), now.has('c')]).toEqual([false, false]);
    expect(now.get('d')).toMatchObject({ onHand: 0, free: -2, wasNegative: true });
    expect(now.get('e')).toMatchObject({ onHand: 0, free: 0, wasNegative: true });
  });

  it('looks into the past, and takes the last level of what only a stock history tells', () => {
    const history = stockHistoryOf([
      shelf('2026-08-30', 'A', 9),
      shelf('2026-09-05', 'A', 2),
      shelf('2026-08-30', 'B', 7, 'Jaipur'),
      shelf('2026-08-31', 'B', 1, 'Pune'),
      shelf('2026-09-20', 'C', 1),
    ]);
    const early = stockNow(books({ stock: [stocked('A', 50)] }), history, TODAY);
    expect(early.get('a')?.onHand).toBe(9);
    const late = stockNow(books({ stock: [stocked('A', 50)] }), history, '2026-10-01');
    expect([late.get('a')?.onHand, late.get('b')?.onHand]).toEqual([50, 8]);
    expect(early.has('c')).toBe(false);
  });
});

describe('stockHistoryOf', () => {
  const history = stockHistoryOf([
    shelf('2026-08-04', 'A', 0),
    shelf('2026-08-02', 'A', 3),
    shelf('2026-08-06', 'A', 5),
    shelf('2026-08-06', 'B', 0),
    shelf('2026-08-06', 'B', 0, 'Pune'),
  ]);
  const period = { from: '2026-08-03', to: '2026-08-10' };

  it('tells days without stock from days that sold out, and nothing of days it does not know', () => {
    const units = Float32Array.of(1, 3, 0, 0, 0, 0, 0, 0);
    const days = history.daysOf('a', units, period);
    expect(days?.soldOut).toEqual([false, true, false, false, false, false, false, false]);
    expect(days?.empty).toEqual([false, false, true, false, false, false, false, false]);
    expect(history.daysOf('b', units, period)?.empty.some(Boolean)).toBe(false);
    expect(history.daysOf('c', units, period)).toBeUndefined();
  });

  it('knows the first day on which something was there', () => {
    expect(history.firstInStock('a')).toBe('2026-08-02');
    expect([history.firstInStock('b'), history.firstInStock('c')]).toEqual([undefined, undefined]);
  });
});

describe('transfers', () => {
  it('divide demand over locations by where stock fell, and evenly where nothing tells', () => {
    const shares = locationShares([
      shelf('2026-08-01', 'A', 10, 'Jaipur'),
      shelf('2026-08-03', 'A', 20, 'Jaipur'),
      shelf('2026-08-02', 'A', 7, 'Jaipur'),
      shelf('2026-08-01', 'A', 10, 'Pune'),
      shelf('2026-08-02', 'A', 9, 'Pune'),
      shelf('2026-08-02', 'B', 9),
    ]);
    expect(shares('a', ['Jaipur', 'Pune'])).toEqual([0.75, 0.25]);
    expect(shares('b', ['Jaipur', 'Pune'])).toEqual([0.5, 0.5]);
  });

  it('give all of what is dead, and take nothing that a location needs itself', () => {
    const stock = [
      ...[stocked('KRT-101', 6, { location: 'Jaipur' }), stocked('KRT-101', 6, { location: 'Pune' })],
      stocked('SAR-301', 3, { location: 'Pune' }),
    ];
    const answer = answerOf(oneKurta(0, { stock }), { byLocation: true });
    expect(rowsIn(answer, 'transfers')).toEqual([]);
    expect(rowsIn(answer, 'locations').map((row) => row['surplus'])).toEqual([0, 0]);
    expect(planOf(answer)['onHand']).toBe(12);
    expect(transfersOf(stockByLocation([], () => []))).toEqual([]);
  });
});
