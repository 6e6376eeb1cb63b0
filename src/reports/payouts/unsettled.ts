import type { Channel, Movement, Order } from '../../domain/books.ts';
import { channelName, MARKETPLACES } from '../../domain/channels.ts';
import { dayNumber, type Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import { isSale, type Accounting } from '../pnl/accounting.ts';
import type { Sale, Sales } from '../pnl/sales.ts';
import type { Reconciled } from './reconcile.ts';

/** A paid order of which no settlement says anything. */
export interface Unsettled {
  /** the platform that should have settled it */
  readonly channel: Channel;
  readonly order: string;
  readonly placedOn: Day;
  /** total less what was given back */
  readonly amount: Minor;
  /** placed after the last day of the channel's files: they may simply not be exported yet */
  readonly isBeyond: boolean;
}

/** Days that a channel's ledger covers. */
interface Reach {
  readonly from: Day;
  readonly to: Day;
}

export interface UnsettledInput {
  readonly accounting: Accounting;
  readonly movements: readonly Movement[];
  readonly settlements: readonly Reconciled[];
  readonly asOf: Day;
  /** days that an order may wait */
  readonly days: number;
}

/**
 * Sales placed more than `days` days ago that the ledger of their platform should name and does not: a marketplace's own orders;
 * a shop's orders whose payment method names a provider of the books; and those whose payment method is otherwise settled by it
 * for at least half of its orders. Orders from before the ledger's first day may have been settled earlier and are not listed.
 */
export function unsettledOrders(input: UnsettledInput): readonly Unsettled[] {
  const { accounting, asOf, days } = input;
  const reaches = reachesOf(input);
  if (reaches.size === 0) return [];
  const settled = settledOrders(input);
  const ledgerOf = ledgerFinder(accounting, settled, reaches);
  const unsettledOf = (sale: Sale): Unsettled | undefined => {
    const { order, refunded } = sale;
    const channel = settled.has(orderKey(order)) ? undefined : ledgerOf(sale);
    const reach = channel === undefined ? undefined : reaches.get(channel);
    if (channel === undefined || reach === undefined || order.placedOn < reach.from) return undefined;
    if (dayNumber(asOf) - dayNumber(order.placedOn) <= days) return undefined;
    const amount = order.total - refunded;
    const isBeyond = order.placedOn > reach.to;
    return amount <= 0
      ? undefined
      : { channel, order: order.number, placedOn: order.placedOn, amount, isBeyond };
  };
  return Array.from(accounting.sales, unsettledOf).filter((order) => order !== undefined);
}

function orderKey({ channel, id }: Order): string {
  return `${channel}\n${id}`;
}

function reachesOf({ movements, settlements }: UnsettledInput): ReadonlyMap<Channel, Reach> {
  const reaches = new Map<Channel, Reach>();
  const see = (channel: Channel, day: Day | undefined): void => {
    if (day === undefined || day === '') return;
    const { from, to } = reaches.get(channel) ?? { from: day, to: day };
    reaches.set(channel, { from: day < from ? day : from, to: day > to ? day : to });
  };
  for (const { kind, channel, day } of movements)
    if (kind === 'charge' || kind === 'refund') see(channel, day);
  for (const { channel, from, to } of settlements) {
    if (!reaches.has(channel)) continue;
    see(channel, from);
    see(channel, to);
  }
  return reaches;
}

type Settled = ReadonlyMap<string, ReadonlySet<Channel>>;

/** Orders by key with the channels whose ledger names them. */
function settledOrders({ accounting, movements }: UnsettledInput): Settled {
  const settled = new Map<string, Set<Channel>>();
  for (const movement of movements) {
    const order = movement.kind === 'payout' ? undefined : accounting.orderOf(movement);
    if (order === undefined) continue;
    const channels = settled.get(orderKey(order));
    if (channels === undefined) settled.set(orderKey(order), new Set([movement.channel]));
    else channels.add(movement.channel);
  }
  return settled;
}

type LedgerOf = (sale: Sale) => Channel | undefined;

/** The platform whose ledger should name a sale; undefined when none of the books does. */
function ledgerFinder(
  { sales }: Accounting,
  settled: Settled,
  reaches: ReadonlyMap<Channel, Reach>,
): LedgerOf {
  const providers = [...reaches.keys()].filter((channel) => !MARKETPLACES.has(channel));
  const usual = usualLedgers(sales, settled);
  return ({ order, standing }) => {
    if (!isSale(standing)) return undefined;
    if (MARKETPLACES.has(order.channel)) return reaches.has(order.channel) ? order.channel : undefined;
    if (!isPaidAhead(order)) return undefined;
    return providers.find((provider) => isNamed(order, provider)) ?? usual.get(methodKey(order));
  };
}

function isPaidAhead({ cashOnDelivery, payment }: Order): boolean {
  return !cashOnDelivery && payment !== 'pending';
}

function isNamed({ payMethod = '', channel }: Order, provider: Channel): boolean {
  const method = payMethod.toLowerCase().replace(/_/g, ' ');
  // a shop's own payments are named after it
  const name = channel === provider ? `${channelName(provider).toLowerCase()} payments` : provider;
  return method.includes(name);
}

function methodKey({ channel, payMethod }: Order): string {
  return `${channel}\n${payMethod ?? ''}`;
}

/** Payment methods of which a ledger settles at least half of the paid orders. */
function usualLedgers(sales: Sales, settled: Settled): ReadonlyMap<string, Channel> {
  const all = new Map<string, number>();
  const by = new Map<string, number>();
  const usual = new Map<string, Channel>();
  const increase = (counts: Map<string, number>, key: string): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1);
  const paid = sales.filter(({ order, standing }) => isSale(standing) && isPaidAhead(order));
  for (const { order } of paid) {
    increase(all, methodKey(order));
    for (const channel of settled.get(orderKey(order)) ?? []) increase(by, `${methodKey(order)}\n${channel}`);
  }
  for (const key of [...by.keys()].sort()) {
    const [method, channel] = [key.slice(0, key.lastIndexOf('\n')), key.slice(key.lastIndexOf('\n') + 1)];
    if ((by.get(key) ?? 0) * 2 >= (all.get(method) ?? 0)) usual.set(method, channel);
  }
  return usual;
}
