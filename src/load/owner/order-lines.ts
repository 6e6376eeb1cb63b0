import type { Format } from '../format.ts';
import { lineMoney } from './line-money.ts';
import { rowsByOrder } from './order-parts.ts';
import { ownerRows } from './owner-rows.ts';

/**
 * Lines of orders in a file of their own, without dates: they wait for the file of the orders (`order`, `date` …) that has the
 * same order numbers. What a line says besides its price (shipping, tax, discount) is the line's own and is added up.
 */
export const ownerOrderLines: Format = {
  kind: 'ecom.order-lines',
  label: 'Order lines (own file)',
  signature: ['order', ['quantity', 'sku', 'title'], ['price', 'amount']],
  known: [
    'sku',
    'title',
    'quantity',
    'price',
    'amount',
    'discount',
    'discount_rate',
    'shipping',
    'tax',
    'currency',
  ],
  read: (table, draft) => {
    const rows = ownerRows(table, draft);
    draft.orderParts = { heads: new Map(), lines: rowsByOrder(rows), money: lineMoney(rows) };
  },
};
