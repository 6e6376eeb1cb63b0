import { describe, expect, it } from 'vitest';
import { books, cost, line, order, refund } from '../../helpers/books.ts';
import { ask, askAll, figure, findings, ledger, SEPTEMBER, told, value, values } from './ask.ts';

const taxed = { total: 118000, tax: 18000, taxIncluded: true };

describe('refunds', () => {
  it('without a date count on the day of their order, with the tax inside them taken out', () => {
    const answer = ask(books({ orders: [order({ ...taxed, refunded: 59000 })] }));
    expect(values(answer, 'refunds', 'taxInRefunds', 'netSales')).toEqual({
      refunds: 59000,
      taxInRefunds: 9000,
      netSales: 50000,
    });
    expect(ledger(answer, 'refunds')).toMatchObject({
      note: 'no file dates them: they count on the day of the order',
    });
    expect(ledger(answer, 'taxInRefunds')).toMatchObject({ status: 'estimated', actualShare: 0 });
  });

  it('count on their own day when a payments file dates them, also in a later month than the sale', () => {
    const shop = books({
      orders: [order({ ...taxed, placedOn: '2026-09-20', refunded: 118000 })],
      movements: [refund({ day: '2026-10-05', amount: -118000 })],
    });
    const [september, october] = [ask(shop, { period: SEPTEMBER }), ask(shop)];
    expect(values(september, 'refunds', 'netSales')).toEqual({ refunds: 0, netSales: 100000 });
    expect(values(october, 'refunds', 'taxInRefunds', 'netSales', 'orders')).toEqual({
      refunds: 118000,
      taxInRefunds: 18000,
      netSales: -100000,
      orders: 0,
    });
    expect(ledger(october, 'refunds')?.['note']).toBe(
      'on the day a payment file dates them, else on the day of the order',
    );
  });

  it('leave a closed month as it was: a later refund changes nothing in the month of the sale', () => {
    const sold = order({ ...taxed, placedOn: '2026-09-20' });
    const before = ask(books({ orders: [sold], costs: [cost()] }), { period: SEPTEMBER });
    const after = ask(
      books({
        orders: [{ ...sold, refunded: 118000 }],
        movements: [refund({ day: '2026-10-05', amount: -118000 })],
        costs: [cost()],
        shop: { returnedGoods: 'restocked' },
      }),
      { period: SEPTEMBER },
    );
    for (const id of ['netSales', 'costOfGoods', 'grossProfit'])
      expect(value(after, id)).toBe(value(before, id));
  });

  it('that are partly dated leave the remainder on the day of the order', () => {
    const shop = books({
      orders: [order({ total: 100000, placedOn: '2026-09-20', refunded: 50000 })],
      movements: [refund({ day: '2026-10-05', amount: -30000 })],
    });
    expect(value(ask(shop, { period: SEPTEMBER }), 'refunds')).toBe(20000);
    expect(value(ask(shop), 'refunds')).toBe(30000);
  });

  it('are what the payments file says when it knows of more than the order', () => {
    const shop = books({
      orders: [order({ total: 100000, refunded: 20000 })],
      movements: [refund({ amount: -50000 })],
    });
    expect(value(ask(shop), 'refunds')).toBe(50000);
  });

  it('in several pieces give back exactly the order’s tax', () => {
    const pieces = [-33333, -33333, -33334].map((amount, index) =>
      refund({ amount, day: `2026-10-2${index}`, row: index + 2 }),
    );
    const answer = ask(books({ orders: [order({ total: 100000, tax: 1001 })], movements: pieces }));
    expect(values(answer, 'refunds', 'taxInRefunds', 'netSales')).toEqual({
      refunds: 100000,
      taxInRefunds: 1001,
      netSales: 0,
    });
  });

  it('contain the tax that the platform says, where it says so', () => {
    const answer = ask(
      books({
        orders: [order({ ...taxed, refunded: 59000 })],
        movements: [refund({ amount: -59000, tax: -8000 })],
      }),
    );
    expect(values(answer, 'taxInRefunds', 'netSales')).toEqual({ taxInRefunds: 8000, netSales: 49000 });
    expect(figure(answer, 'pnl.taxInRefunds')?.status).toBe('actual');
  });

  it('above the order’s total give back no more tax than it had, and the owner is told', () => {
    const answer = ask(books({ orders: [order({ ...taxed, refunded: 236000 })] }));
    expect(values(answer, 'refunds', 'taxInRefunds')).toEqual({ refunds: 236000, taxInRefunds: 18000 });
    const [finding] = findings(answer, 'refundsAboveTotal');
    expect(told(answer, finding)).toEqual({ orders: 1, excess: 118000 });
    expect(finding).toMatchObject({ stake: 118000, names: { example: '#1001' } });
  });

  it('of an order given away contain no tax', () => {
    const answer = ask(books({ orders: [order({ lines: [line()], discount: 49900, refunded: 100 })] }));
    expect(values(answer, 'refunds', 'taxInRefunds')).toEqual({ refunds: 100, taxInRefunds: 0 });
  });

  it('count once when two platforms tell of the same money', () => {
    const told = [
      refund({ amount: -50000 }),
      refund({
        amount: -50000,
        channel: 'razorpay',
        code: 'refund',
        day: '2026-10-22',
        file: 'razorpay.csv',
      }),
    ];
    const answer = ask(books({ orders: [order({ total: 100000, refunded: 50000 })], movements: told }));
    expect(value(answer, 'refunds')).toBe(50000);
  });

  it('by two providers both count when the order states their sum', () => {
    const parts = [refund({ amount: -30000 }), refund({ amount: -20000, channel: 'razorpay' })];
    const answer = ask(books({ orders: [order({ total: 100000, refunded: 50000 })], movements: parts }));
    expect(value(answer, 'refunds')).toBe(50000);
  });

  it('that are chargebacks are taken back when the shop wins', () => {
    const answer = ask(
      books({
        orders: [order({ total: 100000 })],
        movements: [
          refund({ kind: 'chargeback', amount: -100000, day: '2026-10-12' }),
          refund({ kind: 'chargeback', amount: 100000, day: '2026-10-28' }),
        ],
      }),
    );
    expect(values(answer, 'refunds', 'netSales')).toEqual({ refunds: 0, netSales: 100000 });
  });

  it('are the whole order where it is marked as refunded without an amount', () => {
    const answer = ask(books({ orders: [order({ total: 100000, payment: 'refunded' })] }));
    expect(values(answer, 'refunds', 'netSales')).toEqual({ refunds: 100000, netSales: 0 });
  });
});

describe('refunds of orders that are not in the books', () => {
  it('count on their day when the shop’s own platform tells of them', () => {
    const shop = books({
      orders: [order(taxed)],
      movements: [refund({ order: '#0950', amount: -59000 })],
    });
    expect(values(ask(shop), 'refunds', 'taxInRefunds', 'netSales')).toEqual({
      refunds: 59000,
      taxInRefunds: 9000,
      netSales: 50000,
    });
  });

  it('count the same once their orders are added', () => {
    const movements = [refund({ order: '#0950', amount: -59000 })];
    const orders = [order(taxed)];
    const old = order({ ...taxed, number: '#0950', placedOn: '2026-09-28' });
    const netSales = [orders, [...orders, old]].map((all) =>
      value(ask(books({ orders: all, movements })), 'netSales'),
    );
    expect(netSales[0]).toBe(netSales[1]);
  });

  it('contain the tax that the platform says; those that only put goods back contain none', () => {
    const answer = ask(
      books({
        orders: [order()],
        movements: [
          refund({ order: '#0950', amount: -59000, tax: -2810 }),
          refund({ order: '#0951', amount: 0, restocked: true, sku: 'KRT-101', quantity: 1 }),
        ],
      }),
    );
    expect(values(answer, 'refunds', 'taxInRefunds')).toEqual({ refunds: 59000, taxInRefunds: 2810 });
  });

  it('are not counted, but told, when a payment provider names an order nobody knows', () => {
    const shop = books({
      orders: [order({ total: 100000, refunded: 30000 })],
      movements: [
        refund({ channel: 'razorpay', order: 'pay_9A2', amount: -30000 }),
        refund({ channel: 'stripe', order: undefined, amount: -10000 }),
      ],
    });
    const answer = ask(shop);
    expect(value(answer, 'refunds')).toBe(30000);
    const [finding] = findings(answer, 'recordsUnmatched');
    expect(told(answer, finding)).toEqual({ count: 2, amount: 40000 });
    expect(finding).toMatchObject({ urgency: 'watch', stake: 40000, names: { what: 'refunds', count: '2' } });
    expect(findings(ask(shop, { period: SEPTEMBER }), 'recordsUnmatched')).toEqual([]);
  });
});

describe('records of two shops with the same order number', () => {
  const shopify = order({ number: '#1001', channel: 'shopify', total: 100000, placedOn: '2026-10-05' });
  const woo = order({
    number: '1001',
    id: '77',
    channel: 'woocommerce',
    total: 200000,
    placedOn: '2026-10-15',
  });

  it('belong to the order of their own platform', () => {
    const movements = [refund({ channel: 'woocommerce', order: '#1001', amount: -200000, tax: undefined })];
    const taxedShopify = { ...shopify, tax: 50000 };
    const answer = ask(books({ orders: [taxedShopify, woo], movements }));
    expect(values(answer, 'refunds', 'taxInRefunds')).toEqual({ refunds: 200000, taxInRefunds: 0 });
  });

  it('of a payment provider belong to one of them only, the latest placed by that day', () => {
    const refundOn = (day: string | undefined) =>
      ask(
        books({
          orders: [woo, { ...shopify, tax: 50000 }],
          movements: [refund({ channel: 'razorpay', order: '1001', amount: -100000, day: day ?? '' })],
        }),
        { period: undefined },
      );
    expect(values(refundOn('2026-10-08'), 'refunds', 'taxInRefunds')).toEqual({
      refunds: 100000,
      taxInRefunds: 50000,
    });
    expect(values(refundOn('2026-10-20'), 'refunds', 'taxInRefunds')).toEqual({
      refunds: 100000,
      taxInRefunds: 0,
    });
    expect(value(refundOn('2026-10-01'), 'taxInRefunds')).toBe(50000);
  });

  it('are found by the order’s id where no number fits', () => {
    const answer = ask(
      books({ orders: [woo], movements: [refund({ channel: 'razorpay', order: ' #77 ', amount: -200000 })] }),
    );
    expect(value(answer, 'refunds')).toBe(200000);
  });
});

describe('goods of refunded orders', () => {
  const sold = order({ total: 100000, placedOn: '2026-09-20', refunded: 50000 });
  const dated = refund({ day: '2026-10-05', amount: -50000 });

  it('stay a cost unless somebody says that they came back', () => {
    expect(value(askAll(books({ orders: [sold], costs: [cost()] })), 'costOfGoods')).toBe(20000);
  });

  it('give back their cost on the day of the refund when the platform says they can be sold again', () => {
    const shop = books({
      orders: [order({ ...sold, lines: [line({ quantity: 2, amount: 100000 })] })],
      movements: [{ ...dated, sku: 'krt-101 ', quantity: 1, restocked: true }],
      costs: [cost()],
    });
    expect(value(ask(shop, { period: SEPTEMBER }), 'costOfGoods')).toBe(40000);
    expect(value(ask(shop), 'costOfGoods')).toBe(-20000);
    expect(figure(ask(shop), 'pnl.costOfGoods')?.status).toBe('actual');
  });

  it('give back their cost without money too, as in an exchange', () => {
    const shop = books({
      orders: [order({ total: 100000, placedOn: '2026-09-20' })],
      movements: [refund({ day: '2026-10-05', amount: 0, sku: 'KRT-101', quantity: 1, restocked: true })],
      costs: [cost()],
    });
    expect(values(ask(shop), 'refunds', 'costOfGoods')).toEqual({ refunds: 0, costOfGoods: -20000 });
  });

  it('give nothing back for a product that the order did not hold or whose cost is not known', () => {
    const shop = (sku: string) =>
      books({
        orders: [
          order({ ...sold, lines: [line(), line({ sku: 'DUP-220', title: 'Dupatta', amount: 50100 })] }),
        ],
        movements: [{ ...dated, sku, quantity: 1, restocked: true }],
        costs: [cost()],
      });
    expect(value(ask(shop('SAR-310')), 'costOfGoods')).toBe(0);
    expect(value(ask(shop('DUP-220')), 'costOfGoods')).toBe(0);
  });

  it('give back the refund’s share of the order’s cost, on the refund’s day, in a shop set to restocked', () => {
    const shop = books({
      orders: [sold],
      movements: [dated],
      costs: [cost()],
      shop: { returnedGoods: 'restocked' },
    });
    expect(value(ask(shop, { period: SEPTEMBER }), 'costOfGoods')).toBe(20000);
    expect(value(ask(shop), 'costOfGoods')).toBe(-10000);
    const whole = askAll(shop);
    expect(figure(whole, 'pnl.costOfGoods')).toMatchObject({ value: 10000, status: 'estimated' });
    expect(ledger(whole, 'costOfGoods')?.['note']).toBe('goods of refunded orders taken as sold again');
  });

  it('never went when the order was paid back in full before it was sent', () => {
    const answer = ask(
      books({
        orders: [order({ total: 100000, refunded: 100000, payment: 'refunded', delivery: 'unfulfilled' })],
        costs: [cost()],
        shop: { returnedGoods: 'restocked' },
      }),
    );
    expect(values(answer, 'netSales', 'costOfGoods')).toEqual({ netSales: 0, costOfGoods: 0 });
  });

  it('told by two kinds of export of one platform count once', () => {
    const told = { order: '#1001', channel: 'shopify', day: '2026-11-02', amount: -49900 };
    const sources = [
      { file: 'orders.json', kind: 'shopify.orders_json' },
      { file: 'payments.csv', kind: 'shopify.payments' },
    ].map((source) => ({ ...source, label: '', rows: 1, records: 1, duplicates: 0 }));
    const shop = books({
      orders: [order({ number: '#1001', channel: 'shopify', total: 49900, refunded: 49900 })],
      movements: sources.map(({ file }) => refund({ ...told, file })),
      sources,
    });
    const answer = ask(shop, { period: { from: '2026-11-01', to: '2026-11-30' } });
    expect(value(answer, 'refunds')).toBe(49900);
  });
});
