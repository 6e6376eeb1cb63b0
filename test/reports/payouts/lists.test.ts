import { describe, expect, it } from 'vitest';
import type { Movement, Order } from '../../../src/domain/books.ts';
import { books, codOrder, order } from '../../helpers/books.ts';
import { ask, figure, findings, OCTOBER, row, rows, settlement, told } from './ask.ts';

const amazon = (number: string, own: Partial<Order> = {}): Order =>
  order({ number, id: number, channel: 'amazon', placedOn: '2026-10-05', total: 50000, ...own });
/** Something that makes the ledger cover October. */
const october: readonly Movement[] = [
  row('charge', 50000, { order: '402-0', day: '2026-10-01' }),
  row('charge', 50000, { order: '402-9', day: '2026-10-31' }),
];
const known = [amazon('402-0'), amazon('402-9')];
const listed = (orders: readonly Order[], movements = october, options = {}) =>
  rows(ask(books({ orders: [...known, ...orders], movements }), options), 'unsettled').map(
    ({ order: number, channel, why }) => [number, channel, String(why).slice(0, 6)],
  );

describe('orders without a settlement', () => {
  it('of a marketplace are listed with what is due for them, the largest first', () => {
    const orders = [
      amazon('402-1', { refunded: 10000 }),
      amazon('402-2'),
      amazon('402-3', { placedOn: '2026-11-03' }),
    ];
    const answer = ask(books({ orders: [...known, ...orders], movements: october }));
    expect(rows(answer, 'unsettled')).toMatchObject([
      { order: '402-2', amount: 50000, placedOn: '2026-10-05', why: 'no settlement names it' },
      { order: '402-3', amount: 50000, why: 'placed after the last day of the settlements read' },
      { order: '402-1', amount: 40000 },
    ]);
    const [finding] = findings(answer, 'ordersUnsettled');
    expect(finding).toMatchObject({
      urgency: 'act',
      stake: 90000,
      names: { channel: 'Amazon', example: '402-2' },
    });
    expect(told(answer, finding)).toEqual({ orders: 2, amount: 90000, days: 14 });
    expect(told(answer, findings(answer, 'ordersBeyond')[0])).toMatchObject({ orders: 1, amount: 50000 });
    expect([figure(answer, 'unsettled.orders'), figure(answer, 'unsettled.amount')]).toEqual([2, 90000]);
  });

  it('are not listed before they have waited longer than the days allowed', () => {
    const placed = [amazon('402-1', { placedOn: '2026-10-20' })];
    expect(listed(placed, october, { asOf: '2026-11-03' })).toEqual([]);
    expect(listed(placed, october, { asOf: '2026-11-04' })).toHaveLength(1);
    expect(listed(placed, october, { asOf: '2026-11-03', days: 7 })).toHaveLength(1);
    expect(listed(placed, october, { asOf: '2026-10-20', days: 0 })).toEqual([]);
  });

  it('are not listed from before the ledger’s first day, nor of a channel without a ledger', () => {
    expect(listed([amazon('402-1', { placedOn: '2026-09-30' })])).toEqual([]);
    expect(listed([order({ channel: 'flipkart', number: 'OD1', placedOn: '2026-10-05' })])).toEqual([]);
    const settlements = [settlement({ from: '2026-09-20', to: '2026-10-16' })];
    const orders = [...known, amazon('402-1', { placedOn: '2026-09-30' })];
    expect(rows(ask(books({ orders, movements: october, settlements })), 'unsettled')).toHaveLength(1);
  });

  it('are not listed when they are no sale: called off, undelivered, paid back whole', () => {
    expect(
      listed([
        amazon('402-1', { status: 'cancelled', payment: 'pending' }),
        amazon('402-2', { delivery: 'rto' }),
        amazon('402-3', { refunded: 50000 }),
      ]),
    ).toEqual([]);
  });

  it('of a shop are those whose payment method names a provider that settles', () => {
    const paid: readonly Movement[] = october.map((one) => ({ ...one, channel: 'razorpay', order: '#9' }));
    const shop = (number: string, payMethod: string | undefined) =>
      order({ number, id: number, placedOn: '2026-10-05', payMethod });
    const orders = [
      shop('#1', 'Razorpay Secure (UPI)'),
      shop('#2', 'PayPal Express'),
      shop('#3', undefined),
      codOrder({ number: '#4', id: '#4', placedOn: '2026-10-05', payMethod: 'razorpay cod' }),
    ];
    expect(listed(orders, paid)).toEqual([['#1', 'razorpay', 'no set']]);
  });

  it('of a shop’s own payments are those that name them', () => {
    const own = october.map((one) => ({ ...one, channel: 'shopify', order: '#9' }));
    const shop = (number: string, payMethod: string) =>
      order({ number, id: number, placedOn: '2026-10-05', payMethod });
    expect(
      listed([shop('#1', 'Shopify Payments'), shop('#2', 'shopify_payments'), shop('#3', 'Bank')], own),
    ).toEqual([
      ['#1', 'shopify', 'no set'],
      ['#2', 'shopify', 'no set'],
    ]);
  });

  it('are also those paid in a way that the ledger settles for at least half of its orders', () => {
    const shop = (number: string) => order({ number, id: number, placedOn: '2026-10-05', payMethod: 'UPI' });
    const settles = (...numbers: readonly string[]) =>
      numbers.map((number, index) =>
        row('charge', 50000, { channel: 'razorpay', order: number, day: `2026-10-0${index + 1}` }),
      );
    expect(listed([shop('#1'), shop('#2')], settles('#2'))).toEqual([['#1', 'razorpay', 'placed']]);
    expect(listed([shop('#1'), shop('#2'), shop('#3')], settles('#2'))).toEqual([]);
  });

  it('of a period are those placed in it', () => {
    const orders = [amazon('402-1'), amazon('402-2', { placedOn: '2026-11-03' })];
    expect(listed(orders, october, { period: OCTOBER }).map(([number]) => number)).toEqual(['402-1']);
  });
});

describe('money without an order', () => {
  it('is listed charge by charge, its parts added up, and a charge is not counted as a sale', () => {
    const razorpay = { channel: 'razorpay', payoutId: 'R1' } as const;
    const movements = [
      row('charge', 40000, { ...razorpay, order: '#777', file: 'recon.csv', row: 9, day: '2026-10-04' }),
      row('charge', 5000, { ...razorpay, order: '#777', file: 'recon.csv', row: 8, day: '2026-10-04' }),
      row('charge', 700, { ...razorpay, order: undefined, transaction: 'pay_9' }),
      row('refund', -300, { ...razorpay, order: undefined }),
      row('charge', 50000, { ...razorpay, order: '#1001' }),
      row('payment_fee', -900, { ...razorpay, order: '#777' }),
    ];
    const answer = ask(books({ orders: [order()], movements }));
    expect(rows(answer, 'withoutOrder')).toMatchObject([
      { kind: 'charge', name: '#777', amount: 45000, file: 'recon.csv', line: 8, day: '2026-10-04' },
      { kind: 'charge', name: 'pay_9', amount: 700 },
      { kind: 'refund', name: null, amount: -300 },
    ]);
    expect(findings(answer, 'moneyUnmatched').map(({ names, urgency }) => [names['what'], urgency])).toEqual([
      ['charge', 'watch'],
      ['refund', 'watch'],
    ]);
    expect([figure(answer, 'withoutOrder.count'), figure(answer, 'withoutOrder.amount')]).toEqual([3, 45400]);
  });

  it('of equal amounts is listed in the order of the files', () => {
    const at = (file: string, line: number) =>
      row('charge', 500, { channel: 'razorpay', order: undefined, file, row: line });
    const answer = ask(
      books({ orders: [order()], movements: [at('b.csv', 2), at('a.csv', 10), at('a.csv', 9)] }),
    );
    expect(rows(answer, 'withoutOrder').map(({ file, line }) => [file, line])).toEqual([
      ['a.csv', 9],
      ['a.csv', 10],
      ['b.csv', 2],
    ]);
  });

  it('that a marketplace gave back is of a sale before its files', () => {
    const answer = ask(
      books({ orders: [amazon('402-1')], movements: [row('refund', -300, { order: '402-0' })] }),
    );
    expect(findings(answer, 'moneyUnmatched')).toMatchObject([
      { urgency: 'know', names: { what: 'earlier' } },
    ]);
  });
});

describe('fees above the agreed rate', () => {
  const rate = { kind: 'payment', match: 'razorpay', percent: 2, fixed: 0, taxPercent: 18 } as const;
  const fee = (amount: number, own: Partial<Movement> = {}): Movement =>
    row('payment_fee', amount, { channel: 'razorpay', order: '#1001', payoutId: 'R1', ...own });
  const sold = order({ total: 100000, payMethod: 'Razorpay' });

  it('are told order by order, by however little', () => {
    const dear = books({ orders: [sold], movements: [fee(-2361)], shop: { feeRates: [rate] } });
    expect(rows(ask(dear), 'feesAbove')).toEqual([
      { channel: 'razorpay', order: '#1001', kind: 'payment', charged: 2361, agreed: 2360, excess: 1 },
    ]);
    expect(told(ask(dear), findings(ask(dear), 'feesAboveRate')[0])).toEqual({
      ...{ orders: 1, charged: 2361, agreed: 2360, excess: 1 },
    });
    expect(rows(ask(books({ ...dear, movements: [fee(-2360)] })), 'feesAbove')).toEqual([]);
  });

  it('are listed the dearest first, equal ones by order', () => {
    const orders = ['#1003', '#1002', '#1001'].map((number) => order({ number, total: 100000 }));
    const movements = [fee(-2400, { order: '#1003' }), fee(-2400, { order: '#1002' }), fee(-3000)];
    const answer = ask(books({ orders, movements, shop: { feeRates: [rate] } }));
    expect(rows(answer, 'feesAbove').map(({ order: number }) => number)).toEqual(['#1001', '#1002', '#1003']);
    expect(findings(answer, 'feesAboveRate')).toMatchObject([{ names: { example: '#1001', count: '3' } }]);
  });

  it('are compared without their tax where the rate counts none', () => {
    const feeRates = [{ ...rate, taxPercent: 0 }];
    const movements = [fee(-2000, { tax: 0 }), fee(-360, { tax: -360, code: 'GST on fee' })];
    expect(rows(ask(books({ orders: [sold], movements, shop: { feeRates } })), 'feesAbove')).toEqual([]);
  });

  it('are found by the provider too, where the order does not say how it was paid', () => {
    const orders = [order({ total: 100000 })];
    const answer = ask(books({ orders, movements: [fee(-3000)], shop: { feeRates: [rate] } }));
    expect(rows(answer, 'feesAbove')).toMatchObject([{ excess: 640 }]);
  });

  it('of a marketplace are its commission against the agreed one', () => {
    const feeRates = [
      { kind: 'marketplace', match: 'amazon', percent: 10, fixed: 2000, taxPercent: 0 } as const,
    ];
    const movements = [row('marketplace_fee', -7500)];
    const answer = ask(books({ orders: [amazon('402-1')], movements, shop: { feeRates } }));
    expect(rows(answer, 'feesAbove')).toMatchObject([{ kind: 'marketplace', agreed: 7000, excess: 500 }]);
  });
});

describe('money still held', () => {
  const held = (movements: readonly Movement[], own = {}) =>
    rows(ask(books({ movements, ...own })), 'held').map(({ channel, why, amount }) => [channel, why, amount]);

  it('is a reserve as far as it was not released; a release of an earlier one is no debt', () => {
    expect(
      held([
        row('reserve', 9000, { day: '2026-10-01' }),
        row('reserve', -7000, { day: '2026-10-01' }),
        row('reserve', 7000, { day: '2026-10-15', payoutId: 'S2' }),
        row('reserve', -2500, { day: '2026-10-15', payoutId: 'S2' }),
      ]),
    ).toEqual([['amazon', 'held back as a reserve', 2500]]);
  });

  it('is what is deferred, on hold or pending', () => {
    const waiting = { final: false, payoutId: undefined } as const;
    expect(
      held([row('charge', 9000, waiting), row('marketplace_fee', -1500, waiting), row('charge', 5)]),
    ).toEqual([['amazon', 'deferred, on hold or pending', 7500]]);
  });

  it('is what is in no payout, where the channel’s files tell of payouts at all', () => {
    const etsy = { channel: 'etsy', payoutId: undefined } as const;
    const rowsOfMonth = [row('charge', 90000, etsy), row('marketplace_fee', -10000, etsy)];
    expect(held(rowsOfMonth)).toEqual([]);
    expect(held([...rowsOfMonth, row('payout', 60000, etsy)])).toEqual([['etsy', 'in no payout yet', 20000]]);
    expect(held([...rowsOfMonth, row('payout', 80000, etsy)])).toEqual([]);
  });

  it('is less by payouts that name themselves but not their rows', () => {
    const stripe = { channel: 'stripe', payoutId: undefined } as const;
    const settlements = [settlement({ channel: 'stripe', id: 'po_1', total: 70000 })];
    const movements = [row('charge', 90000, stripe), row('payout', 70000, { ...stripe, payoutId: 'po_1' })];
    expect(held(movements, { settlements })).toEqual([['stripe', 'in no payout yet', 20000]]);
  });

  it('adds up to one figure', () => {
    const waiting = { final: false, payoutId: undefined } as const;
    const answer = ask(books({ movements: [row('charge', 9000, waiting), row('reserve', -1000)] }));
    expect(figure(answer, 'held')).toBe(10000);
    expect(findings(answer, 'moneyHeld')).toHaveLength(2);
  });
});

describe('adjustments', () => {
  it('are something to ask about', () => {
    const answer = ask(books({ movements: [row('charge', 9000), row('adjustment', -500)] }));
    expect(told(answer, findings(answer, 'adjustments')[0])).toEqual({ amount: -500 });
    for (const rest of [[], [row('adjustment', 3, { code: 'Rounding' })]])
      expect(findings(ask(books({ movements: [row('charge', 9000), ...rest] })), 'adjustments')).toEqual([]);
  });
});
