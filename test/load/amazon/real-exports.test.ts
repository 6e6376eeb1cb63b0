import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Movement } from '../../../src/domain/books.ts';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks, type Loaded } from '../../../src/load/load-books.ts';
import { sumOf } from '../../helpers/draft-of.ts';
import { sharedPath } from '../../helpers/shared.ts';

const folder = sharedPath('exports');
const expected = (name: string): Record<string, unknown> => {
  const all = JSON.parse(readFileSync(`${folder}/EXPECTED.json`, 'utf8')) as Record<string, object>;
  return { ...all[`amazon/${name}`] };
};
const load = (name: string): Promise<Loaded> =>
  loadBooks([`amazon/${name}`], { cwd: folder ?? '', shop: DEFAULT_SHOP });

describe.skipIf(folder === undefined)('exports of real shops, when the reference material is there', () => {
  it('the settlement adds up to its total and to each transaction type', async () => {
    const name = 'settlement_v2_us_sample.txt';
    const { books, problems } = await load(name);
    const figures = expected(name);
    expect(books.sources[0]?.rows).toBe(figures['data_rows']);
    expect(sumOf(books.movements)).toBe(figures['sum_of_amount_column']);
    expect(books.settlements).toMatchObject([{ total: 58289, from: '2026-06-16', paidOn: '2026-07-02' }]);
    const types = figures['by_transaction_type'] as Record<string, string>;
    const reserve = ({ kind }: Movement): boolean => kind === 'reserve';
    expect(sumOf(books.movements, reserve)).toBe(types['Transfer']);
    const adjusted = ({ kind }: Movement): boolean => kind === 'compensation';
    expect(sumOf(books.movements, adjusted)).toBe(types['Adjustment']);
    const refunded = ({ order }: Movement): boolean => order === '112-5561209-7742044';
    expect(sumOf(books.movements, refunded)).toBe(types['Refund']);
    expect(problems).toEqual([]);
  });

  it('the transactions have the sums of each column, and say what is deferred', async () => {
    const name = 'date_range_transactions_us_excel_resaved.csv';
    const { books, problems } = await load(name);
    const figures = expected(name);
    expect(books.sources[0]?.rows).toBe(figures['rows']);
    const coded = (code: string) => sumOf(books.movements, (movement) => movement.code === code);
    expect({
      product_sales: coded('product sales'),
      shipping_credits: coded('shipping credits'),
      promotional_rebates: coded('promotional rebates'),
      marketplace_withheld_tax: coded('marketplace withheld tax'),
      other_transaction_fees: coded('Cost of Advertising'),
      other: coded('Subscription'),
      total: sumOf(books.movements),
    }).toEqual(Object.fromEntries(SUMS.map((key) => [key, figures[key]])));
    const deferred = new Set(books.movements.filter(({ final }) => !final).map(({ row }) => row));
    expect(deferred.size).toBe((figures['status'] as Record<string, number>)['Deferred']);
    expect(problems).toEqual([]);
  });

  it('the tax report has the taxable value of one seller’s GSTIN', async () => {
    const name = 'MTR_B2C_full_header.csv';
    const { books, problems } = await load(name);
    const figures = expected(name);
    const own = books.taxLines.filter(({ sellerTaxId }) => sellerTaxId?.startsWith('29'));
    expect([books.taxLines.length, own.length]).toEqual([figures['rows'], figures['own_gstin_rows']]);
    const taxable = own.reduce((sum, line) => sum + line.taxable, 0);
    expect(String(taxable / 100)).toBe(figures['tax_exclusive_gross_sum_own_gstin']);
    expect(problems).toEqual([]);
  });

  it('the India transactions, the orders and the inventory are recognised', async () => {
    const india = await load('date_range_transactions_india.csv');
    expect([sumOf(india.books.movements), india.problems]).toEqual(['450.00', []]);
    const orders = await load('all_orders_flat_file_uk.txt');
    expect(orders.books.orders.map(({ placedOn, status, total }) => [placedOn, status, total])).toEqual([
      ['2026-07-14', 'complete', 2400],
      ['2026-07-31', 'cancelled', 0],
      ['2026-07-20', 'open', 1479],
    ]);
    const inventory = await load('fba_inventory.txt');
    expect(inventory.books.stock.map(({ sku, available, incoming }) => [sku, available, incoming])).toEqual([
      ['MUG-L', 12, 5],
      ['amzn.gr.MUG-S-xyz', 1, 0],
    ]);
  });

  it('every Amazon file is recognised', async () => {
    const { books } = await loadBooks(['amazon'], { cwd: folder ?? '', shop: DEFAULT_SHOP });
    expect(books.sources.map((source) => source.kind).sort()).toEqual([
      'amazon.fba_inventory',
      'amazon.mtr_b2c',
      'amazon.orders',
      'amazon.range',
      'amazon.range',
      'amazon.settlement_v2',
    ]);
  });
});

const SUMS = [
  ...['product_sales', 'shipping_credits', 'promotional_rebates', 'marketplace_withheld_tax'],
  ...['other_transaction_fees', 'other', 'total'],
];
