/** What is wanted, what there is, and how the supplier sells. */
export interface OrderNeed {
  /** units to have after the order */
  readonly orderUpTo: number;
  /** on hand − committed + on order that arrives in time; may be below zero */
  readonly position: number;
  /** mean units sold a day */
  readonly dailyDemand: number;
  /** whole packs only; 1 by default */
  readonly pack?: number;
  /** MOQ, least units of an order; 0 by default */
  readonly minimum?: number;
  /** a minimum or a pack larger than the need is bought only when sold within so many days; 120 by default */
  readonly mostCoverDays?: number;
  /** units older cannot be sold; no limit by default */
  readonly shelfLifeDays?: number;
  /** known not to sell any more */
  readonly isDead?: boolean;
}

/** Why the quantity is what it is; only with `need` and `minimum` is it above zero. */
export type OrderReason = 'need' | 'minimum' | 'enough' | 'no-demand' | 'waits-for-minimum' | 'shelf-life';

export interface OrderQuantity {
  /** whole packs, 0 or at least the minimum */
  readonly quantity: number;
  readonly reason: OrderReason;
  /** units that are wanted, before packs and minimum */
  readonly need: number;
}

const ROUNDING = 1e-9;

const wholePacks = (units: number, pack: number): number => Math.ceil(units / pack - ROUNDING) * pack;

/** Whole packs that are sold, together with what is there, before they are too old. */
function sellable(order: OrderNeed, pack: number): number {
  const { dailyDemand, position, shelfLifeDays = Infinity } = order;
  const units = shelfLifeDays * dailyDemand - Math.max(0, position);
  return units === Infinity ? Infinity : Math.floor(units / pack + ROUNDING) * pack;
}

/**
 * Units to order: need = order-up-to − position, in whole packs, at least the minimum. Where minimum or pack ask for more than the need
 * and that would last longer than `mostCoverDays`, the order waits; where more would spoil than is sold, it is cut to whole packs, and
 * to 0 below the minimum. Never below 0, never a broken pack, never below the minimum unless 0; nothing for what does not sell.
 */
export function orderQuantity(order: OrderNeed): OrderQuantity {
  const need = Math.max(0, order.orderUpTo - order.position);
  const none = (reason: OrderReason): OrderQuantity => ({ quantity: 0, reason, need });
  if (order.isDead === true || !(order.dailyDemand > 0)) return none('no-demand');
  if (need === 0) return none('enough');
  return bought(order, need) ?? none('shelf-life');
}

/** What of a need is bought; undefined when even the least would spoil. */
function bought(order: OrderNeed, need: number): OrderQuantity | undefined {
  const { pack = 1, minimum = 0, mostCoverDays = 120, dailyDemand } = order;
  const needed = wholePacks(need, pack);
  const least = wholePacks(minimum, pack);
  const wanted = Math.max(needed, least);
  const most = sellable(order, pack);
  if (most < Math.max(least, pack)) return undefined;
  if (wanted > need && wanted / dailyDemand > mostCoverDays) {
    return { quantity: 0, reason: 'waits-for-minimum', need };
  }
  return { quantity: Math.min(wanted, most), reason: least > needed ? 'minimum' : 'need', need };
}
