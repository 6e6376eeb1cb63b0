import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Movement, MovementKind } from '../../../src/domain/books.ts';
import type { Settlement } from '../../../src/domain/settlement.ts';
import { LINES } from '../../../src/reports/payouts/lines.ts';
import type { Payouts } from '../../../src/reports/payouts/payouts.ts';
import { books, order } from '../../helpers/books.ts';
import { ask, figure, OCTOBER, row, rows, settlement } from './ask.ts';

const KINDS: readonly MovementKind[] = [...LINES.map(({ kind }) => kind), 'payout'];
const movements: fc.Arbitrary<readonly Movement[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      amount: fc.integer({ min: -99999, max: 99999 }),
      channel: fc.constantFrom('amazon', 'razorpay', 'etsy'),
      payoutId: fc.constantFrom(undefined, 'S1', 'S2'),
      order: fc.constantFrom(undefined, '#1001', '#1002', '#7'),
      day: fc.constantFrom('2026-09-28', '2026-10-03', '2026-10-20', '2026-11-02'),
      final: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    list.map(({ kind, amount, ...own }, index) => row(kind, amount, { ...own, row: index + 2 })),
  );
const settlements: fc.Arbitrary<readonly Settlement[]> = fc.uniqueArray(
  fc
    .record({
      channel: fc.constantFrom('amazon', 'razorpay'),
      id: fc.constantFrom('S1', 'S2'),
      total: fc.option(fc.integer({ min: -9999, max: 99999 }), { nil: undefined }),
      paidOn: fc.constantFrom('2026-10-16', '2026-11-02'),
    })
    .map((own) => settlement(own)),
  { selector: ({ channel, id }) => `${channel} ${id}` },
);
const orders = [
  order({ placedOn: '2026-09-20', payMethod: 'Razorpay' }),
  order({ number: '#1002', placedOn: '2026-10-10', payMethod: 'Razorpay' }),
  order({ number: '402-1', channel: 'amazon', placedOn: '2026-10-10' }),
];
const feeRates = [{ kind: 'payment', match: '*', percent: 2, fixed: 0, taxPercent: 0 } as const];

/** Everything but the places of rows, and lists without regard to their order where nothing ranks them. */
function said({ figures, tables, findings }: Payouts): unknown {
  return { figures, tables, findings };
}

describe('any ledger', () => {
  it('has settlements whose lines make what should have reached the bank', () => {
    fc.assert(
      fc.property(movements, settlements, (ledger, stated) => {
        const answer = ask(books({ orders, movements: ledger, settlements: stated }));
        for (const shown of rows(answer, 'settlements')) {
          const lines = LINES.reduce((sum, { id }) => sum + Number(shown[id]), 0);
          if (shown['expected'] !== null) expect(lines).toBe(shown['expected']);
          else expect(lines).toBe(0);
          const known = shown['stated'] !== null && shown['expected'] !== null;
          expect(shown['difference']).toBe(
            known ? Number(shown['stated']) - Number(shown['expected']) : null,
          );
        }
      }),
      { numRuns: 100, seed: 20261122 },
    );
  });

  it('has channels that add up to all, and loses no row', () => {
    fc.assert(
      fc.property(movements, settlements, (ledger, stated) => {
        const answer = ask(books({ orders, movements: ledger, settlements: stated }));
        for (const { id } of LINES) {
          const sum = rows(answer, 'channels').reduce((all, channel) => all + Number(channel[id]), 0);
          expect(figure(answer, id)).toBe(sum);
        }
        const all = ledger
          .filter(({ kind }) => kind !== 'payout')
          .reduce((sum, { amount }) => sum + amount, 0);
        expect(Number(figure(answer, 'expected')) + Number(figure(answer, 'open'))).toBe(all);
        const paid = ledger
          .filter(({ kind }) => kind === 'payout')
          .reduce((sum, { amount }) => sum + amount, 0);
        expect(figure(answer, 'paid') ?? 0).toBe(paid);
      }),
      { numRuns: 100, seed: 20261122 },
    );
  });

  it('says the same whatever the order of its rows', () => {
    fc.assert(
      fc.property(movements, settlements, fc.infiniteStream(fc.nat()), (ledger, stated, keys) => {
        const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
          items
            .map((item) => [keys.next().value, item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item);
        const one = books({ orders, movements: ledger, settlements: stated, shop: { feeRates } });
        const other = {
          ...one,
          movements: shuffled(ledger),
          settlements: shuffled(stated),
          orders: shuffled(orders),
        };
        expect(said(ask(other))).toEqual(said(ask(one)));
      }),
      { numRuns: 100, seed: 20261122 },
    );
  });

  it('is the sum of its months', () => {
    const months = [
      { from: '2026-09-01', to: '2026-09-30' },
      OCTOBER,
      { from: '2026-11-01', to: '2026-11-30' },
    ];
    fc.assert(
      fc.property(movements, settlements, (ledger, stated) => {
        const shop = books({ orders, movements: ledger, settlements: stated });
        const sold = months.map((period) => Number(figure(ask(shop, { period }), 'sold')));
        expect(sold.reduce((sum, amount) => sum + amount, 0)).toBe(figure(ask(shop), 'sold'));
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });
});
