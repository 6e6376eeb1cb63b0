import { describe, expect, it } from 'vitest';
import type { Expense } from '../../../src/domain/books.ts';
import { books, expense, order } from '../../helpers/books.ts';
import { ask, askAll, findings, ledger, rows, told, value, values } from './ask.ts';

const sales = [
  order({ number: '#1', placedOn: '2026-08-01' }),
  order({ number: '#2', placedOn: '2026-10-31' }),
];

/** Operating expenses of a period in a shop that sold from 1 August to 31 October 2026. */
function spent(own: Partial<Expense>, period: { from: string; to: string }, shop = {}) {
  return value(
    ask(books({ orders: sales, expenses: [expense(own)], shop }), { period }),
    'operatingExpenses',
  );
}

const month = (from: string, to: string) => ({ from, to });
const AUGUST = month('2026-08-01', '2026-08-31');
const SEPTEMBER = month('2026-09-01', '2026-09-30');
const OCTOBER = month('2026-10-01', '2026-10-31');

describe('expenses', () => {
  it('with a date count on their day and never outside the period', () => {
    const answer = ask(
      books({
        orders: sales,
        expenses: [
          expense({ amount: 100, day: '2026-09-30' }),
          expense({ amount: 200, day: '2026-10-01' }),
          expense({ amount: 400, day: '2026-10-31' }),
          expense({ amount: 800, day: '2026-11-01' }),
          expense({ amount: 1600, day: '2019-10-05', category: 'Rent 2019' }),
        ],
      }),
    );
    expect(value(answer, 'operatingExpenses')).toBe(600);
    expect(ledger(answer, 'operatingExpenses')?.['note']).toBe(
      '2 dated before or after the rest of the data',
    );
  });

  it('that repeat are charged by the day between two due dates', () => {
    const rent = { every: 'month', day: '2026-09-15', amount: 30000 } as const;
    expect(spent(rent, month('2026-09-15', '2026-10-14'))).toBe(30000);
    expect(spent(rent, SEPTEMBER)).toBe(16000);
    expect(spent(rent, OCTOBER)).toBe(14000 + Math.round((30000 * 17) / 31));
  });

  it('that repeat count whole on their due dates in a shop that books them so', () => {
    const rent = { every: 'month', day: '2026-09-15', amount: 30000 } as const;
    const dated = { expenses: 'dated' } as const;
    expect(spent(rent, SEPTEMBER, dated)).toBe(30000);
    expect(spent(rent, month('2026-09-01', '2026-10-31'), dated)).toBe(60000);
    expect(spent(rent, month('2026-10-16', '2026-10-31'), dated)).toBe(0);
    expect(spent(rent, AUGUST, dated)).toBe(0);
  });

  it('that fall due on the 31st fall due on the last day of shorter months', () => {
    const rent = { every: 'month', day: '2026-08-31', amount: 30000 } as const;
    const dated = { expenses: 'dated' } as const;
    expect(spent(rent, month('2026-09-30', '2026-09-30'), dated)).toBe(30000);
    expect(spent(rent, month('2026-10-31', '2026-10-31'), dated)).toBe(30000);
    expect(spent(rent, month('2026-09-30', '2026-10-30'))).toBe(30000);
  });

  it('that repeat by week, quarter or year are spread over these', () => {
    expect(spent({ every: 'week', day: '2026-09-01', amount: 700 }, month('2026-09-08', '2026-09-21'))).toBe(
      1400,
    );
    expect(spent({ every: 'week', day: '2026-09-01', amount: 700 }, month('2026-09-05', '2026-09-09'))).toBe(
      500,
    );
    expect(spent({ every: 'quarter', day: '2026-07-01', amount: 9200 }, SEPTEMBER)).toBe(3000);
    expect(spent({ every: 'year', day: '2026-04-01', amount: 36500 }, AUGUST)).toBe(3100);
  });

  it('that began long ago still count today', () => {
    expect(spent({ every: 'week', day: '1999-01-04', amount: 700 }, month('2026-09-07', '2026-09-13'))).toBe(
      700,
    );
    expect(spent({ every: 'month', day: '1999-01-01', amount: 3000 }, SEPTEMBER)).toBe(3000);
    expect(spent({ every: 'year', day: '1999-09-01', amount: 36500 }, SEPTEMBER)).toBe(3000);
  });

  it('end with the day named, that day included', () => {
    const rent = { every: 'month', day: '2026-09-01', amount: 30000, until: '2026-09-10' } as const;
    expect(spent(rent, SEPTEMBER)).toBe(10000);
    expect(spent(rent, OCTOBER)).toBe(0);
    expect(spent({ ...rent, until: '2026-10-01' }, OCTOBER, { expenses: 'dated' })).toBe(30000);
  });

  it('that end before they begin never count', () => {
    const mistaken = { every: 'month', day: '2026-09-01', amount: 30000, until: '2026-08-01' } as const;
    for (const period of [AUGUST, SEPTEMBER, OCTOBER]) expect(spent(mistaken, period)).toBeNull();
  });

  it('without a date are spread over all days of the data', () => {
    const undated = { day: undefined, amount: 9200 };
    expect(spent(undated, AUGUST)).toBe(3100);
    expect(spent(undated, SEPTEMBER)).toBe(3000);
    expect(spent(undated, month('2026-08-01', '2026-10-31'))).toBe(9200);
    expect(spent(undated, month('2026-01-01', '2026-12-31'))).toBe(9200);
    expect(spent(undated, month('2025-01-01', '2025-01-31'))).toBe(0);
    const answer = ask(books({ orders: sales, expenses: [expense(undated)] }));
    expect(ledger(answer, 'operatingExpenses')).toMatchObject({
      status: 'estimated',
      note: '1 without a date, spread over all days of the data',
    });
  });

  it('without a date stand in every month of a table by month', () => {
    const answer = askAll(books({ orders: sales, expenses: [expense({ day: undefined, amount: 9200 })] }), {
      by: 'month',
    });
    expect(rows(answer, 'breakdown').map((row) => row['operatingExpenses'])).toEqual([3100, 3000, 3100]);
  });

  it('of days that have not come yet are not charged', () => {
    const rent = { every: 'month', day: '2026-08-01', amount: 31000 } as const;
    const shop = books({ orders: sales, expenses: [expense(rent)] });
    const november = ask(shop, { period: month('2026-11-01', '2026-11-30'), asOf: '2026-11-15' });
    expect(value(november, 'operatingExpenses')).toBe(15500);
    const next = ask(shop, { period: month('2026-12-01', '2026-12-31'), asOf: '2026-11-15' });
    expect(value(next, 'operatingExpenses')).toBe(0);
  });

  it('named for a line above the operating expenses stand there', () => {
    const named = [
      ['Ads', 1],
      ['Packing material', 2],
      ['courier charges', 4],
      ['Gateway fees', 8],
      ['Platform commission', 16],
      ['Rent', 32],
    ] as const;
    const expenses = named.map(([category, amount]) => expense({ category, amount, day: '2026-10-05' }));
    const answer = ask(books({ orders: sales, expenses }), { by: 'channel' });
    expect(
      values(
        answer,
        ...[
          'advertising',
          'packaging',
          'shippingCost',
          'paymentFees',
          'marketplaceFees',
          'operatingExpenses',
        ],
      ),
    ).toEqual({
      advertising: 1,
      packaging: 2,
      shippingCost: 4,
      paymentFees: 8,
      marketplaceFees: 16,
      operatingExpenses: 32,
    });
    expect(rows(answer, 'breakdown').map(({ name }) => name)).toEqual(['shopify', '(not tied to one)']);
  });

  it('are told by category, with those of the earlier period', () => {
    const expenses = [
      expense({ category: 'Rent', amount: 100, day: '2026-10-05' }),
      expense({ category: 'Wages', amount: 300, day: '2026-09-05' }),
    ];
    const answer = ask(books({ orders: sales, expenses }), { compare: 'previous' });
    expect(value(answer, 'pnl.expense.Rent')).toBe(100);
    expect(value(answer, 'pnl.expense.Rent.previous')).toBe(0);
    expect(value(answer, 'pnl.expense.Wages')).toBe(0);
    expect(value(answer, 'pnl.expense.Wages.change')).toBe(-300);
  });

  it('in another currency are left out and said', () => {
    const expenses = [
      expense({ currency: 'USD', amount: 9900 }),
      expense({ currency: 'EUR', day: undefined }),
    ];
    const answer = ask(books({ orders: sales, expenses }));
    expect(value(answer, 'operatingExpenses')).toBeNull();
    const [finding] = findings(answer, 'foreignRecords');
    expect(told(answer, finding)).toEqual({ records: 2 });
    expect(finding?.names['currencies']).toBe('EUR, USD');
  });
});
