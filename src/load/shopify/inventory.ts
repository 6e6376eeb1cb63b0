import type { Draft, Format, TextTable } from '../format.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { itemKey, variantName } from './item.ts';

/**
 * The inventory export: one row per variant and location, or – in its wide form – one per variant, where each column after the
 * country of origin bears the name of a location and holds what is on hand there.
 */
export const shopifyInventory: Format = {
  kind: 'shopify.inventory',
  label: 'Shopify inventory',
  signature: ['handle', 'title', 'sku', 'coo'],
  known: [
    ...['option1 name', 'option1 value', 'option2 name', 'option2 value', 'option3 name', 'option3 value'],
    ...['hs code', 'location', 'bin name', 'incoming', 'unavailable', 'committed', 'available', 'on hand'],
    ...['incoming (not editable)', 'committed (not editable)', 'available (not editable)'],
    ...['on hand (current)', 'on hand (new)'],
  ],
  read: readInventory,
};

interface Item {
  readonly sku: string;
  readonly title: string;
  readonly file: string;
  readonly row: number;
}

function readInventory(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const options = [1, 2, 3].map((n) => table.column(`option${n} value`, `option ${n} value`));
  const read =
    table.column('location') < 0 ? wideReader(table, draft, cells) : longReader(table, draft, cells);
  for (let row = 0; row < table.rows.length; row += 1) {
    const title = cells.text(row, table.column('title'));
    const variant = variantName(options.map((column) => cells.text(row, column)));
    const sku = itemKey(cells.id(row, table.column('sku')), title, variant);
    read(row, { sku, title, file: table.file, row: table.lineOf(row) });
  }
}

type ReadRow = (row: number, item: Item) => void;

/** A variant that is not stocked at a location has no level there, which is not the same as none on hand. */
function longReader(table: TextTable, draft: Draft, cells: RowReader): ReadRow {
  const columns = {
    location: table.column('location'),
    onHand: table.column('on hand', 'on hand (current)'),
    available: table.column('available', 'available (not editable)'),
    committed: table.column('committed', 'committed (not editable)'),
    incoming: table.column('incoming', 'incoming (not editable)'),
  };
  return (row, item) => {
    const onHand = cells.count(row, columns.onHand);
    const available = cells.count(row, columns.available);
    const committed = cells.count(row, columns.committed);
    const incoming = cells.count(row, columns.incoming);
    const levels = [onHand, available, committed, incoming];
    if (levels.every((level) => level === undefined)) return;
    const location = cells.text(row, columns.location) || undefined;
    draft.stock.push({ ...item, location, onHand, available, committed, incoming });
  };
}

function wideReader(table: TextTable, draft: Draft, cells: RowReader): ReadRow {
  const first = table.column('coo') + 1;
  const places = table.header.slice(first).map((location, index) => ({ location, column: first + index }));
  return (row, item) => {
    for (const { location, column } of places) {
      if (location === '') continue;
      const onHand = cells.count(row, column);
      if (onHand !== undefined) draft.stock.push({ ...item, location, onHand });
    }
  };
}
