import type { StockOnDay } from '../../domain/supply.ts';
import { dayNumber } from '../../domain/day.ts';
import { suspectedStockOuts, type DayRun } from '../../stats/suspected-stock-out.ts';
import { skuKey } from '../pnl/unit-cost.ts';

/** Days, as numbers, on which an item lay on no shelf; `to` is not included. */
export interface StockOut extends DayRun {
  /** no file tells of the item's stock: its silence alone is longer than chance explains */
  readonly isSuspected: boolean;
}

/** The item's pieces sold from the day `start` on, one value per day. */
export interface SoldByDay {
  readonly start: number;
  readonly pieces: Float64Array;
}

/** When an item was out of stock, within the days of its sales. */
export type StockOutsOf = (sku: string, sold: SoldByDay) => readonly StockOut[];

/**
 * By the history of stock where there is one: whole days that began and ended with nothing on any shelf and sold nothing; days without a
 * level between two others have the earlier one's. Else runs of days without a sale that are longer than chance explains.
 */
export function stockOuts(history: readonly StockOnDay[]): StockOutsOf {
  const levels = new Map<string, StockOnDay[]>();
  for (const level of history) {
    const key = skuKey(level.sku);
    const known = levels.get(key);
    if (known === undefined) levels.set(key, [level]);
    else known.push(level);
  }
  return (sku, sold) => {
    const known = levels.get(skuKey(sku));
    if (known !== undefined) return runs(sold, emptyDays(known, sold));
    return suspectedStockOuts(sold.pieces).map(({ from, to }) => ({
      ...{ from: sold.start + from, to: sold.start + to },
      isSuspected: true,
    }));
  };
}

/** Whether each of the days begins and ends with nothing on any shelf; days before the first level are not known to. */
function emptyDays(levels: readonly StockOnDay[], { start, pieces }: SoldByDay): readonly boolean[] {
  const sorted = [...levels].sort((a, b) => (a.day < b.day ? -1 : 1));
  const byLocation = new Map<string, number>();
  const total = (): number => [...byLocation.values()].reduce((sum, pieces) => sum + Math.max(0, pieces), 0);
  let next = 0;
  const isEmptyAfter = (number: number): boolean => {
    for (let level = sorted[next]; level && dayNumber(level.day) <= number; level = sorted[next]) {
      byLocation.set(level.location ?? '', level.onHand);
      next += 1;
    }
    return byLocation.size > 0 && total() <= 0;
  };
  let wasEmpty = isEmptyAfter(start - 1);
  return Array.from(pieces, (_, index) => {
    const isEmpty = isEmptyAfter(start + index);
    const whole = wasEmpty && isEmpty;
    wasEmpty = isEmpty;
    return whole;
  });
}

function runs({ start, pieces }: SoldByDay, isEmpty: readonly boolean[]): readonly StockOut[] {
  const found: StockOut[] = [];
  isEmpty.forEach((empty, index) => {
    if (!empty || (pieces[index] ?? 0) > 0) return;
    const last = found.at(-1);
    const day = start + index;
    if (last?.to === day) found[found.length - 1] = { ...last, to: day + 1 };
    else found.push({ from: day, to: day + 1, isSuspected: false });
  });
  return found;
}
