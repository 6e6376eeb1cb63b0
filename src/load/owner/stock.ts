import type { Format } from '../format.ts';
import { ownerRows } from './owner-rows.ts';

/** What was counted, what is on its way, and the level to reorder at. */
export const ownerStock: Format = {
  kind: 'ecom.stock',
  label: 'Stock count',
  signature: ['sku', 'as_of', 'on_hand'],
  known: ['location', 'incoming', 'reorder_at'],
  read: (table, draft) => {
    for (const row of ownerRows(table, draft)) {
      const sku = row.id('sku');
      if (sku === undefined) {
        row.lacks('sku');
        continue;
      }
      draft.stock.push({
        file: row.file,
        row: row.line,
        sku,
        location: row.text('location'),
        asOf: row.day('as_of'),
        onHand: row.count('on_hand'),
        incoming: row.count('incoming'),
        reorderAt: row.count('reorder_at'),
      });
    }
  },
};
