import { describe, expect, it } from 'vitest';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';

describe('every Stripe export', () => {
  it.each([
    ['stripe-payments', 'stripe.payments'],
    ['stripe-payments-reduced', 'stripe.payments_reduced'],
    ['stripe-balance', 'stripe.balance'],
    ['stripe-activity', 'stripe.activity'],
  ])('%s.csv is read as its golden books say', async (name, kind) => {
    const loaded = await loadFixtures('exports', [`${name}.csv`]);
    expect(loaded.books.sources.map((source) => source.kind)).toEqual([kind]);
    await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/${name}.books.json`));
  });
});
