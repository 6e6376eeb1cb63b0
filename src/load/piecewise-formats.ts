import type { Format } from './format.ts';

/** The formats that are read piece by piece, for the other thread, which needs no more than the one. */
export const PIECEWISE_FORMATS: Readonly<Record<string, () => Promise<Format>>> = {
  'shopify.orders': async () => (await import('./shopify/orders.ts')).shopifyOrders,
};
