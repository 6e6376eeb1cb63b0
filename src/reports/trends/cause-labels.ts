import type { Cause } from './causes/sale-line.ts';

/** What a cause is called in a table. */
export const CAUSE_LABELS: Readonly<Record<Cause, string>> = {
  price: 'prices',
  traffic: 'number of orders',
  basket: 'pieces per line',
  mix: 'mix of products',
  new_customers: 'new customers',
  returning_customers: 'returning customers',
  stockout: 'stopped selling',
  segment: 'a state or country',
  refunds: 'refunds',
  discounts: 'discounts',
  new_products: 'new products',
  discontinued: 'discontinued products',
  variation: 'normal variation',
};
