import { describe, expect, it } from 'vitest';
import { accountingOf } from '../../../src/reports/pnl/accounting.ts';
import { knownDays } from '../../../src/reports/trends/sale-days.ts';
import { books, order } from '../../helpers/books.ts';
import { dailyOrders, steady } from '../../helpers/daily-shop.ts';

const known = (orders: Parameters<typeof books>[0], asOf: string) =>
  knownDays(accountingOf(books(orders)), asOf);

describe('the days of which files tell', () => {
  const orders = dailyOrders('2026-10-01', 31, steady);

  it('go from the first sale to yesterday; today is not over', () => {
    expect(known({ orders }, '2026-10-20')).toEqual({
      from: '2026-10-01',
      to: '2026-10-19',
      endsEarly: false,
    });
  });

  it('end with the last sale when so long a silence would be no chance', () => {
    expect(known({ orders }, '2026-11-03')).toEqual({
      from: '2026-10-01',
      to: '2026-10-31',
      endsEarly: true,
    });
  });

  it('hold days without a sale where a shop that sells little is silent as it often is', () => {
    const rare = dailyOrders('2026-10-01', 31, (index) => (index % 3 === 0 ? { 'KRT-101': 1 } : {}));
    expect(known({ orders: rare }, '2026-11-05')).toEqual({
      from: '2026-10-01',
      to: '2026-11-04',
      endsEarly: false,
    });
  });

  it('are none without a sale before today; a cancelled order is no sale', () => {
    expect(known({ orders }, '2026-10-01')).toBeUndefined();
    expect(
      known({ orders: [order({ status: 'cancelled', payment: 'pending' })] }, '2026-11-01'),
    ).toBeUndefined();
  });
});
