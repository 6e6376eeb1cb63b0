import { describe, expect, it } from 'vitest';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';

describe('every Magento export', () => {
  it.each([
    ['magento-orders', 'magento.orders'],
    ['magento-products', 'magento.products'],
  ])('%s.csv is read as its golden books say', async (name, kind) => {
    const loaded = await loadFixtures('exports', [`${name}.csv`]);
    expect(loaded.books.sources.map((source) => source.kind)).toEqual([kind]);
    await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/${name}.books.json`));
  });
});
