import { valueAt } from '../../stats/value-at.ts';
import { isDead, type RestockItem } from './restock-item.ts';

/** Pieces to move from one location to another before anything is bought. */
export interface Transfer {
  readonly item: RestockItem;
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
}

/** What one location has and needs of a product. */
export interface LocationStock {
  readonly item: RestockItem;
  readonly location: string;
  readonly onHand: number;
  /** pieces that its share of the demand asks for until a new order is there */
  readonly need: number;
  /** what it has above what it will sell until the order after that is there; 0: nothing to give */
  readonly surplus: number;
}

/** The part of a product's demand that each location serves; even where nothing tells. */
export type SharesOf = (key: string, locations: readonly string[]) => readonly number[];

const NOTHING = { reorderPoint: 0, orderUpTo: 0 };

/** Stock and need by product and location, for products with a level at two locations or more. */
export function stockByLocation(items: readonly RestockItem[], sharesOf: SharesOf): readonly LocationStock[] {
  return items.flatMap((item) => {
    const shelves = [...(item.stock?.shelves ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    const { reorderPoint, orderUpTo } = isDead(item.demand) ? NOTHING : item.levels;
    if (shelves.length < 2) return [];
    const shares = sharesOf(
      item.key,
      shelves.map(([location]) => location),
    );
    return shelves.map(([location, { onHand, free }], place) => {
      const share = valueAt(shares, place);
      return {
        item,
        location,
        onHand,
        need: Math.max(0, Math.ceil(share * reorderPoint) - Math.max(0, free)),
        surplus: Math.max(0, Math.floor(free) - Math.ceil(share * orderUpTo)),
      };
    });
  });
}

/** Moves what locations have above their own need to those that lack it, the largest lack from the largest surplus first; nothing is moved that its own location needs. */
export function transfersOf(stock: readonly LocationStock[]): readonly Transfer[] {
  const byItem = new Map<string, LocationStock[]>();
  for (const one of stock) byItem.set(one.item.key, [...(byItem.get(one.item.key) ?? []), one]);
  return [...byItem.values()].flatMap(moves);
}

function moves(shelves: readonly LocationStock[]): readonly Transfer[] {
  const givers = shelves
    .map(({ location, surplus }) => ({ location, left: surplus }))
    .sort((a, b) => b.left - a.left);
  const takers = shelves
    .map(({ location, need }) => ({ location, left: need }))
    .sort((a, b) => b.left - a.left);
  const made: Transfer[] = [];
  for (const taker of takers) {
    for (const giver of givers) {
      const quantity = Math.min(taker.left, giver.left);
      const item = shelves[0]?.item;
      if (quantity <= 0 || item === undefined) continue;
      made.push({ item, from: giver.location, to: taker.location, quantity });
      taker.left -= quantity;
      giver.left -= quantity;
    }
  }
  return made;
}
