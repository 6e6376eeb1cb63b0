import { describe, expect, it } from 'vitest';
import type { Books, Provenance } from '../../src/domain/books.ts';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { emptyDraft } from '../../src/load/draft.ts';
import type { Draft } from '../../src/load/format.ts';
import { homeCurrency } from '../../src/load/home-money.ts';
import { mergeFiles } from '../../src/load/merge.ts';
import type { ReadFile } from '../../src/load/read-file.ts';

const at = (file: string, row: number): Provenance => ({ file, row });

/** A file of every kind of record, two rows of each; `price` makes its content differ from another file's. */
function file(name: string, price: number): ReadFile {
  const draft: Draft = emptyDraft(DEFAULT_SHOP);
  const here = at(name, 2);
  const currency = 'INR';
  draft.products.push({ ...here, sku: 'GAM-RED', title: 'Gamcha', price, currency, active: true });
  draft.products.push({ ...here, title: 'Napkins', handle: 'napkins', price, currency, active: true });
  draft.stock.push({ ...here, sku: 'GAM-RED', onHand: price });
  draft.customers.push({ ...here, key: 'k1', name: `Meena ${price}` });
  draft.suppliers.push({ ...here, name: 'Kota Weavers', leadDays: price });
  draft.supplierItems.push({ ...here, sku: 'GAM-RED', supplier: 'Kota Weavers', packSize: price });
  draft.purchases.push({
    ...{ ...here, order: 'PO-7', supplier: 'Kota Weavers', sku: 'GAM-RED', quantity: 20, currency },
    ...{ received: price, closed: false },
  });
  draft.stockHistory.push({ ...here, day: '2026-05-01', sku: 'GAM-RED', onHand: 4 });
  draft.expenses.push({ ...here, day: '2026-05-01', amount: 100, currency, category: 'Rent', note: 'shop' });
  draft.expenses.push({ ...here, day: '2026-05-01', amount: 100, currency, category: 'Rent', note: 'shop' });
  draft.shipments.push({
    ...here,
    order: '#1',
    day: '2026-05-02',
    forwardCost: 80,
    currency,
    outcome: 'delivered',
  });
  draft.rivalPrices.push({
    ...here,
    sku: 'GAM-RED',
    seller: 'Loom & Co',
    price: 90,
    currency,
    seenOn: '2026-05-03',
  });
  return { file: name, kind: 'shop.everything', label: 'Everything', rows: 10, draft, orders: draft.orders };
}

const sizes = (books: Omit<Books, 'shop' | 'demo'>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(books).map(([name, table]) => [name, (table as readonly unknown[]).length]),
  );

describe('two files with the same records', () => {
  const { books, problems } = mergeFiles([file('a.csv', 1), file('b.csv', 2)], DEFAULT_SHOP);

  it('count each once, and equal rows of one file twice', () => {
    expect(sizes(books)).toMatchObject({
      ...{ products: 2, stock: 1, customers: 1, suppliers: 1, supplierItems: 1, purchases: 1 },
      ...{ stockHistory: 1, expenses: 2, shipments: 1, rivalPrices: 1, sources: 2 },
    });
  });

  it('count the later file by name where they differ, and say so once per kind of record', () => {
    expect(books.products.map((product) => product.price)).toEqual([2, 2]);
    expect(problems.map((problem) => problem.message)).toEqual([
      '2 of 2 products that are in b.csv too differ there (GAM-RED, Napkins); b.csv counts',
      '1 of 1 stock levels that are in b.csv too differ there (GAM-RED); b.csv counts',
      '1 of 1 customers that are in b.csv too differ there (k1); b.csv counts',
      '1 of 1 suppliers that are in b.csv too differ there (Kota Weavers); b.csv counts',
      '1 of 1 supplier items that are in b.csv too differ there (GAM-RED); b.csv counts',
      '1 of 1 lines of orders to suppliers that are in b.csv too differ there (PO-7 GAM-RED); b.csv counts',
    ]);
  });

  it('tell per file what it held, its period and what was left out', () => {
    expect(books.sources[0]).toMatchObject({
      records: 2,
      from: '2026-05-01',
      to: '2026-05-03',
      duplicates: 12,
    });
    expect(books.sources[1]).toMatchObject({ duplicates: 0 });
  });
});

describe('two kinds of file', () => {
  it('may name the same thing without one replacing the other', () => {
    const other = { ...file('b.csv', 2), kind: 'other.everything' };
    expect(mergeFiles([file('a.csv', 1), other], DEFAULT_SHOP).books.products).toHaveLength(4);
  });
});

describe('one file', () => {
  it('gives its records as they are', () => {
    const one = file('a.csv', 1);
    expect(mergeFiles([one], DEFAULT_SHOP).books.products).toBe(one.draft.products);
  });

  it('of costs gives the platform’s and the owner’s, each from its day on', () => {
    const one: ReadFile = { ...file('a.csv', 1), draft: emptyDraft(DEFAULT_SHOP) };
    const cost = { ...at('a.csv', 2), sku: 'GAM-RED', unitCost: 6100, currency: 'INR' };
    one.draft.costs.push({ ...cost, source: 'platform' }, { ...cost, source: 'owner' });
    one.draft.costs.push({ ...cost, source: 'owner', validFrom: '2026-04-01', unitCost: 6500 });
    const { books, problems } = mergeFiles([one], DEFAULT_SHOP);
    expect(books.costs).toHaveLength(3);
    expect(books.sources[0]?.records).toBe(3);
    expect(problems).toEqual([]);
  });
});

describe('no file', () => {
  it('gives empty books', () => {
    expect(Object.values(sizes(mergeFiles([], DEFAULT_SHOP).books)).every((size) => size === 0)).toBe(true);
  });
});

describe('the home currency', () => {
  const in_ = (...currencies: string[]) => currencies.map((currency) => ({ currency }));

  it('is the shop’s own, else the one most orders are in, else rupees', () => {
    expect(homeCurrency(in_('USD'), { ...DEFAULT_SHOP, currency: 'EUR' })).toBe('EUR');
    expect(homeCurrency(in_('USD', 'INR', 'USD', ''), DEFAULT_SHOP)).toBe('USD');
    expect(homeCurrency(in_('USD', 'INR'), DEFAULT_SHOP)).toBe('INR');
    expect(homeCurrency([], DEFAULT_SHOP)).toBe('INR');
  });
});
