import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Movement } from '../../src/domain/books.ts';
import { countLedgerOnce, RANKS } from '../../src/load/ledger-overlap.ts';
import { movement } from '../helpers/books.ts';

/** File `<kind>.csv` is a report of that kind. */
const once = (movements: readonly Movement[]) =>
  countLedgerOnce(movements, (file) => file.replace(/\.csv$/, ''));
const of =
  (channel: string) =>
  (kind: string, own: Partial<Movement> = {}): Movement =>
    movement({ channel, file: `${kind}.csv`, ...own });
const kept = (movements: readonly Movement[]) =>
  once(movements).movements.map(({ file, kind, amount }) => `${file} ${kind} ${amount}`);

describe('Amazon: settlement and date range report', () => {
  const amazon = of('amazon');
  const charge = { kind: 'charge', part: 'goods', order: '402-1', amount: 100000 } as const;

  it('tell of one settlement once, whatever their rows look like', () => {
    const movements = [
      amazon('amazon.range', { ...charge, amount: 118000, payoutId: 'S1' }),
      amazon('amazon.range', { kind: 'marketplace_fee', amount: -15000, payoutId: 'S1' }),
      amazon('amazon.settlement_v2', { ...charge, payoutId: 'S1' }),
      amazon('amazon.range', { kind: 'storage', amount: -900, payoutId: 'S2' }),
    ];
    expect(kept(movements)).toEqual([
      'amazon.settlement_v2.csv charge 100000',
      'amazon.range.csv storage -900',
    ]);
    expect(once(movements).overlaps).toMatchObject([
      { loser: 'amazon.range.csv', winner: 'amazon.settlement_v2.csv', count: 2 },
    ]);
  });

  it('tell of a deferred row once that was settled in the meantime, and keep one that was not', () => {
    const deferred = { payoutId: undefined, final: false } as const;
    const movements = [
      amazon('amazon.settlement_v2', { ...charge, payoutId: 'S1', day: '2026-10-02' }),
      amazon('amazon.settlement_v2', { ...charge, payoutId: 'S1', order: '402-9', day: '2026-10-14' }),
      amazon('amazon.range', { ...charge, ...deferred, day: '2026-10-04' }),
      amazon('amazon.range', { ...charge, ...deferred, kind: 'marketplace_fee', amount: -1 }),
      amazon('amazon.range', { ...charge, ...deferred, order: '402-2' }),
      amazon('amazon.range', { ...charge, ...deferred, day: '2026-10-18', amount: 5 }),
    ];
    expect(kept(movements).slice(2)).toEqual([
      'amazon.range.csv marketplace_fee -1',
      'amazon.range.csv charge 100000',
      'amazon.range.csv charge 5',
    ]);
  });
});

describe('refunds of an Amazon settlement', () => {
  const back = { kind: 'refund', order: '402-1', payoutId: 'S1', sku: 'KRT-101', quantity: 1 } as const;
  const tax = { ...back, quantity: undefined, amount: -5000 };
  const settled = [
    of('amazon')('amazon.settlement_v2', { ...back, amount: -100000 }),
    of('amazon')('amazon.settlement_v2', tax),
  ];

  it('name their goods themselves: the date range report adds no piece that came back', () => {
    const ranged = (amount: number) => of('amazon')('amazon.range', { ...back, amount });
    for (const rows of [[ranged(-100000), ranged(-5000)], [ranged(-105000)], [ranged(-90000)]]) {
      const { movements, overlaps } = once([...settled, ...rows]);
      expect(movements).toEqual(settled);
      expect(overlaps).toMatchObject([{ count: rows.length }]);
    }
  });
});

describe('Stripe: balance history, activity and payments', () => {
  const stripe = of('stripe');

  it('tell of one charge once by its id, with its fee', () => {
    const charge = { kind: 'charge', amount: 50000, transaction: 'ch_1' } as const;
    const fee = { kind: 'payment_fee', amount: -1500, transaction: 'ch_1' } as const;
    const movements = [
      stripe('stripe.payments', charge),
      stripe('stripe.payments', fee),
      stripe('stripe.payments', { ...charge, transaction: 'ch_2' }),
      stripe('stripe.activity', { ...charge, payoutId: 'po_1' }),
      stripe('stripe.balance', { ...charge, payoutId: 'po_1' }),
      stripe('stripe.balance', { ...fee, payoutId: 'po_1' }),
    ];
    expect(kept(movements)).toEqual([
      'stripe.payments.csv charge 50000',
      'stripe.balance.csv charge 50000',
      'stripe.balance.csv payment_fee -1500',
    ]);
  });

  it('keep a refund that stands in the payment’s row until the balance shows as much given back', () => {
    const back = { kind: 'refund', amount: -20000, day: '2026-10-12' } as const;
    const movements = [
      stripe('stripe.balance', { kind: 'charge', amount: 50000, transaction: 'ch_1' }),
      stripe('stripe.payments', { ...back, transaction: 'ch_1' }),
    ];
    expect(kept(movements)).toHaveLength(2);
    const later = stripe('stripe.balance', { ...back, transaction: 're_1', day: '2026-10-13' });
    expect(kept([...movements, later])).toEqual([
      'stripe.balance.csv charge 50000',
      'stripe.balance.csv refund -20000',
    ]);
    expect(kept([...movements, { ...later, day: '2026-10-11' }])).toHaveLength(3);
  });

  it('are told apart from rows without any id by what they say, one for one', () => {
    const said = { kind: 'charge', amount: 50000 } as const;
    const movements = [
      stripe('stripe.payments_reduced', said),
      stripe('stripe.payments_reduced', said),
      stripe('stripe.payments', { ...said, transaction: 'ch_1' }),
    ];
    expect(kept(movements)).toHaveLength(2);
    const named = stripe('stripe.payments_reduced', { ...said, order: 'TT-1' });
    expect(kept([...movements, named])).toHaveLength(3);
    expect(kept([movements[2] ?? named, named])).toHaveLength(1);
    expect(kept([{ ...named, file: 'stripe.payments.csv', order: 'TT-2' }, named])).toHaveLength(2);
  });
});

describe('Shopify: payments, payouts and refunds of the JSON orders', () => {
  const shopify = of('shopify');
  const paid = shopify('shopify.payments', {
    ...{ kind: 'refund', order: '#1001', amount: -118000, day: '2026-10-20', payoutId: '77' },
  });
  const goods = (own: Partial<Movement> = {}): Movement =>
    shopify('shopify.orders_json', {
      ...{ kind: 'refund', order: '#1001', amount: -59000, tax: -9000, sku: 'KRT-101', quantity: 1 },
      ...{ restocked: true, day: '2026-10-20' },
      ...own,
    });

  it('tell of one refund once: the itemised rows stand in the place of the money, with its payout', () => {
    const { movements, overlaps } = once([paid, goods(), goods({ sku: 'SAR-310', day: '2026-10-19' })]);
    expect(movements).toMatchObject([
      { sku: 'KRT-101', amount: -59000, tax: -9000, payoutId: '77', day: '2026-10-20' },
      { sku: 'SAR-310', amount: -59000, tax: -9000, payoutId: '77', day: '2026-10-20' },
    ]);
    expect(overlaps).toMatchObject([{ loser: 'shopify.orders_json.csv', count: 2 }]);
  });

  it('match refunds on several days day by day', () => {
    const parts = [
      { ...paid, amount: -59000 },
      { ...paid, amount: -30000, day: '2026-10-25', payoutId: '78' },
    ];
    const items = [goods(), goods({ sku: 'SAR-310', amount: -30000, day: '2026-10-25' })];
    expect(once([...parts, ...items]).movements).toMatchObject([
      { sku: 'KRT-101', payoutId: '77' },
      { sku: 'SAR-310', payoutId: '78' },
    ]);
  });

  it('keep what came back, without money, where the two do not come to the same sum', () => {
    expect(once([paid, goods()]).movements).toMatchObject([
      { amount: -118000, payoutId: '77' },
      { amount: 0, tax: 0, sku: 'KRT-101', restocked: true },
    ]);
  });

  it('keep the refund of an order that another provider paid back', () => {
    expect(kept([paid, goods({ order: '#1002' })])).toHaveLength(2);
  });

  it('tell of a transfer to the bank once, by day and amount', () => {
    const payout = { kind: 'payout', amount: 90000, day: '2026-10-30' } as const;
    const movements = [
      shopify('shopify.payments', { ...payout, payoutId: '77' }),
      shopify('shopify.payouts', payout),
      shopify('shopify.payouts', { ...payout, day: '2026-10-31' }),
    ];
    expect(kept(movements)).toHaveLength(2);
  });
});

describe('Etsy: statement and orders', () => {
  it('tell of the fee of one order once', () => {
    const etsy = of('etsy');
    const fee = { kind: 'payment_fee', order: '3001', amount: -540 } as const;
    const movements = [
      etsy('etsy.statement', fee),
      etsy('etsy.orders', { ...fee, amount: -541 }),
      etsy('etsy.orders', { ...fee, order: '3002' }),
    ];
    expect(kept(movements)).toEqual([
      'etsy.statement.csv payment_fee -540',
      'etsy.orders.csv payment_fee -540',
    ]);
  });
});

describe('reports that tell of different money', () => {
  it('all count: one kind alone, kinds that are not compared, and two channels', () => {
    const movements = [
      of('razorpay')('razorpay.recon', { transaction: 'pay_1' }),
      of('shopify')('shopify.payments', { order: '#1001' }),
      of('amazon')('amazon.returns', { kind: 'refund', order: '402-1', amount: 0 }),
      of('amazon')('amazon.settlement_v2', { kind: 'refund', order: '402-1', payoutId: 'S1' }),
    ];
    expect(once(movements)).toEqual({ movements, overlaps: [] });
    expect(once([])).toEqual({ movements: [], overlaps: [] });
  });
});

describe('the table of ranks', () => {
  it('names each kind under its own platform', () => {
    for (const [channel, kinds] of Object.entries(RANKS))
      for (const kind of kinds) expect(kind.startsWith(`${channel}.`)).toBe(true);
  });
});

describe('any ledger', () => {
  const row = fc.record({
    kind: fc.constantFrom<Movement['kind'][]>('charge', 'refund', 'payment_fee', 'payout'),
    report: fc.constantFrom('stripe.balance', 'stripe.payments', 'stripe.payments_reduced'),
    transaction: fc.constantFrom(undefined, 'ch_1', 'ch_2'),
    order: fc.constantFrom(undefined, '#1', '#2'),
    amount: fc.constantFrom(-100, 100, 200),
    day: fc.constantFrom('2026-10-01', '2026-10-02'),
  });

  it('counts the same money whatever the order of its rows, and never drops a row of the first kind', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), fc.infiniteStream(fc.nat()), (rows, keys) => {
        const movements = rows.map(({ report, ...own }, index) =>
          of('stripe')(report, { ...own, row: index + 2 }),
        );
        const shuffled = movements
          .map((one) => [keys.next().value, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        const sum = (list: readonly Movement[]) => list.reduce((all, { amount }) => all + amount, 0);
        expect(sum(once(shuffled).movements)).toBe(sum(once(movements).movements));
        const first = movements.filter(({ file }) => file === 'stripe.balance.csv');
        expect(once(movements).movements).toEqual(expect.arrayContaining(first));
        const { movements: counted, overlaps } = once(movements);
        expect(counted.length + overlaps.reduce((all, { count }) => all + count, 0)).toBe(movements.length);
      }),
      { numRuns: 100, seed: 20261122 },
    );
  });
});
