import type { Minor } from '../../domain/money.ts';
import { roundHalfUp } from '../../domain/money.ts';
import { budgetPlan, type BudgetItem } from '../../stats/budget-plan.ts';
import { marginOf, type RestockItem } from './restock-item.ts';

/** What is bought of a product. */
export interface Bought {
  readonly item: RestockItem;
  /** pieces that it takes to be safe */
  readonly wanted: number;
  /** pieces of the plan: fewer, or none, where the budget does not reach */
  readonly quantity: number;
  /** undefined: no price known */
  readonly cost: Minor | undefined;
  /** profit at risk that the order saves; undefined when price or cost is not known */
  readonly saves: Minor | undefined;
  /** filled up to a supplier's minimum, not needed yet */
  readonly isFilling: boolean;
}

export interface Buying {
  readonly bought: readonly Bought[];
  /** minor units of the budget not spent; undefined without a budget */
  readonly left: Minor | undefined;
}

/** What a piece costs when it is ordered: the supplier's price, else what it costs by the shop's own word. */
export function orderPrice({ terms, unitCost }: RestockItem): Minor | undefined {
  return terms.price ?? unitCost;
}

/** What an order of so many pieces makes of the profit at risk. */
export function savedBy(item: RestockItem, quantity: number): Minor | undefined {
  const margin = marginOf(item);
  if (margin === undefined) return undefined;
  if (quantity <= 0) return 0;
  return roundHalfUp(margin * (item.unitsShort - item.protection.expectedShort(item.covered + quantity)));
}

/** One product in a quantity, with its cost and what it saves. */
export function boughtOf(item: RestockItem, quantity: number, isFilling = false): Bought {
  const price = orderPrice(item);
  return {
    ...{ item, quantity, isFilling, wanted: item.quantity },
    cost: price === undefined ? undefined : roundHalfUp(price * quantity),
    saves: savedBy(item, quantity),
  };
}

/**
 * What is bought: all that is wanted, or with a budget the plan that saves most margin per rupee under packs and minimum quantities. Products
 * whose price is not known cannot be fitted into a budget; those whose margin is not known come last, the cheapest need first.
 */
export function buying(items: readonly RestockItem[], budget: Minor | undefined): Buying {
  const needed = items.filter(({ quantity }) => quantity > 0);
  if (budget === undefined) {
    return { bought: needed.map((item) => boughtOf(item, item.quantity)), left: undefined };
  }
  const plan = budgetPlan(needed.map(budgetItem), budget);
  let left = budget - plan.cost;
  const quantities = [...plan.quantities];
  needed.forEach((item, place) => {
    const cost = (orderPrice(item) ?? Infinity) * item.quantity;
    if (marginOf(item) !== undefined || cost > left) return;
    quantities[place] = item.quantity;
    left -= cost;
  });
  return {
    bought: needed.map((item, place) => boughtOf(item, quantities[place] ?? 0)),
    left: roundHalfUp(left),
  };
}

/** Keeping costs nothing here: what is wanted is no more than what is safe, and a budget that reaches for all of it buys all of it. */
function budgetItem(item: RestockItem): BudgetItem {
  const { protection, covered, quantity, terms } = item;
  return {
    ...{ demand: protection, position: covered, mostUnits: quantity },
    ...{ unitCost: orderPrice(item) ?? 0, unitMargin: marginOf(item) ?? 0 },
    ...{ pack: terms.pack, minimum: terms.minimum },
  };
}
