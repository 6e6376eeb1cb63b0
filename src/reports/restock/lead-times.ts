import { dayNumber, type Day } from '../../domain/day.ts';
import type { PurchaseLine } from '../../domain/supply.ts';
import { median, variance } from '../../stats/order-statistics.ts';
import { skuKey } from '../pnl/unit-cost.ts';

/** Days from an order to the shelf, and how far they stray. */
export interface LeadTime {
  readonly days: number;
  /** standard deviation in days */
  readonly spread: number;
  /** `learned` from received orders, `stated` by the owner's files, `assumed`: nobody says */
  readonly basis: 'learned' | 'stated' | 'assumed';
}

/** What the supplier or his item says of himself. */
export interface StatedLeadTime {
  readonly leadDays?: number | undefined;
  readonly leadSpreadDays?: number | undefined;
}

export interface LeadTimes {
  /** received orders from which lead times were learned */
  readonly orders: number;
  readonly of: (supplier: string, stated: readonly StatedLeadTime[]) => LeadTime;
}

const ASSUMED_DAYS = 14;
/** Of the lead time, where nothing is known of how it strays. */
const ASSUMED_SPREAD = 0.25;
const ENOUGH_ORDERS = 3;

/**
 * Lead times by supplier: median and standard deviation of received on − ordered on over at least three received orders (lines of one
 * order that came on one day are one), else what his item says, else he himself, else 14 days; the spread is what is stated, else a
 * quarter of the lead time. Orders received on the day `asOf` or later do not count.
 */
export function leadTimes(purchases: readonly PurchaseLine[], asOf: Day): LeadTimes {
  const taken = new Map<string, Map<string, number>>();
  for (const { supplier, order, orderedOn, receivedOn } of purchases) {
    if (supplier === undefined || orderedOn === undefined || receivedOn === undefined) continue;
    if (receivedOn >= asOf || receivedOn < orderedOn) continue;
    const key = supplierKey(supplier);
    const orders = taken.get(key) ?? new Map<string, number>();
    taken.set(key, orders.set(`${order}\n${receivedOn}`, dayNumber(receivedOn) - dayNumber(orderedOn)));
  }
  const learned = new Map(
    [...taken].flatMap(([key, orders]) =>
      orders.size < ENOUGH_ORDERS ? [] : [[key, learnedFrom([...orders.values()])] as const],
    ),
  );
  const orders = [...taken].reduce((sum, [key, own]) => sum + (learned.has(key) ? own.size : 0), 0);
  return { orders, of: (supplier, stated) => learned.get(supplierKey(supplier)) ?? statedOf(stated) };
}

function learnedFrom(days: readonly number[]): LeadTime {
  return { days: median(days), spread: Math.sqrt(variance(days)), basis: 'learned' };
}

function statedOf(stated: readonly StatedLeadTime[]): LeadTime {
  const days = stated.find(({ leadDays }) => leadDays !== undefined)?.leadDays;
  const spread = stated.find(({ leadSpreadDays }) => leadSpreadDays !== undefined)?.leadSpreadDays;
  const lead = days ?? ASSUMED_DAYS;
  return {
    days: lead,
    spread: spread ?? ASSUMED_SPREAD * lead,
    basis: days === undefined ? 'assumed' : 'stated',
  };
}

/** Suppliers compare without case and outer blanks, as SKUs do. */
export function supplierKey(name: string): string {
  return skuKey(name);
}
