import {
  type LotCosts,
  economicOrderQuantity,
  economicOrderQuantityWithBackorders,
} from './economic-order-quantity.ts';
import { normal, normalBelow, normalDensity, normalLoss } from './normal.ts';
import { newsvendorCost } from './newsvendor.ts';

/** A shop that always knows its stock and orders a lot when it falls to a point; demand over a lead time is normal. */
export interface ContinuousReview extends LotCosts {
  /** p: a unit short, per unit of time in the exact model, per unit in {@link expectedInventoryLevelPolicy} */
  readonly shortageCost: number;
  /** standard deviation of demand in one unit of time */
  readonly demandDeviation: number;
  readonly leadTime: number;
}

export interface ReorderPolicy {
  readonly reorderPoint: number;
  readonly quantity: number;
}

const TOLERANCE = 1e-10;
const STEPS = 200;

function leadTimeDemand(review: ContinuousReview): { readonly mean: number; readonly deviation: number } {
  const { demandRate, demandDeviation, leadTime } = review;
  return { mean: demandRate * leadTime, deviation: demandDeviation * Math.sqrt(leadTime) };
}

/** ∫ from k to ∞ of the unit loss function: ½[(k² + 1)(1 − Φ(k)) − k φ(k)]. */
function secondLoss(k: number): number {
  return 0.5 * ((k * k + 1) * normalBelow(-k) - k * normalDensity(k));
}

/**
 * Exact cost per unit of time of the (r, Q) policy: (Kλ + ∫ g(y) dy over r … r + Q)/Q, where g is the newsvendor's cost of the demand over
 * a lead time. Source: Zheng (1992), Management Science 38; fixture of stockpyl.
 */
export function reorderPolicyCost(
  review: ContinuousReview,
  { reorderPoint, quantity }: ReorderPolicy,
): number {
  const { fixedCost, holdingCost, demandRate, shortageCost } = review;
  const { mean, deviation } = leadTimeDemand(review);
  const from = (reorderPoint - mean) / deviation;
  const to = from + quantity / deviation;
  const surplus = 0.5 * (to * to - from * from);
  const short = secondLoss(from) - secondLoss(to);
  const area = deviation ** 2 * (holdingCost * surplus + (holdingCost + shortageCost) * short);
  return (fixedCost * demandRate + area) / quantity;
}

/** The best reorder point for a given quantity: the r with g(r) = g(r + Q), found by halving. Source: Federgruen & Zheng (1992). */
export function bestReorderPoint(review: ContinuousReview, quantity: number): number {
  const { mean, deviation } = leadTimeDemand(review);
  const demand = normal(mean, deviation);
  const costs = { over: review.holdingCost, under: review.shortageCost };
  const cost = (stock: number): number => newsvendorCost(demand, costs, stock);
  let high = demand.quantile(costs.under / (costs.under + costs.over));
  let low = high - quantity;
  for (let step = 0; step < STEPS && high - low > TOLERANCE; step += 1) {
    const middle = (low + high) / 2;
    if (cost(middle) > cost(middle + quantity)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The economic lot with backorders and the best reorder point for it: near the optimum and easily explained. */
export function economicReorderPolicy(review: ContinuousReview): ReorderPolicy {
  const { quantity } = economicOrderQuantityWithBackorders(review, review.shortageCost);
  return { quantity, reorderPoint: bestReorderPoint(review, quantity) };
}

/**
 * Expected-inventory-level approximation: r = F⁻¹(1 − Qh/(pλ)) and Q = √(2λ(K + p n(r))/h) in turn until Q stands still, begun at the
 * economic lot; n(r) = E[(D − r)+]. Its cost is h(r − λL + Q/2) + Kλ/Q + pλ n(r)/Q. Source: Hadley & Whitin (1963); fixture of stockpyl.
 */
export function expectedInventoryLevelPolicy(
  review: ContinuousReview,
): ReorderPolicy & { readonly cost: number } {
  const { fixedCost, holdingCost, demandRate, shortageCost } = review;
  const { mean, deviation } = leadTimeDemand(review);
  const demand = normal(mean, deviation);
  let { quantity } = economicOrderQuantity(review);
  let reorderPoint = mean;
  let short = 0;
  for (let step = 0, last = 0; step < STEPS && Math.abs(quantity - last) > TOLERANCE; step += 1) {
    last = quantity;
    reorderPoint = demand.quantile(1 - (quantity * holdingCost) / (shortageCost * demandRate));
    short = deviation * normalLoss((reorderPoint - mean) / deviation);
    quantity = Math.sqrt((2 * demandRate * (fixedCost + shortageCost * short)) / holdingCost);
  }
  const kept = holdingCost * (reorderPoint - mean + quantity / 2);
  return {
    reorderPoint,
    quantity,
    cost: kept + (demandRate * (fixedCost + shortageCost * short)) / quantity,
  };
}
