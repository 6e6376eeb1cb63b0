import type { Order } from '../domain/books.ts';
import { split, type Minor } from '../domain/money.ts';
import type { Rows } from '../domain/rows.ts';
import { linesTotal } from './add-order.ts';
import { orderIdentity } from './identity.ts';
import type { Overlap } from './merge-records.ts';
import { furthest } from './order-progress.ts';

/** Whether a report names what was sold; one of whole orders (Etsy orders, Square transactions) does not. */
export function namesProducts({ lines }: Pick<Order, 'lines'>): boolean {
  return lines.some(({ kind }) => kind === 'product');
}

/**
 * One sale in two reports of a platform, by whole orders and by lines, becomes one: the one with product lines, with the amounts
 * of the other where they agree with the lines or these have no prices, and whatever else only the other knows (refunds,
 * tips, the buyer's state, how far the order has come). Orders of one file are never united. `overlaps`: what was left out.
 */
export function oneSale(orders: readonly Order[]): {
  readonly orders: Rows<Order>;
  readonly overlaps: readonly Overlap[];
} {
  const bare = new Map<string, Order>();
  for (const order of orders) if (!namesProducts(order)) bare.set(orderIdentity(order), order);
  if (bare.size === 0) return { orders, overlaps: [] };
  const united = new Map<Order, Order>();
  for (const order of orders) {
    const whole = bare.get(orderIdentity(order));
    if (whole !== undefined && whole.file !== order.file && namesProducts(order)) united.set(order, whole);
  }
  if (united.size === 0) return { orders, overlaps: [] };
  const gone = new Set(united.values());
  const kept = orders.filter((order) => !gone.has(order));
  return {
    orders: kept.map((order) => {
      const whole = united.get(order);
      return whole === undefined ? order : unite(order, whole);
    }),
    overlaps: overlapsOf(united),
  };
}

function overlapsOf(united: ReadonlyMap<Order, Order>): readonly Overlap[] {
  const overlaps = new Map<string, Overlap>();
  for (const [{ file: winner }, { file: loser }] of united) {
    const pair = JSON.stringify([loser, winner]);
    const overlap = overlaps.get(pair) ?? { loser, winner, plural: 'orders', count: 0, differing: [] };
    overlaps.set(pair, { ...overlap, count: overlap.count + 1 });
  }
  return [...overlaps.values()];
}

function unite(lined: Order, whole: Order): Order {
  return {
    ...{ file: lined.file, row: lined.row, id: lined.id, number: lined.number, channel: lined.channel },
    ...{ placedOn: lined.placedOn, currency: lined.currency === '' ? whole.currency : lined.currency },
    ...furthest(lined, whole),
    ...amountsOf(lined, whole),
    refunded: largest(lined.refunded, whole.refunded),
    cashOnDelivery: lined.cashOnDelivery || whole.cashOnDelivery,
    ...toldByEither(lined, whole),
  };
}

type Amounts = Pick<Order, 'lines' | 'discount' | 'shipping' | 'tax' | 'total' | 'taxIncluded'>;

function amountsOf(lined: Order, whole: Order): Amounts {
  const kinds = new Set(lined.lines.map(({ kind }) => kind));
  const extras = whole.lines.filter(({ kind }) => !kinds.has(kind));
  const unpriced = lined.total === 0 && lined.lines.every(({ amount }) => amount === 0);
  const lines = [...(unpriced ? priced(lined.lines, goodsOf(whole)) : lined.lines), ...extras];
  const isWhole = addsUp(whole, lines);
  const { discount, shipping, tax, total, taxIncluded } = isWhole ? whole : lined;
  return { lines: isWhole ? lines : lined.lines, discount, shipping, tax, total, taxIncluded };
}

/** What the products of a report of whole orders come to. */
function goodsOf({ total, discount, shipping, tax, taxIncluded, lines }: Order): Minor {
  return total + discount - shipping - (taxIncluded ? 0 : tax) - linesTotal(lines);
}

/** Lines without prices share what the products come to, by quantity. */
function priced(lines: Order['lines'], goods: Minor): Order['lines'] {
  const parts = split(
    goods,
    lines.map(({ kind, quantity }) => (kind === 'product' ? Math.max(0, quantity) : 0)),
  );
  return lines.map((line, index) => ({ ...line, amount: parts[index] ?? 0 }));
}

/** What one report does not say the other may. */
function toldByEither(one: Order, other: Order) {
  const told = <Key extends keyof Order>(key: Key): Order[Key] => one[key] ?? other[key];
  return {
    placedAt: told('placedAt'),
    cancelledOn: told('cancelledOn'),
    customerKey: told('customerKey'),
    country: told('country'),
    region: told('region'),
    discountCode: told('discountCode'),
    payMethod: told('payMethod'),
  };
}

/** Σ lines − discount + shipping (+ tax when not included) = total, each line rounded for itself. */
function addsUp({ discount, shipping, tax, taxIncluded, total }: Order, lines: Order['lines']): boolean {
  const sum = linesTotal(lines) - discount + shipping + (taxIncluded ? 0 : tax);
  return Math.abs(total - sum) <= lines.length;
}

function largest(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.max(one, other);
}
