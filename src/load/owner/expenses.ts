import type { Format } from '../format.ts';
import { ownerRows } from './owner-rows.ts';

/** Money spent outside the platforms: rent, wages, packaging, software. */
export const ownerExpenses: Format = {
  kind: 'ecom.expenses',
  label: 'Expenses',
  signature: ['date', 'amount', 'category'],
  known: ['every', 'note', 'until', 'currency'],
  read: (table, draft) => {
    for (const row of ownerRows(table, draft)) {
      const day = row.day('date');
      const amount = row.amount('amount');
      if (amount === undefined) row.lacks('amount');
      else if (day === undefined) row.lacks('date');
      if (amount === undefined || day === undefined) continue;
      draft.expenses.push({
        file: row.file,
        row: row.line,
        day,
        amount,
        currency: row.currency,
        category: row.text('category') ?? 'other',
        note: row.text('note'),
        every: row.word('every', ['week', 'month', 'quarter', 'year']),
        until: row.day('until'),
      });
    }
  },
};
