import type { Format } from '../format.ts';
import { ownerRows } from './owner-rows.ts';

const OUTCOMES = ['delivered', 'rto', 'returned', 'lost', 'in_transit', 'unknown'] as const;

/** What the courier billed per parcel, out and back. */
export const ownerShipping: Format = {
  kind: 'ecom.shipping',
  label: 'Shipping costs',
  signature: ['order', 'courier', 'forward_cost', 'return_cost'],
  known: ['date', 'outcome', 'currency'],
  read: (table, draft) => {
    for (const row of ownerRows(table, draft)) {
      const order = row.id('order');
      if (order === undefined) {
        row.lacks('order');
        continue;
      }
      draft.shipments.push({
        file: row.file,
        row: row.line,
        order,
        day: row.day('date'),
        courier: row.text('courier'),
        forwardCost: row.amount('forward_cost'),
        returnCost: row.amount('return_cost'),
        currency: row.currency,
        outcome: row.word('outcome', OUTCOMES) ?? 'unknown',
      });
    }
  },
};
