import type { StockOnDay } from '../../domain/supply.ts';
import { skuKey } from '../pnl/unit-cost.ts';
import type { SharesOf } from './transfers.ts';

/**
 * How the demand of a product divides over locations: by how many pieces its stock fell at each (levels of past days; a rise is a delivery
 * and counts for nothing), else evenly.
 */
export function locationShares(history: readonly StockOnDay[]): SharesOf {
  const last = new Map<string, number>();
  const fallen = new Map<string, number>();
  const rows = [...history].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  for (const { sku, location = '', onHand } of rows) {
    const key = `${skuKey(sku)}\n${location}`;
    const fall = (last.get(key) ?? onHand) - onHand;
    if (fall > 0) fallen.set(key, (fallen.get(key) ?? 0) + fall);
    last.set(key, onHand);
  }
  return (key, locations) => {
    const falls = locations.map((location) => fallen.get(`${key}\n${location}`) ?? 0);
    const all = falls.reduce((sum, fall) => sum + fall, 0);
    return falls.map((fall) => (all > 0 ? fall / all : 1 / locations.length));
  };
}
