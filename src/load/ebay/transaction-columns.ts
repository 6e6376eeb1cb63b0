import type { MovementKind } from '../../domain/books.ts';
import type { TextTable } from '../format.ts';
import type { RowReader } from '../row-reader.ts';

export interface FeeColumn {
  readonly column: number;
  readonly kind: MovementKind;
  readonly code: string;
}

const FEE = /\bfees?\b|\bdonation\b/;
const FEE_KINDS: readonly (readonly [RegExp, MovementKind])[] = [
  [/promoted|\bads?\b|advert/, 'advertising'],
  [/processing|payment/, 'payment_fee'],
  [/donation/, 'adjustment'],
];

/** eBay has a column per fee, others on every site and more every year: whatever is called a fee is one, under its own name. */
export function feeColumns(table: TextTable): readonly FeeColumn[] {
  return table.header.flatMap((name, column) => {
    if (!FEE.test(name)) return [];
    const kind = FEE_KINDS.find(([words]) => words.test(name))?.[1] ?? 'marketplace_fee';
    const plain = name.replaceAll('–', '-');
    return [{ column, kind, code: plain.charAt(0).toUpperCase() + plain.slice(1) }];
  });
}

/** Columns of the transaction report, with the British and Australian names of some. */
export function transactionColumns(table: TextTable) {
  return {
    date: table.column('transaction creation date'),
    type: table.column('type'),
    order: table.column('order number'),
    region: table.column('ship to province/region/state', 'post to province/region/state'),
    country: table.column('ship to country', 'post to country'),
    net: table.column('net amount'),
    payoutCurrency: table.column('payout currency'),
    payoutDate: table.column('payout date'),
    payoutId: table.column('payout id'),
    payoutStatus: table.column('payout status', 'status'),
    itemId: table.column('item id'),
    transaction: table.column('transaction id'),
    title: table.column('item title'),
    sku: table.column('custom label'),
    quantity: table.column('quantity'),
    subtotal: table.column('item subtotal'),
    shipping: table.column('shipping and handling', 'postage and packaging', 'postage and handling'),
    sellerTax: table.column('seller collected tax'),
    ebayTax: table.column('ebay collected tax'),
    gross: table.column('gross transaction amount'),
    currency: table.column('transaction currency'),
    rate: table.column('exchange rate'),
    description: table.column('description'),
    fees: feeColumns(table),
  };
}

/** A cell's text; eBay writes `--` where it has nothing to say. */
export function toldText(cells: RowReader, row: number, column: number): string {
  const text = cells.text(row, column);
  return /^-+$/.test(text) ? '' : text;
}
