import type { Books, Cost, Order, Product, StockLevel } from '../../src/domain/books.ts';
import { addDays } from '../../src/domain/day.ts';
import type { PurchaseLine, StockOnDay, Supplier, SupplierItem } from '../../src/domain/supply.ts';
import type { RestockOptions } from '../../src/reports/restock/options.ts';
import { restockAnswer, type Restock } from '../../src/reports/restock/restock.ts';
import { books, cost, line, order } from './books.ts';

/** The day on which the shop of these tests looks at its shelves. */
export const TODAY = '2026-09-01';

const AT = { file: 'stock.csv', row: 2 } as const;

/** Orders of `perDay` pieces of a SKU on each of the `days` days up to yesterday, ₹499 a piece. */
export function selling(
  sku: string,
  { perDay = 1, days = 120, until = 1 }: { perDay?: number; days?: number; until?: number } = {},
): Order[] {
  return Array.from({ length: days }, (_, index) =>
    order({
      number: `#${sku}-${index}`,
      placedOn: addDays(TODAY, index - days - until + 1),
      lines: [line({ sku, title: `Kurta ${sku}`, quantity: perDay, amount: 49900 * perDay })],
    }),
  );
}

export function stocked(sku: string, onHand: number, own: Partial<StockLevel> = {}): StockLevel {
  return { ...AT, sku, onHand, ...own };
}

export function costing(sku: string, unitCost = 20000): Cost {
  return cost({ sku, unitCost });
}

/** The weaver sells it in single pieces and needs ten days, always. */
export function sold(sku: string, own: Partial<SupplierItem> = {}): SupplierItem {
  return {
    ...{ file: 'suppliers.csv', row: 2, sku, supplier: 'Kesar Weavers', price: 20000 },
    ...{ leadDays: 10, leadSpreadDays: 0 },
    ...own,
  };
}

export function supplier(own: Partial<Supplier> = {}): Supplier {
  return { file: 'suppliers.csv', row: 2, name: 'Kesar Weavers', ...own };
}

export function purchase(own: Partial<PurchaseLine> = {}): PurchaseLine {
  return {
    ...{ file: 'purchase-orders.csv', row: 2, order: 'PO-1', supplier: 'Kesar Weavers', sku: 'KRT-101' },
    ...{ quantity: 20, received: 0, currency: 'INR', orderedOn: '2026-08-25', closed: false },
    ...own,
  };
}

export function shelf(day: string, sku: string, onHand: number, location?: string): StockOnDay {
  return {
    file: 'stock-history.csv',
    row: 2,
    day,
    sku,
    onHand,
    ...(location === undefined ? {} : { location }),
  };
}

export function listed(sku: string, own: Partial<Product> = {}): Product {
  return { file: 'products.csv', row: 2, sku, title: `Kurta ${sku}`, currency: 'INR', active: true, ...own };
}

/** A kurta that sells one a day, of which `onHand` are left, from a weaver who needs ten days. */
export function oneKurta(onHand: number, own: Partial<Omit<Books, 'shop'>> = {}): Books {
  return books({
    orders: selling('KRT-101'),
    costs: [costing('KRT-101')],
    stock: [stocked('KRT-101', onHand)],
    suppliers: [supplier()],
    supplierItems: [sold('KRT-101')],
    ...own,
  });
}

export function answerOf(of: Books, options: Partial<RestockOptions> = {}): Restock {
  return restockAnswer(of, { asOf: TODAY, ...options });
}

export type Row = Restock['tables'][number]['rows'][number];

export function rowsIn({ tables }: Restock, id: string): readonly Row[] {
  return tables.find((table) => table.id === id)?.rows ?? [];
}

/** A product's row of the plan; an empty one when it is not there. */
export function planOf(answer: Restock, sku = 'KRT-101'): Row {
  return rowsIn(answer, 'plan').find((row) => row['sku'] === sku) ?? {};
}

export function figureOf({ figures }: Restock, id: string): number | null | undefined {
  return figures.find((figure) => figure.id === id)?.value;
}
