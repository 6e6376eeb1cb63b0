import type { Order } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import { countsOf } from '../../domain/order-counts.ts';
import type { Rows } from '../../domain/rows.ts';

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

/** The place in the books of the order that a record names; undefined when it names none of them. */
export type FindOrder = (record: Naming) => number | undefined;

/**
 * Finds orders by number or, failing that, by id. A record belongs to one order at most: a selling platform names only its
 * own orders; where two shops use the same number, a payment provider or courier means the latest order placed by its day.
 */
export function orderFinder(orders: Rows<Order>): FindOrder {
  const channels = lazily(() => countsOf(orders, 'channel'));
  const numbers = lazily(() => grouped(orders, (order) => order.number));
  const ids = lazily(() => grouped(orders, (order) => order.id));
  return (record) => {
    if (record.order === undefined) return undefined;
    const key = orderKey(record.order);
    const own = record.channel !== undefined && channels().has(record.channel) ? record.channel : undefined;
    return meant(numbers().get(key), own, record.day) ?? meant(ids().get(key), own, record.day);
  };
}

function lazily<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}

interface Named {
  readonly order: Order;
  readonly place: number;
}

function grouped(orders: Rows<Order>, nameOf: (order: Order) => string): ReadonlyMap<string, Named[]> {
  const groups = new Map<string, Named[]>();
  let place = 0;
  for (const order of orders) {
    const key = orderKey(nameOf(order));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ order, place }]);
    else group.push({ order, place });
    place += 1;
  }
  return groups;
}

function meant(
  named: readonly Named[] = [],
  channel: string | undefined,
  day: Day | undefined,
): number | undefined {
  const those = channel === undefined ? named : named.filter(({ order }) => order.channel === channel);
  if (those.length < 2) return those[0]?.place;
  const sorted = [...those].sort((a, b) => (sortKey(a.order) < sortKey(b.order) ? -1 : 1));
  const latest = day === undefined ? undefined : sorted.findLast(({ order }) => order.placedOn <= day);
  return (latest ?? sorted[0])?.place;
}

function sortKey({ placedOn, channel, id }: Order): string {
  return `${placedOn}\n${channel}\n${id}`;
}

/** Records by the place of their order in the books. */
export type ByOrder<Item> = ReadonlyMap<number, readonly Item[]>;

/** Records by the order that each names, and those that name none of the books. */
export function byOrder<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => number | undefined,
): { readonly of: ByOrder<Item>; readonly loose: readonly Item[] } {
  const groups = new Map<number, Item[]>();
  const loose: Item[] = [];
  for (const item of items) {
    const place = placeOf(item);
    const group = place === undefined ? loose : groups.get(place);
    if (group !== undefined) group.push(item);
    else if (place !== undefined) groups.set(place, [item]);
  }
  return { of: groups, loose };
}

const NONE: readonly never[] = [];

/** The records that belong to the order at this place. */
export function recordsOf<Item>(groups: ByOrder<Item>, place: number): readonly Item[] {
  return groups.size === 0 ? NONE : (groups.get(place) ?? NONE);
}
