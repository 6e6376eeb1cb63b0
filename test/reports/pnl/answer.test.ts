import { describe, expect, it } from 'vitest';
import { REPORTS } from '../../../src/reports/index.ts';
import { pnl } from '../../../src/reports/pnl.ts';
import { pnlOptions } from '../../../src/reports/pnl/options.ts';
import { books, cost, expense, line, movement, order, product, shipment } from '../../helpers/books.ts';
import { ask, askAll, figure, OCTOBER, rows, SEPTEMBER, value, values } from './ask.ts';

describe('the period', () => {
  const orders = [
    order({ number: '#1', placedOn: '2026-08-31' }),
    order({ number: '#2', placedOn: '2026-09-01' }),
    order({ number: '#3', placedOn: '2026-10-31' }),
  ];

  it('counts both of its ends and nothing beyond', () => {
    const answer = ask(books({ orders }), { period: { from: '2026-09-01', to: '2026-10-31' } });
    expect(value(answer, 'orders')).toBe(2);
  });

  it('is all days of the data when none is asked for, and is then compared with nothing', () => {
    const answer = askAll(books({ orders }), { compare: 'previous' });
    expect(answer).toMatchObject({
      period: { from: '2026-08-31', to: '2026-10-31' },
      covered: { from: '2026-08-31', to: '2026-10-31' },
      compare: null,
      orderCount: 3,
    });
    expect(value(answer, 'orders')).toBe(3);
  });

  it('of the data reaches over orders, movements and parcels', () => {
    const shop = books({
      orders: [orders.at(1)!],
      movements: [movement({ day: '2026-07-15' })],
      shipments: [shipment({ day: '2026-11-05' }), shipment({ day: undefined })],
      expenses: [expense({ day: '2020-01-01' })],
    });
    expect(askAll(shop).covered).toEqual({ from: '2026-07-15', to: '2026-11-05' });
    expect(askAll(books({ expenses: [expense(), expense({ day: '2026-10-09' })] })).covered).toEqual({
      from: '2026-10-01',
      to: '2026-10-09',
    });
  });

  it('without any data is empty and every figure of it is zero or missing', () => {
    const answer = askAll(books());
    expect(answer).toMatchObject({
      period: null,
      covered: null,
      compare: null,
      currency: 'INR',
      findings: [],
    });
    expect(values(answer, 'orders', 'revenue', 'costOfGoods', 'grossProfit', 'grossMargin')).toEqual({
      orders: 0,
      revenue: 0,
      costOfGoods: 0,
      grossProfit: 0,
      grossMargin: null,
    });
    expect(rows(answer, 'daily')).toEqual([]);
  });

  it('before, after or between the data is empty', () => {
    for (const period of [
      { from: '1999-01-01', to: '1999-12-31' },
      { from: '2026-09-02', to: '2026-09-30' },
      { from: '2030-01-01', to: '2030-01-31' },
    ]) {
      const answer = ask(books({ orders, costs: [cost()] }), { period, compare: 'previous' });
      expect(values(answer, 'orders', 'revenue', 'averageOrder')).toEqual({
        orders: 0,
        revenue: 0,
        averageOrder: null,
      });
    }
  });

  it('may lie after today: what the books hold of it counts', () => {
    expect(value(ask(books({ orders }), { asOf: '2026-01-01' }), 'orders')).toBe(1);
  });

  it('has a row for every day that the data covers, sales or not', () => {
    const daily = rows(ask(books({ orders }), { period: { from: '2026-08-30', to: '2026-09-02' } }), 'daily');
    expect(daily).toEqual([
      { day: '2026-08-31', netSales: 49900 },
      { day: '2026-09-01', netSales: 49900 },
      { day: '2026-09-02', netSales: 0 },
    ]);
  });
});

describe('the comparison', () => {
  const shop = books({
    orders: [
      order({ number: '#1', placedOn: '2025-10-05', total: 10000 }),
      order({ number: '#2', placedOn: '2026-09-05', total: 20000 }),
      order({ number: '#3', placedOn: '2026-10-05', total: 30000 }),
    ],
  });

  it('is with the period before', () => {
    const answer = ask(shop, { compare: 'previous' });
    expect(answer.compare).toEqual(SEPTEMBER);
    expect(
      values(answer, 'pnl.netSales.previous', 'pnl.netSales.change', 'pnl.netSales.changeShare'),
    ).toEqual({
      'pnl.netSales.previous': 20000,
      'pnl.netSales.change': 10000,
      'pnl.netSales.changeShare': 0.5,
    });
    expect(figure(answer, 'pnl.netSales.change')?.better).toBe('up');
    expect(figure(answer, 'pnl.discounts.change')?.better).toBe('down');
    expect(figure(answer, 'pnl.taxCollected.change')?.better).toBeUndefined();
  });

  it('is with the same days a year earlier', () => {
    const answer = ask(shop, { compare: 'last-year' });
    expect(answer.compare).toEqual({ from: '2025-10-01', to: '2025-10-31' });
    expect(value(answer, 'pnl.netSales.previous')).toBe(10000);
  });

  it('is with nothing when not wanted, or when the data holds not a day of the earlier period', () => {
    expect(ask(shop).compare).toBeNull();
    expect(ask(books({ orders: [order()] }), { compare: 'previous' }).compare).toBeNull();
    expect(
      ask(shop, { compare: 'previous', period: { from: '2028-01-01', to: '2028-12-31' } }).compare,
    ).toBeNull();
    expect(ask(books(), { compare: 'previous' }).compare).toBeNull();
  });

  it('is with a part when the data begins inside the earlier period', () => {
    const late = books({ orders: [order({ number: '#1', placedOn: '2026-09-29' }), order()] });
    expect(ask(late, { compare: 'previous' }).compare).toEqual(SEPTEMBER);
  });
});

describe('the bridge', () => {
  const sold = (month: string, quantity: number, price: number, sku = 'KRT-101') =>
    order({
      number: `#${month}${sku}`,
      placedOn: `2026-${month}-05`,
      lines: [line({ sku, title: sku, quantity, amount: quantity * price })],
    });
  const steps = (shop: ReturnType<typeof books>): Record<string, unknown> =>
    Object.fromEntries(
      rows(ask(shop, { compare: 'previous' }), 'bridge').map(({ id, amount }) => [String(id), amount]),
    );

  it('separates volume, mix, prices and unit costs', () => {
    const shop = books({
      orders: [
        sold('09', 10, 1000),
        sold('09', 10, 3000, 'SAR-310'),
        sold('10', 20, 1100),
        sold('10', 10, 3000, 'SAR-310'),
      ],
      costs: [
        cost({ unitCost: 600 }),
        cost({ unitCost: 650, validFrom: '2026-10-01' }),
        cost({ sku: 'SAR-310', unitCost: 1800 }),
      ],
    });
    const average = (10 * 400 + 10 * 1200) / 20;
    expect(steps(shop)).toEqual({
      'bridge.volume': 10 * average,
      'bridge.mix': 20 * 400 + 10 * 1200 - 30 * average,
      'bridge.price': 20 * 100,
      'bridge.unitCost': -20 * 50,
    });
  });

  it('takes a new product for mix', () => {
    const shop = books({
      orders: [sold('09', 10, 1000), sold('10', 5, 1000), sold('10', 5, 3000, 'SAR-310')],
      costs: [cost({ unitCost: 600 }), cost({ sku: 'SAR-310', unitCost: 1800 })],
    });
    expect(steps(shop)).toEqual({ 'bridge.mix': 5 * 1200 - 5 * 400 });
  });

  it('takes everything for volume where nothing was sold before, and where nothing is sold now', () => {
    const costs = [cost({ unitCost: 600 })];
    const first = books({
      orders: [sold('10', 10, 1000)],
      movements: [movement({ kind: 'payout', day: '2026-09-05' })],
      costs,
    });
    expect(steps(first)).toEqual({ 'bridge.volume': 4000 });
    const last = books({ orders: [sold('09', 10, 1000)], movements: [movement({ kind: 'payout' })], costs });
    expect(steps(last)).toEqual({ 'bridge.volume': -4000 });
  });

  it('takes shipping of a month without earlier orders for the number of orders', () => {
    const shop = books({
      orders: [sold('10', 10, 1000)],
      movements: [movement({ kind: 'payout', day: '2026-09-05' })],
      shipments: [shipment({ order: '#10KRT-101', forwardCost: 620 })],
      costs: [cost({ unitCost: 600 })],
    });
    expect(steps(shop)).toEqual({ 'bridge.volume': 4000, 'bridge.shippingVolume': -620 });
  });

  it('splits shipping into the number of orders and the cost of each', () => {
    const shop = books({
      orders: [sold('09', 1, 1000), sold('10', 1, 1000), { ...sold('10', 1, 1000), number: '#2', id: '2' }],
      shipments: [
        shipment({ order: '#09KRT-101', day: '2026-09-05', forwardCost: 62 }),
        shipment({ order: '#10KRT-101', forwardCost: 71 }),
        shipment({ order: '#2', forwardCost: 71 }),
      ],
      costs: [cost({ unitCost: 600 })],
    });
    expect(steps(shop)).toEqual({
      'bridge.volume': 400,
      'bridge.shippingVolume': -62,
      'bridge.shippingPerOrder': -18,
    });
  });

  it('does not take a courier’s bill that is missing for one month for a change of prices', () => {
    const fees = movement({ order: '#10KRT-101', amount: -50 });
    const shop = books({
      orders: [sold('09', 1, 1000), sold('10', 1, 1000)],
      shipments: [shipment({ order: '#10KRT-101', forwardCost: 71 })],
      movements: [fees],
      costs: [cost({ unitCost: 600 })],
    });
    expect(steps(shop)).toEqual({ 'bridge.gap.shippingCost': -71, 'bridge.gap.paymentFees': -50 });
    expect(figure(ask(shop, { compare: 'previous' }), 'pnl.netProfit.change')?.status).toBe('estimated');
  });

  it('keeps goods put back into stock apart from prices and mix', () => {
    const shop = books({
      orders: [
        { ...sold('09', 10, 1000), refunded: 0 },
        { ...sold('10', 10, 1000), refunded: 5000 },
      ],
      costs: [cost({ unitCost: 600 })],
      shop: { returnedGoods: 'restocked' },
    });
    expect(steps(shop)).toEqual({ 'bridge.refunds': -5000, 'bridge.otherGoods': 3000 });
  });

  it('is none while a net profit is missing', () => {
    const shop = books({ orders: [sold('09', 1, 1000), sold('10', 1, 1000)] });
    expect(ask(shop, { compare: 'previous' }).tables.map(({ id }) => id)).not.toContain('bridge');
    const half = books({
      orders: [sold('10', 1, 1000)],
      movements: [movement({ kind: 'payout', day: '2026-09-05' })],
    });
    expect(rows(ask(half, { compare: 'previous' }), 'bridge')).toEqual([]);
  });
});

describe('the breakdown', () => {
  const shop = books({
    orders: [
      order({
        number: '#1',
        region: 'BR',
        lines: [
          line({ amount: 60000 }),
          line({ sku: 'DUP-220', title: 'Dupatta', amount: 40000 }),
          line({ kind: 'tip', sku: undefined, title: 'Tip', amount: 500 }),
        ],
        shipping: 5000,
      }),
      order({ number: '#2', channel: 'meesho', lines: [line({ sku: 'krt-101 ', amount: 50000 })] }),
      order({ number: '#3', lines: [line({ kind: 'tip', sku: undefined, title: 'Tip', amount: 700 })] }),
    ],
    products: [
      product(),
      product({ sku: undefined, title: 'dupatta', category: 'Dupattas' }),
      product({ sku: 'BAG-007', title: 'Bag', category: undefined }),
    ],
    costs: [cost(), cost({ sku: 'DUP-220', unitCost: 10000 })],
  });
  const names = (by: 'sku' | 'category' | 'channel' | 'state' | 'month') =>
    rows(ask(shop, { by }), 'breakdown').map(({ name, netSales }) => [name, netSales]);

  it('by SKU unites what differs in case or blanks, and spreads a whole order’s amounts by value', () => {
    expect(names('sku')).toEqual([
      ['KRT-101', 110000],
      ['DUP-220', 40000],
      ['(not tied to one)', 0],
    ]);
    const [kurta] = rows(ask(shop, { by: 'sku' }), 'breakdown');
    expect(kurta).toMatchObject({ title: 'Cotton kurta, indigo', orders: 2, units: 2 });
    expect(kurta).toMatchObject({ grossProfit: 110000 + 3000 + 300 - 40000, grossMargin: 73300 / 113300 });
  });

  it('by category takes the catalogue’s word, by SKU or title', () => {
    expect(names('category')).toEqual([
      ['Kurtas', 110000],
      ['(no category)', 40000],
      ['(not tied to one)', 0],
    ]);
    const titled = { ...shop, orders: [order({ lines: [line({ sku: undefined, title: 'Dupatta' })] })] };
    expect(rows(ask(titled, { by: 'category' }), 'breakdown')).toMatchObject([{ name: 'Dupattas' }]);
  });

  it('by channel, state and month names what belongs to none', () => {
    expect(names('channel')).toEqual([
      ['shopify', 100000],
      ['meesho', 50000],
    ]);
    expect(names('state')).toEqual([
      ['BR', 100000],
      ['(no state)', 50000],
    ]);
    expect(names('month')).toEqual([['2026-10', 150000]]);
    const fee = { ...shop, movements: [movement({ amount: -100 })] };
    expect(rows(ask(fee, { by: 'state' }), 'breakdown').map(({ name }) => name)).toContain(
      '(not tied to one)',
    );
  });

  it('leaves cost and profit open where not one cost is known', () => {
    const [row] = rows(ask({ ...shop, costs: [] }, { by: 'sku' }), 'breakdown');
    expect(row).toMatchObject({
      costOfGoods: null,
      grossProfit: null,
      grossMargin: null,
      contribution: null,
    });
    const [month] = rows(ask({ ...shop, costs: [] }, { by: 'month' }), 'breakdown');
    expect(month).toMatchObject({ netProfit: null });
    const mixed = rows(ask({ ...shop, costs: [] }, { by: 'sku' }), 'breakdown').at(-1);
    expect(mixed).toMatchObject({ name: '(not tied to one)', contribution: 700 });
  });
});

describe('the options', () => {
  const valid = { asOf: '2026-11-22', compare: 'previous' };

  it('are checked the same for every door', () => {
    expect(REPORTS).toContain(pnl);
    expect(pnl.compute(books({ orders: [order()] }), { asOf: '2026-11-22', compare: 'none' }).report).toBe(
      'pnl',
    );
    expect(pnlOptions.parse({ ...valid, period: OCTOBER, by: 'sku' })).toMatchObject({ by: 'sku' });
  });

  it.each([
    ['a day that does not exist', { ...valid, asOf: '2026-02-30' }],
    ['a period that ends before it begins', { ...valid, period: { from: '2026-10-31', to: '2026-10-01' } }],
    ['an unknown comparison', { ...valid, compare: 'yesterday' }],
    ['an unknown breakdown', { ...valid, by: 'colour' }],
  ])('refuse %s', (_, options) => {
    expect(pnlOptions.safeParse(options).success).toBe(false);
  });
});
