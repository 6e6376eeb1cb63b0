import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/domain/books.ts';
import { DEFAULT_SHOP, type ShopSettings } from '../../../src/domain/shop.ts';
import { readFileBytes, type ReadFile } from '../../../src/load/read-file.ts';

const HEADER = [
  ...['Name', 'Financial Status', 'Fulfillment Status', 'Currency', 'Subtotal', 'Shipping', 'Taxes', 'Total'],
  ...[
    'Discount Amount',
    'Created at',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Duties',
    'Id',
  ],
  ...['Email', 'Billing Phone', 'Cancelled at'],
];

function row(cells: Readonly<Record<string, string>>): string {
  const all: Record<string, string> = {
    ...{ Name: '#1', 'Financial Status': 'paid', Currency: 'INR', Total: '200.00' },
    ...{ 'Created at': '2026-06-01 10:00:00 +0530', 'Lineitem quantity': '1' },
    ...{ 'Lineitem name': 'Gamcha', 'Lineitem price': '200.00', ...cells },
  };
  return HEADER.map((name) => all[name] ?? '').join(',');
}

function read(rows: readonly Readonly<Record<string, string>>[], shop: Partial<ShopSettings> = {}): ReadFile {
  const bytes = Buffer.from([HEADER.join(','), ...rows.map(row)].join('\n'));
  const file = readFileBytes({ file: 'orders.csv', bytes }, { shop: { ...DEFAULT_SHOP, ...shop } });
  if (!('draft' in file)) throw new Error(file[0]?.message);
  return file;
}
const one = (cells: Readonly<Record<string, string>>, shop?: Partial<ShopSettings>): Order | undefined =>
  read([cells], shop).draft.orders.at(0);

describe('whether prices include tax', () => {
  it('is decided by the sum that gives the total', () => {
    expect(one({ Taxes: '9.52', Total: '200.00' })?.taxIncluded).toBe(true);
    expect(one({ Taxes: '10.00', Total: '210.00' })?.taxIncluded).toBe(false);
  });

  it('is the shop’s word where an order has no tax or adds up neither way', () => {
    expect(one({ Taxes: '0.00' }, { pricesIncludeTax: true })?.taxIncluded).toBe(true);
    expect(one({ Taxes: '0.00' })?.taxIncluded).toBe(false);
    expect(one({ Taxes: '10.00', Total: '300.00' }, { pricesIncludeTax: true })?.taxIncluded).toBe(true);
  });

  it('is not the shop’s word against the order’s own sum', () => {
    expect(one({ Taxes: '10.00', Total: '210.00' }, { pricesIncludeTax: true })?.taxIncluded).toBe(false);
  });
});

describe('an order', () => {
  it('that a spreadsheet filled down counts its own amounts once and every line', () => {
    const { draft } = read([{ Total: '500.00' }, { Total: '500.00', 'Lineitem price': '300.00' }]);
    expect(draft.orders).toHaveLength(1);
    expect(draft.orders.at(0)?.lines.map((line) => line.amount)).toEqual([20000, 30000]);
    expect(draft.totals).toMatchObject({ total: 50000, orders: 1, units: 2, mismatches: 0 });
    expect(draft.problems).toEqual([]);
  });

  it('of another shop may bear the same number under another id', () => {
    expect(read([{ Id: '11' }, { Id: '12' }]).draft.orders.map((order) => order.id)).toEqual(['11', '12']);
  });

  it('may be paid duties, which are a fee', () => {
    const { draft } = read([{ Duties: '30.00', Total: '230.00' }]);
    expect(draft.orders.at(0)?.lines[1]).toMatchObject({ kind: 'fee', title: 'Duties', amount: 3000 });
    expect(draft.problems).toEqual([]);
  });

  it('may be of cloth by the metre', () => {
    expect(
      one({ 'Lineitem quantity': '2.5', 'Lineitem price': '80.33', Total: '200.83' })?.lines[0],
    ).toMatchObject({
      quantity: 2.5,
      amount: 20083,
    });
  });

  it('may have no line', () => {
    const { draft } = read([
      { 'Lineitem name': '', 'Lineitem quantity': '', 'Lineitem price': '', Total: '0.00' },
    ]);
    expect(draft.orders.at(0)?.lines).toEqual([]);
    expect(draft.problems).toEqual([]);
  });

  it('is cancelled even when the date of it cannot be read', () => {
    const { draft } = read([{ 'Cancelled at': 'last week' }]);
    expect(draft.orders.at(0)).toMatchObject({ status: 'cancelled', cancelledOn: undefined });
    expect(draft.problems.map((problem) => problem.code)).toEqual(['bad-date']);
  });

  it('knows its buyer by e-mail address, else by phone, and keeps neither', () => {
    const buyers = [{ Email: 'Meena@Example.com' }, { Email: 'meena@example.com', Name: '#2' }];
    const [first, second, third, fourth] = read([
      ...buyers,
      { 'Billing Phone': "'+91 98000-00001", Name: '#3' },
      { Name: '#4' },
    ]).draft.orders;
    expect(first?.customerKey).toMatch(/^\d{1,15}$/);
    expect(second?.customerKey).toBe(first?.customerKey);
    expect(third?.customerKey).toMatch(/^\d{1,15}$/);
    expect(fourth?.customerKey).toBeUndefined();
    expect(JSON.stringify([first, third])).not.toMatch(/meena|98000/i);
  });

  it('in another currency than the file’s first is kept, and left out of the file’s totals', () => {
    const { draft } = read([{}, { Name: '#2', Currency: 'usd' }]);
    expect(draft.orders.map((order) => order.currency)).toEqual(['INR', 'USD']);
    expect(draft.totals).toMatchObject({ currency: 'INR', orders: 1, total: 20000 });
  });
});
