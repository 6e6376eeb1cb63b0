import { type BudgetLevel, type BudgetStep } from './budget-plan.ts';

/** The greedy choice so far. */
export interface GreedyChoice {
  readonly levels: readonly (readonly BudgetLevel[])[];
  /** by falling density */
  readonly steps: readonly BudgetStep[];
  /** place of each item's level */
  readonly chosen: readonly number[];
  /** how many of the steps are in it */
  readonly taken: number;
}

/** A change of some core items against the greedy choice. */
interface Change {
  readonly cost: number;
  readonly value: number;
  /** level of the item joined last; the others are found through `before` */
  readonly place: number;
  readonly before?: Change;
}

const CORE_ITEMS = 12;
/** Levels of a core item on either side of its greedy one that are all looked at; none at all is as well. */
const REACH = 20;
/** Farther away every so many levels are looked at. */
const FAR_STEP = 6;
const MOST_CHANGES = 4000;

/** Items whose steps lie next to the first that did not fit, nearest first. */
function coreItems({ steps, taken }: GreedyChoice): readonly number[] {
  const core = new Set<number>();
  for (let away = 0; core.size < CORE_ITEMS && away < steps.length; away += 1) {
    for (const step of [steps[taken + away], steps[taken - 1 - away]]) {
      if (step !== undefined && core.size < CORE_ITEMS) core.add(step.item);
    }
  }
  return [...core];
}

/** Changes that no other one beats in both cost and value, by cost. */
function undominated(changes: readonly Change[]): readonly Change[] {
  const kept: Change[] = [];
  let best = -Infinity;
  for (const change of changes.toSorted((a, b) => a.cost - b.cost || b.value - a.value)) {
    if (change.value <= best) continue;
    best = change.value;
    kept.push(change);
  }
  return kept;
}

function levelsNear({ levels, chosen }: GreedyChoice, item: number): readonly number[] {
  const own = levels[item] as readonly BudgetLevel[];
  const at = chosen[item] as number;
  return own
    .map((_, place) => place)
    .filter((place) => place === 0 || Math.abs(place - at) <= REACH || (place - at) % FAR_STEP === 0);
}

/** Every change of the items so far, joined with every level of one more. */
function joined(changes: readonly Change[], choice: GreedyChoice, item: number): readonly Change[] {
  const own = choice.levels[item] as readonly BudgetLevel[];
  const base = own[choice.chosen[item] as number] as BudgetLevel;
  return levelsNear(choice, item).flatMap((place) => {
    const level = own[place] as BudgetLevel;
    const cost = level.cost - base.cost;
    const value = level.value - base.value;
    return changes.map((change) => ({
      cost: change.cost + cost,
      value: change.value + value,
      place,
      before: change,
    }));
  });
}

/**
 * The best levels of the items around the break of a greedy choice that the money left pays for: all changes of up to twelve items
 * against the greedy choice, kept while no other is both cheaper and better. Items that no longer fit (more than 4000 changes) keep their
 * greedy level. Gives the place of every item's level. Source: Pisinger (1997), Operations Research 45.
 */
export function bestCore(choice: GreedyChoice, left: number): readonly number[] {
  const settled: number[] = [];
  let changes: readonly Change[] = [{ cost: 0, value: 0, place: 0 }];
  for (const item of coreItems(choice)) {
    if (changes.length > MOST_CHANGES) break;
    changes = undominated(joined(changes, choice, item));
    settled.push(item);
  }
  const places = [...choice.chosen];
  let change = changes.filter(({ cost }) => cost <= left).at(-1);
  for (const item of settled.toReversed()) {
    places[item] = change?.place ?? 0;
    change = change?.before;
  }
  return places;
}
