import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { sharedPath } from '../../helpers/shared.ts';

const folder = sharedPath('exports/flipkart');
const load = (name: string) => loadBooks([name], { cwd: folder ?? '', shop: DEFAULT_SHOP });

describe.skipIf(folder === undefined)(
  'Flipkart files of others, when the reference material is there',
  () => {
    it('an order has its id without the apostrophe, its invoice as total, and the tax that its rate puts inside', async () => {
      const { books, problems } = await load('orders_ready_to_dispatch.csv');
      expect(books.sources.map(({ kind }) => kind)).toEqual(['flipkart.orders']);
      expect(books.orders).toMatchObject([
        { id: 'OD438462135749739100', placedOn: '2026-08-26', total: 42800, tax: 2038, taxIncluded: true },
      ]);
      expect(problems).toEqual([]);
    });

    it('a listing file of 75 columns gives its products and their stock', async () => {
      const { books, problems } = await load('listing_export_fixture.xlsx');
      expect(books.sources.map(({ kind }) => kind)).toEqual(['flipkart.listings']);
      expect(books.products.map(({ sku, price, compareAt }) => [sku, price, compareAt])).toEqual([
        ['FK-SKU-1', 49900, 99900],
        ['FK-SKU-2', 49900, 99900],
        ['FK-SKU-4', 49900, 99900],
        ['FK-SKU-999', 49900, 99900],
      ]);
      expect(books.stock.map(({ available }) => available)).toEqual([10, 10, 10, 10]);
      expect(problems).toEqual([]);
    });
  },
);
