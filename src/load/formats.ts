import type { Format, JsonFormat } from './format.ts';
import { shopifyOrders } from './shopify/orders.ts';

/** Every kind of delimited export that can be read: one line per format. */
export const FORMATS: readonly Format[] = [shopifyOrders];

/** Every kind of JSON export that can be read: one line per format. */
export const JSON_FORMATS: readonly JsonFormat[] = [];
