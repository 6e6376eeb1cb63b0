import { describe, expect, it } from 'vitest';
import type { Order } from '../../src/domain/books.ts';
import { oneSale } from '../../src/load/one-sale.ts';
import { line, order } from '../helpers/books.ts';

const items = (own: Partial<Order> = {}): Order =>
  order({ number: '3001', id: '3001', channel: 'etsy', file: 'items.csv', delivery: 'unknown', ...own });
/** The same order in a report of whole orders. */
const whole = (own: Partial<Order> = {}): Order =>
  order({
    number: '3001',
    id: '3001',
    channel: 'etsy',
    file: 'orders.csv',
    row: 7,
    lines: [],
    ...own,
    total: own.total ?? 0,
  });

const united = (...orders: readonly Order[]): Order | undefined => {
  const { orders: left } = oneSale(orders);
  expect(left).toHaveLength(1);
  return left.at(0);
};

describe('one sale in a report of orders and one of items', () => {
  it('has the lines of the one and the amounts of the other where they agree', () => {
    const lined = items({ lines: [line({ amount: 50000 })] });
    const sale = united(whole({ discount: 5000, shipping: 4000, tax: 900, total: 49900 }), lined);
    expect(sale).toMatchObject({
      ...{ discount: 5000, shipping: 4000, tax: 900, total: 49900, file: 'items.csv', row: 2 },
      lines: [{ sku: 'KRT-101', amount: 50000 }],
    });
  });

  it('keeps the amounts of the items where the other’s do not agree with them', () => {
    const lined = items({ lines: [line({ amount: 50000 })], shipping: 4000 });
    expect(united(lined, whole({ total: 99900 }))).toMatchObject({ total: 54000, shipping: 4000 });
  });

  it('takes the other’s amounts where the items have none, shared by quantity', () => {
    const lines = [line({ amount: 0, quantity: 2 }), line({ amount: 0, sku: 'SAR-310' })];
    expect(united(items({ lines, total: 0 }), whole({ total: 94000, shipping: 4000 }))).toMatchObject({
      ...{ total: 94000, shipping: 4000, lines: [{ amount: 60000 }, { sku: 'SAR-310', amount: 30000 }] },
    });
  });

  it('takes a tip that only the report of orders knows', () => {
    const tip = line({ kind: 'tip', sku: undefined, title: 'Tip', amount: 2000 });
    const other = { ...whole({ total: 52000 }), lines: [tip] };
    expect(united(items({ lines: [line({ amount: 50000 })] }), other)).toMatchObject({
      ...{ total: 52000, lines: [{ kind: 'product' }, { kind: 'tip', amount: 2000 }] },
    });
  });

  it('knows what either knows: refunds, the state, how far it has come', () => {
    const lined = items({ delivery: 'shipped', region: 'KA' });
    const other = whole({
      ...{ total: 49900, refunded: 10000, payment: 'part_refunded', status: 'cancelled' },
      ...{ delivery: 'unknown', country: 'IN', payMethod: 'card', region: 'MH' },
    });
    expect(united(lined, other)).toMatchObject({
      ...{ refunded: 10000, payment: 'part_refunded', status: 'cancelled', delivery: 'shipped' },
      ...{ region: 'KA', country: 'IN', payMethod: 'card' },
    });
    expect(united({ ...lined, refunded: 12000 }, other)?.refunded).toBe(12000);
  });

  it('is told as left out of the report of orders', () => {
    const second = { number: '3002', id: '3002' };
    const { overlaps } = oneSale([items(), whole(), items(second), whole(second)]);
    expect(overlaps).toEqual([
      { loser: 'orders.csv', winner: 'items.csv', plural: 'orders', count: 2, differing: [] },
    ]);
  });
});

describe('other orders', () => {
  it('stay as they are: of another channel, alone in a report without lines, or in one file', () => {
    for (const orders of [
      [items(), whole({ channel: 'ebay' })],
      [whole(), whole({ number: '3002', id: '3002' })],
      [items(), whole({ file: 'items.csv' })],
      [items()],
    ])
      expect(oneSale(orders)).toEqual({ orders, overlaps: [] });
  });
});
