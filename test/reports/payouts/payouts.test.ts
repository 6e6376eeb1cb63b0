import { describe, expect, it } from 'vitest';
import { REPORTS } from '../../../src/reports/index.ts';
import { payouts } from '../../../src/reports/payouts.ts';
import { LINES } from '../../../src/reports/payouts/lines.ts';
import { books, movement, order } from '../../helpers/books.ts';
import { ask, EVERY_KIND, figure, findings, OCTOBER, row, rows, settlement, told } from './ask.ts';

const sold = order({ number: '402-1', channel: 'amazon', total: 100000 });

describe('a settlement', () => {
  const answer = ask(
    books({
      orders: [sold],
      movements: [...EVERY_KIND, row('payout', 59250, { day: '2026-10-16' })],
      settlements: [settlement({ total: 59250, reference: 'UTR-1' })],
    }),
  );

  it('is told line by line, and its lines make what should have reached the bank', () => {
    const [shown] = rows(answer, 'settlements');
    expect(shown).toMatchObject({
      ...{ day: '2026-10-16', channel: 'amazon', id: 'S1', reference: 'UTR-1', status: 'final', rows: 15 },
      ...{ sold: 100000, refunds: -10000, disputes: -1000, commission: -12000, paymentFees: -2000 },
      ...{ shipping: -6000, storage: -500, advertising: -1500, compensation: 750, taxWithheld: -500 },
      ...{ taxCollected: 0, reserves: -7000, adjustments: -1000 },
      ...{ expected: 59250, stated: 59250, difference: 0, paid: 59250, bankDifference: 0 },
    });
    expect(LINES.reduce((sum, { id }) => sum + Number(shown?.[id]), 0)).toBe(59250);
  });

  it('gives figures that say what was kept, and that everything agrees', () => {
    expect(figure(answer, 'settlements')).toBe(1);
    expect([figure(answer, 'kept'), figure(answer, 'keptShare')]).toEqual([22000, 0.22]);
    expect([figure(answer, 'compared'), figure(answer, 'differing')]).toEqual([1, 0]);
    expect(findings(answer, 'settlementDiffers')).toEqual([]);
    expect(figure(answer, 'channel.amazon.kept')).toBe(22000);
  });
});

describe('a settlement that does not agree', () => {
  it('is told to the minor unit when the platform pays less than its rows make', () => {
    const answer = ask(
      books({ orders: [sold], movements: EVERY_KIND, settlements: [settlement({ total: 59249 })] }),
    );
    expect(rows(answer, 'settlements')).toMatchObject([{ difference: -1, paid: null, bankDifference: null }]);
    const [finding] = findings(answer, 'settlementDiffers');
    expect(finding).toMatchObject({
      urgency: 'act',
      stake: 1,
      names: { settlement: 'S1', direction: 'less' },
    });
    expect(told(answer, finding)).toEqual({ amount: -1, expected: 59250, stated: 59249 });
    expect(figure(answer, 'differing')).toBe(1);
  });

  it('is told when something else reached the bank, by the total or, without one, by its rows', () => {
    const payout = row('payout', 50000, { day: '2026-10-16' });
    for (const total of [59250, undefined]) {
      const answer = ask(
        books({ orders: [sold], movements: [...EVERY_KIND, payout], settlements: [settlement({ total })] }),
      );
      expect(rows(answer, 'settlements')).toMatchObject([{ bankDifference: -9250 }]);
      expect(told(answer, findings(answer, 'bankDiffers')[0])).toEqual({ amount: -9250, paid: 50000 });
    }
  });

  it('stands before those with less at stake', () => {
    const answer = ask(
      books({
        movements: [row('charge', 5000), row('charge', 9000, { payoutId: 'S2', order: '402-2' })],
        settlements: [settlement({ total: 4000 }), settlement({ id: 'S2', total: 2000 })],
      }),
    );
    const stakes = answer.findings.map(({ stake }) => stake);
    expect(stakes).toEqual([...stakes].sort((a, b) => b - a));
    expect(findings(answer, 'settlementDiffers').map(({ names }) => names['settlement'])).toEqual([
      'S2',
      'S1',
    ]);
  });
});

describe('a settlement without rows', () => {
  it('cannot be compared with anything, and is said to have none', () => {
    const answer = ask(books({ settlements: [settlement({ total: 59250 })] }));
    expect(rows(answer, 'settlements')).toMatchObject([{ expected: null, difference: null, stated: 59250 }]);
    expect(told(answer, findings(answer, 'notItemised')[0])).toEqual({ settlements: 1 });
    expect(figure(answer, 'difference')).toBeNull();
  });
});

describe('a payout without an id', () => {
  const paid = (own: object = {}) =>
    movement({
      kind: 'payout',
      code: 'payout',
      amount: 90000,
      day: '2026-10-16',
      payoutId: undefined,
      ...own,
    });
  const shopify = (own: object = {}) =>
    row('charge', 90000, { channel: 'shopify', payoutId: '77', order: '#1001', ...own });

  it('belongs to the settlement of its channel that was paid out on its day', () => {
    const settlements = [settlement({ channel: 'shopify', id: '77' })];
    const answer = ask(books({ orders: [order()], movements: [shopify(), paid()], settlements }));
    expect(rows(answer, 'settlements')).toMatchObject([{ id: '77', paid: 90000, bankDifference: 0 }]);
  });

  it('belongs to none where two were paid out on that day', () => {
    const settlements = [
      settlement({ channel: 'shopify', id: '77' }),
      settlement({ channel: 'shopify', id: '78' }),
    ];
    const answer = ask(books({ orders: [order()], movements: [shopify(), paid()], settlements }));
    expect(rows(answer, 'settlements').map(({ id, paid: amount }) => [id, amount])).toEqual([
      [null, 90000],
      ['77', null],
      ['78', null],
    ]);
  });
});

describe('rows that name no settlement', () => {
  const open = row('charge', 5000, { payoutId: undefined, day: '2026-10-20', order: '402-2' });

  it('stand apart, and are not expected at the bank yet', () => {
    const answer = ask(books({ orders: [sold], movements: [row('charge', 90000), open] }));
    expect(rows(answer, 'settlements').map(({ id, expected }) => [id, expected])).toEqual([
      ['S1', 90000],
      [null, 5000],
    ]);
    expect([figure(answer, 'expected'), figure(answer, 'open'), figure(answer, 'settlements')]).toEqual([
      90000, 5000, 1,
    ]);
  });
});

describe('the days of rows that name no settlement', () => {
  it('are all of them, not the last alone', () => {
    const open = (day: string) => row('charge', 100, { channel: 'etsy', payoutId: undefined, day });
    const answer = ask(books({ movements: [open('2026-10-03'), open('2026-10-29')] }));
    expect(answer.period).toEqual({ from: '2026-10-03', to: '2026-10-29' });
  });
});

describe('a period', () => {
  const movements = [
    row('charge', 90000, { day: '2026-09-28' }),
    row('charge', 40000, { payoutId: 'S2', day: '2026-10-28', order: '402-2' }),
    row('charge', 300, { payoutId: undefined, day: '2026-10-03', order: '402-3' }),
    row('charge', 400, { payoutId: undefined, day: '2026-11-03', order: '402-4' }),
  ];
  const settlements = [settlement({ paidOn: '2026-10-02' }), settlement({ id: 'S2', paidOn: '2026-11-02' })];

  it('picks settlements by the day they were paid out, and what is in none by its own day', () => {
    const answer = ask(books({ movements, settlements }), { period: OCTOBER });
    expect(rows(answer, 'settlements').map(({ id, expected }) => [id, expected])).toEqual([
      ['S1', 90000],
      [null, 300],
    ]);
    expect(answer.covered).toEqual({ from: '2026-10-02', to: '2026-11-03' });
  });

  it('is all of them when none is named', () => {
    const answer = ask(books({ movements, settlements }));
    expect(answer.period).toEqual({ from: '2026-10-02', to: '2026-11-03' });
    expect(figure(answer, 'settlements')).toBe(2);
  });
});

describe('channels', () => {
  const movements = [
    row('charge', 90000),
    row('marketplace_fee', -9000),
    row('charge', 200000, { channel: 'razorpay', payoutId: 'R1', order: '#1001' }),
    row('payment_fee', -4720, { channel: 'razorpay', payoutId: 'R1', order: '#1001' }),
  ];
  const shop = books({ orders: [order()], movements });

  it('are added up each by itself, most sold first', () => {
    expect(
      rows(ask(shop), 'channels').map(({ channel, sold: amount, kept, keptShare }) => [
        ...[channel, amount, kept, keptShare],
      ]),
    ).toEqual([
      ['razorpay', 200000, 4720, 0.0236],
      ['amazon', 90000, 9000, 0.1],
    ]);
  });

  it('can be asked for one by one', () => {
    const answer = ask(shop, { channel: 'amazon' });
    expect(rows(answer, 'channels').map(({ channel }) => channel)).toEqual(['amazon']);
    expect(figure(answer, 'sold')).toBe(90000);
    expect(ask(shop, { channel: 'etsy' }).hasLedger).toBe(false);
  });
});

describe('what is no ledger of a platform', () => {
  it('is left out: refunds of an order report or tax register, the owner’s own sheets, another currency', () => {
    const source = { label: '', rows: 1, records: 1, duplicates: 0 };
    const totals = {
      ...{ currency: 'INR', orders: 1, units: 1, subtotal: 0, discount: 0, shipping: 0, tax: 0 },
      ...{ total: 0, refunded: 0, mismatches: 0 },
    };
    const answer = ask(
      books({
        orders: [order()],
        movements: [
          movement({ kind: 'refund', amount: -5000, file: 'orders.json' }),
          movement({ kind: 'advertising', amount: -7000, channel: 'meta', file: 'ads.csv' }),
          row('charge', 900, { currency: 'USD', file: 'us.txt' }),
        ],
        sources: [
          { ...source, file: 'orders.json', kind: 'shopify.orders_json', totals },
          { ...source, file: 'ads.csv', kind: 'ecom.ads' },
        ],
      }),
    );
    expect(rows(answer, 'settlements')).toEqual([]);
    expect(told(answer, findings(answer, 'foreignLedger')[0])).toEqual({ rows: 1 });
  });
});

describe('a tax register', () => {
  it('is no ledger either, but a file that holds more than refunds is', () => {
    const taxLine = {
      kind: 'refund' as const,
      ...{
        channel: 'amazon',
        code: 'Refund',
        order: '402-0',
        day: '2026-10-05',
        quantity: -1,
      },
      ...{ gross: -5000, taxable: -4500, cgst: -250, sgst: -250, igst: 0, cess: 0, currency: 'INR' },
      ...{ file: 'mtr.csv', row: 2 },
    } as const;
    const registered = row('refund', -5000, { file: 'mtr.csv', order: '402-0', payoutId: undefined });
    expect(ask(books({ movements: [registered], taxLines: [taxLine] })).hasLedger).toBe(false);
    const fee = row('marketplace_fee', -100, { file: 'mtr.csv' });
    expect(ask(books({ movements: [registered, fee], taxLines: [taxLine] })).hasLedger).toBe(true);
  });
});

describe('a settlement of which little is told', () => {
  it('counts on its last day, else on no day at all', () => {
    const shown = (own: object) =>
      rows(
        ask(books({ settlements: [settlement({ paidOn: undefined, total: 900, ...own })] })),
        'settlements',
      )[0];
    expect(shown({ to: '2026-10-15' })).toMatchObject({ day: '2026-10-15', from: null, to: '2026-10-15' });
    expect(shown({})).toMatchObject({ day: '', status: 'final' });
    expect(shown({ final: false })).toMatchObject({ status: 'not final' });
    expect(ask(books({ settlements: [settlement({ paidOn: undefined })] })).period).toBeNull();
  });

  it('may pay more than its rows make, and more may have arrived', () => {
    const movements = [row('charge', 1000), row('payout', 1200), row('adjustment', 500)];
    const answer = ask(books({ movements, settlements: [settlement({ total: 1100 })] }));
    for (const kind of ['settlementDiffers', 'bankDiffers', 'adjustments'])
      expect([kind, findings(answer, kind)[0]?.names['direction']]).toEqual([
        kind,
        kind === 'settlementDiffers' ? 'less' : 'more',
      ]);
    const more = ask(books({ movements, settlements: [settlement({ total: 2000 })] }));
    expect(findings(more, 'settlementDiffers')[0]?.names['direction']).toBe('more');
    expect(findings(more, 'bankDiffers')[0]?.names['direction']).toBe('less');
  });
});

describe('books without a ledger', () => {
  it('give an empty answer that knows where the shop sells', () => {
    const answer = ask(books({ orders: [order(), order({ number: '402-1', channel: 'amazon' })] }));
    expect(answer).toMatchObject({ hasLedger: false, period: null, covered: null, findings: [] });
    expect(answer.soldOn).toEqual(['amazon', 'shopify']);
    expect(answer.tables.every(({ rows: list }) => list.length === 0)).toBe(true);
    expect(figure(answer, 'settlements')).toBe(0);
  });
});

describe('the report', () => {
  it('is one of the reports, with options that are checked', () => {
    expect(REPORTS).toContain(payouts);
    const options = { asOf: '2026-11-22', days: 14 };
    expect(payouts.options.parse({ ...options, channel: 'amazon', period: OCTOBER })).toMatchObject(options);
    for (const wrong of [
      { days: 14 },
      { ...options, days: -1 },
      { ...options, days: 1.5 },
      { ...options, channel: '' },
    ])
      expect(payouts.options.safeParse(wrong).success).toBe(false);
    expect(
      payouts.options.safeParse({ ...options, period: { from: '2026-10-31', to: '2026-10-01' } }).success,
    ).toBe(false);
  });

  it('gives figures that are missing exactly when nothing is known of them', () => {
    const { figures } = ask(books({ movements: EVERY_KIND, settlements: [settlement()] }));
    for (const { value, status } of figures) expect(status === 'missing').toBe(value === null);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    expect(figures.every(({ id }) => id.startsWith('payouts.'))).toBe(true);
  });
});
