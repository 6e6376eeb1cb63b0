import { type Distribution } from './distribution.ts';
import { type NewsvendorCosts, criticalRatio, newsvendorCost } from './newsvendor.ts';

/** At or below `reorderPoint` at a review, order up to `orderUpTo`. */
export interface OrderUpToPolicy {
  readonly reorderPoint: number;
  readonly orderUpTo: number;
}

/** Costs of one period; what is short waits. */
export interface PeriodicCosts extends NewsvendorCosts {
  /** K: what one order costs, however large */
  readonly fixedCost: number;
}

interface Search {
  readonly chances: readonly number[];
  readonly cost: (stock: number) => number;
  readonly fixedCost: number;
}

const NEGLIGIBLE = 1e-16;

/** Mean cost per period of (s, S): the cost of a cycle ÷ its length, by the renewal function of the demand. */
function cyclePeriods({ chances }: Search, span: number): readonly number[] {
  const first = 1 - (chances[0] as number);
  const visits = [1 / first];
  for (let j = 1; j < span; j += 1) {
    let sum = 0;
    for (let l = 1; l <= j; l += 1) sum += (chances[l] ?? 0) * (visits[j - l] as number);
    visits.push(sum / first);
  }
  return visits;
}

function meanCost(search: Search, { reorderPoint, orderUpTo }: OrderUpToPolicy): number {
  const visits = cyclePeriods(search, orderUpTo - reorderPoint);
  let length = 0;
  let cost = search.fixedCost;
  visits.forEach((periods, below) => {
    length += periods;
    cost += periods * search.cost(orderUpTo - below);
  });
  return cost / length;
}

function chancesOf(demand: Distribution): readonly number[] {
  const chances: number[] = [];
  for (let n = 0; demand.atLeast(n) > NEGLIGIBLE; n += 1)
    chances.push(demand.atLeast(n) - demand.atLeast(n + 1));
  return chances;
}

/**
 * The (s, S) policy with the least mean cost per period, exactly, for whole-number demand independent from period to period and no lead
 * time (for a lead time, hand in costs of the demand over it). Source: Zheng & Federgruen (1991), Operations Research 39; fixtures of
 * stockpyl.
 */
export function bestOrderUpToPolicy(
  demand: Distribution,
  costs: PeriodicCosts,
): OrderUpToPolicy & { readonly cost: number } {
  const cost = (stock: number): number => newsvendorCost(demand, costs, stock);
  const search: Search = { chances: chancesOf(demand), cost, fixedCost: costs.fixedCost };
  const middle = demand.quantile(criticalRatio(costs));
  let orderUpTo = middle;
  let reorderPoint = middle - 1;
  let best = meanCost(search, { reorderPoint, orderUpTo });
  for (; best > cost(reorderPoint); best = meanCost(search, { reorderPoint, orderUpTo })) reorderPoint -= 1;
  for (let level = middle + 1; cost(level) <= best; level += 1) {
    if (meanCost(search, { reorderPoint, orderUpTo: level }) >= best) continue;
    orderUpTo = level;
    while (meanCost(search, { reorderPoint, orderUpTo }) <= cost(reorderPoint + 1)) reorderPoint += 1;
    best = meanCost(search, { reorderPoint, orderUpTo });
  }
  return { reorderPoint, orderUpTo, cost: best };
}

/** Mean and standard deviation of the demand of a period, and of the periods up to an order's arrival (one period when not given). */
export interface PeriodicDemand {
  readonly mean: number;
  readonly deviation: number;
  readonly protection?: { readonly mean: number; readonly deviation: number };
}

/**
 * (s, S) by the power approximation: S − s = 1.30 μ^0.494 (K/h)^0.506 (1 + σ_L²/μ²)^0.116, s = 0.973 μ_L + σ_L (0.183/z + 1.063 − 2.192 z),
 * z = √((S − s) h/(p σ_L)). The further cap for small lots is left out, as in stockpyl.
 * Source: Ehrhardt & Mosier (1984), Management Science 30; fixture of stockpyl.
 */
export function powerApproximation(
  { mean, deviation, protection = { mean, deviation } }: PeriodicDemand,
  { over, under, fixedCost }: PeriodicCosts,
): OrderUpToPolicy {
  const spread = (1 + protection.deviation ** 2 / mean ** 2) ** 0.116;
  const lot = 1.3 * mean ** 0.494 * (fixedCost / over) ** 0.506 * spread;
  const z = Math.sqrt((lot * over) / (under * protection.deviation));
  const reorderPoint = 0.973 * protection.mean + protection.deviation * (0.183 / z + 1.063 - 2.192 * z);
  return { reorderPoint, orderUpTo: reorderPoint + lot };
}
