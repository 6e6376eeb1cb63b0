import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Movement } from '../../../src/domain/books.ts';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { sumOf } from '../../helpers/draft-of.ts';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';
import { sharedPath } from '../../helpers/shared.ts';

describe('every Etsy export', () => {
  it.each([
    ['etsy-items', 'etsy.items'],
    ['etsy-items-spanish', 'etsy.items'],
    ['etsy-orders', 'etsy.orders'],
    ['etsy-statement', 'etsy.statement'],
    ['etsy-statement-german', 'etsy.statement'],
    ['etsy-listings', 'etsy.listings'],
  ])('%s.csv is read as its golden books say', async (name, kind) => {
    const loaded = await loadFixtures('exports', [`${name}.csv`], { country: 'IN' });
    expect(loaded.books.sources.map((source) => source.kind)).toEqual([kind]);
    await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/${name}.books.json`));
  });

  it('of one shop tells of each sale once, with its products and what was given back', async () => {
    const { books } = await loadFixtures('exports', [
      'etsy-items.csv',
      'etsy-orders.csv',
      'etsy-statement.csv',
    ]);
    expect(books.orders.map(({ id, total, refunded, lines }) => [id, total, refunded, lines.length])).toEqual(
      [
        ['3700000001', 314900, undefined, 1],
        ['3700000002', 540000, 90000, 2],
        ['3700000003', 162000, undefined, 2],
        ['3700000004', 420000, undefined, 0],
      ],
    );
  });

  it('of a statement alone gives sales without the tax that Etsy passes on', async () => {
    const { books } = await loadFixtures('exports', ['etsy-statement.csv']);
    expect(books.orders.map(({ id, total, tax }) => [id, total, tax])).toEqual([
      ['3700000002', 540000, 0],
      ['3700000001', 314900, 0],
    ]);
    expect(sumOf(books.movements, ({ kind }) => kind === 'tax_collected')).toBe('0.00');
  });
});

interface Figures {
  readonly rows: number;
  readonly net_sum_excluding_deposit: string;
  readonly by_type: Readonly<Record<string, string>>;
  readonly deposit_amount_in_title: string;
}

const folder = sharedPath('exports');
const load = (name: string) => loadBooks([`etsy/${name}`], { cwd: folder ?? '', shop: DEFAULT_SHOP });

describe.skipIf(folder === undefined)('Etsy samples, when the reference material is there', () => {
  it('the statement has the sums that were computed independently', async () => {
    const { books, problems } = await load('etsy_statement_usd.csv');
    const all = JSON.parse(readFileSync(`${folder}/EXPECTED.json`, 'utf8')) as Record<string, Figures>;
    const figures = all['etsy/etsy_statement_usd.csv'];
    const types = readFileSync(`${folder}/etsy/etsy_statement_usd.csv`, 'utf8')
      .split('\n')
      .map((line) => /^"[^"]*",(\w+),/.exec(line)?.[1]);
    const typeOf = ({ row }: Movement): string => types[row - 1] ?? '';
    expect(books.sources[0]?.rows).toBe(figures?.rows);
    expect(sumOf(books.movements, ({ kind }) => kind !== 'payout')).toBe(figures?.net_sum_excluding_deposit);
    for (const [type, sum] of Object.entries(figures?.by_type ?? {}))
      expect([type, sumOf(books.movements, (one) => typeOf(one) === type)]).toEqual([type, sum]);
    expect(sumOf(books.movements, ({ kind }) => kind === 'payout')).toBe(figures?.deposit_amount_in_title);
    expect(problems.map(({ severity, line }) => [severity, line])).toEqual([
      ['warning', 22],
      ['note', 24],
    ]);
  });

  it('equal fees of one day all count', async () => {
    const { books } = await load('etsy_statement_usd.csv');
    expect(books.movements.filter(({ title }) => title === 'Handmade Mug')).toHaveLength(2);
  });

  it('the sold items are orders with the discount of the order taken once', async () => {
    const { books, problems } = await load('EtsySoldOrderItems2026-9.csv');
    expect(books.orders.map(({ id, placedOn, total, discount }) => [id, placedOn, total, discount])).toEqual([
      ['3812345671', '2026-09-24', 1600, 0],
      ['3812345672', '2026-09-22', 3200, 800],
      ['3812345600', '2026-08-03', 2050, 0],
    ]);
    expect(problems).toEqual([]);
  });

  it('the listings are products with their stock', async () => {
    const { books, problems } = await load('EtsyListingsDownload.csv');
    expect(books.products.map(({ sku, price }) => [sku, price])).toEqual([
      ['FERN-1', 1600],
      [undefined, 2000],
      [undefined, 2600],
    ]);
    expect(books.stock.map(({ available }) => available)).toEqual([5, 3, 4]);
    expect(problems).toEqual([]);
  });
});
