import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';
import { sharedPath } from '../../helpers/shared.ts';

const sample = sharedPath('exports/tiktok_temu/temu_settled_zh.xlsx');

describe('every Temu export', () => {
  it.each([
    ['temu-orders', ['temu-orders.csv'], ['temu.orders']],
    ['temu-settled', ['temu-settled.csv', 'temu-orders-chinese.csv'], ['temu.orders', 'temu.settled']],
    ['temu-entries', ['temu-entries.csv'], ['temu.entries']],
  ])('%s is read as its golden books say', async (name, files, kinds) => {
    const loaded = await loadFixtures('exports', files);
    expect(loaded.books.sources.map((source) => source.kind)).toEqual(kinds);
    await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/${name}.books.json`));
  });

  it.skipIf(sample === undefined)('of a real shop is recognised, and its rows wait for dates', async () => {
    const { books, problems } = await loadBooks([sample ?? ''], { cwd: '/', shop: DEFAULT_SHOP });
    expect(books.sources.map(({ kind }) => kind)).toEqual(['temu.settled']);
    expect(problems.map(({ message }) => message)).toEqual([
      '38 rows have no date, and no file says when the orders were placed – left out',
    ]);
  });
});
