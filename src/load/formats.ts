import type { Format, JsonFormat } from './format.ts';
import { shopifyCustomers } from './shopify/customers.ts';
import { shopifyInventory } from './shopify/inventory.ts';
import { shopifyPayments } from './shopify/payments.ts';
import { shopifyPayouts } from './shopify/payouts.ts';
import { shopifyProducts } from './shopify/products.ts';
import { shopifyOrders } from './shopify/orders.ts';

/** Every kind of delimited export that can be read: one line per format. */
export const FORMATS: readonly Format[] = [
  shopifyOrders,
  shopifyProducts,
  shopifyInventory,
  shopifyCustomers,
  shopifyPayments,
  shopifyPayouts,
];

/** Every kind of JSON export that can be read: one line per format. */
export const JSON_FORMATS: readonly JsonFormat[] = [];
