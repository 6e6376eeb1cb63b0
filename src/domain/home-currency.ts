import type { Books, Order } from './books.ts';
import { countsOf } from './order-counts.ts';
import type { Rows } from './rows.ts';

/** The currency of most orders or movements (ties: first by code); records that name none do not vote. Undefined without any. */
export function mostFrequentCurrency(records: readonly InCurrency[] | Rows<Order>): string | undefined {
  const counts = [...countsOf(records, 'currency')].filter(([currency]) => currency !== '');
  return counts.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

interface InCurrency {
  readonly currency: string;
}

/** The shop's own currency: as configured, else that of most orders, else of the first movement or expense, else INR. */
export function homeCurrencyOf(books: Pick<Books, 'shop' | 'orders' | 'movements' | 'expenses'>): string {
  return (
    books.shop.currency ??
    mostFrequentCurrency(books.orders) ??
    books.movements[0]?.currency ??
    books.expenses[0]?.currency ??
    'INR'
  );
}
