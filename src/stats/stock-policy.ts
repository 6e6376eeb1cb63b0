import { type Distribution } from './distribution.ts';

/** Importance of an item by its share of the margin. */
export type MarginClass = 'A' | 'B' | 'C';

/** Chance not to run out in a cycle, where the owner names none and costs are not known. */
export const SERVICE_BY_CLASS: Readonly<Record<MarginClass, number>> = { A: 0.97, B: 0.95, C: 0.9 };

/** Demand of an item over the two spans an order has to bridge. */
export interface ProtectedDemand {
  /** until an order placed now arrives */
  readonly leadTime: Distribution;
  /** until an order placed at the next review arrives: lead time + review period */
  readonly protection: Distribution;
}

export interface StockLevels {
  /** s: order when stock and what is on the way are at or below it */
  readonly reorderPoint: number;
  /** S: order up to it */
  readonly orderUpTo: number;
  /** orderUpTo − mean demand until the next order arrives */
  readonly safetyStock: number;
}

/**
 * Whole units to reorder at and to order up to: the quantiles of demand over the lead time and over the protection period at the cycle
 * service level (0 < service < 1), rounded up, at most `mostUnits` (what a shelf life lets one sell; no bound by default). Where nothing
 * sells both are 0.
 */
export function stockLevels(
  { leadTime, protection }: ProtectedDemand,
  service: number,
  mostUnits = Infinity,
): StockLevels {
  const capped = (units: number): number => Math.max(0, Math.min(Math.ceil(units), Math.floor(mostUnits)));
  const orderUpTo = capped(protection.quantile(service));
  return {
    orderUpTo,
    reorderPoint: Math.min(orderUpTo, capped(leadTime.quantile(service))),
    safetyStock: orderUpTo - protection.mean,
  };
}

/** Cycle service: the chance that `stock` covers the demand, P(D ≤ stock). Not the fill rate. */
export function cycleService(demand: Distribution, stock: number): number {
  return demand.cdf(stock);
}

/**
 * Fill rate: share of the units asked for that is served when each cycle begins with `stock` up to its end: 1 − E[(D − stock)+] ÷ units
 * asked in a cycle, of which the units already short when the order arrives are not counted twice. Between 0 and 1; nothing asked: 1.
 * Source: Silver, Pyke & Thomas (2017), ch. 6.
 */
export function fillRate({ leadTime, protection }: ProtectedDemand, stock: number): number {
  const asked = protection.mean - leadTime.mean;
  if (asked <= 0) return 1;
  const short = protection.expectedShort(stock) - leadTime.expectedShort(stock);
  return Math.min(1, Math.max(0, 1 - short / asked));
}
