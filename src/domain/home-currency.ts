import type { Books, Order } from './books.ts';

/** The currency of most orders (ties: first by code); orders that name none do not vote. Undefined without any. */
export function mostFrequentCurrency(orders: Iterable<Pick<Order, 'currency'>>): string | undefined {
  const counts = new Map<string, number>();
  // most orders are in the currency of the one above
  let [last, count] = ['', 0];
  const add = (): void => {
    if (last !== '') counts.set(last, (counts.get(last) ?? 0) + count);
  };
  for (const { currency } of orders) {
    if (currency !== last) {
      add();
      [last, count] = [currency, 0];
    }
    count += 1;
  }
  add();
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
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
