import type { Movement, Order } from '../domain/books.ts';
import { mostFrequentCurrency } from '../domain/home-currency.ts';
import { exponentOf, roundHalfUp } from '../domain/money.ts';
import { countsOf } from '../domain/order-counts.ts';
import type { Rows } from '../domain/rows.ts';
import type { ShopSettings } from '../domain/shop.ts';

/** The shop's own currency, or the one most orders are in, else most movements of money, or INR when there are none either. */
export function homeCurrency(
  orders: Parameters<typeof mostFrequentCurrency>[0],
  shop: ShopSettings,
  movements: readonly Movement[] = [],
): string {
  return shop.currency ?? mostFrequentCurrency(orders) ?? mostFrequentCurrency(movements) ?? 'INR';
}

interface InCurrency {
  readonly currency: string;
}

/**
 * Gives records without a currency the home currency. Their amounts were read with two decimals, so the fields named are
 * rescaled where the home currency has another number of them.
 */
export function inCurrency<Item extends InCurrency>(
  records: readonly Item[],
  home: string,
  amounts: readonly (keyof Item & string)[],
): readonly Item[] {
  if (records.every((record) => record.currency !== '')) return records;
  return records.map((record) => (record.currency === '' ? settled(record, home, amounts) : record));
}

/** The same for orders, with their lines. */
export function orderInCurrency(orders: Rows<Order>, home: string): Rows<Order> {
  if (!countsOf(orders, 'currency').has('')) return orders;
  const own = ['discount', 'shipping', 'tax', 'total', 'refunded'] as const;
  return orders.map((order) =>
    order.currency !== ''
      ? order
      : {
          ...settled(order, home, own),
          lines: order.lines.map((line) => rescaled(line, home, ['amount', 'discount', 'tax'])),
        },
  );
}

function settled<Item extends InCurrency>(
  record: Item,
  home: string,
  amounts: readonly (keyof Item & string)[],
): Item {
  return { ...rescaled(record, home, amounts), currency: home };
}

/** The number of decimals that an unknown currency is read with */
const UNKNOWN = exponentOf('');

function rescaled<Item extends object>(
  record: Item,
  home: string,
  amounts: readonly (keyof Item & string)[],
): Item {
  const factor = 10 ** (exponentOf(home) - UNKNOWN);
  if (factor === 1) return record;
  const changed = amounts.flatMap((name) => {
    const amount = record[name];
    return typeof amount === 'number' ? [[name, roundHalfUp(amount * factor)] as const] : [];
  });
  return { ...record, ...Object.fromEntries(changed) };
}
