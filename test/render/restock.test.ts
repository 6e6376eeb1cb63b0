import { describe, expect, it } from 'vitest';
import type { Books } from '../../src/domain/books.ts';
import { plainRestock, restockAdvice } from '../../src/narrate/summary-restock.ts';
import { restockDocument, type RestockSurroundings } from '../../src/render/restock.ts';
import { renderText } from '../../src/render/text.ts';
import type { RestockOptions } from '../../src/reports/restock/options.ts';
import { books } from '../helpers/books.ts';
import {
  answerOf,
  costing,
  oneKurta,
  purchase,
  selling,
  shelf,
  sold,
  stocked,
  supplier,
} from '../helpers/restock-books.ts';

function page(
  of: Books,
  options: Partial<RestockOptions> = {},
  around: Partial<RestockSurroundings> & { readonly tone?: 'owner' | 'message' } = {},
): string {
  const { tone = 'owner', ...rest } = around;
  const answer = answerOf(of, options);
  const narrative = plainRestock(answer, { lang: 'en', tone });
  const document = restockDocument(answer, {
    ...{ narrative, advice: restockAdvice(answer, 'en'), sources: [], errors: 0, overstock: false },
    ...rest,
  });
  return renderText(document, { width: 80 });
}

const SKUS = ['KRT-101', 'SAR-301', 'BAG-001', 'DEAD-1'];
const SHOP = oneKurta(0, {
  orders: [
    ...selling('KRT-101', { days: 210 }),
    ...selling('SAR-301', { perDay: 2, days: 20 }),
    ...selling('BAG-001'),
    ...selling('DEAD-1', { days: 5, until: 200 }),
  ],
  stock: [stocked('KRT-101', 4), stocked('SAR-301', 0), stocked('BAG-001', 44), stocked('DEAD-1', 30)],
  costs: SKUS.map((sku) => costing(sku)),
  supplierItems: [sold('KRT-101', { packSize: 6 }), sold('SAR-301'), sold('BAG-001')],
});

describe('restockDocument', () => {
  it('shows what to order, what to do besides, the promise, letters and what not to buy', () => {
    expect(page(SHOP)).toMatchInlineSnapshot(`
      "Restock · Tarang Textiles · as of 1 Sep 2026                                 INR

        2 of 4 products need ordering now; ₹21,479 of profit is at risk. Ordering all
        of it costs ₹19,800, which saves ₹21,414 of it. 2 products are sold out before
        an order placed today can arrive, which costs about ₹5,971 in any case:
        SAR-301 and KRT-101.

        SKU        on hand  sells/day  runs out  order  packs       cost      saves
        SAR-301 ?        0        1.4  out !        57         11,400.00  12,886.66
        KRT-101          4        1.0  5 Sep !      42  7 × 6   8,400.00   8,526.95
        ! sold out before an order placed today can arrive
        ? less than four weeks of history

        Besides
        · Order SAR-301 and KRT-101 first, and ask whether it can come sooner.

        · Promised service 94.2 % · 100.0 % achieved in a replay of past days
        · Letters: 1 supplier (Kesar Weavers) → add -o orders/
        · Do not buy: 1 product with 6,000.00 tied up for over 26 weeks (--overstock)

        sales known up to 31 Aug 2026, from 0 files · saves: net price − cost of
        pieces that would be short
        Summary: built-in. 7 of 7 figures traced.
      "
    `);
  });

  it('shows what a budget buys and what it leaves out', () => {
    expect(page(SHOP, { budget: 500_000 })).toMatchInlineSnapshot(`
      "Restock · Tarang Textiles · as of 1 Sep 2026                                 INR

        2 of 4 products need ordering now; ₹21,479 of profit is at risk. With ₹5,000
        order 2 products for ₹5,000, which saves ₹7,475 of it. 2 products are sold out
        before an order placed today can arrive, which costs about ₹5,971 in any case:
        SAR-301 and KRT-101.

        SKU        on hand  sells/day  runs out  order  packs      cost     saves
        SAR-301 ?        0        1.4  out !        19         3,800.00  5,680.97
        KRT-101          4        1.0  5 Sep !       6  1 × 6  1,200.00  1,794.00
        ! sold out before an order placed today can arrive
        ? less than four weeks of history

        · left out: SAR-301 (in part) – needs 7,600.00 more; gives up 7,205.69, runs
          out 1 Sep
        · left out: KRT-101 (in part) – needs 7,200.00 more; gives up 6,732.95, runs
          out 5 Sep

        Besides
        · Order SAR-301 and KRT-101 first, and ask whether it can come sooner.

        · Promised service 94.2 % · 100.0 % achieved in a replay of past days
        · Letters: 1 supplier (Kesar Weavers) → add -o orders/
        · Do not buy: 1 product with 6,000.00 tied up for over 26 weeks (--overstock)

        sales known up to 31 Aug 2026, from 0 files · saves: net price − cost of
        pieces that would be short
        Summary: built-in. 9 of 9 figures traced.
      "
    `);
  });

  it('lists what not to buy when asked', () => {
    const text = page(SHOP, {}, { overstock: true });
    expect(text).toMatch(/DEAD-1 +30 +6,000.00 +dead +199 days/);
    expect(text).not.toContain('(--overstock)');
  });

  it('shows stock by location and what to move', () => {
    const stock = [
      stocked('KRT-101', 90, { location: 'Jaipur' }),
      stocked('KRT-101', 0, { location: 'Pune' }),
    ];
    const text = page(oneKurta(0, { stock }), { byLocation: true });
    expect(text).toMatch(/KRT-101 +Jaipur +90/);
    expect(text).toMatch(/move \d+ KRT-101 from Jaipur to Pune/);
  });

  it('says where letters lie, what was left out of the files, and that lead times were learned', () => {
    const text = page(SHOP, {}, { letters: 'orders/', errors: 1, sources: [] });
    expect(text).toContain('Letters: 1 supplier (Kesar Weavers) → orders/');
    expect(text.replace(/\s+/g, ' ')).toContain('1 row or file left out (ecom check)');
    expect(page(SHOP, {}, { errors: 2 })).toContain('2 rows or files left');
  });

  it('marks what fills up an order, and what is not known', () => {
    const filled = { ...SHOP, suppliers: [supplier({ minimumOrder: 2_100_000 })] };
    expect(page(filled)).toContain('+ added to reach the supplier’s minimum order');
    const unknown = books({ orders: selling('KRT-101'), stock: [stocked('KRT-101', 0)] });
    expect(page(unknown)).toMatch(/KRT-101 +0 .* out ! +\d+ +not known +not known/);
    expect(page(unknown, { budget: 1000 })).toContain('its price is not known');
  });

  it('is a line when there is nothing to order, and short as a message', () => {
    expect(page(oneKurta(60))).toContain('None of 1 products needs ordering now.');
    expect(page(SHOP, {}, { tone: 'message' })).not.toContain('Besides');
    expect(page(books({}))).toContain('No sale before today');
  });

  it('says what cannot be told yet, of two suppliers and of stock without a cost', () => {
    const young = oneKurta(0, {
      orders: [...selling('KRT-101', { days: 20 }), ...selling('SAR-301', { days: 20 })],
      stock: [stocked('KRT-101', 1), stocked('SAR-301', 1), stocked('OLD-1', 9), stocked('OLD-2', 9)],
      stockHistory: ['OLD-1', 'OLD-2'].flatMap((sku) => [
        shelf('2026-01-01', sku, 9),
        shelf('2026-08-31', sku, 9),
      ]),
      supplierItems: [sold('KRT-101'), sold('SAR-301', { supplier: 'Amber Home' })],
      purchases: [3, 4, 5].map((day) => ({
        ...purchase({ order: `PO-${day}`, received: 20, orderedOn: '2026-08-01' }),
        receivedOn: `2026-08-0${day}`,
      })),
    });
    const file = { file: 'a', kind: 'k', label: 'l', rows: 1, records: 1, duplicates: 0 };
    const text = page(young, {}, { sources: [file] });
    expect(text).toContain('lead times from 3 received');
    expect(text).toContain('Promised service 96.0 % · not yet to be told: too little history');
    expect(text).toContain('Letters: 2 suppliers (');
    expect(text).toContain('from 1 file');
    const old = { ...young, orders: selling('KRT-101', { days: 300 }) };
    expect(page(old)).toContain('Do not buy: 2 products with not known tied up');
  });

  it('leaves a long list to --json', () => {
    const many = Array.from({ length: 30 }, (_, index) => `SKU-${String(index).padStart(2, '0')}`);
    const shop = books({
      orders: many.flatMap((sku) => selling(sku, { days: 60 })),
      stock: many.map((sku) => stocked(sku, 0)),
      costs: many.map((sku) => costing(sku)),
    });
    expect(page(shop)).toContain('and 5 more (--json)');
    expect(page(shop, { budget: 100 })).toContain('and 25 more (--json)');
    const full = { ...shop, stock: many.map((sku) => stocked(sku, 900)) };
    expect(page(full, {}, { overstock: true })).toContain('and 5 more (--json)');
    const places = many.flatMap((sku) => [
      stocked(sku, 90, { location: 'A' }),
      stocked(sku, 0, { location: 'B' }),
    ]);
    expect(page({ ...shop, stock: places }, { byLocation: true })).toContain('and 35 more (--json)');
    expect(page({ ...shop, stockHistory: [shelf('2026-08-01', 'SKU-00', 3)] })).toContain('Restock');
  });
});
