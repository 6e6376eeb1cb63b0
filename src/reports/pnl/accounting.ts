import type { Books, Movement, Order, Shipment } from '../../domain/books.ts';
import { homeCurrencyOf } from '../../domain/home-currency.ts';
import type { Minor } from '../../domain/money.ts';
import { byOrder, recordsOf } from './order-key.ts';
import {
  deliveryOf,
  settleRule,
  standingOf,
  type OrderFacts,
  type SettledRule,
  type Standing,
} from './revenue-rule.ts';
import { unitCosts, type UnitCost } from './unit-cost.ts';

/** The books prepared for posting: what belongs to which order, under the settled revenue rule. */
export interface Accounting {
  readonly books: Books;
  readonly currency: string;
  readonly rule: SettledRule;
  readonly unitCost: UnitCost;
  readonly shipments: ReadonlyMap<string, readonly Shipment[]>;
  readonly refunds: ReadonlyMap<string, readonly Movement[]>;
  readonly paymentFees: ReadonlyMap<string, readonly Movement[]>;
  readonly marketplaceFees: ReadonlyMap<string, readonly Movement[]>;
  readonly sales: readonly Sale[];
}

/** An order with its standing and the money given back for it. */
export interface Sale extends OrderFacts {
  readonly standing: Standing;
  readonly datedRefunds: readonly Movement[];
}

/** Indexes the books once, so that every pass over the sales is one loop. */
export function accountingOf(books: Books): Accounting {
  const currency = homeCurrencyOf(books);
  const rule = settleRule(books, currency);
  const ofKind = (...kinds: readonly Movement['kind'][]) =>
    byOrder(
      books.movements.filter((movement) => kinds.includes(movement.kind) && movement.currency === currency),
      (movement) => movement.order,
    );
  const shipments = byOrder(books.shipments, (shipment) => shipment.order);
  const refunds = ofKind('refund', 'chargeback');
  return {
    books,
    currency,
    rule,
    unitCost: unitCosts(books.costs, books.shop, currency),
    shipments,
    refunds,
    paymentFees: ofKind('payment_fee'),
    marketplaceFees: ofKind('marketplace_fee'),
    sales: books.orders.map((order) => saleOf(order, { rule, shipments, refunds })),
  };
}

function saleOf(
  order: Order,
  { rule, shipments, refunds }: Pick<Accounting, 'rule' | 'shipments' | 'refunds'>,
): Sale {
  const datedRefunds = recordsOf(refunds, order);
  const refunded = Math.max(order.refunded ?? 0, givenBack(datedRefunds));
  const facts: OrderFacts = {
    order,
    delivery: shipments.size === 0 ? order.delivery : deliveryOf(order, shipments),
    refunded,
  };
  return { ...facts, standing: standingOf(facts, rule), datedRefunds };
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
