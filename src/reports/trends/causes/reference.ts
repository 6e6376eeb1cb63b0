import { median } from '../../../stats/order-statistics.ts';
import type { ItemWeek, Week } from './weeks.ts';

/** What is usual of an item, by the weeks a week is compared with. */
export interface ItemReference {
  readonly lines: number;
  readonly gross: number;
  readonly quantity: number;
  /** mean and variance of the logarithm of the unit price, over its lines */
  readonly logPrice: number;
  readonly priceVariance: number;
  readonly sumLogQuantity: number;
  readonly daysSold: number;
  readonly weeks: readonly ItemWeek[];
}

export interface Reference {
  readonly weeks: readonly Week[];
  readonly items: ReadonlyMap<string, ItemReference>;
  readonly openDays: number;
  readonly orders: number;
}

/** Median unit price over an item's lines. Most items have one price all the time: then nothing needs to be sorted. */
export function usualPrice({ weeks }: ItemReference): number {
  const first = weeks[0]?.sales[0];
  const isOne = weeks.every(
    ({ prices }) => prices.size === 1 && first !== undefined && prices.has(first.priceKey),
  );
  if (isOne && first !== undefined) return first.price;
  return median(weeks.flatMap(({ sales }) => sales.map(({ price }) => price)));
}

function itemReference(weeks: readonly ItemWeek[]): ItemReference {
  let lines = 0;
  let gross = 0;
  let quantity = 0;
  let sumLogQuantity = 0;
  let daysSold = 0;
  let sumLogPrice = 0;
  let sumSquares = 0;
  for (const week of weeks) {
    lines += week.sales.length;
    gross += week.gross;
    quantity += week.quantity;
    sumLogQuantity += week.sumLogQuantity;
    daysSold += week.daysSold;
    sumLogPrice += week.sumLogPrice;
    sumSquares += week.sumSquares;
  }
  const logPrice = sumLogPrice / lines;
  const priceVariance = Math.max(0, sumSquares / lines - logPrice ** 2);
  return { lines, gross, quantity, logPrice, priceVariance, sumLogQuantity, daysSold, weeks };
}

/** What is usual by the given weeks. */
export function referenceOf(weeks: readonly Week[]): Reference {
  const items = new Map<string, ItemWeek[]>();
  for (const week of weeks) {
    for (const [item, own] of week.items) {
      const known = items.get(item);
      if (known === undefined) items.set(item, [own]);
      else known.push(own);
    }
  }
  return {
    weeks,
    items: new Map([...items].map(([item, own]) => [item, itemReference(own)])),
    openDays: weeks.reduce((sum, week) => sum + week.openDays.length, 0),
    orders: weeks.reduce((sum, week) => sum + week.orders.length, 0),
  };
}
