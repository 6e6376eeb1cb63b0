import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';
import { sharedPath } from '../../helpers/shared.ts';

describe('every Square export', () => {
  it.each([
    ['square-transactions', 'square.transactions'],
    ['square-items', 'square.items'],
  ])('%s.csv is read as its golden books say', async (name, kind) => {
    const loaded = await loadFixtures('exports', [`${name}.csv`], { country: 'IN' });
    expect(loaded.books.sources.map((source) => source.kind)).toEqual([kind]);
    await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/${name}.books.json`));
  });

  it('of one till tells of each sale once: its items, and the tip that only the transactions know', async () => {
    const { books } = await loadFixtures('exports', ['square-items.csv', 'square-transactions.csv']);
    expect(books.orders.map(({ id, total, lines }) => [id, total, lines.map(({ kind }) => kind)])).toEqual([
      ['TXA1', 5395, ['product', 'product', 'tip']],
      ['TXB2', 1960, ['product']],
      ['TXC3', 14371, ['product', 'fee']],
    ]);
    const refunds = books.movements.filter(({ kind }) => kind === 'refund');
    expect(refunds.map(({ sku, amount }) => [sku, amount])).toEqual([
      ['DUP-AJR', -1764],
      [undefined, -1000],
    ]);
  });
});

const folder = sharedPath('exports');

describe.skipIf(folder === undefined)('the Square sample, when the reference material is there', () => {
  it('has its sales, fees and refund', async () => {
    const { books, problems } = await loadBooks(['square'], { cwd: folder ?? '', shop: DEFAULT_SHOP });
    expect(books.orders.map(({ id, total, tax, discount }) => [id, total, tax, discount])).toEqual([
      ['SQA1x', 3116, 216, 300],
      ['SQB2y', 1296, 96, 0],
    ]);
    expect(books.movements.map(({ kind, amount, order }) => [kind, amount, order])).toEqual([
      ['payment_fee', -93, 'SQA1x'],
      ['payment_fee', -46, 'SQB2y'],
      ['refund', -1296, 'SQB2y'],
      ['charge', 3116, 'SQA1x'],
      ['charge', 1296, 'SQB2y'],
    ]);
    expect(problems).toEqual([]);
  });
});
