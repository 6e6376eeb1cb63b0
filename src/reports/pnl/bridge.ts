import { roundHalfUp, split, type Minor } from '../../domain/money.ts';
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
 * volume = (Q1 − Q0) × m̄0 with m̄0 the earlier average of p − c per unit; mix = Σ q1 × (p0 − c0) − Q1 × m̄0;
 * price = Σ q1 × (p1 − p0); unit cost = −Σ q1 × (c1 − c0). A product without an earlier price has no price or cost step: it
 * is mix. Where nothing at all was sold before, everything is volume. What goods cost beyond the products sold (goods put
 * back, corrections) is a step of its own. Shipping is split into more parcels × the earlier cost per order, and the change
 * per order. Every other line is the plain difference; a line known for one period only says so. Undefined when either net
 * profit is missing.
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
  return [...goods, ...rest].filter((step) => step.amount !== 0);
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
  const ones = pairs.map(([one]) => one);
  const zeros = pairs.map(([, zero]) => zero);
  const [unitsNow, unitsBefore] = [unitsOf(ones), unitsOf(zeros)];
  const average =
    unitsBefore > 0 ? marginOf(zeros) / unitsBefore : unitsNow > 0 ? marginOf(ones) / unitsNow : 0;
  const effects = {
    volume: (unitsNow - unitsBefore) * average,
    mix: -unitsNow * average,
    price: 0,
    unitCost: 0,
  };
  for (const [one, zero] of pairs) {
    const earlier = zero.units > 0 ? zero : one;
    effects.mix += one.units * (earlier.price - earlier.cost);
    effects.price += one.units * (one.price - earlier.price);
    effects.unitCost -= one.units * (one.cost - earlier.cost);
  }
  return roundedSteps(
    goodsMargin(now) - goodsMargin(before),
    GOODS.map(([id]) => effects[id]),
  );
}

function unitsOf(goods: readonly Priced[]): number {
  return goods.reduce((sum, { units }) => sum + units, 0);
}

function marginOf(goods: readonly Priced[]): number {
  return goods.reduce((sum, { units, price, cost }) => sum + units * (price - cost), 0);
}

function goodsMargin({ statement }: Side): Minor {
  return (lineAmount(statement, 'grossSales') ?? 0) - (lineAmount(statement, 'costOfGoods') ?? 0);
}

/** The estimate of unknown costs is rounded once for each period, on the whole. */
const ROUNDING = 2;

/** Rounds real effects to minor units; what they leave of the known total beyond rounding is a step of its own. */
function roundedSteps(total: Minor, effects: readonly number[]): BridgeStep[] {
  const left = roundHalfUp(total - effects.reduce((sum, effect) => sum + effect, 0));
  const other = Math.abs(left) > ROUNDING ? left : 0;
  const rounded = effects.map(roundHalfUp);
  const amounts = split(
    total - other - rounded.reduce((sum, part) => sum + part, 0),
    effects.map((effect) => Math.abs(effect)),
  ).map((part, index) => part + (rounded[index] ?? 0));
  return [
    ...GOODS.map(([id, label], index) => ({ id: `bridge.${id}`, label, amount: amounts[index] ?? 0 })),
    { id: 'bridge.otherGoods', label: 'Goods put back and corrections', amount: other },
  ];
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
  return PLAIN.map(([id, label, sign]) => {
    const amount = sign * ((lineAmount(now, id) ?? 0) - (lineAmount(before, id) ?? 0)) + 0;
    return isGap(now, before, id) ? gap(id, label, amount) : { id: `bridge.${id}`, label, amount };
  });
}

/** The line is known for one of the periods only: the difference is no change of the shop's. */
function isGap(now: Statement, before: Statement, id: LineId): boolean {
  return (lineAmount(now, id) === null) !== (lineAmount(before, id) === null);
}

function gap(id: LineId, label: string, amount: Minor): BridgeStep {
  return { id: `bridge.gap.${id}`, label: `${label}, known for one period only`, amount };
}

function shippingSteps(now: Side, before: Side): BridgeStep[] {
  const paid = lineAmount(now.statement, 'shippingCost') ?? 0;
  const paidBefore = lineAmount(before.statement, 'shippingCost') ?? 0;
  const change = paidBefore - paid;
  if (isGap(now.statement, before.statement, 'shippingCost'))
    return [gap('shippingCost', 'Shipping paid', change)];
  const orders = before.totals.orders;
  const volume = orders > 0 ? roundHalfUp(((orders - now.totals.orders) * paidBefore) / orders) : change;
  return [
    { id: 'bridge.shippingVolume', label: 'Shipping: number of orders', amount: volume },
    { id: 'bridge.shippingPerOrder', label: 'Shipping per order', amount: change - volume },
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
