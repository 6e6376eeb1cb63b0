import type { Format } from '../format.ts';
import { notNegative } from './bounded.ts';
import { ownerRows } from './owner-rows.ts';

/** What lay on the shelf at the end of past days, so that a day without a sale can be told from a day without goods. */
export const ownerStockHistory: Format = {
  kind: 'ecom.stock-history',
  label: 'Stock of past days',
  signature: ['date', 'sku', 'on_hand'],
  known: ['location'],
  read: (table, draft) => {
    for (const row of ownerRows(table, draft)) {
      const day = row.day('date');
      const sku = row.id('sku');
      const onHand = notNegative(row, 'on_hand');
      if (day === undefined) row.lacks('date');
      else if (sku === undefined) row.lacks('sku');
      else if (onHand === undefined) row.lacks('on_hand');
      if (day === undefined || sku === undefined || onHand === undefined) continue;
      draft.stockHistory.push({
        file: row.file,
        row: row.line,
        day,
        sku,
        onHand,
        location: row.text('location'),
      });
    }
  },
};
