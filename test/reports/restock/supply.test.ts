import { describe, expect, it } from 'vitest';
import { leadTimes } from '../../../src/reports/restock/lead-times.ts';
import { onOrder } from '../../../src/reports/restock/on-order.ts';
import { supplyOf } from '../../../src/reports/restock/supply-terms.ts';
import { books } from '../../helpers/books.ts';
import { purchase, sold, supplier, TODAY } from '../../helpers/restock-books.ts';

const received = (order: string, days: number, own: Parameters<typeof purchase>[0] = {}) =>
  purchase({
    ...{ order, orderedOn: '2026-05-01', received: 20 },
    receivedOn: `2026-05-${String(1 + days).padStart(2, '0')}`,
    ...own,
  });

describe('leadTimes', () => {
  it('learns median and spread from three received orders, each counted once', () => {
    const lines = [received('1', 8), received('1', 8), received('2', 10), received('3', 18)];
    const { orders, of } = leadTimes(lines, TODAY);
    expect(orders).toBe(3);
    expect(of('kesar weavers ', [{ leadDays: 99 }])).toEqual({
      ...{ days: 10, basis: 'learned' },
      spread: Math.sqrt((4 ** 2 + 2 ** 2 + 6 ** 2) / 2),
    });
  });

  it('learns nothing from two, from what is not dated, or from what came later', () => {
    const lines = [
      ...[received('1', 8), received('2', 9), received('3', 9, { receivedOn: TODAY })],
      ...[received('4', 9, { supplier: undefined }), received('5', 9, { receivedOn: undefined })],
      ...[received('6', 9, { orderedOn: undefined }), received('7', 9, { receivedOn: '2026-04-01' })],
    ];
    const { orders, of } = leadTimes(lines, TODAY);
    expect(orders).toBe(0);
    expect(of('Kesar Weavers', [{}, { leadDays: 12 }])).toEqual({ days: 12, spread: 3, basis: 'stated' });
    expect(of('Kesar Weavers', [{ leadDays: 7, leadSpreadDays: 1 }, { leadDays: 12 }])).toMatchObject({
      days: 7,
      spread: 1,
    });
    expect(of('Kesar Weavers', [])).toEqual({ days: 14, spread: 3.5, basis: 'assumed' });
  });
});

describe('supplyOf', () => {
  const options = { asOf: TODAY };

  it('takes the supplier it was last ordered from, else the cheapest, else the first by name', () => {
    const items = [
      sold('A', { supplier: 'Dear', price: 300 }),
      sold('A', { supplier: 'Cheap', price: 200 }),
      sold('A', { supplier: 'Abroad', price: 1, currency: 'USD' }),
    ];
    const nameOf = (own: Parameters<typeof books>[0]): string | undefined =>
      supplyOf(books(own), options, 'INR').of('a').supplier?.name;
    expect(nameOf({ supplierItems: items })).toBe('Cheap');
    const last = purchase({ sku: 'a', supplier: 'DEAR', orderedOn: '2026-08-01' });
    const before = purchase({ sku: 'a', supplier: 'Cheap', orderedOn: '2026-07-01' });
    const ahead = purchase({ sku: 'a', supplier: 'Cheap', orderedOn: '2026-12-01' });
    expect(nameOf({ supplierItems: items, purchases: [before, last, ahead] })).toBe('Dear');
    const sameDay = [purchase({ sku: 'a', supplier: 'Dear' }), purchase({ sku: 'a', supplier: 'Cheap' })];
    expect(nameOf({ supplierItems: items, purchases: sameDay })).toBe('Cheap');
    expect(nameOf({ supplierItems: items.map((item) => ({ ...item, price: undefined })) })).toBe('Abroad');
    expect(nameOf({ purchases: [last, purchase({ supplier: undefined })] })).toBe('DEAR');
    expect(nameOf({})).toBeUndefined();
  });

  it('reads terms from the item, else the supplier, else the shop', () => {
    const of = (own: Parameters<typeof supplier>[0], more: object = {}) =>
      supplyOf(
        books({
          suppliers: [supplier(own)],
          supplierItems: [sold('A', { leadDays: undefined, leadSpreadDays: undefined })],
        }),
        { ...options, ...more },
        'INR',
      ).of('a');
    expect(of({ leadDays: 9, reviewDays: 45 })).toMatchObject({
      reviewDays: 45,
      lead: { days: 9, basis: 'stated' },
      pack: 1,
      minimum: 0,
    });
    expect(of({}, { reviewDays: 20, maxCoverDays: 60 })).toMatchObject({
      reviewDays: 20,
      maxCoverDays: 60,
      lead: { days: 14 },
    });
    expect(of({ reviewDays: 45 }, { horizon: 10 }).reviewDays).toBe(10);
    expect(of({}).reviewDays).toBe(30);
  });
});

describe('onOrder', () => {
  it('counts what is open on the day, when it is due, and what is late', () => {
    const lines = [
      purchase({ order: '1', received: 5, expectedOn: '2026-09-04' }),
      purchase({ order: '2', closed: true }),
      purchase({ order: '3', orderedOn: '2026-09-02' }),
      purchase({ order: '4', received: 20, orderedOn: '2026-08-20', receivedOn: '2026-09-09' }),
      purchase({ order: '5', orderedOn: '2026-08-01', expectedOn: '2026-08-25' }),
      purchase({ order: '6', orderedOn: '2026-01-01', expectedOn: '2026-02-01' }),
      purchase({ order: '7', orderedOn: undefined, expectedOn: undefined }),
    ];
    expect(onOrder(lines, [], TODAY)('krt-101', 20)).toEqual([
      { order: '1', quantity: 15, inDays: 3, late: 0 },
      { order: '4', quantity: 20, inDays: 8, late: 0 },
      { order: '5', quantity: 20, inDays: 7, late: 7 },
      { order: '6', quantity: 20, inDays: Infinity, late: 212 },
      { order: '7', quantity: 20, inDays: 20, late: 0 },
    ]);
    expect(onOrder(lines, [], TODAY)('other', 20)).toEqual([]);
  });

  it('counts an order placed until a file tells of it', () => {
    const placed = { order: 'PO-1', sku: 'krt-101', quantity: 6, orderedOn: '2026-08-30' };
    expect(onOrder([], [placed, { ...placed, orderedOn: '2026-09-09' }], TODAY)('krt-101', 10)).toHaveLength(
      1,
    );
    expect(onOrder([purchase({ order: 'po-1 ', closed: true })], [placed], TODAY)('krt-101', 10)).toEqual([]);
  });
});
