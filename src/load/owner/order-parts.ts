import type { LineMoney } from './line-money.ts';
import type { OwnerRow } from './owner-rows.ts';

/**
 * What one file tells of orders that another file tells the rest of: rows by order number. `heads` have the date, the buyer and
 * what belongs to the whole order; `lines` the goods and what they came to.
 */
export interface OrderParts {
  readonly heads: ReadonlyMap<string, readonly OwnerRow[]>;
  readonly lines: ReadonlyMap<string, readonly OwnerRow[]>;
  readonly money: ReadonlyMap<OwnerRow, LineMoney>;
}

/** Rows by their order number; a row without one is a Problem. */
export function rowsByOrder(rows: readonly OwnerRow[]): ReadonlyMap<string, readonly OwnerRow[]> {
  const orders = new Map<string, OwnerRow[]>();
  for (const row of rows) {
    const order = row.id('order');
    const known = order === undefined ? undefined : orders.get(order);
    if (order === undefined) row.lacks('order');
    else if (known === undefined) orders.set(order, [row]);
    else known.push(row);
  }
  return orders;
}
