import { describe, expect, it } from 'vitest';
import type { Movement } from '../../src/domain/books.ts';
import type { Settlement } from '../../src/domain/settlement.ts';
import { wholeSettlements, type SettlementFile } from '../../src/load/settlements-in-parts.ts';
import { movement } from '../helpers/books.ts';

const stated = (file: string, total: number, own: Partial<Settlement> = {}): Settlement => ({
  ...{ file, row: 2, channel: 'razorpay', id: 'setl_1', paidOn: '2026-10-05', total },
  ...{ currency: 'INR', final: true },
  ...own,
});
const row = (order: string, amount: number): Movement =>
  movement({ channel: 'razorpay', kind: 'charge', order, amount, payoutId: 'setl_1' });
const part = (file: string, total: number, movements: readonly Movement[]): SettlementFile => ({
  kind: 'razorpay.recon',
  draft: { settlements: [stated(file, total)], movements },
});

const [one, two, three] = [row('#1', 50000), row('#2', 30000), row('#3', -10000)];
const total = (files: readonly SettlementFile[], counted: readonly Movement[]) =>
  wholeSettlements([stated('b.csv', 20000)], files, counted)[0]?.total;

describe('a settlement whose rows stand in several files', () => {
  it('has the total of all of them where each file holds others', () => {
    expect(total([part('a.csv', 50000, [one]), part('b.csv', 20000, [two, three])], [one, two, three])).toBe(
      70000,
    );
  });

  it('counts rows once that stand in two of them', () => {
    const files = [part('a.csv', 80000, [one, two]), part('b.csv', 20000, [two, three])];
    expect(total(files, [one, two, three])).toBe(70000);
    expect(
      total([part('a.csv', 20000, [two, three]), part('b.csv', 20000, [two, three])], [two, three]),
    ).toBe(20000);
  });

  it('keeps what the rows state beyond what could be counted, so that it shows', () => {
    const files = [part('a.csv', 50500, [one]), part('b.csv', 20000, [two, three])];
    expect(total(files, [one, two, three])).toBe(70500);
    const overlapping = [part('a.csv', 80500, [one, two]), part('b.csv', 20000, [two, three])];
    expect(total(overlapping, [one, two, three])).toBe(20000);
  });

  it('keeps the one total that a platform states itself', () => {
    const amazon = (file: string, movements: readonly Movement[]) => ({
      ...part(file, 20000, movements),
      kind: 'amazon.settlement_v2',
    });
    expect(total([amazon('a.txt', [one]), amazon('b.txt', [two])], [one, two])).toBe(20000);
  });
});
