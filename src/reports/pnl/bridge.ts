import { split, type Minor } from '../../domain/money.ts';
import type { CostEstimate } from './missing-costs.ts';
import { lineAmount, type LineId, type Statement } from './statement.ts';
import type { SkuTotals, Totals } from './totals.ts';

/** One step of the bridge: what it did to net profit, in minor units; positive is more profit. */
export interface BridgeStep {
  readonly id: string;
  readonly label: string;
  readonly amount: Minor;
}

/** One side of a comparison. */
export interface Side {
  readonly totals: Totals;
  readonly statement: Statement;
}

export interface Comparison {
  readonly now: Side;
  readonly before: Side;
  readonly estimate: CostEstimate;
}

/**
 * The change in net profit, step by step, adding up to it to the minor unit.
 *
 * Goods by product i with quantity q, gross price p and unit cost c (1: this period, 0: the one before):
 * volume = (Q1 − Q0) × m̄0 with m̄0 the earlier average of p − c per unit; mix = Σ (q1 − q0 × Q1 ÷ Q0) × (p0 − c0);
 * price = Σ q1 × (p1 − p0); unit cost = −Σ q1 × (c1 − c0). A product without an earlier (or later) price has no price or
 * cost step: it is mix. Shipping is split into more parcels × the earlier cost per order, and the change per order.
 * Every other line is the plain difference. Undefined when either net profit is missing.
 */
export function bridgeOf({ now, before, estimate }: Comparison): readonly BridgeStep[] | undefined {
  const after = lineAmount(now.statement, 'netProfit');
  const earlier = lineAmount(before.statement, 'netProfit');
  if (after === null || earlier === null) return undefined;
  const goods = goodsSteps(now, before, estimate.ratio ?? 0);
  const rest = [
    ...plainSteps(now.statement, before.statement),
    ...shippingSteps(now, before),
    ...expenseSteps(now.totals, before.totals),
  ];
  const steps = [...goods, ...rest].filter((step) => step.amount !== 0);
  return steps;
}

interface Priced {
  readonly units: number;
  readonly price: number;
  readonly cost: number;
}

const NOTHING: Priced = { units: 0, price: 0, cost: 0 };

function priced(sku: SkuTotals | undefined, ratio: number): Priced {
  if (sku === undefined || sku.units <= 0) return NOTHING;
  return {
    units: sku.units,
    price: sku.gross / sku.units,
    cost: (sku.cost + sku.uncosted * ratio) / sku.units,
  };
}

const GOODS = [
  ['volume', 'Volume (units sold)'],
  ['mix', 'Mix of products'],
  ['price', 'Prices'],
  ['unitCost', 'Unit costs'],
] as const;

function goodsSteps(now: Side, before: Side, ratio: number): BridgeStep[] {
  const keys = new Set([...now.totals.skus.keys(), ...before.totals.skus.keys()]);
  const pairs = [...keys].map(
    (key) => [priced(now.totals.skus.get(key), ratio), priced(before.totals.skus.get(key), ratio)] as const,
  );
  const unitsNow = pairs.reduce((sum, [one]) => sum + one.units, 0);
  const unitsBefore = pairs.reduce((sum, [, zero]) => sum + zero.units, 0);
  const marginBefore = pairs.reduce((sum, [, zero]) => sum + zero.units * (zero.price - zero.cost), 0);
  const average = unitsBefore > 0 ? marginBefore / unitsBefore : 0;
  const growth = unitsBefore > 0 ? unitsNow / unitsBefore : 0;
  const effects = { volume: (unitsNow - unitsBefore) * average, mix: 0, price: 0, unitCost: 0 };
  for (const [one, zero] of pairs) {
    const earlier = zero.units > 0 ? zero : one;
    effects.mix += (one.units - zero.units * growth) * (earlier.price - earlier.cost);
    effects.price += one.units * (one.price - earlier.price);
    effects.unitCost -= one.units * (one.cost - earlier.cost);
  }
  const total = goodsMargin(now) - goodsMargin(before);
  const amounts = roundTo(
    total,
    GOODS.map(([id]) => effects[id]),
  );
  return GOODS.map(([id, label], index) => ({ id: `bridge.${id}`, label, amount: amounts[index] ?? 0 }));
}

function goodsMargin({ statement }: Side): Minor {
  return (lineAmount(statement, 'grossSales') ?? 0) - (lineAmount(statement, 'costOfGoods') ?? 0);
}

/** Rounds real effects to minor units so that they add up to the known total; the rounding goes to the largest effects. */
function roundTo(total: Minor, effects: readonly number[]): Minor[] {
  const rounded = effects.map((effect) => Math.round(effect));
  const left = total - rounded.reduce((sum, part) => sum + part, 0);
  const shares = split(
    left,
    effects.map((effect) => Math.abs(effect)),
  );
  return rounded.map((part, index) => part + (shares[index] ?? 0));
}

const PLAIN: readonly (readonly [LineId, string, 1 | -1])[] = [
  ['discounts', 'Discounts', -1],
  ['refunds', 'Refunds and returns', -1],
  ['taxInRefunds', 'Tax inside refunds', 1],
  ['shippingIncome', 'Shipping charged', 1],
  ['otherIncome', 'Other income', 1],
  ['paymentFees', 'Payment fees', -1],
  ['marketplaceFees', 'Marketplace fees', -1],
  ['packaging', 'Packaging', -1],
  ['undelivered', 'Undelivered parcels (RTO)', -1],
  ['advertising', 'Advertising', -1],
];

function plainSteps(now: Statement, before: Statement): BridgeStep[] {
  return PLAIN.map(([id, label, sign]) => ({
    id: `bridge.${id}`,
    label,
    amount: sign * ((lineAmount(now, id) ?? 0) - (lineAmount(before, id) ?? 0)),
  }));
}

function shippingSteps(now: Side, before: Side): BridgeStep[] {
  const paid = lineAmount(now.statement, 'shippingCost') ?? 0;
  const paidBefore = lineAmount(before.statement, 'shippingCost') ?? 0;
  const perOrder = before.totals.orders > 0 ? paidBefore / before.totals.orders : 0;
  const volume = Math.round((before.totals.orders - now.totals.orders) * perOrder) + 0;
  return [
    { id: 'bridge.shippingVolume', label: 'Shipping: number of orders', amount: volume },
    { id: 'bridge.shippingPerOrder', label: 'Shipping per order', amount: paidBefore - paid - volume },
  ];
}

function expenseSteps(now: Totals, before: Totals): BridgeStep[] {
  const categories = [...new Set([...now.categories.keys(), ...before.categories.keys()])].sort();
  return categories.map((category) => ({
    id: `bridge.expense.${category}`,
    label: category,
    amount: (before.categories.get(category) ?? 0) - (now.categories.get(category) ?? 0),
  }));
}
