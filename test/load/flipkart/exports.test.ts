import { describe, expect, it } from 'vitest';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';

describe('every Flipkart export', () => {
  it.each([
    ['flipkart-orders', 'flipkart.orders'],
    ['flipkart-sales', 'flipkart.sales'],
    ['flipkart-cashback', 'flipkart.cashback'],
    ['flipkart-settlement', 'flipkart.settlement'],
    ['flipkart-other-payments', 'flipkart.other_payments'],
    ['flipkart-earn-more', 'flipkart.earn_more'],
    ['flipkart-earn-more-skus', 'flipkart.earn_more_skus'],
    ['flipkart-listings', 'flipkart.listings'],
  ])('%s.csv is read as its golden books say', async (name, kind) => {
    const loaded = await loadFixtures('exports', [`${name}.csv`], { country: 'IN', pricesIncludeTax: true });
    expect(loaded.books.sources.map((source) => source.kind)).toEqual([kind]);
    await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/${name}.books.json`));
  });
});
