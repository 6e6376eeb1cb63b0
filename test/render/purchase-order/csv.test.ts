import { describe, expect, it } from 'vitest';
import { orderCsv } from '../../../src/render/purchase-order/csv.ts';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';
import { sampleOrder } from '../../helpers/sample-order.ts';

describe('orderCsv', () => {
  it('has one row for each line, with blanks for what is not known', () => {
    const order = sampleOrder();
    const lines = [...order.lines, { sku: 'SAR-02', quantity: 6, packSize: 4 }];
    expect(orderCsv({ ...order, lines })).toBe(
      [
        'po_number,supplier,supplier_sku,sku,title,quantity,packs,pack_size,unit_price,amount,currency,ordered_on,expected_on',
        'PO-20261122-AJRAKH-HOUSE-1,Ajrakh House,AH-112,KUR-01,Block-print kurta,24,2,12,450.50,10812.00,INR,2026-11-22,2026-12-05',
        'PO-20261122-AJRAKH-HOUSE-1,Ajrakh House,,DUP-BGR,अजरख दुपट्टा,1200,,,125.00,150000.00,INR,2026-11-22,2026-12-05',
        'PO-20261122-AJRAKH-HOUSE-1,Ajrakh House,,SAR-02,,6,,4,,,INR,2026-11-22,2026-12-05',
        '',
      ].join('\n'),
    );
  });

  it('is read back as the same open order', () => {
    const order = sampleOrder();
    const draft = draftOf(orderCsv(order), { currency: 'INR' });
    expect(draft.kind).toBe('ecom.purchase-orders');
    expect(toldBy(draft)).toEqual([]);
    expect(draft.purchases).toEqual(
      order.lines.map(({ sku, quantity, unitPrice }, index) => ({
        file: 'export.csv',
        row: index + 2,
        order: order.number,
        supplier: 'Ajrakh House',
        sku,
        quantity,
        received: 0,
        unitPrice,
        currency: 'INR',
        orderedOn: '2026-11-22',
        expectedOn: '2026-12-05',
        receivedOn: undefined,
        location: undefined,
        closed: false,
      })),
    );
  });

  it('is read back with names that a spreadsheet could run', () => {
    const lines = [{ sku: '=1+1', title: '@SUM(A1)', supplierSku: '-2+3', quantity: 5, unitPrice: 100 }];
    const supplier = { ...sampleOrder().supplier, name: '+cmd|calc, "x"' };
    const text = orderCsv(sampleOrder({ supplier, lines }));
    expect(text.split('\n')[1]).toBe(
      `PO-20261122-AJRAKH-HOUSE-1,"'+cmd|calc, ""x""",'-2+3,'=1+1,'@SUM(A1),5,,,1.00,5.00,INR,2026-11-22,2026-12-05`,
    );
    expect(draftOf(text).purchases).toMatchObject([{ sku: '=1+1', quantity: 5 }]);
  });

  it('writes an order without a day wanted, in a currency without cents, and of an invented shop', () => {
    const text = orderCsv(
      sampleOrder({
        currency: 'JPY',
        wantedBy: undefined,
        lines: [{ sku: 'A', quantity: 2, unitPrice: 300 }],
      }),
      { demo: true },
    );
    expect(text).toMatch(/^# DEMO SHOP/);
    expect(text).toContain(',A,,2,,,300,600,JPY,2026-11-22,\n');
    expect(draftOf(text).purchases).toMatchObject([{ sku: 'A', expectedOn: undefined, unitPrice: 300 }]);
  });
});
