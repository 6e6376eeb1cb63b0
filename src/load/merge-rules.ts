import type { Order, StockLevel } from '../domain/books.ts';
import type { Day } from '../domain/day.ts';
import type { PurchaseLine, StockOnDay } from '../domain/supply.ts';
import type { Draft } from './format.ts';
import * as identity from './identity.ts';
import type { MergeRule } from './merge-records.ts';
import { namesProducts } from './one-sale.ts';
import { progressOf } from './order-progress.ts';

export const ORDERS: MergeRule<Order> = {
  plural: 'orders',
  list: (file) => file.orders,
  // a report of whole orders and one of their lines are versions of each other only where both give lines or neither does
  identity: (order) => `${identity.orderIdentity(order)}${namesProducts(order) ? '' : '\u001fwhole'}`,
  name: (order) => order.number,
  acrossKinds: true,
  recency: latestSale,
  rank: (order) => (order.refunded ?? 0) * 1000 + progressOf(order),
};

function latestSale(orders: Iterable<Order>): Day {
  let latest = '';
  for (const { placedOn } of orders) if (placedOn > latest) latest = placedOn;
  return latest;
}

export const SETTLEMENTS: MergeRule<Draft['settlements'][number]> = {
  plural: 'settlements',
  list: ({ draft }) => draft.settlements,
  identity: identity.settlementIdentity,
  name: (settlement) => settlement.id,
  acrossKinds: true,
  rank: ({ final, total, paidOn, reference }) =>
    (final ? 8 : 0) +
    (total === undefined ? 0 : 4) +
    (paidOn === undefined ? 0 : 2) +
    (reference === undefined ? 0 : 1),
};
export const TAX_LINES: MergeRule<Draft['taxLines'][number]> = {
  plural: 'lines of the tax register',
  list: ({ draft }) => draft.taxLines,
  identity: identity.taxLineIdentity,
  name: (line) => line.order,
};
export const PRODUCTS: MergeRule<Draft['products'][number]> = {
  plural: 'products',
  list: ({ draft }) => draft.products,
  identity: identity.productIdentity,
  name: (product) => product.sku ?? product.title,
};
export const STOCK: MergeRule<StockLevel> = {
  plural: 'stock levels',
  list: ({ draft }) => draft.stock,
  identity: identity.stockIdentity,
  name: (level) => level.sku,
};
export const CUSTOMERS: MergeRule<Draft['customers'][number]> = {
  plural: 'customers',
  list: ({ draft }) => draft.customers,
  identity: identity.customerIdentity,
  name: (customer) => customer.key,
};
export const SUPPLIERS: MergeRule<Draft['suppliers'][number]> = {
  plural: 'suppliers',
  list: ({ draft }) => draft.suppliers,
  identity: identity.supplierIdentity,
  name: (supplier) => supplier.name,
};
export const SUPPLIER_ITEMS: MergeRule<Draft['supplierItems'][number]> = {
  plural: 'supplier items',
  list: ({ draft }) => draft.supplierItems,
  identity: identity.supplierItemIdentity,
  name: (item) => item.sku,
};
export const PURCHASES: MergeRule<PurchaseLine> = {
  plural: 'lines of orders to suppliers',
  list: ({ draft }) => draft.purchases,
  identity: identity.purchaseIdentity,
  rank: ({ received, closed }) => received + (closed ? 0.5 : 0),
  name: ({ order, sku }) => `${order} ${sku}`,
};
export const STOCK_HISTORY: MergeRule<StockOnDay> = {
  plural: 'levels of past days',
  list: ({ draft }) => draft.stockHistory,
  identity: identity.stockOnDayIdentity,
  name: ({ sku, day }) => `${sku} ${day}`,
};
export const EXPENSES: MergeRule<Draft['expenses'][number]> = {
  plural: 'expenses',
  list: ({ draft }) => draft.expenses,
  identity: identity.expenseIdentity,
  name: (expense) => expense.category,
};
export const SHIPMENTS: MergeRule<Draft['shipments'][number]> = {
  plural: 'parcels',
  list: ({ draft }) => draft.shipments,
  identity: identity.shipmentIdentity,
  rank: ({ forwardCost = 0, returnCost = 0, outcome }) =>
    forwardCost + returnCost + (outcome === 'in_transit' || outcome === 'unknown' ? 0 : 1),
  name: (shipment) => shipment.order,
};
export const RIVAL_PRICES: MergeRule<Draft['rivalPrices'][number]> = {
  plural: 'rival prices',
  list: ({ draft }) => draft.rivalPrices,
  identity: identity.rivalPriceIdentity,
  name: (price) => price.sku,
};
