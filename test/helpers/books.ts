import type {
  Books,
  Cost,
  Expense,
  Movement,
  Order,
  OrderLine,
  Product,
  Shipment,
  StockLevel,
} from '../../src/domain/books.ts';
import type { PurchaseLine, StockOnDay, Supplier, SupplierItem } from '../../src/domain/supply.ts';
import { DEFAULT_SHOP, type ShopSettings } from '../../src/domain/shop.ts';

/** Settings of the textile shop, with those that a test is about. */
export function shop(own: Partial<ShopSettings> = {}): ShopSettings {
  return { ...DEFAULT_SHOP, name: 'Tarang Textiles', currency: 'INR', ...own };
}

/** The books of the textile shop, empty but for what a test is about. */
export function books(own: Partial<Omit<Books, 'shop'>> & { shop?: Partial<ShopSettings> } = {}): Books {
  return {
    orders: [],
    movements: [],
    settlements: [],
    taxLines: [],
    products: [],
    costs: [],
    stock: [],
    stockHistory: [],
    customers: [],
    suppliers: [],
    supplierItems: [],
    purchases: [],
    expenses: [],
    shipments: [],
    rivalPrices: [],
    sources: [],
    demo: false,
    ...own,
    shop: shop(own.shop),
  };
}

/** One kurta KRT-101; `amount` in paise. */
export function line(own: Partial<OrderLine> = {}): OrderLine {
  return {
    kind: 'product',
    sku: 'KRT-101',
    title: 'Cotton kurta, indigo',
    quantity: 1,
    amount: 49900,
    row: 2,
    ...own,
  };
}

/**
 * A paid, delivered order of 10 October 2026 without tax. With `lines` its total is their sum − discount + shipping (+ tax);
 * with `total` alone it holds one kurta of that price. Amounts in paise.
 */
export function order(own: Partial<Order> = {}): Order {
  const { discount = 0, shipping = 0, tax = 0, taxIncluded = false } = own;
  const onTop = taxIncluded ? 0 : tax;
  const total = own.total ?? 49900 - discount + shipping + onTop;
  const lines = own.lines ?? [line({ amount: total + discount - shipping - onTop })];
  const number = own.number ?? '#1001';
  return {
    id: `id-${number}`,
    number,
    channel: 'shopify',
    placedOn: '2026-10-10',
    status: 'complete',
    payment: 'paid',
    cashOnDelivery: false,
    delivery: 'delivered',
    currency: 'INR',
    file: 'orders.csv',
    row: 2,
    ...own,
    discount,
    shipping,
    tax,
    taxIncluded,
    lines,
    total: own.lines === undefined ? total : (own.total ?? sumOf(lines) - discount + shipping + onTop),
  };
}

function sumOf(lines: readonly OrderLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

/** An unpaid cash-on-delivery order. */
export function codOrder(own: Partial<Order> = {}): Order {
  return order({ cashOnDelivery: true, payment: 'pending', payMethod: 'Cash on Delivery (COD)', ...own });
}

/** Unit cost of KRT-101 by the owner's word, from the beginning. */
export function cost(own: Partial<Cost> = {}): Cost {
  return {
    sku: 'KRT-101',
    unitCost: 20000,
    currency: 'INR',
    source: 'owner',
    file: 'costs.csv',
    row: 2,
    ...own,
  };
}

/** A refund of #1001 by the shop's own platform on 20 October 2026; `amount` is negative, for it leaves the shop. */
export function refund(own: Partial<Movement> = {}): Movement {
  return movement({ kind: 'refund', code: 'refund', day: '2026-10-20', order: '#1001', ...own });
}

/** A payment fee of 10 October 2026. */
export function movement(own: Partial<Movement> = {}): Movement {
  return {
    kind: 'payment_fee',
    code: 'charge',
    channel: 'shopify',
    day: '2026-10-10',
    amount: -1000,
    currency: 'INR',
    final: true,
    file: 'payments.csv',
    row: 2,
    ...own,
  };
}

/** Rent of October 2026, paid once. */
export function expense(own: Partial<Expense> = {}): Expense {
  return {
    day: '2026-10-01',
    amount: 3100000,
    currency: 'INR',
    category: 'rent',
    file: 'expenses.csv',
    row: 2,
    ...own,
  };
}

/** A courier's bill of ₹62 for the parcel of #1001. */
export function shipment(own: Partial<Shipment> = {}): Shipment {
  return {
    order: '#1001',
    day: '2026-10-12',
    forwardCost: 6200,
    currency: 'INR',
    outcome: 'delivered',
    file: 'shipping.csv',
    row: 2,
    ...own,
  };
}

/** The kurta in the catalogue. */
export function product(own: Partial<Product> = {}): Product {
  return {
    sku: 'KRT-101',
    title: 'Cotton kurta, indigo',
    category: 'Kurtas',
    currency: 'INR',
    active: true,
    file: 'products.csv',
    row: 2,
    ...own,
  };
}

/** Forty kurtas on the shelf. */
export function stockLevel(own: Partial<StockLevel> = {}): StockLevel {
  return { sku: 'KRT-101', onHand: 40, file: 'stock.csv', row: 2, ...own };
}

/** Forty kurtas on the shelf at the end of 10 October 2026. */
export function stockOnDay(own: Partial<StockOnDay> = {}): StockOnDay {
  return { day: '2026-10-10', sku: 'KRT-101', onHand: 40, file: 'stock-history.csv', row: 2, ...own };
}

/** A printer who needs 21 days. */
export function supplier(own: Partial<Supplier> = {}): Supplier {
  return { name: 'Shree Block Prints', leadDays: 21, file: 'suppliers.csv', row: 2, ...own };
}

/** The kurta as the printer sells it, one by one at ₹200. */
export function supplierItem(own: Partial<SupplierItem> = {}): SupplierItem {
  return {
    sku: 'KRT-101',
    supplier: 'Shree Block Prints',
    price: 20000,
    currency: 'INR',
    file: 'suppliers.csv',
    row: 2,
    ...own,
  };
}

/** Twenty kurtas ordered on 1 October 2026 and not here yet. */
export function purchase(own: Partial<PurchaseLine> = {}): PurchaseLine {
  return {
    order: 'PO-1',
    supplier: 'Shree Block Prints',
    sku: 'KRT-101',
    quantity: 20,
    received: 0,
    currency: 'INR',
    orderedOn: '2026-10-01',
    closed: false,
    file: 'purchase-orders.csv',
    row: 2,
    ...own,
  };
}
