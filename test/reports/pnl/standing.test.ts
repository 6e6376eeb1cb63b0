import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/domain/books.ts';
import { books, codOrder, cost, order, shipment } from '../../helpers/books.ts';
import { ask, findings, rows, told, value, values } from './ask.ts';

/** Reasons of the orders left out, with their number and worth. */
function leftOut(orders: readonly Order[], shop = {}) {
  return rows(ask(books({ orders, shop })), 'leftOut').map(({ standing, orders: number, amount }) => [
    standing,
    number,
    amount,
  ]);
}

describe('which orders are sales', () => {
  it('counts a paid order and one paid in part', () => {
    const answer = ask(
      books({ orders: [order({ number: '#1' }), order({ number: '#2', payment: 'part_paid' })] }),
    );
    expect(values(answer, 'orders', 'netSales')).toEqual({ orders: 2, netSales: 99800 });
  });

  it('nets a cancelled and refunded order to what was kept, without cost of goods when it was not sent', () => {
    const cancelled = order({
      total: 100000,
      status: 'cancelled',
      payment: 'part_refunded',
      refunded: 90000,
      delivery: 'unknown',
    });
    const answer = ask(books({ orders: [cancelled], costs: [cost()] }));
    expect(values(answer, 'grossSales', 'refunds', 'netSales', 'costOfGoods', 'grossProfit')).toEqual({
      grossSales: 100000,
      refunds: 90000,
      netSales: 10000,
      costOfGoods: 0,
      grossProfit: 10000,
    });
  });

  it('keeps the cost of goods of a cancelled order that had been sent', () => {
    const sent = order({ status: 'cancelled', refunded: 49900, payment: 'refunded', delivery: 'shipped' });
    expect(value(ask(books({ orders: [sent], costs: [cost()] })), 'costOfGoods')).toBe(20000);
  });

  it('takes a cancelled order marked as refunded as given back even when the amount is not stated', () => {
    const answer = ask(
      books({ orders: [order({ status: 'cancelled', payment: 'refunded', delivery: 'unfulfilled' })] }),
    );
    expect(values(answer, 'netSales', 'refunds')).toEqual({ netSales: 0, refunds: 49900 });
    expect(rows(answer, 'leftOut')).toEqual([]);
  });

  it('leaves out a cancelled order that was paid and not given back, and tells the owner to look', () => {
    const answer = ask(books({ orders: [order({ total: 80000, status: 'cancelled' })] }));
    expect(value(answer, 'revenue')).toBe(0);
    expect(rows(answer, 'leftOut')).toEqual([
      {
        standing: 'cancelledPaid',
        reason: 'cancelled after payment, nothing given back',
        orders: 1,
        amount: 80000,
      },
    ]);
    const [finding] = findings(answer, 'ordersLeftOut');
    expect(finding).toMatchObject({ urgency: 'act', stake: 80000 });
    expect(told(answer, finding)).toEqual({ orders: 1, amount: 80000 });
  });

  it('leaves out what was cancelled before payment, voided, not paid yet or in another currency, each with its reason', () => {
    expect(
      leftOut([
        order({ number: '#1', total: 10000, status: 'cancelled', payment: 'pending' }),
        order({ number: '#2', total: 20000, status: 'void', payment: 'pending' }),
        order({ number: '#3', total: 30000, status: 'open', payment: 'pending' }),
        order({ number: '#4', total: 40000, currency: 'USD' }),
        order({ number: '#5' }),
        order({ number: '#6', total: 99900, placedOn: '2026-09-30', status: 'void' }),
      ]),
    ).toEqual([
      ['pending', 1, 30000],
      ['cancelled', 1, 10000],
      ['void', 1, 20000],
      ['otherCurrency', 1, null],
    ]);
  });

  it('counts unpaid orders when the shop says so', () => {
    const unpaid = order({ payment: 'pending', status: 'open' });
    const shop = { revenue: { cashOnDelivery: 'auto', pending: 'count' } } as const;
    const answer = ask(books({ orders: [unpaid, order({ number: '#2' })], shop }));
    expect(values(answer, 'orders', 'netSales')).toEqual({ orders: 2, netSales: 99800 });
  });
});

describe('unpaid cash on delivery', () => {
  const paid = order({ number: '#1000' });
  const placed = codOrder({ number: '#1', delivery: 'unfulfilled' });
  const shipped = codOrder({ number: '#2', delivery: 'shipped' });
  const delivered = codOrder({ number: '#3', delivery: 'delivered' });
  const collected = codOrder({ number: '#4', delivery: 'delivered', payment: 'paid' });
  const all = [paid, placed, shipped, delivered, collected];
  const counted = (cashOnDelivery: 'auto' | 'placed' | 'shipped' | 'delivered' | 'paid', orders = all) =>
    ask(books({ orders, shop: { revenue: { cashOnDelivery, pending: 'apart' } } }));

  it('counts from the day that the shop’s rule says', () => {
    expect(value(counted('placed'), 'orders')).toBe(5);
    expect(value(counted('shipped'), 'orders')).toBe(4);
    expect(value(counted('delivered'), 'orders')).toBe(3);
    expect(value(counted('paid'), 'orders')).toBe(2);
  });

  it('counts once shipped by itself when the exports mark any such order as shipped, else once placed', () => {
    expect(counted('auto').rule).toMatchObject({ cashOnDelivery: 'shipped', nothingPaid: false });
    expect(counted('auto', [paid, placed]).rule.cashOnDelivery).toBe('placed');
    expect(value(counted('auto', [paid, placed]), 'orders')).toBe(2);
  });

  it('is shown apart until then', () => {
    expect(rows(counted('paid'), 'leftOut')).toEqual([
      {
        standing: 'awaitingDelivery',
        reason: 'cash on delivery, not sold yet',
        orders: 3,
        amount: 3 * 49900,
      },
    ]);
  });

  it('is every order of a shop where nothing is ever marked as paid', () => {
    const orders = ['#1', '#2', '#3'].map((number) =>
      order({ number, payment: 'pending', status: 'open', delivery: 'unknown' }),
    );
    const answer = ask(books({ orders }));
    expect(answer.rule).toMatchObject({ nothingPaid: true, cashOnDelivery: 'placed' });
    expect(value(answer, 'orders')).toBe(3);
  });

  it('is not an order that names another way to pay, even in such a shop', () => {
    const awaited = order({ payment: 'pending', status: 'open', payMethod: 'Bank transfer' });
    const answer = ask(books({ orders: [awaited, codOrder({ number: '#2' })] }));
    expect(value(answer, 'orders')).toBe(1);
    expect(rows(answer, 'leftOut')).toMatchObject([{ standing: 'pending', orders: 1 }]);
  });
});

describe('parcels that came back undelivered or were lost', () => {
  it('are no sale; what the courier took for both ways is a cost and the goods are not', () => {
    const answer = ask(
      books({
        orders: [codOrder({ delivery: 'rto' }), order({ number: '#2' })],
        shipments: [
          shipment({ outcome: 'rto', forwardCost: 6200, returnCost: 5500 }),
          shipment({ order: '#2' }),
        ],
        costs: [cost()],
      }),
    );
    expect(values(answer, 'orders', 'undelivered', 'shippingCost', 'costOfGoods')).toEqual({
      orders: 1,
      undelivered: 11700,
      shippingCost: 6200,
      costOfGoods: 20000,
    });
    expect(rows(answer, 'leftOut')).toMatchObject([{ standing: 'undelivered', orders: 1, amount: 49900 }]);
  });

  it('cost the configured rates for both ways and the packaging when no bill says', () => {
    const shop = { shippingPerOrder: 6000, returnPerOrder: 5000, packagingPerOrder: 1500 };
    const answer = ask(books({ orders: [codOrder({ delivery: 'rto' })], shop }));
    expect(values(answer, 'undelivered', 'shippingCost', 'packaging')).toEqual({
      undelivered: 12500,
      shippingCost: 0,
      packaging: 0,
    });
    const without = ask(books({ orders: [codOrder({ delivery: 'rto' })], shop: { shippingPerOrder: 6000 } }));
    expect(value(without, 'undelivered')).toBe(6000);
  });

  it('cost their goods too when they were lost', () => {
    const answer = ask(
      books({
        orders: [
          codOrder({
            delivery: 'lost',
            lines: [
              { kind: 'product', sku: 'KRT-101', title: 'Cotton kurta', quantity: 2, amount: 99800, row: 2 },
              { kind: 'product', sku: 'DUP-220', title: 'Dupatta', quantity: 1, amount: 30000, row: 3 },
              { kind: 'tip', title: 'Tip', quantity: 1, amount: 1000, row: 4 },
            ],
          }),
        ],
        costs: [cost()],
      }),
    );
    expect(value(answer, 'undelivered')).toBe(40000);
  });

  it('are known by the courier’s bill, which knows better than the shop', () => {
    const back = ask(books({ orders: [codOrder()], shipments: [shipment({ outcome: 'rto' })] }));
    expect(value(back, 'orders')).toBe(0);
    const arrived = ask(
      books({ orders: [codOrder({ delivery: 'rto' })], shipments: [shipment({ outcome: 'delivered' })] }),
    );
    expect(value(arrived, 'orders')).toBe(1);
    const silent = ask(
      books({ orders: [codOrder({ delivery: 'rto' })], shipments: [shipment({ outcome: 'unknown' })] }),
    );
    expect(value(silent, 'orders')).toBe(0);
    const other = ask(
      books({
        orders: [codOrder({ delivery: 'rto' })],
        shipments: [shipment({ order: '#2', outcome: 'delivered' })],
      }),
    );
    expect(value(other, 'orders')).toBe(0);
  });

  it('sent a second time are a sale once one parcel arrives, in whatever order the bills stand', () => {
    const parcels = [
      shipment({ outcome: 'rto', forwardCost: 6200, returnCost: 5500 }),
      shipment({ outcome: 'delivered', forwardCost: 6200, day: '2026-10-20' }),
    ];
    for (const shipments of [parcels, [...parcels].reverse()]) {
      const answer = ask(books({ orders: [codOrder()], shipments }));
      expect(values(answer, 'orders', 'undelivered', 'shippingCost')).toEqual({
        orders: 1,
        undelivered: 11700,
        shippingCost: 6200,
      });
    }
  });

  it('on their way count as shipped, those returned by the buyer as delivered', () => {
    const shop = { revenue: { cashOnDelivery: 'delivered', pending: 'apart' } } as const;
    const orders = [codOrder({ delivery: 'unknown' })];
    const count = (outcome: 'in_transit' | 'returned') =>
      value(ask(books({ orders, shipments: [shipment({ outcome })], shop })), 'orders');
    expect(count('in_transit')).toBe(0);
    expect(count('returned')).toBe(1);
  });
});
