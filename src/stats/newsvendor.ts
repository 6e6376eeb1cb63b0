import { type Distribution } from './distribution.ts';

/** What a unit too many and a unit too few cost at the end of the period. */
export interface NewsvendorCosts {
  /** h or Co */
  readonly over: number;
  /** p or Cu: the lost margin, and goodwill */
  readonly under: number;
}

/** Service level that money asks for: q* = Cu/(Cu + Co). Source: Arrow, Harris & Marschak (1951). */
export function criticalRatio({ over, under }: NewsvendorCosts): number {
  return under / (under + over);
}

/** Expected cost of having `stock`: h E[(S − D)+] + p E[(D − S)+]. */
export function newsvendorCost(demand: Distribution, costs: NewsvendorCosts, stock: number): number {
  const short = demand.expectedShort(stock);
  return costs.over * (stock - demand.mean + short) + costs.under * short;
}

/** The stock with the least expected cost: the smallest S with P(D ≤ S) ≥ p/(p + h), and that cost. Fixtures of stockpyl. */
export function newsvendor(
  demand: Distribution,
  costs: NewsvendorCosts,
): { readonly stock: number; readonly cost: number } {
  const stock = demand.quantile(criticalRatio(costs));
  return { stock, cost: newsvendorCost(demand, costs, stock) };
}
