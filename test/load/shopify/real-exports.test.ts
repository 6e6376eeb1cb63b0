import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decimalText } from '../../../src/domain/money.ts';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks, type Loaded } from '../../../src/load/load-books.ts';
import { sharedPath } from '../../helpers/shared.ts';

const folder = sharedPath('exports');
const expected = (name: string): Record<string, unknown> => {
  const all = JSON.parse(readFileSync(`${folder}/EXPECTED.json`, 'utf8')) as Record<string, object>;
  return { ...all[`shopify/${name}`] };
};
const load = (name: string): Promise<Loaded> =>
  loadBooks([`shopify/${name}`], { cwd: folder ?? '', shop: DEFAULT_SHOP });

function orderFigures({ books }: Loaded): Record<string, unknown> {
  const [source] = books.sources;
  const totals = source?.totals;
  const money = (amount: number | undefined): string => decimalText(amount ?? 0, totals?.currency ?? '');
  return {
    rows: source?.rows,
    orders: totals?.orders,
    units: totals?.units,
    currency: totals?.currency,
    subtotal: money(totals?.subtotal),
    shipping: money(totals?.shipping),
    taxes: money(totals?.tax),
    discount: money(totals?.discount),
    total: money(totals?.total),
    refunded: money(totals?.refunded),
    identity_mismatches: totals?.mismatches,
  };
}

describe.skipIf(folder === undefined)('exports of real shops, when the reference material is there', () => {
  it.each(['orders_export_us_300orders.csv', 'orders_export_cod_pk.csv'])(
    '%s has the figures that were computed independently',
    async (name) => {
      const { financial_status: statuses, ...figures } = expected(name);
      const loaded = await load(name);
      expect(orderFigures(loaded)).toMatchObject(figures);
      const counts: Record<string, number> = {};
      for (const { payment } of loaded.books.orders) counts[payment] = (counts[payment] ?? 0) + 1;
      const { partially_refunded: part, ...plain } = statuses as Record<string, number>;
      expect(counts).toEqual(part === undefined ? plain : { ...plain, part_refunded: part });
      expect(loaded.problems).toEqual([]);
    },
  );

  it('the demo catalogue has its variants and its stock', async () => {
    const { books, problems } = await load('products_export_eur_demo.csv');
    const figures = expected('products_export_eur_demo.csv');
    expect(books.sources[0]?.rows).toBe(figures['rows']);
    expect(new Set(books.products.map((product) => product.handle)).size).toBe(figures['handles']);
    expect(books.products.filter((product) => product.price !== undefined)).toHaveLength(
      Number(figures['variants_with_price']),
    );
    const available = books.stock.reduce((sum, level) => sum + (level.available ?? 0), 0);
    expect(String(available)).toBe(figures['inventory_qty_sum']);
    expect(problems).toEqual([]);
  });

  it('the inventory has everything on hand, though no variant has a SKU', async () => {
    const { books, problems } = await load('inventory_export_locations_2023.csv');
    const figures = expected('inventory_export_locations_2023.csv');
    expect(books.sources[0]?.rows).toBe(figures['rows']);
    const onHand = books.stock.reduce((sum, level) => sum + (level.onHand ?? 0), 0);
    expect(String(onHand)).toBe(figures['on_hand_sum']);
    expect(problems).toEqual([]);
  });

  it('payments add up to their net', async () => {
    const { books, problems } = await load('payment_transactions_export_usd.csv');
    const figures = expected('payment_transactions_export_usd.csv');
    const sum = (kinds: readonly string[]): string =>
      decimalText(
        books.movements
          .filter((movement) => kinds.includes(movement.kind))
          .reduce((all, movement) => all + movement.amount, 0),
        'USD',
      );
    expect(sum(['charge'])).toBe(figures['amount']);
    expect(sum(['payment_fee'])).toBe(`-${String(figures['fee'])}`);
    expect(sum(['charge', 'payment_fee'])).toBe(figures['net']);
    expect(problems).toEqual([]);
  });

  it('every Shopify file is recognised and gives records', async () => {
    const { books } = await loadBooks(['shopify'], { cwd: folder ?? '', shop: DEFAULT_SHOP });
    expect(books.sources.map((source) => source.kind)).toEqual([
      'shopify.customers',
      'shopify.inventory',
      'shopify.orders',
      'shopify.orders',
      'shopify.payments',
      'shopify.payouts',
      'shopify.products',
      'shopify.products',
    ]);
    expect(books.sources.every((source) => source.records > 0)).toBe(true);
  });
});
