import type { Finding, Table } from '../../../src/domain/answer.ts';
import type { Books, Movement } from '../../../src/domain/books.ts';
import type { Settlement } from '../../../src/domain/settlement.ts';
import type { PayoutsOptions } from '../../../src/reports/payouts/options.ts';
import { payoutsAnswer, type Payouts } from '../../../src/reports/payouts/payouts.ts';
import { movement } from '../../helpers/books.ts';

export const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };

/** Every settlement of the books on 22 November 2026, unless a test asks for something else. */
export function ask(books: Books, options: Partial<PayoutsOptions> = {}): Payouts {
  return payoutsAnswer(books, { asOf: '2026-11-22', days: 14, ...options });
}

/** A settlement of Amazon, paid out on 16 October 2026, that states no total. */
export function settlement(own: Partial<Settlement> = {}): Settlement {
  return {
    ...{ channel: 'amazon', id: 'S1', paidOn: '2026-10-16', currency: 'INR', final: true },
    ...{ file: 'settlement.txt', row: 2 },
    ...own,
  };
}

/** A row of Amazon's settlement S1 for order 402-1. */
export function row(kind: Movement['kind'], amount: number, own: Partial<Movement> = {}): Movement {
  return movement({
    ...{ kind, code: kind, amount, channel: 'amazon', order: '402-1', payoutId: 'S1' },
    ...{ file: 'settlement.txt', ...own },
  });
}

/** A settlement of every kind of row: ₹1,000 sold, ₹592.50 to be paid out. */
export const EVERY_KIND: readonly Movement[] = [
  row('charge', 90000, { part: 'goods' }),
  row('charge', 10000, { part: 'shipping' }),
  row('refund', -10000),
  row('chargeback', -1000),
  row('marketplace_fee', -12000),
  row('payment_fee', -2000),
  row('shipping_label', -6000),
  row('storage', -500, { order: undefined }),
  row('advertising', -1500, { order: undefined }),
  row('compensation', 750),
  row('tax_withheld', -500),
  row('tax_collected', 1800),
  row('tax_collected', -1800),
  row('reserve', -7000),
  row('adjustment', -1000),
];

export function figure(answer: Payouts, id: string): number | null | undefined {
  return answer.figures.find((one) => one.id === `payouts.${id}`)?.value;
}

export function rows(answer: Payouts, id: string): Table['rows'] {
  return answer.tables.find((table) => table.id === id)?.rows ?? [];
}

export function findings(answer: Payouts, kind: string): readonly Finding[] {
  return answer.findings.filter((finding) => finding.kind === kind);
}

/** The values of a finding's figures by role. */
export function told(answer: Payouts, finding: Finding | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(finding?.figures ?? {}).map(([role, id]) => [
      role,
      answer.figures.find((one) => one.id === id)?.value,
    ]),
  );
}
