import { bestCore } from './budget-core.ts';
import { type Distribution } from './distribution.ts';

/** An item that could be bought for the coming period. */
export interface BudgetItem {
  readonly demand: Distribution;
  /** on hand − committed + on order */
  readonly position: number;
  /** most units to buy, usually up to the order-up-to level */
  readonly mostUnits: number;
  /** cost of a unit, in the money of the budget */
  readonly unitCost: number;
  /** margin that is lost with a unit that is short */
  readonly unitMargin: number;
  /** cost of keeping a unit for the period; 0 by default */
  readonly holdingCost?: number;
  readonly pack?: number;
  readonly minimum?: number;
}

/** One quantity an item can be bought in. */
export interface BudgetLevel {
  readonly quantity: number;
  readonly cost: number;
  /** expected margin saved − holding */
  readonly value: number;
}

export interface BudgetPlan {
  /** units of each item, in the order of the items */
  readonly quantities: readonly number[];
  readonly cost: number;
  readonly value: number;
}

const NOTHING: BudgetLevel = { quantity: 0, cost: 0, value: 0 };

/**
 * Quantities an item can be bought in: none, its minimum in whole packs, then pack by pack while a pack saves more margin,
 * Cu Σ P(D ≥ x), than it costs to keep. The last pack may go beyond `mostUnits` by what a pack needs. Items without demand, need or cost
 * have only the first.
 */
export function budgetLevels(item: BudgetItem): readonly BudgetLevel[] {
  const { demand, position, unitMargin, unitCost, holdingCost = 0, pack = 1, minimum = 0 } = item;
  const levels = [NOTHING];
  if (item.mostUnits <= 0 || demand.mean <= 0 || unitCost <= 0) return levels;
  const shortNow = demand.expectedShort(position);
  const first = Math.max(pack, Math.ceil(minimum / pack) * pack);
  let last = NOTHING;
  for (let quantity = first; quantity === first || quantity < item.mostUnits + pack; quantity += pack) {
    const saved = unitMargin * (shortNow - demand.expectedShort(position + quantity));
    const level = { quantity, cost: quantity * unitCost, value: saved - holdingCost * quantity };
    if (level.value <= last.value) break;
    levels.push(level);
    last = level;
  }
  return levels;
}

/** A step up the concave hull of an item's levels. */
export interface BudgetStep {
  readonly item: number;
  /** place among the item's levels that the step leads to */
  readonly to: number;
  readonly cost: number;
  /** value per unit of money; falls along an item's steps */
  readonly density: number;
}

/** Steps between the levels that no mix of others beats: an MOQ block and the packs after it may become one step. */
function hullSteps(levels: readonly BudgetLevel[], item: number): readonly BudgetStep[] {
  const steps: BudgetStep[] = [];
  let from = 0;
  while (from < levels.length - 1) {
    const base = levels[from] as BudgetLevel;
    let best: BudgetStep | undefined;
    for (let to = from + 1; to < levels.length; to += 1) {
      const level = levels[to] as BudgetLevel;
      const cost = level.cost - base.cost;
      const density = (level.value - base.value) / cost;
      if (best === undefined || density > best.density) best = { item, to, cost, density };
      else if (from > 0) break;
    }
    if (best === undefined) break;
    steps.push(best);
    from = best.to;
  }
  return steps;
}

/**
 * What to buy for a budget, so that the most margin is saved: steps of all items by margin saved per unit of money until the next does
 * not fit, then the items around that step are settled exactly ({@link bestCore}), which is where minimum quantities make the greedy
 * choice wrong. More money never saves less: as long as a step does not fit, no plan is worth as much as the one that includes it (bound of
 * the linear relaxation), and in between the plans to choose from are the same. Source: Dantzig (1957); Pisinger (1997).
 */
export function budgetPlan(items: readonly BudgetItem[], budget: number): BudgetPlan {
  const levels = items.map(budgetLevels);
  const steps = levels.flatMap(hullSteps).sort((a, b) => b.density - a.density);
  const chosen = items.map(() => 0);
  let spent = 0;
  let taken = 0;
  for (const step of steps) {
    if (spent + step.cost > budget) break;
    spent += step.cost;
    chosen[step.item] = step.to;
    taken += 1;
  }
  const settled = bestCore({ levels, steps, chosen, taken }, budget - spent);
  const found = levels.map((own, item) => own[settled[item] as number] as BudgetLevel);
  return {
    quantities: found.map(({ quantity }) => quantity),
    cost: found.reduce((sum, { cost }) => sum + cost, 0),
    value: found.reduce((sum, { value }) => sum + value, 0),
  };
}
