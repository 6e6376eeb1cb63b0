import type { Format } from '../format.ts';
import { ownerRows } from './owner-rows.ts';

/** Money spent on advertising, per day and campaign; the platform becomes the movement's channel. */
export const ownerAds: Format = {
  kind: 'ecom.ads',
  label: 'Advertising',
  signature: ['date', 'amount', 'platform', 'campaign'],
  known: ['sku', 'currency'],
  read: (table, draft) => {
    for (const row of ownerRows(table, draft)) {
      const day = row.day('date');
      const amount = row.amount('amount');
      if (amount === undefined) row.lacks('amount');
      else if (day === undefined) row.lacks('date');
      if (amount === undefined || day === undefined) continue;
      draft.movements.push({
        file: row.file,
        row: row.line,
        kind: 'advertising',
        code: row.text('campaign') ?? 'advertising',
        channel: row.text('platform')?.toLowerCase() ?? 'shop',
        day,
        amount: amount === 0 ? 0 : -amount,
        currency: row.currency,
        sku: row.id('sku'),
        final: true,
      });
    }
  },
};
