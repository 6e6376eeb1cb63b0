import { median } from '../../../stats/order-statistics.ts';
import type { Sale, Week } from './weeks.ts';

/** What is usual of an item, by the weeks a week is compared with. */
export interface ItemReference {
  readonly lines: number;
  readonly gross: number;
  readonly quantity: number;
  /** median unit price over its lines */
  readonly price: number;
  readonly prices: ReadonlySet<string>;
  /** of the logarithm of the unit price, over its lines */
  readonly priceVariance: number;
  readonly sumLogQuantity: number;
  readonly daysSold: number;
}

export interface Reference {
  readonly weeks: readonly Week[];
  readonly items: ReadonlyMap<string, ItemReference>;
  readonly openDays: number;
  readonly orders: number;
}

function itemReference(sales: readonly Sale[]): ItemReference {
  let gross = 0;
  let quantity = 0;
  let sumLogQuantity = 0;
  let sumLogPrice = 0;
  let sumSquares = 0;
  for (const sale of sales) {
    gross += sale.gross;
    quantity += sale.quantity;
    sumLogQuantity += sale.logQuantity;
    sumLogPrice += sale.logPrice;
    sumSquares += sale.logPrice ** 2;
  }
  const lines = sales.length;
  const prices = new Set(sales.map(({ priceKey }) => priceKey));
  return {
    lines,
    gross,
    quantity,
    // most items have one price: no need to sort
    price: prices.size === 1 ? (sales[0]?.price ?? NaN) : median(sales.map(({ price }) => price)),
    prices,
    priceVariance: Math.max(0, sumSquares / lines - (sumLogPrice / lines) ** 2),
    sumLogQuantity,
    daysSold: new Set(sales.map(({ day }) => day)).size,
  };
}

/** What is usual by the given weeks. */
export function referenceOf(weeks: readonly Week[]): Reference {
  const sales = new Map<string, Sale[]>();
  for (const week of weeks) {
    for (const [item, own] of week.salesOf) {
      const known = sales.get(item);
      if (known === undefined) sales.set(item, [...own]);
      else known.push(...own);
    }
  }
  return {
    weeks,
    items: new Map([...sales].map(([item, own]) => [item, itemReference(own)])),
    openDays: weeks.reduce((sum, week) => sum + week.openDays.length, 0),
    orders: weeks.reduce((sum, week) => sum + week.orders.length, 0),
  };
}
