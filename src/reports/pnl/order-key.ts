import type { Order } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';

/** How other files name an order: without the leading `#`, blanks and case. */
export function orderKey(name: string): string {
  return name
    .replace(/^[#\s]+/, '')
    .trimEnd()
    .toLowerCase();
}

/** A record that may name an order: a movement of money, a parcel. */
export interface Naming {
  readonly order?: string | undefined;
  /** the platform whose record it is; undefined for one that sells nothing, such as a courier */
  readonly channel?: string | undefined;
  readonly day?: Day | undefined;
}

/** The order that a record names; undefined when it names none of the books. */
export type FindOrder = (record: Naming) => Order | undefined;

/**
 * Finds orders by number or, failing that, by id. A record belongs to one order at most: a selling platform names only its
 * own orders; where two shops use the same number, a payment provider or courier means the latest order placed by its day.
 */
export function orderFinder(orders: readonly Order[]): FindOrder {
  const channels = new Set(orders.map((order) => order.channel));
  const numbers = lazily(() => grouped(orders, (order) => order.number));
  const ids = lazily(() => grouped(orders, (order) => order.id));
  return (record) => {
    if (record.order === undefined) return undefined;
    const key = orderKey(record.order);
    const own = record.channel !== undefined && channels.has(record.channel) ? record.channel : undefined;
    return meant(numbers().get(key), own, record.day) ?? meant(ids().get(key), own, record.day);
  };
}

function lazily<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}

function grouped(orders: readonly Order[], nameOf: (order: Order) => string): ReadonlyMap<string, Order[]> {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const key = orderKey(nameOf(order));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [order]);
    else group.push(order);
  }
  return groups;
}

function meant(
  named: readonly Order[] = [],
  channel: string | undefined,
  day: Day | undefined,
): Order | undefined {
  const orders = channel === undefined ? named : named.filter((order) => order.channel === channel);
  if (orders.length < 2) return orders[0];
  const sorted = [...orders].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  return (day === undefined ? undefined : sorted.findLast((order) => order.placedOn <= day)) ?? sorted[0];
}

function sortKey({ placedOn, channel, id }: Order): string {
  return `${placedOn}\n${channel}\n${id}`;
}

export type ByOrder<Item> = ReadonlyMap<Order, readonly Item[]>;

/** Records by the order that each names, and those that name none of the books. */
export function byOrder<Item>(
  items: readonly Item[],
  orderOf: (item: Item) => Order | undefined,
): { readonly of: ByOrder<Item>; readonly loose: readonly Item[] } {
  const groups = new Map<Order, Item[]>();
  const loose: Item[] = [];
  for (const item of items) {
    const order = orderOf(item);
    const group = order === undefined ? loose : groups.get(order);
    if (group !== undefined) group.push(item);
    else if (order !== undefined) groups.set(order, [item]);
  }
  return { of: groups, loose };
}

const NONE: readonly never[] = [];

/** The records that belong to this order. */
export function recordsOf<Item>(groups: ByOrder<Item>, order: Order): readonly Item[] {
  return groups.size === 0 ? NONE : (groups.get(order) ?? NONE);
}
