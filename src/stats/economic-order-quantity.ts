/** Costs of ordering and keeping; all for the same unit of time. */
export interface LotCosts {
  /** K: what one order costs, however large */
  readonly fixedCost: number;
  /** h: keeping one unit for one unit of time */
  readonly holdingCost: number;
  /** λ: units asked for in one unit of time */
  readonly demandRate: number;
}

export interface Lot {
  readonly quantity: number;
  /** of one unit of time: ordering and keeping, without the goods */
  readonly cost: number;
}

/** Economic order quantity √(2Kλ/h) and its cost √(2Kλh). Source: Harris (1913); fixture of stockpyl. */
export function economicOrderQuantity({ fixedCost, holdingCost, demandRate }: LotCosts): Lot {
  const cost = Math.sqrt(2 * fixedCost * demandRate * holdingCost);
  return { quantity: cost / holdingCost, cost };
}

/** Economic order quantity when buyers wait at the cost p per unit and time (`backorderCost`): √(2Kλ(h+p)/(hp)). Source: Zipkin (2000). */
export function economicOrderQuantityWithBackorders(costs: LotCosts, backorderCost: number): Lot {
  const { quantity, cost } = economicOrderQuantity(costs);
  const share = backorderCost / (backorderCost + costs.holdingCost);
  return { quantity: quantity / Math.sqrt(share), cost: cost * Math.sqrt(share) };
}
