/** What was sold of every item in one period; both lists in the same order of items. */
export interface ItemSales {
  readonly quantity: ArrayLike<number>;
  readonly revenue: ArrayLike<number>;
}

/** The change of revenue in five parts that sum to it; the lists give each item's share of its part. */
export interface PriceVolumeMix {
  readonly volume: number;
  readonly price: number;
  readonly mix: number;
  readonly newItems: number;
  readonly discontinuedItems: number;
  readonly priceByItem: readonly number[];
  readonly mixByItem: readonly number[];
}

interface Continuing {
  readonly place: number;
  readonly quantity: readonly [number, number];
  readonly price: readonly [number, number];
}

interface Totals {
  readonly quantity: readonly [number, number];
  /** units of one average basket at the prices of one period: [shares of period a][prices of period b] */
  readonly basket: readonly [readonly [number, number], readonly [number, number]];
}

const at = (values: ArrayLike<number>, place: number): number => values[place] ?? 0;

function continuing(base: ItemSales, current: ItemSales): readonly Continuing[] {
  const items: Continuing[] = [];
  for (let place = 0; place < current.quantity.length; place += 1) {
    const quantity = [at(base.quantity, place), at(current.quantity, place)] as const;
    if (quantity[0] <= 0 || quantity[1] <= 0) continue;
    const price = [at(base.revenue, place) / quantity[0], at(current.revenue, place) / quantity[1]] as const;
    items.push({ place, quantity, price });
  }
  return items;
}

function totals(items: readonly Continuing[]): Totals {
  const sum = (of: (item: Continuing) => number): number => items.reduce((all, item) => all + of(item), 0);
  const quantity = [sum((item) => item.quantity[0]), sum((item) => item.quantity[1])] as const;
  const basket = (a: 0 | 1, b: 0 | 1): number => {
    return items.length === 0 ? 0 : sum((item) => item.quantity[a] * item.price[b]) / quantity[a];
  };
  return {
    quantity,
    basket: [
      [basket(0, 0), basket(0, 1)],
      [basket(1, 0), basket(1, 1)],
    ],
  };
}

/** A difference in one of three factors, weighted over the orders in which the two others may have moved before it. */
function weighted(same: number, crossed: number): number {
  return same / 3 + crossed / 6;
}

function ofOneSide(
  base: ItemSales,
  current: ItemSales,
): { readonly newItems: number; readonly gone: number } {
  let newItems = 0;
  let gone = 0;
  for (let place = 0; place < current.quantity.length; place += 1) {
    const before = at(base.quantity, place);
    const now = at(current.quantity, place);
    if (before > 0 && now > 0) continue;
    newItems += before > 0 ? 0 : at(current.revenue, place) - at(base.revenue, place);
    gone += before > 0 ? at(current.revenue, place) - at(base.revenue, place) : 0;
  }
  return { newItems, gone };
}

/**
 * Splits a change of revenue R = Q Σ sᵢpᵢ (Q units of all items, sᵢ item's share of them, pᵢ its unit price) into volume, price and mix
 * by Shapley's value, so that no factor depends on the order in which the others moved: volume
 * ΔQ[(B₀₀+B₁₁)/3 + (B₀₁+B₁₀)/6] with B_ab = Σ sᵢ of period a × pᵢ of period b; price Σ Δpᵢ[(Q₀s₀+Q₁s₁)/3 + (Q₀s₁+Q₁s₀)/6]; mix the
 * same in sᵢ. Items with units in one period only are not compared: they are `newItems` and `discontinuedItems`. The five sum to
 * the change; swapping the periods flips every sign. Items whose units are not above 0 in a period count as not sold in it.
 * Source: Shapley (1953) over three factors.
 */
export function priceVolumeMix(base: ItemSales, current: ItemSales): PriceVolumeMix {
  const items = continuing(base, current);
  const { quantity: units, basket } = totals(items);
  const priceByItem = new Array<number>(current.quantity.length).fill(0);
  const mixByItem = new Array<number>(current.quantity.length).fill(0);
  for (const { place, quantity, price } of items) {
    const share = [quantity[0] / units[0], quantity[1] / units[1]] as const;
    const kept = weighted(quantity[0] + quantity[1], units[0] * share[1] + units[1] * share[0]);
    const worth = weighted(
      units[0] * price[0] + units[1] * price[1],
      units[0] * price[1] + units[1] * price[0],
    );
    priceByItem[place] = (price[1] - price[0]) * kept;
    mixByItem[place] = (share[1] - share[0]) * worth;
  }
  const { newItems, gone } = ofOneSide(base, current);
  const average = weighted(basket[0][0] + basket[1][1], basket[0][1] + basket[1][0]);
  return {
    volume: (units[1] - units[0]) * average,
    price: priceByItem.reduce((sum, part) => sum + part, 0),
    mix: mixByItem.reduce((sum, part) => sum + part, 0),
    newItems,
    discontinuedItems: gone,
    priceByItem,
    mixByItem,
  };
}
