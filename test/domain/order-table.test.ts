import { describe, expect, it } from 'vitest';
import type { Order } from '../../src/domain/books.ts';
import { OrderTable } from '../../src/domain/order-table.ts';
import { plainOrder } from '../../src/domain/order-view.ts';
import { codOrder, line, order } from '../helpers/books.ts';

const tip = line({ kind: 'tip', sku: undefined, title: '', variant: 'M', discount: 100, tax: 50, row: 3 });
const orders: readonly Order[] = [
  order({ placedAt: '2026-10-10 23:06:05 +0530', taxIncluded: true, tax: 100, country: 'IN', region: 'KA' }),
  codOrder({
    number: '#1002',
    placedAt: '2026-10-10T00:00:00Z',
    cancelledOn: '2026-10-12',
    status: 'cancelled',
  }),
  order({ number: '#1003', placedAt: '10 Oct 2026, 9 am', refunded: 0, lines: [line(), tip], discount: 5 }),
  order({ number: 'POS-007', placedAt: '2026-10-10 25:00:00', refunded: 4900, lines: [], customerKey: '77' }),
  order({ number: '', id: '', discountCode: 'DIWALI', payMethod: 'Razorpay', delivery: 'rto' }),
];
const table = new OrderTable();
for (const each of orders) table.push(each);

describe('orders in columns', () => {
  it('are the orders that were put in', () => {
    expect(table.length).toBe(5);
    expect([...table].map(plainOrder)).toEqual(orders);
    expect(JSON.parse(JSON.stringify([...table]))).toEqual(JSON.parse(JSON.stringify(orders)));
  });

  it('are read like a list', () => {
    const numbers = orders.map(({ number }) => number);
    expect(table.map(({ number }, at) => `${at}${number}`)).toEqual(
      numbers.map((number, at) => `${at}${number}`),
    );
    expect(table.filter((each, at) => each.cashOnDelivery || at === 4).map(({ number }) => number)).toEqual([
      '#1002',
      '',
    ]);
    expect(table.find((each) => each.refunded === 0)?.number).toBe('#1003');
    expect(table.find(() => false)).toBeUndefined();
    expect([table.some((each) => each.number === '#1002'), table.some((each) => each.total < 0)]).toEqual([
      true,
      false,
    ]);
    expect([table.every((each) => each.currency === 'INR'), table.every((each) => each.tax > 0)]).toEqual([
      true,
      false,
    ]);
    expect([table.at(0)?.number, table.at(-1)?.discountCode, table.at(5), table.at(-6)]).toEqual([
      '#1001',
      'DIWALI',
      undefined,
      undefined,
    ]);
  });

  it('give each order its own lines, whichever was looked at before', () => {
    expect(table.linesOf(2).map(({ kind, title, row }) => [kind, title, row])).toEqual([
      ['product', 'Cotton kurta, indigo', 2],
      ['tip', '', 3],
    ]);
    expect(table.linesOf(2)).toBe(table.linesOf(2));
    expect(table.linesOf(0).map(({ amount, discount, tax }) => [amount, discount, tax])).toEqual([
      [49900, undefined, undefined],
    ]);
    expect(table.linesOf(3)).toEqual([]);
    expect(table.at(2)?.lines.map(({ variant, quantity }) => [variant, quantity])).toEqual([
      [undefined, 1],
      ['M', 1],
    ]);
  });

  it('tell whether an order has a line of a kind', () => {
    const kinds = (index: number) =>
      (['product', 'tip', 'fee'] as const).map((kind) => table.hasLineOf(index, kind));
    expect([kinds(0), kinds(2), kinds(3)]).toEqual([
      [true, false, false],
      [true, true, false],
      [false, false, false],
    ]);
  });

  it('are empty text where a column says nothing', () => {
    const own = new OrderTable();
    own.orders.row.push(1);
    own.orders.id.push(undefined);
    own.orders.number.push(undefined);
    own.orders.linesEnd.push(1);
    const read = own.at(0);
    expect([read?.file, read?.id, read?.number, read?.channel, read?.placedOn, read?.currency]).toEqual(
      Array(6).fill(''),
    );
    expect(read?.lines.map(({ title }) => title)).toEqual(['']);
  });

  it('leave an order that is an object of its own as it is', () => {
    const [own] = orders;
    expect(own && plainOrder(own)).toBe(own);
  });
});
