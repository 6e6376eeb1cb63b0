import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Books } from '../../../src/domain/books.ts';
import { books, codOrder, cost, expense, line, order, shipment } from '../../helpers/books.ts';
import { sharedPath } from '../../helpers/shared.ts';
import { ask, askAll, figure, findings, rows, value, values } from './ask.ts';

interface ShopFile {
  readonly products: readonly { product_id: string; name: string; price: number; cost: number }[];
  readonly purchases: readonly {
    purchase_id: string;
    product_id: string;
    quantity: number;
    price: number;
    timestamp: string;
  }[];
  readonly expenses: readonly { description: string; amount: number }[];
}

const cents = (amount: number): number => Math.round(amount * 100);

/** The books of a shop's data file: one product an order, undated expenses, dollars and no tax. */
function booksOf({ products, purchases, expenses }: ShopFile): Books {
  const titles = new Map(products.map(({ product_id: id, name }) => [id, name]));
  return books({
    shop: { currency: 'USD' },
    orders: purchases.map(({ purchase_id: number, product_id: sku, quantity, price, timestamp }, index) => {
      const amount = quantity * cents(price);
      const title = titles.get(sku) ?? sku;
      const lines = [line({ sku, title, quantity, amount })];
      return order({ number, placedOn: timestamp.slice(0, 10), currency: 'USD', lines, row: index + 1 });
    }),
    costs: products.map(({ product_id: sku, cost: unitCost }) =>
      cost({ sku, unitCost: cents(unitCost), currency: 'USD', source: 'platform' }),
    ),
    expenses: expenses.map(({ description: category, amount }) =>
      expense({ day: undefined, category, amount: cents(amount), currency: 'USD' }),
    ),
  });
}

const GOLDEN = {
  revenue: 721308,
  costOfGoods: 365870,
  grossProfit: 355438,
  operatingExpenses: 137000,
  netProfit: 218438,
  orders: 50,
};

/** Fifty one-line orders over thirty days that make the golden sums. */
function syntheticShop(): ShopFile {
  const days = Array.from(
    { length: 50 },
    (_, index) => `2025-11-${String(1 + (index % 30)).padStart(2, '0')}`,
  );
  const purchases = days.map((day, index) => ({
    purchase_id: `PUR${String(index).padStart(3, '0')}`,
    product_id: index < 49 ? 'P001' : 'P002',
    quantity: index < 49 ? 3 : 1,
    price: index < 49 ? 39.59 : 1393.35,
    timestamp: `${day}T10:00:00+00:00`,
  }));
  return {
    products: [
      { product_id: 'P001', name: 'Product 1', price: 39.59, cost: 23.42 },
      { product_id: 'P002', name: 'Product 2', price: 1393.35, cost: 215.96 },
    ],
    purchases,
    expenses: [
      { description: 'Rent', amount: 800 },
      { description: 'Marketing', amount: 300 },
      { description: 'Utilities', amount: 150 },
      { description: 'Software', amount: 120 },
    ],
  };
}

describe('a data file of products, purchases and expenses', () => {
  it('gives its golden numbers', () => {
    const answer = askAll(booksOf(syntheticShop()));
    expect(values(answer, ...Object.keys(GOLDEN))).toEqual(GOLDEN);
    expect(answer.currency).toBe('USD');
  });

  const path = sharedPath('baseline/data.json');

  it.skipIf(path === undefined)(
    'gives the golden numbers of the reference file, when that is at hand',
    () => {
      const answer = askAll(booksOf(JSON.parse(readFileSync(path ?? '', 'utf8')) as ShopFile));
      expect(values(answer, ...Object.keys(GOLDEN))).toEqual(GOLDEN);
      expect(figure(answer, 'pnl.netProfit')?.status).toBe('estimated');
      expect(value(answer, 'pnl.netProfit.low')).toBeUndefined();
    },
  );
});

describe('what goes wrong elsewhere', () => {
  it('an order at two in the night counts on the shop’s own day, as written', () => {
    const night = order({ placedOn: '2026-10-01', placedAt: '2026-10-01 02:00:00 +0530' });
    const answer = ask(books({ orders: [night] }));
    expect(value(answer, 'orders')).toBe(1);
    expect(rows(answer, 'daily')).toEqual([{ day: '2026-10-01', netSales: 49900 }]);
  });

  it('an unknown SKU is no product with a margin of 100 %', () => {
    const answer = ask(
      books({
        orders: [
          order({ lines: [line({ amount: 40000 }), line({ sku: 'NEW-1', title: 'New', amount: 40000 })] }),
        ],
        costs: [cost()],
      }),
    );
    expect(value(answer, 'grossMargin')).toBe(0.5);
    expect(value(answer, 'costCoverage')).toBe(0.5);
    expect(findings(answer, 'costsMissing')[0]?.names['products']).toBe('NEW-1');
  });

  it('the rent of 2019 is not charged to October 2026', () => {
    const answer = ask(
      books({
        orders: [order()],
        costs: [cost()],
        expenses: [expense({ day: '2019-03-01', category: 'rent 2019' })],
      }),
    );
    expect(value(answer, 'operatingExpenses')).toBeNull();
  });

  it('returns, parcels that came back, discounts, shipping, fees, ads and tax all have their line, and no tax is invented', () => {
    const answer = ask(
      books({
        orders: [
          order({
            total: 118000,
            tax: 18000,
            taxIncluded: true,
            discount: 11800,
            refunded: 11800,
            shipping: 5900,
          }),
          codOrder({ number: '#2', delivery: 'rto' }),
        ],
        shipments: [shipment(), shipment({ order: '#2', outcome: 'rto' })],
        costs: [cost()],
        expenses: [expense({ category: 'ads', amount: 1000 })],
        shop: { feeRates: [{ kind: 'payment', match: '*', percent: 2, fixed: 0, taxPercent: 18 }] },
      }),
    );
    const ids = ['discounts', 'refunds', 'taxInRefunds', 'shippingIncome', 'shippingCost', 'paymentFees'];
    for (const id of [...ids, 'undelivered', 'advertising', 'taxCollected'])
      expect(value(answer, id)).toBeGreaterThan(0);
    expect(answer.figures.filter(({ id }) => /incomeTax|taxPayable/i.test(id))).toEqual([]);
  });

  it('whole-rupee prices are ordinary money, and all money is whole paise', () => {
    const answer = ask(books({ orders: [order({ total: 49900 })], costs: [cost({ unitCost: 19999 })] }));
    expect(value(answer, 'grossProfit')).toBe(29901);
    for (const { unit, value: amount } of answer.figures)
      if (unit === 'money' && amount !== null) expect(Number.isSafeInteger(amount)).toBe(true);
    expect(() => JSON.stringify(answer)).not.toThrow();
  });

  it('ten cents and twenty cents are thirty cents', () => {
    const orders = [10, 20].map((total, index) => order({ number: `#${index}`, total }));
    expect(value(ask(books({ orders })), 'revenue')).toBe(30);
  });

  it('books without a usable row give an empty statement, never invented sales', () => {
    const answer = ask(books());
    expect(values(answer, 'revenue', 'orders')).toEqual({ revenue: 0, orders: 0 });
    expect(answer).toMatchObject({ demo: false, findings: [] });
  });

  it('no cause is claimed without an earlier period, nor shipping without a figure for it', () => {
    const answer = ask(books({ orders: [order()], costs: [cost()] }), { compare: 'previous' });
    const kinds = answer.findings.map(({ kind }) => kind);
    expect(kinds).not.toContain('netProfitChange');
    expect(kinds).not.toContain('shippingPerOrderUp');
    expect(findings(answer, 'linesMissing')[0]?.names['lines']).toContain('shipping paid');
  });
});
