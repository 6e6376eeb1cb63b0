import { describe, expect, it } from 'vitest';
import { accountsOfLine, entriesOf, postingsOf, TRACEABLE } from '../../../src/reports/pnl/entries.ts';
import { books, cost, expense, movement, order, refund } from '../../helpers/books.ts';
import { ask, OCTOBER, SEPTEMBER, value } from './ask.ts';

const shop = books({
  orders: [order({ number: '#1001', total: 100000 }), order({ number: '#0990', placedOn: '2026-09-10' })],
  movements: [
    refund({ order: '#0990', amount: -10000 }),
    movement({ order: '#1001', amount: -2000 }),
    movement({ kind: 'advertising', channel: 'meta', amount: -500 }),
  ],
  costs: [cost()],
  expenses: [expense({ day: '2026-10-01', category: 'Rent', amount: 7000 })],
});

describe('the entries of a month', () => {
  it('are one sum per account and order, platform or category', () => {
    expect(entriesOf(shop, OCTOBER)).toEqual({
      'advertising of meta': 500,
      'costOfGoods of #1001': 20000,
      'grossSales of #1001': 100000,
      'operatingExpenses of Rent': 7000,
      'paymentFees of #1001': 2000,
      'refunds of #0990': 10000,
    });
    expect(entriesOf(books(), OCTOBER)).toEqual({});
  });

  it('do not move when the rows stand in another order', () => {
    const turned = { ...shop, orders: [...shop.orders].reverse(), movements: [...shop.movements].reverse() };
    expect(entriesOf(turned, OCTOBER)).toEqual(entriesOf(shop, OCTOBER));
  });
});

describe('a figure’s rows', () => {
  it('are the postings of its accounts, and add up to it', () => {
    for (const id of [
      'grossSales',
      'refunds',
      'costOfGoods',
      'paymentFees',
      'advertising',
      'operatingExpenses',
    ]) {
      const accounts = accountsOfLine(`pnl.${id}`) ?? [];
      const wanted = postingsOf(shop, OCTOBER).filter(({ account }) => accounts.includes(account));
      expect(wanted.reduce((sum, { amount }) => sum + amount, 0)).toBe(value(ask(shop), id));
      expect(wanted.every(({ from }) => from.file !== '' && from.row > 0)).toBe(true);
    }
  });

  it('are those of the period alone', () => {
    const days = postingsOf(shop, SEPTEMBER).map(({ day }) => day);
    expect(new Set(days)).toEqual(new Set(['2026-09-10']));
  });

  it('hold no rent of days that have not come yet, like the statement', () => {
    const rented = books({
      orders: [order({ placedOn: '2026-10-01', total: 100000 })],
      expenses: [expense({ day: '2026-10-01', category: 'Rent', amount: 31000, every: 'month' })],
    });
    const asOf = '2026-10-10';
    const rows = postingsOf(rented, OCTOBER, asOf).filter(({ account }) => account === 'operatingExpenses');
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(10000);
    expect(value(ask(rented, { asOf }), 'operatingExpenses')).toBe(10000);
  });

  it('exist for every line of the statement and for nothing else', () => {
    for (const id of TRACEABLE) expect(accountsOfLine(id)).not.toEqual([]);
    expect(accountsOfLine('netProfit')).toContain('operatingExpenses');
    expect(accountsOfLine('pnl.grossMargin')).toBeUndefined();
    expect(accountsOfLine('constructor')).toBeUndefined();
  });
});
