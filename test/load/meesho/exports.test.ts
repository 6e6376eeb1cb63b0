import { describe, expect, it } from 'vitest';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';

describe('every Meesho export', () => {
  it.each([
    ['meesho-orders', 'meesho.orders'],
    ['meesho-payments', 'meesho.payments'],
    ['meesho-ads', 'meesho.ads'],
    ['meesho-referrals', 'meesho.referrals'],
    ['meesho-compensation', 'meesho.compensation'],
    ['meesho-tcs-sales', 'meesho.tcs_sales'],
    ['meesho-tcs-returns', 'meesho.tcs_returns'],
    ['meesho-tax-invoices', 'meesho.tax_invoices'],
  ])('%s.csv is read as its golden books say', async (name, kind) => {
    const loaded = await loadFixtures('exports', [`${name}.csv`], { country: 'IN', pricesIncludeTax: true });
    expect(loaded.books.sources.map((source) => source.kind)).toEqual([kind]);
    await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/${name}.books.json`));
  });
});
