import { describe, expect, it } from 'vitest';
import type { Movement, Source } from '../../../src/domain/books.ts';
import { books, movement, order, refund } from '../../helpers/books.ts';
import { ask, askAll, figure, findings, ledger, OCTOBER, rows, value, values } from './ask.ts';

const sold = order({ number: '402-1', channel: 'amazon', total: 100000 });
const of = (kind: Movement['kind'], amount: number, own: Partial<Movement> = {}): Movement =>
  movement({ kind, amount, channel: 'amazon', order: '402-1', ...own });

describe('what a marketplace keeps', () => {
  it('stands on the line of its kind, and a fee given back lowers it', () => {
    const movements = [
      of('marketplace_fee', -15000),
      of('marketplace_fee', 2000),
      of('storage', -3000, { order: undefined }),
      of('payment_fee', -1000),
      of('shipping_label', -6000),
      of('advertising', -4000, { order: undefined }),
    ];
    const answer = ask(books({ orders: [sold], movements }));
    expect(
      values(answer, 'marketplaceFees', 'paymentFees', 'shippingCost', 'advertising', 'otherIncome'),
    ).toEqual({
      ...{ marketplaceFees: 16000, paymentFees: 1000, shippingCost: 6000 },
      ...{ advertising: 4000, otherIncome: 0 },
    });
  });

  it('is income where it compensates, and lowers income where it recovers', () => {
    const movements = [of('compensation', 9000), of('compensation', -2500)];
    expect(value(ask(books({ orders: [sold], movements })), 'otherIncome')).toBe(6500);
  });

  it('for carrying a parcel that came back stands with the undelivered ones', () => {
    const back = order({ number: '402-2', channel: 'amazon', total: 100000, delivery: 'rto' });
    const movements = [of('shipping_label', -6000), of('shipping_label', -7000, { order: '402-2' })];
    const answer = ask(books({ orders: [sold, back], movements }));
    expect(values(answer, 'shippingCost', 'undelivered')).toEqual({ shippingCost: 6000, undelivered: 7000 });
  });

  it('leaves no room for a rate: an order whose carriage or fee a file names is not estimated', () => {
    const movements = [of('shipping_label', -6000), of('marketplace_fee', -15000)];
    const feeRates = [
      { kind: 'marketplace', match: 'amazon', percent: 10, fixed: 0, taxPercent: 0 } as const,
    ];
    const other = order({ number: '402-2', channel: 'amazon', total: 100000 });
    const answer = ask(
      books({ orders: [sold, other], movements, shop: { shippingPerOrder: 5000, feeRates } }),
    );
    expect(values(answer, 'shippingCost', 'marketplaceFees')).toEqual({
      ...{ shippingCost: 11000, marketplaceFees: 25000 },
    });
  });

  it('leaves payment fees known, for a marketplace takes none beside its commission', () => {
    const answer = ask(books({ orders: [sold], movements: [of('marketplace_fee', -15000)] }));
    expect(figure(answer, 'pnl.paymentFees')).toMatchObject({ value: 0, status: 'actual' });
  });

  it('leaves shipping known where the marketplace itself carries and has settled the order', () => {
    const own = { channel: 'meesho' } as const;
    const orders = [order({ ...own, number: '11_1' })];
    const settled = [of('charge', 50000, { ...own, order: '11_1', part: 'goods' })];
    expect(figure(ask(books({ orders, movements: settled })), 'pnl.shippingCost')).toMatchObject({
      ...{ value: 0, status: 'actual' },
    });
    expect(figure(ask(books({ orders })), 'pnl.shippingCost')).toMatchObject({ status: 'missing' });
  });
});

describe('money that is neither income nor cost', () => {
  const movements = [
    of('tax_collected', 1800),
    of('tax_collected', -1800),
    of('tax_withheld', -500),
    of('tax_withheld', -100),
    of('reserve', -20000),
    of('payout', 50000),
    of('adjustment', -1234),
  ];
  const answer = ask(books({ orders: [sold], movements }));

  it('is on no line of the statement', () => {
    expect(value(answer, 'contribution')).toBe(value(ask(books({ orders: [sold] })), 'contribution'));
  });

  it('is told beside it where the owner has to know: adjustments and tax withheld', () => {
    expect(ledger(answer, 'adjustments')).toMatchObject({ status: 'note', amount: -1234 });
    expect(ledger(answer, 'taxWithheld')).toMatchObject({ status: 'note', amount: -600 });
  });
});

describe('rows that are not final yet', () => {
  it('count, and the ledger of assumptions says so', () => {
    const movements = [of('marketplace_fee', -15000, { final: false }), of('marketplace_fee', -500)];
    const answer = ask(books({ orders: [sold], movements }));
    expect(value(answer, 'marketplaceFees')).toBe(15500);
    expect(ledger(answer, 'deferred')).toMatchObject({
      amount: -15000,
      note: expect.stringMatching(/^1 row /),
    });
  });

  it('are not spoken of where there are none in the period', () => {
    const movements = [of('marketplace_fee', -15000, { final: false, day: '2026-09-10' })];
    expect(ledger(ask(books({ orders: [sold], movements })), 'deferred')).toBeUndefined();
  });
});

describe('sales taken from a settlement', () => {
  it('are counted in the ledger of assumptions', () => {
    const source: Source = {
      ...{ file: 'settlement.txt', kind: 'amazon.settlement_v2', label: 'Amazon settlement', rows: 9 },
      ...{ records: 9, duplicates: 0, derivedOrders: 2 },
    };
    const orders = [
      order({ number: '402-1', channel: 'amazon', file: 'settlement.txt' }),
      order({ number: '402-2', channel: 'amazon', file: 'settlement.txt', placedOn: '2026-09-02' }),
      order(),
    ];
    const shop = books({ orders, sources: [source] });
    expect(ledger(ask(shop), 'derivedSales')).toMatchObject({
      note: '1 order taken from the settlement, for no order report holds it',
    });
    expect(ledger(askAll(shop), 'derivedSales')?.['note']).toMatch(/^2 orders taken .* holds them$/);
    const august = { from: '2026-08-01', to: '2026-08-31' };
    expect(ledger(ask(shop, { period: august }), 'derivedSales')).toBeUndefined();
  });
});

describe('tax that only a settlement tells', () => {
  it('is counted in the ledger of assumptions', () => {
    const source: Source = {
      ...{ file: 'payments.xlsx', kind: 'meesho.payments', label: 'Meesho payments', rows: 9, records: 9 },
      duplicates: 0,
    };
    const note = (taxedOrders: number) =>
      ledger(ask(books({ orders: [order()], sources: [{ ...source, taxedOrders }] })), 'toldTaxes')?.['note'];
    expect(note(1)).toMatch(/^the tax in 1 order taken/);
    expect(note(3)).toMatch(/^the tax in 3 orders taken/);
    expect(note(0)).toBeUndefined();
  });
});

describe('shipping that only a settlement tells', () => {
  it('is counted in the ledger of assumptions', () => {
    const source: Source = {
      ...{ file: 'payments.xlsx', kind: 'meesho.payments', label: 'Meesho payments', rows: 9, records: 9 },
      duplicates: 0,
    };
    const note = (raisedOrders?: number) =>
      ledger(ask(books({ orders: [order()], sources: [{ ...source, raisedOrders }] })), 'toldShipping')?.[
        'note'
      ];
    expect(note(1)).toMatch(/^in 1 order the buyer paid more by the settlement/);
    expect(note(3)).toMatch(/^in 3 orders/);
    expect(note()).toBeUndefined();
  });
});

describe('a shop whose platform knows nothing of payment', () => {
  it('counts its orders as paid on delivery though a marketplace’s are paid, and not the marketplace’s unpaid ones', () => {
    const unpaid = { payment: 'pending', total: 10000 } as const;
    const orders = [order(unpaid), sold, order({ ...unpaid, number: '402-5', channel: 'amazon' })];
    const answer = ask(books({ orders }));
    expect([value(answer, 'orders'), value(answer, 'grossSales')]).toEqual([2, 110000]);
  });
});

describe('refunds of a marketplace', () => {
  it('count even when its settlement holds no sale, for the sale lies in an earlier one', () => {
    const own = refund({ channel: 'amazon', order: '402-0', amount: -20000, tax: -3000 });
    const answer = ask(books({ orders: [order()], movements: [own] }));
    expect(values(answer, 'refunds', 'taxInRefunds')).toEqual({ refunds: 20000, taxInRefunds: 3000 });
    expect(findings(answer, 'recordsUnmatched')).toEqual([]);
  });
});

describe('a shop that sells in several places', () => {
  it('has its fees on the channel of the order, the payment provider’s too', () => {
    const orders = [
      order({ number: '#1001', total: 50000 }),
      order({ number: '402-1', channel: 'amazon', total: 80000 }),
      order({ number: '11_1', channel: 'meesho', total: 30000 }),
    ];
    const movements = [
      of('payment_fee', -1180, { channel: 'razorpay', order: '1001' }),
      of('marketplace_fee', -12000),
      of('marketplace_fee', -700, { channel: 'meesho', order: '11_1' }),
      of('shipping_label', -6000),
    ];
    const table = rows(ask(books({ orders, movements }), { period: OCTOBER, by: 'channel' }), 'breakdown');
    expect(Object.fromEntries(table.map((row) => [row['name'], row['fulfilment']]))).toEqual({
      ...{ shopify: 1180, amazon: 18000, meesho: 700 },
    });
  });
});
