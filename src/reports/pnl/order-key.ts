import type { Order } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';

/** How other files name an order: without the leading `#`, blanks and case. */
export function orderKey(name: string): string {
  return name
    .replace(/^[#\s]+/, '')
    .trim()
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
  let index: Index | undefined;
  return (record) => {
    if (record.order === undefined) return undefined;
    index ??= indexOf(orders);
    const key = orderKey(record.order);
    const own = record.channel !== undefined && index.channels.has(record.channel);
    const meant = (all: readonly Order[] | undefined): readonly Order[] =>
      own ? (all?.filter((order) => order.channel === record.channel) ?? []) : (all ?? []);
    const named = meant(index.numbers.get(key));
    return latestBy(named.length > 0 ? named : meant(index.ids.get(key)), record.day);
  };
}

interface Index {
  readonly channels: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, readonly Order[]>;
  readonly ids: ReadonlyMap<string, readonly Order[]>;
}

function indexOf(orders: readonly Order[]): Index {
  return {
    channels: new Set(orders.map((order) => order.channel)),
    numbers: grouped(orders, (order) => orderKey(order.number)),
    ids: grouped(orders, (order) => orderKey(order.id)),
  };
}

function grouped(orders: readonly Order[], keyOf: (order: Order) => string): ReadonlyMap<string, Order[]> {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const key = keyOf(order);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [order]);
    else group.push(order);
  }
  return groups;
}

function latestBy(orders: readonly Order[], day: Day | undefined): Order | undefined {
  if (orders.length < 2) return orders[0];
  const sorted = [...orders].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  return (day === undefined ? undefined : sorted.findLast((order) => order.placedOn <= day)) ?? sorted[0];
}

function sortKey({ placedOn, channel, id }: Order): string {
  return `${placedOn}\n${channel}\n${id}`;
}

export type ByOrder<Item> = ReadonlyMap<Order, readonly Item[]>;

/** Records by the order that each names, and those that name none of the books. */
export function byOrder<Item extends Naming>(
  items: readonly Item[],
  find: FindOrder,
): { readonly of: ByOrder<Item>; readonly loose: readonly Item[] } {
  const groups = new Map<Order, Item[]>();
  const loose: Item[] = [];
  for (const item of items) {
    const order = find(item);
    const group = order === undefined ? loose : groups.get(order);
    if (group !== undefined) group.push(item);
    else if (order !== undefined) groups.set(order, [item]);
  }
  return { of: groups, loose };
}

const NONE: readonly never[] = [];

/** The records that belong to this order. */
export function recordsOf<Item>(groups: ByOrder<Item>, order: Order): readonly Item[] {
  return groups.get(order) ?? NONE;
}
