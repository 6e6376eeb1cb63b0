import { describe, expect, it } from 'vitest';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';

describe('every TikTok Shop export', () => {
  it.each(['tiktok-orders', 'tiktok-orders-indonesia'])(
    '%s.csv is read as its golden books say',
    async (name) => {
      const loaded = await loadFixtures('exports', [`${name}.csv`]);
      expect(loaded.books.sources.map((source) => source.kind)).toEqual(['tiktok.orders']);
      await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/${name}.books.json`));
    },
  );
});
