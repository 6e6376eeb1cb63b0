import { median, robustDeviation } from '../../../stats/order-statistics.ts';
import type { Measured } from './finding.ts';
import { type Reference, usualPrice } from './reference.ts';
import type { Carrier, CauseCheck } from './sale-line.ts';
import type { ItemWeek, Sale, Week } from './weeks.ts';

export interface PricedItem {
  readonly carrier: Carrier;
  readonly check: CauseCheck;
}

interface Moved {
  readonly item: string;
  readonly gross: number;
  readonly usual: number;
  readonly now: number;
  readonly logRatio: number;
  /** variance of the ratio by which of the item's usual prices its few lines happened to be sold at */
  readonly chance: number;
}

const grossOf = (sales: readonly Sale[]): number => sales.reduce((sum, { gross }) => sum + gross, 0);

function moved(item: string, { sales, gross }: ItemWeek, reference: Reference): Moved | undefined {
  const known = reference.items.get(item);
  if (known === undefined) return undefined;
  const atNewPrices = grossOf(
    sales.filter(({ priceKey }) => !known.weeks.some(({ prices }) => prices.has(priceKey))),
  );
  if (atNewPrices <= gross / 2) return undefined;
  const now = median(sales.map(({ price }) => price));
  const usual = usualPrice(known);
  const chance = known.priceVariance * (1 / sales.length + 1 / known.lines);
  return { item, gross, usual, now, logRatio: Math.log(now / usual), chance };
}

/**
 * Items that sold mostly at unit prices never asked for them in the reference weeks, with what the change was worth: gross × (1 − usual ÷
 * present price), both the median over lines. A mix of prices known before (quantity discounts) is no change of price. An item
 * whose price varied before leans to the ratio common to the changed items, the more the less they differ (empirical Bayes).
 */
export function pricedItems(week: Week, reference: Reference): readonly PricedItem[] {
  const items = [...week.items]
    .map(([item, own]) => moved(item, own, reference))
    .filter((change) => change !== undefined);
  const logs = items.map(({ logRatio }) => logRatio);
  const common = median(logs);
  const between = Math.max(0, robustDeviation(logs) ** 2 - median(items.map(({ chance }) => chance)));
  return items.map(({ item, gross, usual, now, logRatio, chance }) => {
    const lean = chance === 0 ? 0 : chance / (chance + between);
    const ratio = Math.exp(logRatio + lean * (common - logRatio));
    return {
      carrier: { name: item, amount: gross * (1 - 1 / ratio) },
      check: { kind: 'unit_price', item, usual, now },
    };
  });
}

/** Logarithm of the factor by which changed unit prices moved the week's gross sales. */
export function priceMeasure(week: Week, reference: Reference): Measured {
  const worth = pricedItems(week, reference).reduce((sum, { carrier }) => sum + carrier.amount, 0);
  return { value: -Math.log(1 - worth / week.gross), sampling: 0 };
}
