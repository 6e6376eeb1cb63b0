import type { Books, Movement, Order, Shipment } from '../../domain/books.ts';
import { MARKETPLACES } from '../../domain/channels.ts';
import { homeCurrencyOf } from '../../domain/home-currency.ts';
import type { Minor } from '../../domain/money.ts';
import { countsOf } from '../../domain/order-counts.ts';
import { hasLineOf, plainOrder } from '../../domain/order-view.ts';
import type { Rows } from '../../domain/rows.ts';
import { byOrder, orderFinder, recordsOf, type ByOrder } from './order-key.ts';
import { deliveryOf, settleRule, standingOf, type SettledRule, type Standing } from './revenue-rule.ts';
import { Sales, type Sale } from './sales.ts';
import { unitCosts, type UnitCost } from './unit-cost.ts';

export type { Sale } from './sales.ts';

/** The books prepared for posting: what belongs to which order, under the settled revenue rule. */
export interface Accounting {
  readonly books: Books;
  readonly currency: string;
  readonly rule: SettledRule;
  readonly unitCost: UnitCost;
  /** the order that a movement belongs to */
  readonly orderOf: (movement: Movement) => Order | undefined;
  readonly shipments: ByOrder<Shipment>;
  readonly refunds: ByOrder<Movement>;
  readonly paymentFees: ByOrder<Movement>;
  readonly marketplaceFees: ByOrder<Movement>;
  /** carriage that a platform charges */
  readonly labels: ByOrder<Movement>;
  /** what buyers paid, as marketplaces and payment providers tell it */
  readonly charges: ByOrder<Movement>;
  readonly loose: Loose;
  readonly sales: Sales;
  /** whether the order's parcel came back undelivered or was lost */
  readonly isUndelivered: (order: Order) => boolean;
}

/** Records that name no order of the books. */
export interface Loose {
  /** refunds by a platform whose orders are in the books: of sales before the first day of its file */
  readonly refunds: readonly Movement[];
  /** refunds that cannot be told from those the orders already state */
  readonly doubtfulRefunds: readonly Movement[];
  readonly shipments: readonly Shipment[];
}

/** Indexes the books once, so that every pass over the sales is one loop. */
export function accountingOf(books: Books): Accounting {
  const { orders } = books;
  const currency = homeCurrencyOf(books);
  const rule = settleRule(books, currency);
  const findOrder = orderFinder(orders);
  const owners = new Map(books.movements.map((movement) => [movement, findOrder(movement)]));
  const ofKind = (...kinds: readonly Movement['kind'][]) =>
    byOrder(
      books.movements.filter((movement) => kinds.includes(movement.kind) && movement.currency === currency),
      (movement) => owners.get(movement),
    );
  const shipments = byOrder(books.shipments, findOrder);
  const refunds = ofKind('refund', 'chargeback');
  const channels = countsOf(orders, 'channel');
  // a marketplace pays back its own sales only: one that is not in the books lies in an earlier settlement
  const isOwn = ({ order, channel }: Movement): boolean =>
    order !== undefined && (channels.has(channel) || MARKETPLACES.has(channel));
  const sales = salesOf(orders, {
    ...{ rule, shipments: shipments.of, refunds: refunds.of },
    sourceOf: sourceOf(books),
  });
  return {
    ...{ books, currency, rule, sales },
    orderOf: (movement) => {
      const place = owners.get(movement);
      return place === undefined ? undefined : sales.orderAt(place);
    },
    unitCost: unitCosts(books.costs, books.shop, currency),
    shipments: shipments.of,
    refunds: refunds.of,
    paymentFees: ofKind('payment_fee').of,
    marketplaceFees: ofKind('marketplace_fee').of,
    labels: ofKind('shipping_label').of,
    charges: ofKind('charge').of,
    loose: {
      refunds: refunds.loose.filter(isOwn),
      doubtfulRefunds: refunds.loose.filter((refund) => !isOwn(refund)),
      shipments: shipments.loose.filter((shipment) => shipment.currency === currency),
    },
    isUndelivered: undeliveredOf(sales),
  };
}

function undeliveredOf(sales: Sales): Accounting['isUndelivered'] {
  const keyOf = ({ channel, id }: Order): string => `${channel}\n${id}`;
  const undelivered = new Set(sales.standing('undelivered').map(({ order }) => keyOf(order)));
  return (order) => undelivered.size > 0 && undelivered.has(keyOf(order));
}

/** Which platform tells of a movement, in which kind of export. */
function sourceOf({ sources }: Books): (movement: Movement) => string {
  const kinds = new Map(sources.map(({ file, kind }) => [file, kind]));
  return ({ channel, file }) => `${channel} ${kinds.get(file) ?? ''}`;
}

interface SaleInput extends Pick<Accounting, 'rule' | 'shipments' | 'refunds'> {
  readonly sourceOf: (movement: Movement) => string;
}

function salesOf(orders: Rows<Order>, input: SaleInput): Sales {
  const sales = new Sales(orders);
  for (const order of orders) {
    const whole = withLine(order);
    sales.push(saleOf(whole, sales.length, input), whole !== order);
  }
  return sales;
}

/** An order whose file names no product still sold its total, less a tip and the like: it gets one line without a SKU. */
function withLine(order: Order): Order {
  if (order.total === 0 || hasLineOf(order, 'product')) return order;
  const { lines, total, discount, shipping, tax, taxIncluded, row } = order;
  const beside = lines.reduce((sum, line) => sum + line.amount, 0);
  const amount = total + discount - shipping - (taxIncluded ? 0 : tax) - beside;
  if (amount === 0) return order;
  return {
    ...plainOrder(order),
    lines: [...lines, { kind: 'product', title: 'Sale without products', quantity: 1, amount, row }],
  };
}

function saleOf(
  order: Order,
  place: number,
  { rule, shipments, refunds, sourceOf }: SaleInput,
): Omit<Sale, 'place'> {
  const told = refundedByOrder(order);
  const datedRefunds = toldOnce(recordsOf(refunds, place), told, sourceOf);
  const delivery = shipments.size === 0 ? order.delivery : deliveryOf(order, recordsOf(shipments, place));
  const refunded = Math.max(told, givenBack(datedRefunds));
  const standing = standingOf({ order, delivery, refunded }, rule);
  return { order, delivery, refunded, standing, datedRefunds };
}

/** An order marked as refunded without an amount was given back whole. */
function refundedByOrder({ refunded = 0, payment, total }: Order): Minor {
  return refunded === 0 && payment === 'refunded' ? total : refunded;
}

/**
 * The dated refunds of one order, by day. When two platforms, or two kinds of export of one, tell of more together than
 * the order states, they tell of the same money: the one that tells of more counts. Rows without an amount tell of goods that
 * came back, and stay.
 */
function toldOnce(
  refunds: readonly Movement[],
  told: Minor,
  sourceOf: (refund: Movement) => string,
): readonly Movement[] {
  if (refunds.length < 2) return refunds;
  const sorted = [...refunds].sort((a, b) =>
    a.day === b.day ? b.amount - a.amount : a.day < b.day ? -1 : 1,
  );
  const sources = [...new Set(sorted.filter(({ amount }) => amount !== 0).map(sourceOf))].sort();
  if (sources.length < 2 || givenBack(sorted) <= told) return sorted;
  const bySource = sources.map((source) =>
    sorted.filter((refund) => refund.amount === 0 || sourceOf(refund) === source),
  );
  return bySource.reduce((most, one) => (givenBack(one) > givenBack(most) ? one : most));
}

/** Sum of refunds as a positive amount. */
export function givenBack(refunds: readonly Movement[]): Minor {
  let sum = 0;
  for (const refund of refunds) sum -= refund.amount;
  return sum;
}

/** Whether the order is part of the statement's sales. */
export function isSale(standing: Standing): boolean {
  return standing === 'counted' || standing === 'reversed';
}
