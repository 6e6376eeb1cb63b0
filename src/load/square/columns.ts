import type { ShopSettings } from '../../domain/shop.ts';
import type { TextTable } from '../format.ts';
import type { RowReader } from '../row-reader.ts';
import { currencyBySign } from '../sign-currency.ts';

/** Names that both exports share and that are passed over. */
export const COMMON_COLUMNS: readonly string[] = [
  ...['date', 'time', 'time zone', 'gross sales', 'discounts', 'net sales', 'tax', 'transaction id'],
  ...['payment id', 'device name', 'details', 'event type', 'location', 'dining option', 'customer id'],
  ...['customer name', 'customer reference id', 'card brand', 'pan suffix', 'channel', 'fulfillment note'],
];

/** The currency of a file: that of the first sign in a column, for one till takes one currency. */
export function fileCurrency(
  table: TextTable,
  { cells, column }: { readonly cells: RowReader; readonly column: number },
  shop: ShopSettings,
): string {
  for (let row = 0; row < table.rows.length; row += 1) {
    const text = cells.text(row, column);
    if (/\p{Sc}/u.test(text)) return currencyBySign(text, shop);
  }
  return currencyBySign('', shop);
}

/** Whether a row gives money back; every other event is a sale. */
export function isRefund(event: string): boolean {
  return /refund/i.test(event);
}

/** Rows by transaction, in the order of their first rows. */
export function addTo(groups: Map<string, number[]>, id: string, row: number): void {
  const rows = groups.get(id);
  if (rows === undefined) groups.set(id, [row]);
  else rows.push(row);
}

/** Date and time as the till wrote them, in the till's own zone. */
export function momentOf(date: string, time: string): string | undefined {
  return time === '' ? undefined : `${date} ${time}`;
}
