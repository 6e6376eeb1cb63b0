import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { sumOf } from '../../helpers/draft-of.ts';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';
import { sharedPath } from '../../helpers/shared.ts';

describe('every eBay export', () => {
  it.each([
    ['ebay-transactions', 'ebay.transactions'],
    ['ebay-orders', 'ebay.orders'],
    ['ebay-orders-uk', 'ebay.orders'],
  ])('%s.csv is read as its golden books say', async (name, kind) => {
    const loaded = await loadFixtures('exports', [`${name}.csv`], { country: 'IN' });
    expect(loaded.books.sources.map((source) => source.kind)).toEqual([kind]);
    await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/${name}.books.json`));
  });

  it('of one shop tells of each sale once, whichever report holds it', async () => {
    const { books } = await loadFixtures('exports', ['ebay-orders.csv', 'ebay-transactions.csv']);
    expect(books.orders.map(({ id, total, file }) => [id, total, file])).toEqual([
      ['21-00001-00001', 4200, 'ebay-orders.csv'],
      ['21-00001-00002', 11000, 'ebay-orders.csv'],
      ['1003', 2400, 'ebay-orders.csv'],
      ['21-00001-00004', 6268, 'ebay-transactions.csv'],
    ]);
  });
});

const folder = sharedPath('exports');

describe.skipIf(folder === undefined)('the eBay sample, when the reference material is there', () => {
  it('has the nets of its rows, and the tax that eBay collects comes to nothing', async () => {
    const { books, problems } = await loadBooks(['ebay'], { cwd: folder ?? '', shop: DEFAULT_SHOP });
    const byRow = [6, 7, 8, 9].map((row) => sumOf(books.movements, (movement) => movement.row === row));
    expect(byRow).toEqual(['21.46', '-4.10', '-1.50', '15.86']);
    expect(sumOf(books.movements, ({ kind }) => kind !== 'payout')).toBe('15.86');
    expect(sumOf(books.movements, ({ kind }) => kind === 'tax_collected')).toBe('0.00');
    expect(books.settlements).toMatchObject([{ id: 'P2', total: 1586, paidOn: '2026-09-22' }]);
    expect(books.orders).toMatchObject([{ id: '12-00000-00001', total: 2500, country: 'US', region: 'CA' }]);
    expect(problems).toEqual([]);
  });
});
