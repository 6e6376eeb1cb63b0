import { roundHalfUp, type Minor } from '../../domain/money.ts';
import { isDead, type RestockItem } from './restock-item.ts';

/** Stock that lies too long. */
export interface Overstock {
  readonly item: RestockItem;
  readonly isDead: boolean;
  /** pieces beyond the sales of the next 26 weeks */
  readonly excess: number;
  /** what the excess cost; undefined when the cost is not known */
  readonly tiedUp: Minor | undefined;
  /** undefined: it does not sell */
  readonly weeksOfCover: number | undefined;
  /** part to take off the price so that it is gone in 12 weeks, at most down to its cost; undefined when price or cost is not known */
  readonly markdown: number | undefined;
  /** net price after the markdown, not below cost */
  readonly price: Minor | undefined;
}

const WEEKS = 26;
const DAYS = WEEKS * 7;
const CLEARED_IN = 84;
/** How much more is sold for one per cent less, on the average of many studies (Bijmolt, van Heerde & Pieters 2005, shrunk). */
const ELASTICITY = 2.2;
/** What sold nothing is taken to sell a piece in so many days. */
const DEAD_DAYS = 180;

/**
 * What not to buy and what to clear: dead stock, and stock for more than 26 weeks, most money tied up first. The markdown is that
 * which the usual response of buyers to prices (elasticity −2.2) needs to clear all of it in 12 weeks; it stops at the cost.
 */
export function overstockOf(items: readonly RestockItem[]): readonly Overstock[] {
  return items
    .flatMap((item) => overstock(item) ?? [])
    .sort((a, b) => (b.tiedUp ?? -1) - (a.tiedUp ?? -1) || (a.item.key < b.item.key ? -1 : 1));
}

function overstock(item: RestockItem): Overstock | undefined {
  const { stock, dailyDemand, unitCost } = item;
  const dead = isDead(item.demand);
  const onHand = stock?.onHand ?? 0;
  const excess = dead ? onHand : Math.floor(onHand - DAYS * dailyDemand);
  if (excess <= 0 || (!dead && item.status !== 'too-much')) return undefined;
  const share = priceShare(item, onHand / CLEARED_IN / (dead ? 1 / DEAD_DAYS : dailyDemand));
  return {
    ...{ item, isDead: dead, excess },
    tiedUp: unitCost === undefined ? undefined : roundHalfUp(excess * unitCost),
    weeksOfCover: dead ? undefined : onHand / dailyDemand / 7,
    ...clearance(item, share),
  };
}

/** The part of today's price at which `times` as much is sold; not below cost. */
function priceShare({ price, unitCost }: RestockItem, times: number): number | undefined {
  if (price === undefined || unitCost === undefined) return undefined;
  const lowest = Math.min(1, unitCost / price);
  return Math.max(lowest, Math.min(1, times ** (-1 / ELASTICITY)));
}

function clearance(
  { price = 0, unitCost = 0 }: RestockItem,
  share: number | undefined,
): Pick<Overstock, 'markdown' | 'price'> {
  return share === undefined
    ? { markdown: undefined, price: undefined }
    : { markdown: 1 - share, price: Math.max(unitCost, Math.ceil(share * price)) };
}
