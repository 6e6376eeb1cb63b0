import { describe, expect, it } from 'vitest';
import { books, codOrder, cost, order, movement, shipment } from '../../helpers/books.ts';
import { ask, AS_OF, figure, findings, ledger, rows, SEPTEMBER, told, value, values } from './ask.ts';

describe('shipping paid', () => {
  it('is what the courier billed, out and back, on the bill’s day', () => {
    const shop = books({
      orders: [order({ placedOn: '2026-09-29' })],
      shipments: [shipment({ day: '2026-10-02', forwardCost: 6200, returnCost: 3000, outcome: 'returned' })],
    });
    expect(value(ask(shop), 'shippingCost')).toBe(9200);
    expect(values(ask(shop, { period: SEPTEMBER }), 'shippingCost')).toEqual({ shippingCost: 0 });
  });

  it('is the bill, not the configured rate, where there is a bill', () => {
    const answer = ask(
      books({
        orders: [order(), order({ number: '#1002' })],
        shipments: [shipment({ day: undefined })],
        shop: { shippingPerOrder: 5000 },
      }),
    );
    expect(figure(answer, 'pnl.shippingCost')).toMatchObject({ value: 11200, status: 'estimated' });
    expect(ledger(answer, 'shippingCost')).toMatchObject({ note: 'known for 1 of 2 orders' });
    expect(findings(answer, 'linePartly')).toEqual([]);
  });

  it('is the rate where the courier names the parcel without a price, or in another currency', () => {
    const parcels = [shipment({ forwardCost: undefined }), shipment({ currency: 'USD' })];
    for (const parcel of parcels) {
      const answer = ask(books({ orders: [order()], shipments: [parcel], shop: { shippingPerOrder: 5000 } }));
      expect(value(answer, 'shippingCost')).toBe(5000);
    }
  });

  it('is not charged by rate for an order that was not sent', () => {
    const orders = [order({ delivery: 'unfulfilled' }), order({ number: '#2', status: 'void' })];
    const answer = ask(books({ orders, shop: { shippingPerOrder: 5000, packagingPerOrder: 1000 } }));
    expect(values(answer, 'shippingCost', 'packaging')).toEqual({ shippingCost: 0, packaging: 0 });
  });

  it('counts a courier’s bill whatever became of its order', () => {
    const orders = [
      order({ number: '#1', status: 'cancelled', payment: 'pending' }),
      order({ number: '#2' }),
    ];
    const shipments = [shipment({ order: '#1' }), shipment({ order: '#2', forwardCost: 5000 })];
    expect(value(ask(books({ orders, shipments })), 'shippingCost')).toBe(11200);
  });

  it('leaves an order in another currency out with its parcel', () => {
    const orders = [order({ number: '#1', currency: 'USD' }), order({ number: '#2' })];
    const answer = ask(books({ orders, shipments: [shipment({ order: '#1' })] }));
    expect(value(answer, 'shippingCost')).toBeNull();
  });

  it('counts the parcels of orders that are not in the books on the bill’s day', () => {
    const shipments = [
      shipment({ order: '#0950' }),
      shipment({ order: '#0951', outcome: 'rto', forwardCost: 6200, returnCost: 5500 }),
      shipment({ order: '#0952', forwardCost: undefined }),
    ];
    const answer = ask(books({ orders: [order()], shipments }));
    expect(values(answer, 'shippingCost', 'undelivered')).toEqual({ shippingCost: 6200, undelivered: 11700 });
    expect(findings(answer, 'recordsUnmatched')).toEqual([]);
  });

  it('cannot place a parcel without day and order, and says so', () => {
    const answer = ask(
      books({ orders: [order()], shipments: [shipment({ order: '#0950', day: undefined })] }),
    );
    const [finding] = findings(answer, 'recordsUnmatched');
    expect(told(answer, finding)).toEqual({ count: 1, amount: 6200 });
    expect(finding?.names['what']).toBe('parcels');
  });

  it('is missing, not zero, in a month for which no bill was given', () => {
    const shop = books({
      orders: [order({ number: '#1', placedOn: '2026-09-10' }), order({ number: '#2' })],
      shipments: [shipment({ order: '#2' })],
      costs: [cost()],
    });
    const september = ask(shop, { period: SEPTEMBER });
    expect(figure(september, 'pnl.shippingCost')).toMatchObject({ value: null, status: 'missing' });
    expect(ledger(september, 'shippingCost')?.['note']).toBe('list the courier’s bills in shipping.csv');
    expect(findings(september, 'linesMissing')[0]?.names['lines']).toContain('shipping paid');
    expect(figure(september, 'pnl.netProfit')?.status).toBe('estimated');
  });

  it('is an estimate, and said to be too low, when the bills cover a few of the orders', () => {
    const orders = Array.from({ length: 10 }, (_, index) => order({ number: `#${index}` }));
    const answer = ask(books({ orders, shipments: [shipment({ order: '#1' }), shipment({ order: '#2' })] }));
    expect(figure(answer, 'pnl.shippingCost')).toMatchObject({ value: 12400, status: 'estimated' });
    const [finding] = findings(answer, 'linePartly');
    expect(told(answer, finding)).toEqual({ known: 2, of: 10 });
    expect(finding?.names['line']).toBe('shipping costs');
    expect(ledger(answer, 'shippingCost')).toMatchObject({
      actualShare: 0.2,
      note: 'known for 2 of 10 orders',
    });
  });

  it('is whole when labels or a monthly bill stand for many orders', () => {
    const orders = [order({ number: '#1' }), order({ number: '#2' })];
    const labels = movement({ kind: 'shipping_label', amount: -13000 });
    expect(figure(ask(books({ orders, movements: [labels] })), 'pnl.shippingCost')).toMatchObject({
      value: 13000,
      status: 'actual',
    });
  });

  it('is zero where nothing was sent', () => {
    expect(value(ask(books({ orders: [order({ delivery: 'unfulfilled' })] })), 'shippingCost')).toBe(0);
  });
});

describe('fees', () => {
  const rate = { kind: 'payment', match: 'razorpay', percent: 2, fixed: 300, taxPercent: 18 } as const;
  const paidBy = (payMethod: string, number = '#1001') => order({ number, total: 100000, payMethod });

  it('are what the provider’s file says, on its day, less what it gave back', () => {
    const answer = ask(
      books({
        orders: [order()],
        movements: [
          movement({ amount: -2360, order: '#1001' }),
          movement({ amount: 360, day: '2026-10-20', order: '#1001' }),
          movement({ amount: 0, order: '#1001' }),
          movement({ amount: -500, currency: 'USD', order: '#1001' }),
        ],
      }),
    );
    expect(figure(answer, 'pnl.paymentFees')).toMatchObject({ value: 2000, status: 'actual' });
    expect(told(answer, findings(answer, 'foreignRecords')[0])).toEqual({ records: 1 });
  });

  it('are worked out from the agreed rate with its tax where no file names them', () => {
    const answer = ask(books({ orders: [paidBy('Razorpay (UPI)')], shop: { feeRates: [rate] } }));
    expect(figure(answer, 'pnl.paymentFees')).toMatchObject({ value: 2714, status: 'estimated' });
    expect(ledger(answer, 'paymentFees')).toMatchObject({ actualShare: 0 });
  });

  it('are never charged twice: the file stands above the rate', () => {
    const answer = ask(
      books({
        orders: [paidBy('razorpay')],
        movements: [movement({ amount: -2000, order: '1001' })],
        shop: { feeRates: [rate] },
      }),
    );
    expect(value(answer, 'paymentFees')).toBe(2000);
  });

  it('take the first rate that fits the payment method or the channel; * fits all', () => {
    const any = { ...rate, match: '*', percent: 1, fixed: 0, taxPercent: 0 };
    const shop = { feeRates: [rate, any] };
    const answer = ask(books({ orders: [paidBy('RAZORPAY', '#1'), paidBy('PayU', '#2')], shop }));
    expect(value(answer, 'paymentFees')).toBe(2714 + 1000);
  });

  it('are missing, not zero, when neither file nor rate says', () => {
    const answer = ask(books({ orders: [paidBy('PayU')], shop: { feeRates: [rate] } }));
    expect(figure(answer, 'pnl.paymentFees')).toMatchObject({ value: null, status: 'missing' });
    expect(ledger(answer, 'paymentFees')?.['note']).toBe('add the payment provider’s export');
  });

  it('are said to be partly known when the file names a few of the orders', () => {
    const orders = [paidBy('PayU', '#1'), paidBy('PayU', '#2'), codOrder({ number: '#3' })];
    const answer = ask(books({ orders, movements: [movement({ order: '#1' })] }));
    expect(told(answer, findings(answer, 'linePartly')[0])).toEqual({ known: 1, of: 2 });
  });

  it('are nothing to look for where every order is paid on delivery', () => {
    const answer = ask(books({ orders: [codOrder()] }));
    expect(figure(answer, 'pnl.paymentFees')).toMatchObject({ value: 0, status: 'actual' });
  });

  it('of a marketplace are missing on a marketplace and zero elsewhere', () => {
    expect(value(ask(books({ orders: [order()] })), 'marketplaceFees')).toBe(0);
    expect(value(ask(books({ orders: [order({ channel: 'meesho' })] })), 'marketplaceFees')).toBeNull();
  });

  it('of a marketplace come from its file or the agreed rate', () => {
    const orders = [order({ channel: 'meesho', total: 100000 })];
    const file = [movement({ kind: 'marketplace_fee', channel: 'meesho', order: '#1001', amount: -1500 })];
    const agreed = {
      feeRates: [{ ...rate, kind: 'marketplace', match: 'meesho', fixed: 0, percent: 3 } as const],
    };
    expect(value(ask(books({ orders, movements: file, shop: agreed })), 'marketplaceFees')).toBe(1500);
    expect(value(ask(books({ orders, shop: agreed })), 'marketplaceFees')).toBe(3540);
  });

  it('of nothing cost nothing', () => {
    const free = order({ total: 0, payMethod: 'razorpay' });
    const answer = ask(books({ orders: [free], shop: { feeRates: [{ ...rate, fixed: 0 }] } }));
    expect(value(answer, 'paymentFees')).toBeNull();
  });

  it('above the agreed rates by more than 5 % are worth asking back', () => {
    const shop = { feeRates: [rate] };
    const fees = (amount: number) =>
      ask(
        books({
          orders: [paidBy('razorpay', '#1'), paidBy('razorpay', '#2'), paidBy('PayU', '#3')],
          movements: [movement({ order: '#1', amount }), movement({ order: '#3', amount: -9999 })],
          shop,
        }),
      );
    const [finding] = findings(fees(-3500), 'feesAbovePlan');
    expect(told(fees(-3500), finding)).toEqual({ charged: 3500, planned: 2714, excess: 786 });
    expect(finding).toMatchObject({ urgency: 'act', stake: 786 });
    expect(findings(fees(-2849), 'feesAbovePlan')).toEqual([]);
  });
});

describe('packaging and advertising', () => {
  it('cost the configured rate for every order that was sent', () => {
    const orders = [order({ number: '#1' }), order({ number: '#2', delivery: 'unfulfilled' })];
    const answer = ask(books({ orders, shop: { packagingPerOrder: 1500 } }));
    expect(figure(answer, 'pnl.packaging')).toMatchObject({ value: 1500, status: 'estimated' });
    expect(ledger(answer, 'packaging')?.['note']).toBe('your rate per order');
  });

  it('are missing, not zero, when nothing is told of them', () => {
    const answer = ask(books({ orders: [order()] }));
    expect(values(answer, 'packaging', 'advertising', 'operatingExpenses')).toEqual({
      packaging: null,
      advertising: null,
      operatingExpenses: null,
    });
    expect(ledger(answer, 'advertising')?.['note']).toBe('list it in ads.csv');
    expect(ledger(answer, 'operatingExpenses')?.['note']).toBe('list them in expenses.csv');
  });

  it('bought on other days are zero in a month without them', () => {
    const ads = movement({ kind: 'advertising', channel: 'meta', amount: -250000 });
    const shop = books({
      orders: [order({ placedOn: '2026-09-10' }), order({ number: '#2' })],
      movements: [ads],
    });
    expect(value(ask(shop), 'advertising')).toBe(250000);
    expect(value(ask(shop, { period: SEPTEMBER }), 'advertising')).toBe(0);
    expect(ledger(ask(shop), 'advertising')?.['note']).toBe('');
  });

  it('by channel stand on the row of the platform that was paid', () => {
    const fees = [
      movement({ order: '#1001', amount: -2000, channel: 'razorpay' }),
      movement({ order: undefined, amount: -300, channel: 'razorpay' }),
    ];
    const answer = ask(books({ orders: [order()], movements: fees, costs: [cost()] }), { by: 'channel' });
    expect(rows(answer, 'breakdown').map(({ name, fulfilment }) => [name, fulfilment])).toEqual([
      ['shopify', 2000],
      ['razorpay', 300],
    ]);
  });

  it('knows nothing of payouts, taxes withheld and reserves', () => {
    const others = (
      ['payout', 'tax_withheld', 'tax_collected', 'reserve', 'charge', 'adjustment'] as const
    ).map((kind) => movement({ kind, amount: 123456 }));
    const with_ = ask(books({ orders: [order()], movements: others, costs: [cost()] }));
    const without = ask(books({ orders: [order()], costs: [cost()] }));
    expect(with_.figures).toEqual(without.figures);
    expect(with_.asOf).toBe(AS_OF);
  });
});
