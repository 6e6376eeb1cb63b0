import { describe, expect, it } from 'vitest';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';

describe('every Amazon export', () => {
  it.each([
    ['amazon-settlement.txt', 'amazon.settlement_v2'],
    ['amazon-settlement-germany.txt', 'amazon.settlement_v2'],
    ['amazon-range-india.csv', 'amazon.range'],
    ['amazon-range-us-old.csv', 'amazon.range'],
    ['amazon-range-germany.csv', 'amazon.range'],
    ['amazon-range-japan.csv', 'amazon.range'],
    ['amazon-orders.txt', 'amazon.orders'],
    ['amazon-fba-inventory.txt', 'amazon.fba_inventory'],
    ['amazon-fba-returns.txt', 'amazon.returns'],
    ['amazon-fee-preview.txt', 'amazon.fee_preview'],
    ['amazon-mtr-b2c.csv', 'amazon.mtr_b2c'],
    ['amazon-mtr-b2b.csv', 'amazon.mtr_b2b'],
  ])('%s is read as its golden books say', async (file, kind) => {
    const loaded = await loadFixtures('exports', [file]);
    expect(loaded.books.sources.map((source) => source.kind)).toEqual([kind]);
    const golden = fixturePath(`exports/${file.replace(/\.\w+$/, '')}.books.json`);
    await expect(goldenText(loaded)).toMatchFileSnapshot(golden);
  });
});
