import { describe, expect, it } from 'vitest';
import { books } from '../../helpers/books.ts';
import {
  answerOf,
  costing,
  oneKurta,
  planOf,
  rowsIn,
  selling,
  sold,
  stocked,
  supplier,
} from '../../helpers/restock-books.ts';

describe('orders to suppliers', () => {
  const two = oneKurta(0, {
    orders: [...selling('KRT-101'), ...selling('SAR-301', { perDay: 3 })],
    stock: [stocked('KRT-101', 0), stocked('SAR-301', 0)],
    costs: [costing('KRT-101'), costing('SAR-301')],
    supplierItems: [
      sold('KRT-101', { supplierSku: 'M-1', packSize: 6 }),
      sold('SAR-301', { supplier: 'Amber Home', leadDays: 20 }),
    ],
  });

  it('are one for each supplier, the most profit first, numbered, wanted when his goods can be there', () => {
    expect(
      answerOf(two).orders.map(({ number, wantedBy, lines }) => [number, wantedBy, lines.length]),
    ).toEqual([
      ['PO-20260901-AMBER-HOME-1', '2026-09-21', 1],
      ['PO-20260901-KESAR-WEAVERS-1', '2026-09-11', 1],
    ]);
    expect(answerOf(two).orders[1]?.lines[0]).toMatchObject({
      supplierSku: 'M-1',
      packSize: 6,
      title: 'Kurta KRT-101',
    });
  });

  it('carry the supplier’s currency, and no price in another', () => {
    const items = [
      sold('KRT-101', { price: 300, currency: 'USD' }),
      sold('SAR-301', { price: 20000, currency: 'INR' }),
    ];
    const order = answerOf({ ...two, supplierItems: items }).orders[0];
    const prices = order?.lines.map(({ sku, unitPrice }) => [sku, unitPrice]);
    expect([order?.currency, prices]).toEqual([
      'INR',
      [
        ['SAR-301', 20000],
        ['KRT-101', undefined],
      ],
    ]);
  });

  it('have no amount where nothing says what anything costs, and no letter where nobody is known to sell it', () => {
    const free = { ...two, costs: [], supplierItems: [sold('KRT-101', { price: undefined })] };
    expect(rowsIn(answerOf(free), 'letters')).toMatchObject([{ supplier: 'Kesar Weavers', amount: null }]);
    expect(answerOf(free).orders[0]?.lines[0]?.unitPrice).toBeUndefined();
  });

  it('fill nothing up with what has no price, does not sell, or would last too long', () => {
    const shop = books({
      orders: [...selling('KRT-101'), ...selling('SAR-301'), ...selling('BAG-001'), ...selling('CUS-001')],
      stock: [
        stocked('KRT-101', 8),
        stocked('SAR-301', 40),
        stocked('BAG-001', 150),
        stocked('CUS-001', 45),
        stocked('NIL-1', 4),
      ],
      costs: [costing('KRT-101')],
      suppliers: [supplier({ minimumOrder: 1_000_000 })],
      supplierItems: [
        sold('KRT-101'),
        sold('SAR-301', { price: undefined }),
        sold('BAG-001'),
        sold('CUS-001', { minimumQuantity: 400 }),
        sold('NIL-1'),
      ],
    });
    expect(rowsIn(answerOf(shop), 'letters')[0]).toMatchObject({
      items: 1,
      minimumReached: 'no',
      filledUp: 0,
    });
    expect(planOf(answerOf(shop), 'SAR-301')).toMatchObject({ plannedQuantity: 0 });
  });

  it('are filled up from several products, the soonest due first, until the minimum is reached', () => {
    const shop = oneKurta(8, {
      orders: [...selling('KRT-101'), ...selling('SAR-301'), ...selling('BAG-001'), ...selling('CUS-001')],
      stock: [stocked('KRT-101', 8), stocked('SAR-301', 60), stocked('BAG-001', 50), stocked('CUS-001', 70)],
      costs: ['KRT-101', 'SAR-301', 'BAG-001', 'CUS-001'].map((sku) => costing(sku)),
      suppliers: [supplier({ minimumOrder: 2_500_000 })],
      supplierItems: ['KRT-101', 'SAR-301', 'BAG-001', 'CUS-001'].map((sku) => sold(sku)),
    });
    const plan = answerOf(shop);
    expect(rowsIn(plan, 'letters')[0]).toMatchObject({ minimumReached: 'yes', filledUp: 2 });
    expect(planOf(plan, 'BAG-001')['plannedQuantity']).toBe(70);
    expect(planOf(plan, 'CUS-001')['plannedQuantity']).toBe(0);
  });
});
