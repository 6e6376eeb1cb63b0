import { roundHalfUp, type Minor } from '../../domain/money.ts';
import { amountOf, type SkuTotals, type Sums, type Totals } from './totals.ts';

/** How cost of goods is completed where no file gives a product's cost. */
export interface CostEstimate {
  /** the shop's own cost ÷ net sales over all products with known cost; undefined when too little is known */
  readonly ratio: number | undefined;
  /** careful bounds of that ratio: 10th and 90th percentile over products, 0 and 1 with fewer than five */
  readonly low: number;
  readonly high: number;
}

const FEWEST = 5;
/** Below this share of sales the known costs say too little about the others for an estimate. */
const LEAST_COVERAGE = 0.5;

/**
 * Takes the ratio and its bounds from every product sold with a known cost, over all the books. No ratio when the cost of
 * less than half of all that was sold is known.
 */
export function costEstimate(all: Sums): CostEstimate {
  const known = [...all.skus.values()].filter((sku) => sku.costedUnits > 0 && costedNet(sku) > 0);
  const cost = known.reduce((sum, sku) => sum + sku.cost, 0);
  const net = known.reduce((sum, sku) => sum + costedNet(sku), 0);
  const uncosted = all.accounts.get('uncosted')?.amount ?? 0;
  if (net <= 0 || net < LEAST_COVERAGE * (net + uncosted)) return { ratio: undefined, low: 0, high: 1 };
  const ratio = clamp(cost / net);
  const ratios = known.map((sku) => clamp(sku.cost / costedNet(sku))).sort((a, b) => a - b);
  if (ratios.length < FEWEST) return { ratio, low: 0, high: 1 };
  return { ratio, low: Math.min(ratio, quantile(ratios, 0.1)), high: Math.max(ratio, quantile(ratios, 0.9)) };
}

function costedNet(sku: SkuTotals): Minor {
  return sku.gross - sku.discounts - sku.uncosted - sku.unsent;
}

function clamp(ratio: number): number {
  return Math.min(1, Math.max(0, ratio));
}

/** Linear interpolation between order statistics (Hyndman and Fan's type 7); the list is sorted and not empty. */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const lower = sorted[below] ?? 0;
  return lower + ((sorted[below + 1] ?? lower) - lower) * (position - below);
}

/** Cost of goods of a period with its range; `missing` when there is no ratio to estimate the rest by. */
export interface CostOfGoods {
  readonly known: Minor;
  /** net sales whose cost is not known */
  readonly uncosted: Minor;
  readonly estimated: Minor;
  readonly low: Minor;
  readonly high: Minor;
  /** share of net sales of goods whose cost is known, 0 to 1; undefined without sales */
  readonly coverage: number | undefined;
  readonly status: 'actual' | 'estimated' | 'missing';
}

/** `known + uncosted × ratio`; the range puts the ratio's bounds in its place, 0 and 1 where less than half is known. */
export function costOfGoods(totals: Totals, estimate: CostEstimate): CostOfGoods {
  const known = totals.accounts.get('costOfGoods');
  const cost = known?.amount ?? 0;
  const uncosted = amountOf(totals, 'uncosted');
  const net = amountOf(totals, 'grossSales') - amountOf(totals, 'discounts');
  const at = (ratio: number): Minor => cost + roundHalfUp(Math.max(0, uncosted) * ratio);
  const coverage = net > 0 ? Math.min(1, Math.max(0, (net - uncosted) / net)) : undefined;
  const isThin = (coverage ?? 1) < LEAST_COVERAGE;
  const [low, high] = isThin ? [0, 1] : [estimate.low, estimate.high];
  const common = { known: cost, uncosted, low: at(low), high: at(high), coverage };
  if (!totals.accounts.has('uncosted')) {
    return {
      ...common,
      estimated: 0,
      status: known !== undefined && known.estimated !== 0 ? 'estimated' : 'actual',
    };
  }
  if (estimate.ratio === undefined) return { ...common, estimated: 0, status: 'missing' };
  return { ...common, estimated: at(estimate.ratio) - cost, status: 'estimated' };
}
