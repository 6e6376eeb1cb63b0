import type { SaleLine, SalePeriod } from '../../../../src/reports/trends/causes/sale-line.ts';

/** Whole numbers below n in an order that looks like chance and is always the same (Lehmer's generator). */
export function chance(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}

/** Twenty-four items, ITEM-01 the cheapest at 100, ITEM-24 the dearest at 2400 (minor units). */
const ITEMS = Array.from({ length: 24 }, (_, i) => ({
  item: `ITEM-${String(i + 1).padStart(2, '0')}`,
  price: 100 * (i + 1),
}));
const STATES = ['Kerala', 'Kerala', 'Kerala', 'Goa', 'Assam'];

function orderOf(day: number, place: number, below: (n: number) => number): readonly SaleLine[] {
  const order = `#${day}-${place}`;
  const isNew = below(4) === 0;
  const customer = isNew ? { customer: order, newCustomer: true } : { customer: `regular ${below(400)}` };
  const known = below(6) === 0 ? {} : customer;
  const segment = STATES[below(STATES.length)] ?? '';
  return Array.from({ length: 2 }, () => {
    const { item, price } = ITEMS[below(ITEMS.length)] ?? { item: '', price: 0 };
    const quantity = 2 + 2 * below(3);
    return { day, order, item, quantity, amount: quantity * price, segment, channel: 'web', ...known };
  });
}

/** Days of a lively shop: thirty orders a day, each of two lines. */
export function shopDays(from: number, days: number, seed = 7): readonly SaleLine[] {
  const below = chance(seed + from);
  return Array.from({ length: days }, (_, i) => from + i).flatMap((day) =>
    Array.from({ length: 30 }, (_, place) => orderOf(day, place, below)).flat(),
  );
}

/** Four quiet weeks: days 0 to 27. */
export const BASE: SalePeriod = { from: 0, days: 28, lines: shopDays(0, 28) };

/** The week after them, changed as told. */
export function currentWeek(
  change: (lines: readonly SaleLine[]) => readonly SaleLine[] = (lines) => lines,
): SalePeriod {
  return { from: 28, days: 7, lines: change(shopDays(28, 7)) };
}

export function revenue(lines: readonly SaleLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}
