import type { Cost, OrderLine } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import { roundHalfUp, type Minor } from '../../domain/money.ts';
import type { ShopSettings } from '../../domain/shop.ts';

/** What one unit of a line's SKU cost on a day, in minor units of the home currency; undefined when no file says. */
export type UnitCost = (line: OrderLine, day: Day) => Cost | undefined;

interface Dated {
  readonly from: Day;
  readonly cost: Cost;
}

/**
 * Unit costs by date: the owner's cost that is valid on the day, else the platform's one current cost. A cost counts from
 * its `validFrom` until the next one begins; sales before the owner's first dated cost use the platform's cost, else that
 * first one. A line without a SKU is looked up by its title. Costs in another currency are not used. Among several of the same day the shop's `unequalCosts` decides.
 */
export function unitCosts(costs: readonly Cost[], shop: ShopSettings, currency: string): UnitCost {
  const bySku = new Map<string, Dated[]>();
  for (const cost of costs) {
    if (cost.currency !== currency) continue;
    const key = skuKey(cost.sku);
    if (key === '') continue;
    const list = bySku.get(key) ?? [];
    if (list.length === 0) bySku.set(key, list);
    list.push({ from: cost.validFrom ?? '', cost });
  }
  const compare = (a: Dated, b: Dated): number =>
    bySource(a, b) ||
    byDay(a, b) ||
    (shop.unequalCosts === 'highest' ? a.cost.unitCost - b.cost.unitCost : 0);
  for (const list of bySku.values()) list.sort(compare);
  const found = new Map<string, readonly Dated[]>();
  if (bySku.size === 0) return () => undefined;
  return ({ sku, title }, day) => {
    const name = sku ?? title;
    let list = found.get(name);
    if (list === undefined) found.set(name, (list = bySku.get(skuKey(name)) ?? NO_COSTS));
    return list.length === 0 ? undefined : costOn(list, day);
  };
}

/** The lookup takes the last that fits: the owner's word above the platform's, then the later, then the dearer cost. */
function byDay(a: Dated, b: Dated): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}

function bySource(a: Dated, b: Dated): number {
  return a.cost.source === b.cost.source ? 0 : a.cost.source === 'platform' ? -1 : 1;
}

const NO_COSTS: readonly Dated[] = [];

function costOn(list: readonly Dated[], day: Day): Cost | undefined {
  if (list.length === 1) return list[0]?.cost;
  const from = (last: Day): Dated | undefined => list.findLast((dated) => dated.from <= last);
  return (from(day) ?? from(list[0]?.from ?? ''))?.cost;
}

/** SKUs compare without case and outer blanks. */
export function skuKey(sku: string): string {
  return sku.trim().toLowerCase();
}

/** `quantity × unit cost`. Quantities may be fractions (cloth by the metre): rounded once, half away from zero. */
export function lineCost(line: Pick<OrderLine, 'quantity'>, cost: Cost): Minor {
  return roundHalfUp(line.quantity * cost.unitCost);
}
