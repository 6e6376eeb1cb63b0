import { describe, expect, it } from 'vitest';
import { accountingOf } from '../../../src/reports/pnl/accounting.ts';
import { measuredDays, wantedBy } from '../../../src/reports/trends/measured-days.ts';
import type { Measure } from '../../../src/reports/trends/options.ts';
import { books, cost, line, order, refund } from '../../helpers/books.ts';

const FIRST = '2026-10-10';
const orders = [
  order({ number: '#1', discount: 5000, tax: 2000, lines: [line({ quantity: 2, amount: 99800 })] }),
  order({
    number: '#2',
    placedOn: '2026-10-12',
    channel: 'amazon',
    lines: [line({ sku: 'DUP-220', title: 'Dupatta' })],
  }),
  order({ number: '#3', placedOn: '2026-10-12', status: 'cancelled', payment: 'pending' }),
];
const movements = [refund({ order: '#1', day: '2026-10-11', amount: -9680 })];

function days(
  measure: Measure,
  own: Parameters<typeof books>[0] = {},
  filter: Parameters<typeof wantedBy>[0] = {},
) {
  const accounting = accountingOf(books({ orders, movements, ...own }));
  const found = measuredDays(accounting, {
    first: FIRST,
    last: '2026-10-13',
    wanted: wantedBy(filter),
    measure,
  });
  return { ...found, values: [...found.values] };
}

describe('measured days', () => {
  it('hold net sales without tax, refunds on their own day, and days without a sale', () => {
    expect(days('revenue').values).toEqual([94800, -9680 + 200, 49900, 0]);
  });

  it('count orders and pieces that are sales', () => {
    expect(days('orders').values).toEqual([1, 0, 1, 0]);
    expect(days('units').values).toEqual([2, 0, 1, 0]);
  });

  it('know profit where costs are known, and say when part of them is an estimate', () => {
    const costs = [cost({ unitCost: 20000 })];
    const found = days('profit', { costs });
    // the dupatta has no cost: 49,900 × the kurtas' 40,000 ÷ 94,800
    expect(found).toMatchObject({ isEstimated: true, values: [94800 - 40000, -9480, 49900 - 21055, 0] });
    expect(days('profit', { costs: [...costs, cost({ sku: 'DUP-220', unitCost: 9900 })] })).toMatchObject({
      isEstimated: false,
      values: [54800, -9480, 40000, 0],
    });
  });

  it('do not take missing costs for zero: profit is not known on any day', () => {
    expect(days('profit').values).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('can be those of one product, however its SKU is written, or of one platform', () => {
    expect(days('revenue', {}, { sku: ' krt-101' }).values).toEqual([94800, 0, 0, 0]);
    expect(days('orders', {}, { channel: 'amazon' }).values).toEqual([0, 0, 1, 0]);
  });
});
