import type { Format } from '../format.ts';
import { ownerRows } from './owner-rows.ts';

/** What other sellers ask for the same thing, as the owner saw it. */
export const ownerRivals: Format = {
  kind: 'ecom.rivals',
  label: 'Rival prices',
  signature: ['sku', 'seller', 'price', 'seen_on'],
  known: ['url', 'currency'],
  read: (table, draft) => {
    for (const row of ownerRows(table, draft)) {
      const sku = row.id('sku');
      const price = row.amount('price');
      if (sku === undefined) row.lacks('sku');
      else if (price === undefined) row.lacks('price');
      if (sku === undefined || price === undefined) continue;
      draft.rivalPrices.push({
        file: row.file,
        row: row.line,
        sku,
        seller: row.text('seller') ?? 'unknown',
        price,
        currency: row.currency,
        seenOn: row.day('seen_on'),
        url: row.text('url'),
      });
    }
  },
};
