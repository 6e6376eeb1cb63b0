import type { Order } from '../../src/domain/books.ts';
import { addDays, dayNumber, type Day } from '../../src/domain/day.ts';
import { line, order } from './books.ts';

/** What a shop sells on one day: pieces by SKU. */
export type DaySales = Readonly<Record<string, number>>;

export const PRICES: Readonly<Record<string, number>> = {
  'KRT-101': 129900,
  'DUP-220': 49900,
  'SAR-310': 249900,
};

/**
 * Orders of consecutive days, one order per piece, each by a customer of its own; `salesOf` says what sells on the day with this
 * index. Prices in paise.
 */
export function dailyOrders(
  from: Day,
  days: number,
  salesOf: (index: number, day: Day) => DaySales,
): readonly Order[] {
  return Array.from({ length: days }, (_, index) => addDays(from, index)).flatMap((day, index) =>
    Object.entries(salesOf(index, day)).flatMap(([sku, pieces]) =>
      Array.from({ length: pieces }, (_unused, piece) => {
        const number = `#${dayNumber(day)}${sku}${piece}`;
        const lines = [line({ sku, title: sku, amount: PRICES[sku] ?? 10000 })];
        return order({
          number,
          id: number,
          placedOn: day,
          customerKey: number,
          region: 'RJ',
          country: 'IN',
          lines,
        });
      }),
    ),
  );
}

/** Weekends sell half as much again: Monday to Sunday. */
const WEEK = [4, 4, 4, 4, 4, 6, 6] as const;

/** A steady shop: kurtas by weekday, and every day two dupattas. Days are told by their date, so that any first day will do. */
export function steady(_: number, day: Day): DaySales {
  const weekday = (dayNumber(day) + 3) % 7;
  return { 'KRT-101': WEEK[weekday] ?? 4, 'DUP-220': 2 };
}
