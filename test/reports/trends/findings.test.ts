import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Books } from '../../../src/domain/books.ts';
import { addDays, type Day } from '../../../src/domain/day.ts';
import { trends } from '../../../src/reports/trends.ts';
import type { TrendsOptions } from '../../../src/reports/trends/options.ts';
import type { Trends } from '../../../src/reports/trends/trends.ts';
import { REPORTS } from '../../../src/reports/index.ts';
import { books, line, order, refund, stockOnDay } from '../../helpers/books.ts';
import { dailyOrders, steady, type DaySales } from '../../helpers/daily-shop.ts';

const FIRST = '2026-04-20';
const AS_OF = '2026-07-27';
const DAYS = 98;

const ask = (own: Partial<Books>, options: Partial<TrendsOptions> = {}): Trends =>
  trends.compute(books(own), trends.options.parse({ asOf: AS_OF, by: 'revenue', ...options }));
const sold = (salesOf: (index: number, day: Day) => DaySales) => dailyOrders(FIRST, DAYS, salesOf);
const table = ({ tables }: Trends, id: string) => tables.find((one) => one.id === id)?.rows ?? [];
const value = ({ figures }: Trends, id: string) => figures.find((figure) => figure.id === id)?.value;
const found = ({ findings }: Trends, kind: string) => findings.filter((finding) => finding.kind === kind);

it('is one of the reports', () => {
  expect(REPORTS).toContain(trends);
});

describe('the order of what trends tell', () => {
  const answer = ask({
    orders: sold((index, day) => {
      if (index === 80) return {};
      const usual = steady(index, day);
      return index < DAYS - 7 ? usual : { ...usual, 'KRT-101': index < DAYS - 4 ? 4 : 0 };
    }),
    stockHistory: [
      stockOnDay({ day: FIRST, onHand: 50 }),
      stockOnDay({ day: addDays(FIRST, DAYS - 5), onHand: 0 }),
    ],
  });

  it('begins with the week, then its largest cause, then what is to be done, seen, known', () => {
    const [week, cause, ...others] = answer.findings;
    expect([week?.kind, cause?.kind]).toEqual(['week', 'cause']);
    const rank = { act: 0, watch: 1, know: 2 };
    const ranks = others.map(({ urgency }) => rank[urgency]);
    expect(ranks).toEqual([...ranks].sort());
    const stakes = others.filter(({ urgency }) => urgency === 'watch').map(({ stake }) => stake);
    expect(stakes).toEqual([...stakes].sort((a, b) => b - a));
    expect(others.find(({ urgency }) => urgency === 'act')?.names['product']).toBe('KRT-101');
  });

  it('names only figures that are there, and each figure once', () => {
    const ids = answer.figures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { figures } of answer.findings)
      for (const id of Object.values(figures)) expect(ids).toContain(id);
  });

  it('puts the reach of the files before anything else to be watched', () => {
    const early = ask(
      { orders: sold((index, day) => (index === 80 ? {} : steady(index, day))) },
      { asOf: '2026-08-20' },
    );
    expect(early.findings.slice(0, 3).map(({ kind }) => kind)).toEqual(['week', 'filesEndEarly', 'anomaly']);
    expect(early.findings[0]?.names['to']).toBe('26 Jul 2026');
    expect(answer.findings[0]?.names['to']).toBeUndefined();
  });
});

describe('an unusual day', () => {
  const on = addDays(FIRST, 85);

  it('with orders whose money went back is no day without orders', () => {
    const orders = sold(steady);
    const movements = orders
      .filter(({ placedOn }) => placedOn === addDays(FIRST, 80))
      .map(({ number }) => refund({ order: number, day: on, amount: -129900 }));
    const answer = ask({ orders, movements });
    expect(table(answer, 'anomalies')).toMatchObject([
      { day: on, orders: 6, refunds: 6 * 129900, why: 'refunds' },
    ]);
    expect(found(answer, 'anomaly')[0]?.names).toMatchObject({ why: 'refunds' });
    const counted = ask({ orders, movements }, { by: 'orders' });
    expect(table(counted, 'anomalies')).toEqual([]);
  });

  it('that sold far more than usual is good to know, with its orders', () => {
    const answer = ask({
      orders: sold((index, day) => (index === 85 ? { 'KRT-101': 30, 'DUP-220': 4 } : steady(index, day))),
    });
    expect(table(answer, 'anomalies')).toMatchObject([{ day: on, direction: 'up', orders: 34, why: null }]);
    expect(found(answer, 'anomaly')[0]).toMatchObject({ urgency: 'know', names: { direction: 'up' } });
  });

  it('on a holiday of a single day names it', () => {
    const orders = dailyOrders('2011-05-01', 123, (index, day) =>
      day === '2011-08-29' ? {} : steady(index, day),
    );
    const answer = ask({ orders, shop: { ...books().shop, country: 'GB' } }, { asOf: '2011-09-01' });
    expect(found(answer, 'anomaly')[0]?.names).toMatchObject({
      day: '29 Aug 2011',
      name: 'Summer bank holiday',
    });
    const india = ask({ orders, shop: { ...books().shop, country: 'IN' } }, { asOf: '2011-09-01' });
    expect(found(india, 'anomaly')[0]?.names['name']).toBeUndefined();
  });
});

describe('the country whose feasts count', () => {
  it('is the one most orders go to, where the owner named none', () => {
    const on = (country: string | undefined) =>
      dailyOrders('2011-05-01', 123, (index, day) => (day === '2011-08-29' ? {} : steady(index, day))).map(
        (one, index) => ({ ...one, country: index % 3 === 0 ? 'IE' : country }),
      );
    const holiday = (country: string | undefined) =>
      found(ask({ orders: on(country) }, { asOf: '2011-09-01' }), 'anomaly')[0]?.names['name'];
    expect(holiday('GB')).toBe('Summer bank holiday');
    expect(holiday('IN')).toBeUndefined();
    expect(holiday(undefined)).toBeUndefined();
    const half = on('GB').map((one, index) => ({ ...one, country: index % 2 === 0 ? 'GB' : 'FR' }));
    const even = half.length % 2 === 0 ? half : half.slice(1);
    const named = (orders: Books['orders']) =>
      found(ask({ orders }, { asOf: '2011-09-01' }), 'anomaly')[0]?.names['name'];
    // as many from each: the first by its code, which keeps no such holiday
    expect(named(even)).toBeUndefined();
    expect(named(on('GB').map((one) => ({ ...one, country: undefined })))).toBeUndefined();
  });
});

describe('what is no product', () => {
  it('makes no event, however it sells: postage, fees, vouchers', () => {
    const answer = ask({
      orders: [
        ...sold(steady),
        ...Array.from({ length: 20 }, (_, index) =>
          order({
            number: `#post${index}`,
            placedOn: addDays('2026-07-01', index),
            lines: [
              line({ sku: 'POST', title: 'POSTAGE', amount: 900000 }),
              line({ sku: undefined, title: 'Gift card', amount: 900000 }),
              line({ sku: undefined, title: 'Stole without a number', amount: 900000 }),
            ],
          }),
        ),
      ],
    });
    expect(table(answer, 'events').map(({ sku }) => sku)).toEqual(['Stole without a number']);
  });
});

describe('feasts in what trends tell', () => {
  const saleDays = [
    { name: 'Clearance', from: '2026-07-01', to: '2026-07-04' },
    { name: 'Clearance', from: '2026-07-10', to: '2026-07-12' },
    { name: 'Monsoon', from: '2026-08-03', to: '2026-08-06' },
  ];
  const orders = sold((index, day) =>
    saleDays.some(({ from, to }) => day >= from && day <= to)
      ? { 'KRT-101': 18, 'DUP-220': 9 }
      : steady(index, day),
  );
  const answer = ask({ orders, shop: { ...books().shop, saleDays } });

  it('keep the same sale twice apart', () => {
    expect(found(answer, 'season').map(({ names }) => names['day'])).toEqual(['1 Jul 2026', '10 Jul 2026']);
    const ids = answer.figures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tell a season that has begun and is not over once', () => {
    // three weeks before Diwali, in a shop whose sales doubled with its run-up
    const begun = ask(
      {
        orders: dailyOrders('2026-07-01', 120, (index, day) => {
          const usual = steady(index, day);
          return day < '2026-10-18' ? usual : { 'KRT-101': (usual['KRT-101'] ?? 0) * 3, 'DUP-220': 6 };
        }),
        shop: { ...books().shop, country: 'IN' },
      },
      { asOf: '2026-10-29' },
    );
    const coming = found(begun, 'seasonAhead').filter(({ names }) => names['name'] === 'Diwali');
    const passed = found(begun, 'season').filter(({ names }) => names['name'] === 'Diwali');
    expect(coming.length + passed.length).toBe(1);
  });
});

describe('what goes down', () => {
  it('is told as going down: a level to be watched, a sale that sold less than ordinary days', () => {
    const fallen = ask({
      orders: sold((index, day) =>
        index < 70 ? { ...steady(index, day), 'DUP-220': 6 } : { 'KRT-101': 1, 'DUP-220': 1 },
      ),
    });
    expect(found(fallen, 'level')[0]).toMatchObject({ urgency: 'watch', names: { direction: 'down' } });
    const saleDays = [
      { name: 'Stocktaking', from: '2025-07-01', to: '2025-07-06' },
      { name: 'Stocktaking', from: '2026-07-02', to: '2026-07-07' },
    ];
    const closed = ask({
      orders: dailyOrders('2025-04-20', 463, (index, day) =>
        saleDays.some(({ from, to }) => day >= from && day <= to)
          ? { 'DUP-220': 1 + (index % 2) }
          : steady(index, day),
      ),
      shop: { ...books().shop, saleDays },
    });
    const stock = closed.findings.filter(({ names }) => names['name'] === 'Stocktaking');
    expect(stock.map(({ kind, names }) => [kind, names['direction']])).toContainEqual(['season', 'down']);
  });
});

describe('trends of any shop', () => {
  const skus = ['KRT-101', 'DUP-220', 'SAR-310', 'BAG-009'];
  const anyShop = fc
    .tuple(
      fc.array(fc.tuple(...skus.map(() => fc.integer({ min: 0, max: 5 }))), { minLength: 42, maxLength: 80 }),
      fc.array(fc.tuple(fc.nat({ max: 79 }), fc.integer({ min: 1, max: 200000 })), { maxLength: 6 }),
      fc.integer({ min: 0, max: 30 }),
    )
    .map(([days, returns, off]) => {
      const all = dailyOrders(FIRST, days.length, (index) =>
        Object.fromEntries(skus.map((sku, at) => [sku, days[index]?.[at] ?? 0])),
      ).map((one, index) =>
        index % 7 === 0 ? { ...one, discount: off * 100, total: one.total - off * 100 } : one,
      );
      const movements = returns.flatMap(([at, amount]) => {
        const returned = all[at];
        return returned === undefined
          ? []
          : [refund({ order: returned.number, day: addDays(FIRST, days.length - 3), amount: -amount })];
      });
      return { own: { orders: all, movements }, asOf: addDays(FIRST, days.length) };
    });

  it('explain their change to the paisa', () => {
    fc.assert(
      fc.property(anyShop, ({ own, asOf }) => {
        const answer = ask(own, { asOf });
        const drivers = table(answer, 'drivers');
        fc.pre(drivers.length > 0);
        expect(drivers.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(
          value(answer, 'trends.change'),
        );
        expect((value(answer, 'trends.expected') ?? 0) + (value(answer, 'trends.change') ?? 0)).toBe(
          value(answer, 'trends.last7'),
        );
      }),
      { seed: 7, numRuns: 25 },
    );
  });

  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(anyShop, ({ own, asOf }) => {
        const there = ask(own, { asOf });
        const back = ask(
          { orders: [...own.orders].reverse(), movements: [...own.movements].reverse() },
          { asOf },
        );
        expect(back).toEqual(there);
      }),
      { seed: 11, numRuns: 15 },
    );
  });
});
