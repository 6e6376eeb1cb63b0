import type { Format } from '../format.ts';
import { ownerRows, type OwnerRow } from './owner-rows.ts';

/** What the shop sells, with its price, what it costs and what is on the shelf as far as the file says. */
export const ownerProducts: Format = {
  kind: 'ecom.products',
  label: 'Products (own file)',
  signature: ['sku', 'title', ['price', 'category', 'on_hand', 'unit_cost']],
  known: ['price', 'category', 'vendor', 'unit_cost', 'on_hand', 'incoming', 'reorder_at', 'currency'],
  read: (table, draft) => {
    for (const row of ownerRows(table, draft)) {
      const sku = row.id('sku');
      if (sku === undefined) {
        row.lacks('sku');
        continue;
      }
      const at = { file: row.file, row: row.line, sku };
      const title = row.text('title') ?? sku;
      const { currency } = row;
      draft.products.push({
        ...at,
        title,
        vendor: row.text('vendor'),
        category: row.text('category'),
        price: row.amount('price'),
        currency,
        active: true,
      });
      const unitCost = row.amount('unit_cost');
      if (unitCost !== undefined) draft.costs.push({ ...at, unitCost, currency, source: 'owner' });
      const stock = stockOf(row);
      if (stock.onHand !== undefined || stock.incoming !== undefined)
        draft.stock.push({ ...at, title, ...stock });
    }
  },
};

function stockOf(row: OwnerRow) {
  return {
    onHand: row.count('on_hand'),
    incoming: row.count('incoming'),
    reorderAt: row.count('reorder_at'),
  };
}
