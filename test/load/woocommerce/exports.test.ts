import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/domain/books.ts';
import { decimalText } from '../../../src/domain/money.ts';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';
import { sharedPath } from '../../helpers/shared.ts';

describe('every WooCommerce export', () => {
  it.each([
    ['woocommerce-webtoffee.csv', 'woo.webtoffee'],
    ['woocommerce-webtoffee-newer.csv', 'woo.webtoffee'],
    ['woocommerce-advanced.csv', 'woo.algol'],
    ['woocommerce-analytics.csv', 'woo.analytics'],
    ['woocommerce-products.csv', 'woo.products'],
    ['woocommerce-products-german.csv', 'woo.products'],
    ['woocommerce-products-russian.csv', 'woo.products'],
    ['woocommerce-tax-rates.csv', 'woo.tax_rates'],
    ['woocommerce-coupons.csv', 'woo.coupons'],
    ['woocommerce-orders.json', 'woo.orders_json'],
    ['woocommerce-products.json', 'woo.products_json'],
  ])('%s is read as its golden books say', async (name, kind) => {
    const loaded = await loadFixtures('exports', [name]);
    expect(loaded.books.sources.map((source) => source.kind)).toEqual([kind]);
    const golden = name
      .replace(/\.csv$/, '.books.json')
      .replace(/(orders|products)\.json$/, '$1-json.books.json');
    await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/${golden}`));
  });
});

interface Figures {
  readonly orders?: number;
  readonly order_totals?: Record<string, string>;
  readonly line_items?: Record<string, number>;
  readonly refund_items?: Record<string, string>;
  readonly rows?: number;
  readonly types?: Record<string, number>;
}

const folder = sharedPath('exports');
const load = (name: string) => loadBooks([`woocommerce/${name}`], { cwd: folder ?? '', shop: DEFAULT_SHOP });

describe.skipIf(folder === undefined)(
  'real WooCommerce samples, when the reference material is there',
  () => {
    const expected = (name: string): Figures => {
      const all = JSON.parse(readFileSync(`${folder}/EXPECTED.json`, 'utf8')) as Record<string, Figures>;
      const figures = all[`woocommerce/${name}`];
      if (figures === undefined) throw new Error(`no figures for ${name}`);
      return figures;
    };

    it('the order sample has the totals, lines and refunds that were computed independently', async () => {
      const { books, problems } = await load('webtoffee_Sample_Order.csv');
      const figures = expected('webtoffee_Sample_Order.csv');
      const byId = (value: (order: Order) => unknown) =>
        Object.fromEntries(books.orders.map((order) => [order.id, value(order)]));
      expect(books.orders.length).toBe(figures.orders);
      expect(byId((order) => decimalText(order.total, order.currency))).toEqual(figures.order_totals);
      expect(byId((order) => order.lines.filter((line) => line.kind === 'product').length)).toEqual(
        figures.line_items,
      );
      expect(
        Object.fromEntries(books.movements.map((one) => [one.order, decimalText(-one.amount, one.currency)])),
      ).toEqual(figures.refund_items);
      expect(books.sources[0]?.totals?.mismatches).toBe(0);
      expect(problems).toEqual([]);
    });

    it('the product sample gives every product that can be sold, but no covers', async () => {
      const { books } = await load('wc_core_sample_products.csv');
      const { rows, types } = expected('wc_core_sample_products.csv');
      expect(books.sources[0]?.rows).toBe(rows);
      const covers = (types?.['variable'] ?? 0) + (types?.['grouped'] ?? 0);
      expect(books.products.length).toBe((rows ?? 0) - covers);
    });

    it.each(['webtoffee_Sample_Coupon.csv', 'wc_core_sample_tax_rates.csv'])(
      '%s is known, with a note that no figure needs it',
      async (name) => {
        expect((await load(name)).problems).toMatchObject([{ code: 'not-counted', severity: 'note' }]);
      },
    );
  },
);
