import { describe, expect, it } from 'vitest';
import { sellingCalendar } from '../../../src/domain/calendar/selling-calendar.ts';
import { addDays } from '../../../src/domain/day.ts';
import { accountingOf } from '../../../src/reports/pnl/accounting.ts';
import { coverOf } from '../../../src/reports/restock/cover.ts';
import { knownDemand } from '../../../src/reports/restock/known-demand.ts';
import { marginClasses } from '../../../src/reports/restock/margin-class.ts';
import { isNoProduct } from '../../../src/reports/restock/no-product.ts';
import { parcelsBack } from '../../../src/reports/restock/parcels-back.ts';
import { shopPrior, spreadSample } from '../../../src/reports/restock/shop-prior.ts';
import { shopSeason } from '../../../src/reports/restock/shop-season.ts';
import { netPrice, soldUnits } from '../../../src/reports/restock/sold-units.ts';
import { books, codOrder, line, order, refund, shipment } from '../../helpers/books.ts';
import { answerOf, costing, planOf, selling, sold, stocked, TODAY } from '../../helpers/restock-books.ts';

describe('isNoProduct', () => {
  it.each([
    'POSTAGE',
    'Dotcom Postage',
    'Carriage',
    'Manual',
    'Adjust bad debt',
    'Bank Charges',
    'Amazon Fee',
    'Shipping charges',
    'Gift Voucher £20',
    'Adjustment by john',
  ])('knows %s for none', (title) => {
    expect(isNoProduct({ sku: 'X-1', title })).toBe(true);
  });

  it('takes what has a code and another title for one', () => {
    expect(isNoProduct({ sku: 'POST-01', title: 'Postage stamp print cushion' })).toBe(false);
    expect(['POST', ' - ', ''].map((sku) => isNoProduct({ sku, title: 'Kurta' }))).toEqual([
      true,
      true,
      true,
    ]);
    expect(isNoProduct({ title: 'Kurta' })).toBe(true);
  });
});

describe('soldUnits', () => {
  const period = { from: '2026-06-03', to: '2026-08-31' };
  const of = (...orders: ReturnType<typeof order>[]) => soldUnits(accountingOf(books({ orders })), period);

  it('counts pieces by day and net sales of the year and of the last 90 days', () => {
    const product = of(
      order({
        number: '#1',
        placedOn: '2026-06-03',
        tax: 1000,
        taxIncluded: true,
        lines: [line({ quantity: 2, amount: 21000 })],
      }),
      order({
        number: '#2',
        placedOn: '2026-08-31',
        discount: 2000,
        lines: [line({ sku: 'krt-101 ', amount: 12000 })],
      }),
      order({ number: '#3', placedOn: '2026-09-01' }),
    ).get('krt-101');
    expect([product?.units[0], product?.units.at(-1), product?.units.length]).toEqual([2, 1, 90]);
    expect(product?.year).toEqual({ units: 3, amount: 30000 });
    expect(product?.recent).toEqual({ units: 3, amount: 30000 });
    expect(product && netPrice(product)).toBe(10000);
    expect(product?.sku).toBe('KRT-101');
  });

  it('takes the title of the last sale, and the price of the year where the last 90 days have none', () => {
    const titled = (placedOn: string, title: string) =>
      order({ number: `#${placedOn}${title}`, placedOn, lines: [line({ title })] });
    const product = of(titled('2026-08-02', 'B'), titled('2026-08-02', 'A'), titled('2026-07-01', 'C')).get(
      'krt-101',
    );
    expect(product?.title).toBe('A');
    const none = { units: 0, amount: 0 };
    expect(netPrice({ recent: none, year: { units: 2, amount: 9 } })).toBe(4.5);
    expect(netPrice({ recent: none, year: none })).toBeUndefined();
  });
});

describe('knownDemand', () => {
  const facts = (units: readonly number[], own: Partial<Parameters<typeof knownDemand>[0]> = {}) =>
    knownDemand({
      units: Float32Array.from(units),
      season: new Float64Array(units.length).fill(1),
      ...{ inStock: undefined, firstInStock: undefined, isOut: false },
      ...own,
    });

  it('begins with the first sale or the first day in stock', () => {
    expect(facts([0, 0, 1, 1]).ageDays).toBe(2);
    expect(facts([0, 0, 1, 1], { firstInStock: 1 }).ageDays).toBe(3);
    expect(facts([0, 0, 1, 1], { firstInStock: -9 }).ageDays).toBe(4);
    expect(facts([0, 0])).toMatchObject({ ageDays: 0, quietDays: undefined, knownDays: 0 });
    expect(facts([0, 0], { firstInStock: 0 })).toMatchObject({ ageDays: 2, quietDays: undefined });
  });

  it('takes weekday and feast out, and knows nothing of a day on which the shop is closed', () => {
    const season = Float64Array.of(2, 0, 1, 0);
    expect([...facts([2, 0, 1, 1], { season }).history]).toEqual([1, NaN, 1, 1]);
  });

  it('does not know days without stock, and raises a day that sold out', () => {
    const inStock = { empty: [false, true, true, false], soldOut: [true, false, false, false] };
    const { history, emptyDays, knownDays } = facts([2, 0, 0, 1], { inStock });
    expect([emptyDays, knownDays]).toEqual([2, 2]);
    expect(history[0]).toBeGreaterThan(2);
    expect(history[1]).toBeNaN();
  });

  it('takes the days since the last sale of what is out of stock for days without stock', () => {
    expect(facts([1, 1, 1, 0, 0], { isOut: true })).toMatchObject({
      suspectedDays: 2,
      knownDays: 3,
      quietDays: 2,
    });
    expect(facts([1, 1, 1, 0, 0])).toMatchObject({ suspectedDays: 0, knownDays: 5 });
  });
});

describe('coverOf', () => {
  const ahead = new Float64Array(30).fill(1);

  it('lasts until the stock is asked for, deliveries counted when they come', () => {
    expect(coverOf(8, { rate: 2, ahead, arrivals: [] })).toEqual({ days: 4, daily: 2 });
    const arrivals = [{ order: '1', quantity: 6, inDays: 3, late: 0 }];
    expect(coverOf(8, { rate: 2, ahead, arrivals }).days).toBe(7);
    expect(coverOf(4, { rate: 2, ahead, arrivals }).days).toBe(2);
  });

  it('is nothing for an empty shelf, and without end where nothing is asked for', () => {
    expect(coverOf(-2, { rate: 2, ahead, arrivals: [] }).days).toBe(0);
    expect(coverOf(8, { rate: 0, ahead, arrivals: [] })).toEqual({ days: null, daily: 0 });
    expect(coverOf(9999, { rate: 1, ahead, arrivals: [] }).days).toBeNull();
  });
});

describe('marginClasses', () => {
  it('are A for the first 80 per cent of the margin, B for the next 15, C for the rest', () => {
    expect(marginClasses([1, 80, 14, 5, undefined, 0, -3])).toEqual(['C', 'A', 'B', 'B', 'B', 'C', 'C']);
  });
});

describe('shopPrior', () => {
  it('learns from a spread of the products, once for spans close to each other', () => {
    expect(spreadSample([1, 2, 3, 4, 5, 6], 3)).toEqual([1, 3, 5]);
    const prior = shopPrior(Array.from({ length: 3 }, () => new Float64Array(200).fill(1)));
    expect(prior(18)).toBe(prior(19));
    expect(prior(20)).not.toBe(prior(60));
    expect(prior(20).categoryRate).toBe(1);
  });
});

describe('shopSeason', () => {
  const calendar = sellingCalendar('IN', []);
  const days = 500;
  const from = addDays('2026-10-20', -days);
  const units = Float64Array.from({ length: days }, (_, index) =>
    calendar.on(addDays(from, index))?.season.id === 'diwali' ? 30 : 10,
  );
  const period = { from, to: addDays(from, days - 1) };

  it('expects of a feast what it did before, and of other days the usual', () => {
    const { ahead, past, feasts } = shopSeason(units, period, { calendar, horizon: 60 });
    const diwali = 19;
    expect(ahead[diwali]).toBeGreaterThan(1.6);
    expect(ahead[55]).toBeLessThan(1.2);
    expect(past).toHaveLength(days);
    expect(feasts).toContain('Diwali');
  });

  it('knows nothing of weekdays and feasts in the first eight weeks', () => {
    const short = { from, to: addDays(from, 39) };
    const { ahead, past, feasts } = shopSeason(units.subarray(0, 40), short, { calendar, horizon: 3 });
    expect([[...ahead], past[0], feasts]).toEqual([[1, 1, 1], 1, []]);
  });

  it('makes the plan order for a feast before it, not after', () => {
    const sells = (today: string) =>
      Array.from({ length: days }, (_, index) => addDays(from, index))
        .filter((day) => day < today)
        .map((day) => {
          const quantity = calendar.on(day)?.season.id === 'diwali' ? 9 : 3;
          return order({
            number: `#${day}`,
            placedOn: day,
            lines: [line({ quantity, amount: 50000 * quantity })],
          });
        });
    const expected = (asOf: string): number => {
      const shop = books({
        orders: sells(asOf),
        stock: [stocked('KRT-101', 5)],
        costs: [costing('KRT-101')],
        supplierItems: [sold('KRT-101')],
        shop: { country: 'IN' },
      });
      return Number(planOf(answerOf(shop, { asOf, horizon: 20 }))['dailyDemand']);
    };
    expect(expected('2026-10-15')).toBeGreaterThan(expected('2026-08-15') * 1.25);
  });
});

describe('parcelsBack', () => {
  const rto = (number: string, own: Parameters<typeof order>[0] = {}) =>
    codOrder({
      number,
      placedOn: '2026-08-25',
      delivery: 'rto',
      lines: [line({ quantity: 2 }), line({ sku: undefined }), line({ kind: 'tip' }), line({ quantity: -1 })],
      ...own,
    });
  const of = (own: Parameters<typeof books>[0]): number | undefined =>
    parcelsBack(accountingOf(books(own)), TODAY).get('krt-101');

  it('counts pieces of parcels that were not taken in the last two weeks', () => {
    expect(of({ orders: [rto('#1'), rto('#2')] })).toBe(4);
    expect(
      of({ orders: [rto('#1', { placedOn: '2026-08-10' }), rto('#2', { placedOn: '2026-07-01' })] }),
    ).toBeUndefined();
    expect(
      of({
        orders: [rto('#1', { placedOn: '2026-08-10' })],
        shipments: [shipment({ order: '#1', day: '2026-08-20', outcome: 'rto' })],
      }),
    ).toBe(2);
  });

  it('leaves out what is back in stock already', () => {
    const back = refund({ order: '#1', day: '2026-08-30', amount: 0, restocked: true });
    expect(of({ orders: [rto('#1')], movements: [back] })).toBeUndefined();
    expect(answerOf(books({ orders: selling('KRT-101') })).known?.to).toBe('2026-08-31');
  });
});
