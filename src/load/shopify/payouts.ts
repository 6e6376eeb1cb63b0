import { report, sayLeftOut } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowReader } from '../row-reader.ts';

/** The payouts export: what reached the bank, payout by payout. Its charges, refunds and fees are sums of the transactions. */
export const shopifyPayouts: Format = {
  kind: 'shopify.payouts',
  label: 'Shopify payouts',
  signature: ['payout date', 'charges', 'refunds', 'adjustments', 'fees', 'total'],
  known: ['status', 'reserved funds', 'retried amount', 'currency'],
  read: readPayouts,
};

function readPayouts(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const columns = {
    date: table.column('payout date'),
    status: table.column('status'),
    total: table.column('total'),
    currency: table.column('currency'),
  };
  for (let row = 0; row < table.rows.length; row += 1) {
    const currency = cells.text(row, columns.currency).toUpperCase() || (draft.shop.currency ?? '');
    const told = draft.problems.length;
    const paid = cells.day(row, columns.date);
    const amount = cells.amount(row, columns.total, currency);
    const place = { file: table.file, row: table.lineOf(row) };
    if (paid === undefined || amount === undefined) {
      if (sayLeftOut(draft, told, 'row')) continue;
      const message = `a payout without ${paid === undefined ? 'date' : 'total'} – row left out`;
      report(draft, {
        code: 'missing-value',
        severity: 'warning',
        message,
        file: place.file,
        line: place.row,
      });
      continue;
    }
    const status = cells.text(row, columns.status).toLowerCase();
    draft.movements.push({
      ...place,
      kind: 'payout',
      code: 'payout',
      channel: 'shopify',
      day: paid.day,
      amount,
      currency,
      final: status === '' || status === 'paid',
    });
  }
}
