import { describe, expect, it } from 'vitest';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';

const INDIA = { country: 'IN', pricesIncludeTax: true } as const;

describe('every Shopify export', () => {
  it.each([
    ['shopify-orders', 'shopify.orders'],
    ['shopify-orders-excel', 'shopify.orders'],
    ['shopify-products', 'shopify.products'],
    ['shopify-products-2026', 'shopify.products'],
    ['shopify-inventory', 'shopify.inventory'],
    ['shopify-inventory-2026', 'shopify.inventory'],
    ['shopify-inventory-wide', 'shopify.inventory'],
    ['shopify-customers', 'shopify.customers'],
    ['shopify-payments', 'shopify.payments'],
    ['shopify-payouts', 'shopify.payouts'],
  ])('%s.csv is read as its golden books say', async (name, kind) => {
    const loaded = await loadFixtures('exports', [`${name}.csv`], INDIA);
    expect(loaded.books.sources.map((source) => source.kind)).toEqual([kind]);
    await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/${name}.books.json`));
  });
});
