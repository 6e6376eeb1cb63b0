import type { TextTable } from '../format.ts';
import { orderNameRank } from '../named-order.ts';
import type { RowReader } from '../row-reader.ts';

/** `order_id (metadata)`, `payment_metadata[order_number]`: metadata that a shop's software hands over with a payment. */
const METADATA = /^(?:(.*) \(metadata\)|(?:payment|charge|refund)_metadata\[(.*)\])$/;

/** `Tarang Textiles - Order 1042`, `Order #1042`, `#1042`: in the words of WooCommerce, Shopify and people. */
const SAID = [
  /\border\s*(?:no\.?|number|id|nr\.?)?\s*[:#-]*\s*([A-Za-z]{0,6}-?\d[\w-]*)/i,
  /(?:^|\s)#(\d[\w-]*)/,
];

/**
 * The shop's own order number of a payment: from a metadata column for it, else the client reference of a checkout, else as the
 * description says. Undefined when none tells; Stripe's own invoice number is not an order.
 */
export function orderNumber(table: TextTable, cells: RowReader): (row: number) => string | undefined {
  const columns = [...metadataColumns(table), table.column('client reference id')];
  const description = table.column('description');
  return (row) => {
    for (const column of columns) {
      const id = cells.id(row, column);
      if (id !== undefined) return id;
    }
    return saidIn(cells.text(row, description));
  };
}

function metadataColumns({ header }: TextTable): readonly number[] {
  const ranked = header.flatMap((name, column) => {
    const parts = METADATA.exec(name);
    const key = parts?.[1] ?? parts?.[2] ?? '';
    const rank = orderNameRank(key);
    return rank === undefined ? [] : [{ column, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ column }) => column);
}

/** The order that a description names, or undefined. */
export function saidIn(description: string): string | undefined {
  for (const words of SAID) {
    const said = words.exec(description)?.[1];
    if (said !== undefined) return said;
  }
  return undefined;
}
