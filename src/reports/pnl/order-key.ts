import type { Order } from '../../domain/books.ts';

/** How other files name an order: without the leading `#`, blanks and case. */
export function orderKey(name: string): string {
  return name
    .replace(/^[#\s]+/, '')
    .trim()
    .toLowerCase();
}

/** Groups records by the order they name; a record without an order is left out. */
export function byOrder<Item>(
  items: readonly Item[],
  orderOf: (item: Item) => string | undefined,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = orderOf(item);
    if (name === undefined) continue;
    const key = orderKey(name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const NONE: readonly never[] = [];

/** The records that name this order by its number or, failing that, by its id. */
export function recordsOf<Item>(groups: ReadonlyMap<string, readonly Item[]>, order: Order): readonly Item[] {
  if (groups.size === 0) return NONE;
  return groups.get(orderKey(order.number)) ?? groups.get(orderKey(order.id)) ?? NONE;
}
