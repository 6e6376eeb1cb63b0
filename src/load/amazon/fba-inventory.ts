import type { Draft, Format, TextTable } from '../format.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { rowLeftOut } from '../row-left-out.ts';

/** "Manage FBA inventory": one row per SKU, with what lies at Amazon (`afn-…`) and what the seller sends himself (`mfn-…`). */
export const amazonFbaInventory: Format = {
  kind: 'amazon.fba_inventory',
  label: 'Amazon FBA inventory',
  signature: ['sku', 'fnsku', 'asin', 'afn-fulfillable-quantity'],
  known: [
    ...['product-name', 'condition', 'your-price', 'mfn-listing-exists', 'mfn-fulfillable-quantity'],
    ...['afn-listing-exists', 'afn-warehouse-quantity', 'afn-unsellable-quantity', 'afn-reserved-quantity'],
    ...['afn-total-quantity', 'per-unit-volume', 'afn-inbound-working-quantity'],
    ...['afn-inbound-shipped-quantity', 'afn-inbound-receiving-quantity', 'afn-researching-quantity'],
    ...['afn-reserved-future-supply', 'afn-future-supply-buyable', 'afn-fulfillable-quantity-local'],
    ...['afn-fulfillable-quantity-remote', 'afn-fc-transfer-quantity', 'afn-onhand-buyable-quantity'],
    'store',
  ],
  read: readInventory,
};

function columnsOf(table: TextTable) {
  return {
    sku: table.column('sku'),
    title: table.column('product-name'),
    onHand: table.column('afn-warehouse-quantity'),
    available: table.column('afn-fulfillable-quantity'),
    committed: table.column('afn-reserved-quantity'),
    own: table.column('mfn-fulfillable-quantity'),
    inbound: [
      table.column('afn-inbound-working-quantity'),
      table.column('afn-inbound-shipped-quantity'),
      table.column('afn-inbound-receiving-quantity'),
    ],
  };
}

/**
 * On hand is everything in Amazon's warehouses, unsellable units included; incoming is everything of a shipment to Amazon that is
 * announced, on its way or being unpacked. A quantity that is missing is no level, which is not the same as none.
 */
function readInventory(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const columns = columnsOf(table);
  for (let row = 0; row < table.rows.length; row += 1) {
    const told = draft.problems.length;
    const sku = cells.id(row, columns.sku);
    if (sku === undefined) {
      rowLeftOut({ table, draft, row, told }, 'a stock level without SKU');
      continue;
    }
    const item = {
      file: table.file,
      row: table.lineOf(row),
      sku,
      title: cells.text(row, columns.title) || undefined,
    };
    const levels = {
      onHand: cells.count(row, columns.onHand),
      available: cells.count(row, columns.available),
      committed: cells.count(row, columns.committed),
      incoming: sumOf(cells, row, columns.inbound),
    };
    const isLevel = Object.values(levels).some((level) => level !== undefined);
    if (isLevel) draft.stock.push({ ...item, location: 'Amazon FBA', ...levels });
    const own = cells.count(row, columns.own);
    if (own !== undefined) draft.stock.push({ ...item, location: 'own', onHand: own, available: own });
  }
}

function sumOf(cells: RowReader, row: number, columns: readonly number[]): number | undefined {
  const counts = columns.flatMap((column) => cells.count(row, column) ?? []);
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}
