import type { OrderLetter } from '../../src/domain/order-letter.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '../../src/domain/purchase-order.ts';

/** An order of two lines, one of them without a pack or a code of the supplier's. */
export function sampleOrder(over: Partial<PurchaseOrder> = {}): PurchaseOrder {
  return {
    number: 'PO-20261122-AJRAKH-HOUSE-1',
    supplier: {
      name: 'Ajrakh House',
      email: 'orders@ajrakh.example',
      contact: 'Ramesh Gupta',
      address: '4 Dyers Lane\nBhuj 370001',
      file: 'suppliers.csv',
      row: 2,
    },
    currency: 'INR',
    orderedOn: '2026-11-22',
    wantedBy: '2026-12-05',
    buyer: 'Tarang Textiles',
    deliveryAddress: 'Tarang Textiles\n12 MG Road\nPune 411001',
    lines: [
      {
        sku: 'KUR-01',
        title: 'Block-print kurta',
        supplierSku: 'AH-112',
        quantity: 24,
        packSize: 12,
        unitPrice: 45_050,
      },
      { sku: 'DUP-BGR', title: 'अजरख दुपट्टा', quantity: 1_200, unitPrice: 12_500 },
    ],
    ...over,
  };
}

export function sampleLetter(over: Partial<OrderLetter> = {}): OrderLetter {
  return {
    source: 'built-in',
    lang: 'en',
    greeting: 'Dear Ramesh Gupta,',
    opening: 'We would like to place the following order with you.',
    closing: 'Please confirm the order by reply.\n\nKind regards,',
    ...over,
  };
}

/** As many lines as wanted, no two alike. */
export function manyLines(count: number): readonly PurchaseOrderLine[] {
  return Array.from({ length: count }, (_, index) => ({
    sku: `SKU-${String(index + 1).padStart(4, '0')}`,
    title: index % 7 === 0 ? 'हाथ से छपा सूती कुर्ता, लंबी आस्तीन' : `Cotton kurta, print ${index + 1}`,
    supplierSku: index % 3 === 0 ? `S-${index}` : undefined,
    quantity: (index % 9) * 12 + 12,
    packSize: 12,
    unitPrice: 10_000 + index * 25,
  }));
}
