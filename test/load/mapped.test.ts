import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { problemText } from '../../src/domain/problem.ts';
import { loadBooks } from '../../src/load/load-books.ts';
import type { ColumnMapping } from '../../src/load/mapping.ts';
import { fixturePath } from '../helpers/fixtures.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const shop = { ...DEFAULT_SHOP, country: 'IN', currency: 'INR' };

const load = (cwd: string, mappings: readonly ColumnMapping[] = [], paths: readonly string[] = ['.']) =>
  loadBooks(paths, { cwd, shop, mappings });

const LINES: ColumnMapping = {
  kind: 'ecom.orders',
  columns: {
    ...{ order: 'Order ID', date: 'Order Date', customer: 'Customer ID', country: 'Country', state: 'State' },
    ...{ sku: 'Product ID', title: 'Product Name', category: 'Category' },
    ...{ amount: 'Sales', quantity: 'Quantity', discount_rate: 'Discount' },
  },
};
const ORDERS: ColumnMapping = {
  kind: 'ecom.orders',
  columns: {
    order: 'OrderID',
    date: 'OrderDate',
    shipping: 'Freight',
    customer: 'CustomerID',
    state: 'ShipRegion',
  },
};
const DETAILS: ColumnMapping = {
  kind: 'ecom.order-lines',
  columns: {
    ...{ order: 'OrderID', sku: 'ProductID', price: 'UnitPrice' },
    ...{ quantity: 'Quantity', discount_rate: 'Discount' },
  },
};
const PRODUCTS: ColumnMapping = {
  kind: 'ecom.products',
  columns: {
    ...{ sku: 'ProductID', title: 'ProductName', price: 'UnitPrice' },
    ...{ on_hand: 'UnitsInStock', incoming: 'UnitsOnOrder', reorder_at: 'ReorderLevel' },
  },
};

describe('one file of order lines, amounts after a discount rate', () => {
  // python3: sum(Decimal(r['Sales'])) = 72698.8620, sum(Sales/(1-Discount)) = 84612.8402, 51 units in 12 orders
  it('gives the totals of an independent calculation, to the paisa', async () => {
    const { books, problems } = await load(fixturePath('mapped/lines'), [LINES]);
    expect(problems).toEqual([]);
    const [source] = books.sources;
    expect(source).toMatchObject({ rows: 20, records: 12, from: '2026-01-11', to: '2026-04-01' });
    expect(source?.totals).toMatchObject({
      orders: 12,
      units: 51,
      total: 7_269_886,
      discount: 8_461_284 - 7_269_886,
      mismatches: 0,
    });
  });

  it('keeps every line within one paisa of what the file says, before and after its discount', async () => {
    const { books } = await load(fixturePath('mapped/lines'), [LINES]);
    const [first] = books.orders;
    expect(first).toMatchObject({
      id: 'TT-2026-104233',
      placedOn: '2026-01-11',
      country: 'IN',
      region: 'MAHARASHTRA',
    });
    const [saree, kurta] = first?.lines ?? [];
    expect(saree).toMatchObject({ sku: 'SAR-207', quantity: 1, row: 2 });
    expect(Math.abs((saree?.amount ?? 0) - (saree?.discount ?? 0) - 126_680.69)).toBeLessThan(1);
    expect(Math.abs((saree?.amount ?? 0) - 126_680.69 / 0.68)).toBeLessThan(1);
    expect(kurta).toMatchObject({ sku: 'KRT-101', quantity: 5, discount: undefined });
    expect(books.products.map(({ sku, category }) => `${sku} ${category}`)).toContain('DUP-220 Dupattas');
  });
});

describe('orders, their lines and products in files of their own', () => {
  const cwd = fixturePath('mapped/tables');

  // python3: sum(UnitPrice*Quantity) = 172011.60, sum(UnitPrice*Quantity*(1-Discount)) = 152330.12, freight 379.34, 108 units
  it('are joined by order number and give the totals of an independent calculation', async () => {
    const { books, problems } = await load(cwd, [ORDERS, DETAILS, PRODUCTS]);
    expect(problems).toEqual([]);
    const source = books.sources.find(({ file }) => file === 'orders.csv');
    expect(source?.totals).toMatchObject({
      orders: 9,
      units: 108,
      subtotal: 15_233_012,
      discount: 17_201_160 - 15_233_012,
      shipping: 37_934,
      total: 15_233_012 + 37_934,
      mismatches: 0,
    });
    expect(books.orders.at(0)).toMatchObject({ file: 'orders.csv', row: 2, placedOn: '2026-03-04' });
    expect(books.orders.at(0)?.lines.map(({ title, row }) => [title, row])).toEqual([
      ['Silk Dupatta', 2],
      ['Mul Cotton Saree', 2],
    ]);
    expect(books.stock.find(({ sku }) => sku === '5')).toMatchObject({
      onHand: 40,
      incoming: 20,
      reorderAt: 15,
    });
  });

  it('without the lines say that they wait for them, and the other way round', async () => {
    const heads = await load(cwd, [ORDERS], ['orders.csv']);
    expect(heads.books.orders).toEqual([]);
    expect(heads.problems.map(problemText)).toEqual([
      'orders.csv: 9 orders have no total, and no file has their lines – left out',
    ]);
    const lines = await load(cwd, [DETAILS], ['order_details.csv']);
    expect(lines.problems.map(problemText)).toEqual([
      'order_details.csv: 9 orders have lines here, but no file says when they were placed – left out',
    ]);
  });

  it('count overlapping files of lines once', async () => {
    const head = 'order,date,customer\n1,2026-01-05,A\n2,2026-01-06,B\n';
    const january = 'order,sku,quantity,price\n1,KRT-101,1,100\n1,SAR-201,2,50\n';
    const february = `${january}2,KRT-101,1,70\n`;
    const folder = temporaryFolder({ 'orders.csv': head, 'jan.csv': january, 'feb.csv': february });
    const { books, problems } = await load(folder);
    expect(problems).toEqual([]);
    expect(books.orders.map(({ id, total }) => [id, total])).toEqual([
      ['1', 20_000],
      ['2', 7_000],
    ]);
  });

  it('prefer lines to a bare total, and count a total where there are none', async () => {
    const folder = temporaryFolder({
      'orders.csv': 'order,date,total,status\n1,2026-01-05,120,paid\n2,2026-01-06,80,rto\n',
      'lines.csv': 'order,title,quantity,price,shipping\n1,Kurta,1,100,10\n1,Stole,1,5,5\n',
    });
    const { books, problems } = await load(folder);
    expect(problems).toEqual([]);
    expect(
      books.orders.map(({ lines, shipping, total, delivery }) => [lines.length, shipping, total, delivery]),
    ).toEqual([
      [2, 1_500, 12_000, 'unknown'],
      [1, 0, 8_000, 'rto'],
    ]);
  });

  it('whose dates may be day or month first are asked about', async () => {
    const folder = temporaryFolder({
      'orders.csv': 'order,date,customer\n1,03/04/2026,A\n',
      'lines.csv': 'order,title,quantity,price\n1,Kurta,1,100\n',
    });
    const { books, problems } = await load(folder);
    expect(books.orders).toEqual([]);
    expect(problems.map(({ file, code }) => [file, code])).toEqual([
      ['lines.csv', 'missing-value'],
      ['orders.csv', 'ambiguous-date'],
    ]);
    const told = await loadBooks(['.'], { cwd: folder, shop, dateOrder: 'mdy' });
    expect(told.books.orders.at(0)?.placedOn).toBe('2026-03-04');
  });

  it('tell of a date that is no date once', async () => {
    const folder = temporaryFolder({
      'orders.csv': 'order,date,customer\n1,soon,A\n2,2026-01-06,B\n',
      'lines.csv': 'order,title,quantity,price\n1,Kurta,1,100\n2,Kurta,1,100\n',
    });
    const { books, problems } = await load(folder);
    expect(books.orders.map(({ id }) => id)).toEqual(['2']);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['bad-date', 2]]);
  });
});

describe('discount rates', () => {
  const read = async (rates: readonly string[]) => {
    const rows = rates.map((rate, index) => `T-${index},2026-01-05,Kurta,1,100,${rate}`);
    const folder = temporaryFolder({
      'o.csv': `order,date,title,quantity,price,discount_rate\n${rows.join('\n')}\n`,
    });
    const { books, problems } = await load(folder);
    return {
      totals: books.orders.map(({ total }) => total),
      told: problems.map(({ code, line }) => `${code} ${line}`),
    };
  };

  it('are shares where none is over 1, else per cent', async () => {
    expect((await read(['0.2', '0', '', '1'])).totals).toEqual([8_000, 10_000, 10_000, 0]);
    expect((await read(['20', '0', '1'])).totals).toEqual([8_000, 10_000, 9_900]);
    expect((await read(['20%', '0.5 %'])).totals).toEqual([8_000, 9_950]);
  });

  it('that cannot be are Problems and no discount', async () => {
    expect(await read(['120', 'much', '-0.1', '50'])).toEqual({
      totals: [10_000, 10_000, 10_000, 5_000],
      told: ['bad-row 3', 'bad-row 4', 'bad-row 2'],
    });
  });
});
