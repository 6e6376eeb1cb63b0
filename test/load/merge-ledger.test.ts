import { describe, expect, it } from 'vitest';
import type { Movement, Order } from '../../src/domain/books.ts';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { emptyDraft } from '../../src/load/draft.ts';
import { mergeFiles } from '../../src/load/merge.ts';
import type { ReadFile } from '../../src/load/read-file.ts';
import { line, movement, order } from '../helpers/books.ts';

interface Holding {
  readonly movements?: readonly Movement[];
  readonly orders?: readonly Order[];
}

function file(name: string, kind: string, { movements = [], orders = [] }: Holding): ReadFile {
  const draft = emptyDraft(DEFAULT_SHOP);
  draft.movements.push(...movements.map((one) => ({ ...one, file: name })));
  draft.orders.push(...orders.map((one) => ({ ...one, file: name })));
  return { file: name, kind, label: kind, rows: 4, draft, orders: draft.orders };
}

const amazon = (own: Partial<Movement>): Movement => movement({ channel: 'amazon', order: '402-1', ...own });
const settled = [
  amazon({ kind: 'charge', part: 'goods', amount: 100000, sku: 'KRT-101', quantity: 1, payoutId: 'S1' }),
  amazon({ kind: 'charge', part: 'tax', amount: 5000, payoutId: 'S1' }),
  amazon({ kind: 'marketplace_fee', amount: -15000, payoutId: 'S1' }),
];
const settlement = (name: string): ReadFile => file(name, 'amazon.settlement_v2', { movements: settled });
const merge = (...files: readonly ReadFile[]) => mergeFiles(files, DEFAULT_SHOP);

describe('a settlement without an order report', () => {
  const { books, problems } = merge(settlement('a.txt'));

  it('gives its sales, and its source says how many', () => {
    expect(books.orders).toMatchObject([{ id: '402-1', total: 105000, tax: 5000, file: 'a.txt' }]);
    expect(books.sources).toMatchObject([{ derivedOrders: 1, duplicates: 0 }]);
    expect(problems).toEqual([]);
  });

  it('gives the same when it is loaded twice', () => {
    const twice = merge(settlement('a.txt'), settlement('b.txt')).books;
    expect(twice.movements).toHaveLength(3);
    expect(twice.orders).toMatchObject([{ id: '402-1', total: 105000 }]);
  });

  it('gives no sale that an order report holds', () => {
    const report = file('orders.txt', 'amazon.orders', {
      orders: [order({ number: '402-1', id: '402-1', channel: 'amazon', total: 110000 })],
    });
    const { orders, sources } = merge(settlement('a.txt'), report).books;
    expect(orders).toMatchObject([{ total: 110000, file: 'orders.txt' }]);
    expect(sources[0]?.derivedOrders).toBeUndefined();
  });

  it('tells the tax inside an order whose report gives none', () => {
    const report = file('orders.csv', 'meesho.orders', {
      orders: [order({ number: '11_1', id: '11_1', channel: 'meesho', total: 52500 })],
    });
    const paid = amazon({ channel: 'meesho', order: '11_1', kind: 'charge', part: 'goods', amount: 52500 });
    const payments = file('payments.xlsx', 'meesho.payments', { movements: [{ ...paid, tax: 2500 }] });
    const { orders, sources } = merge(report, payments).books;
    expect(orders).toMatchObject([{ tax: 2500, taxIncluded: true, total: 52500, file: 'orders.csv' }]);
    expect(sources.map(({ taxedOrders }) => taxedOrders)).toEqual([undefined, 1]);
  });

  it('raises an order whose report knows no shipping, so that it still adds up', () => {
    const report = file('orders.csv', 'meesho.orders', {
      orders: [order({ number: '11_1', id: '11_1', channel: 'meesho', total: 49900 })],
    });
    const paid = { channel: 'meesho', order: '11_1', kind: 'charge', part: 'goods', quantity: 1 } as const;
    const payments = file('payments.xlsx', 'meesho.payments', {
      movements: [amazon({ ...paid, amount: 56200, tax: 2676 })],
    });
    const { orders, sources } = merge(report, payments).books;
    expect(orders).toMatchObject([
      { lines: [{ amount: 49900 }], shipping: 6300, total: 56200, tax: 2676, taxIncluded: true },
    ]);
    expect(sources.map(({ raisedOrders }) => raisedOrders)).toEqual([undefined, 1]);
    const more = merge(report, payments, { ...payments, file: 'z.xlsx' }).books.orders;
    expect(more).toMatchObject([{ total: 56200 }]);
  });

  it('counts once beside the date range report, which says what was left out', () => {
    const range = file('range.csv', 'amazon.range', { movements: settled });
    const { movements, sources } = merge(settlement('a.txt'), range).books;
    expect(movements).toHaveLength(3);
    expect(sources.map(({ duplicates }) => duplicates)).toEqual([0, 3]);
  });

  it('decides the currency of rows that name none', () => {
    const dollars = settled.map((one) => ({ ...one, currency: 'USD' }));
    const bare = file('b.txt', 'amazon.other', { movements: [amazon({ currency: '', amount: -500 })] });
    const { movements } = merge(file('a.txt', 'amazon.settlement_v2', { movements: dollars }), bare).books;
    expect(new Set(movements.map(({ currency }) => currency))).toEqual(new Set(['USD']));
  });
});

describe('a fee that names no order', () => {
  const fee = (payoutId?: string) =>
    amazon({
      kind: 'marketplace_fee',
      order: undefined,
      amount: -49900,
      payoutId,
      final: payoutId !== undefined,
    });
  const file2 = (name: string, ...movements: readonly Movement[]) =>
    file(name, 'amazon.range', { movements });
  const counted = (...files: readonly ReadFile[]) =>
    merge(...files).books.movements.map(({ payoutId }) => payoutId);

  it('stands in two settlements twice, and in two reports of one settlement once', () => {
    expect(counted(file2('a', fee('S1')), file2('b', fee('S2')))).toEqual(['S1', 'S2']);
    expect(
      counted(file2('a', fee('S1'), fee('S2')), file2('b', fee('S2')), file2('c', fee('S1'))),
    ).toHaveLength(2);
    expect(counted(file2('a', fee('S1')), file2('b', fee('S1')))).toEqual(['S1']);
  });

  it('is the same before and after it is settled', () => {
    expect(counted(file2('a', fee()), file2('b', fee('S1')))).toEqual(['S1']);
  });
});

describe('payments of equal amounts', () => {
  it('in two files are different payments where their transactions differ', () => {
    const paid = (transaction: string) => amazon({ kind: 'payment_fee', order: undefined, transaction });
    const one = file('a.csv', 'stripe.payments', { movements: [paid('ch_1')] });
    const two = file('b.csv', 'stripe.payments', { movements: [paid('ch_1'), paid('ch_2')] });
    expect(merge(one, two).books.movements).toHaveLength(2);
  });
});

describe('one sale in a report of orders and one of items', () => {
  const sold = { number: '3001', id: '3001', channel: 'etsy', discount: 5000 } as const;
  const items = { orders: [order({ ...sold, discount: 0, lines: [line({ amount: 50000 })] })] };
  const whole = { orders: [{ ...order({ ...sold, total: 45000 }), lines: [] }] };

  it('counts once, whatever the files are called and however often they are loaded', () => {
    for (const [first, second, third] of [
      ['a', 'b', 'c'],
      ['c', 'b', 'a'],
      ['b', 'a', 'c'],
    ] as const) {
      const files = [
        file(first, 'etsy.items', items),
        file(second, 'etsy.orders', whole),
        file(third, 'etsy.items', items),
      ].sort((x, y) => (x.file < y.file ? -1 : 1));
      const { orders, sources } = merge(...files).books;
      expect(orders).toMatchObject([{ total: 45000, discount: 5000, lines: [{ amount: 50000 }] }]);
      expect(sources.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(2);
    }
  });
});
