import { dayNumber, type Day } from '../../domain/day.ts';
import { roundHalfUp } from '../../domain/money.ts';
import type { Accounting } from '../pnl/accounting.ts';
import { costEstimate } from '../pnl/missing-costs.ts';
import { postAll } from '../pnl/post-all.ts';
import type { Account, Posting } from '../pnl/posting.ts';
import { productKey, summing } from '../pnl/totals.ts';
import { skuKey } from '../pnl/unit-cost.ts';
import type { Measure, TrendsOptions } from './options.ts';

/** What each account does to net sales. */
export const NET_SALES: Partial<Record<Account, 1 | -1>> = {
  grossSales: 1,
  discounts: -1,
  refunds: -1,
  taxInRefunds: 1,
};

/** What each account does to contribution: net sales less what each order costs. */
const CONTRIBUTION: Partial<Record<Account, 1 | -1>> = {
  ...NET_SALES,
  shippingIncome: 1,
  otherIncome: 1,
  costOfGoods: -1,
  shippingCost: -1,
  paymentFees: -1,
  marketplaceFees: -1,
  packaging: -1,
  undelivered: -1,
};

/** Which postings are wanted; all of them without a product and a platform. */
export type Wanted = (posting: Posting) => boolean;

/** The postings of one product or platform, where the options name one. Amounts of a whole order belong to no single product. */
export function wantedBy({ sku, channel }: Pick<TrendsOptions, 'sku' | 'channel'>): Wanted {
  const key = sku === undefined ? undefined : skuKey(sku);
  return ({ order, line, channel: told }) => {
    if (key !== undefined && (line === undefined || productKey(line) !== key)) return false;
    return channel === undefined || (order?.channel ?? told) === channel;
  };
}

/** One value per calendar day, in minor units or pieces. */
export interface MeasuredDays {
  readonly first: Day;
  /** from `first` on, without gaps; NaN where it cannot be known */
  readonly values: Float64Array;
  /** part of the values is an estimate: the cost of goods whose cost no file gives */
  readonly isEstimated: boolean;
}

/**
 * The measure of every day from `first` to `last`, both included, by the postings of the statement: sales on the order's day, refunds
 * on theirs. Where less than half of the goods' cost is known, profit is not known on any day.
 */
export function measuredDays(
  accounting: Accounting,
  { first, last, wanted, measure }: { first: Day; last: Day; wanted: Wanted; measure: Measure },
): MeasuredDays {
  const start = dayNumber(first);
  const values = new Float64Array(Math.max(0, dayNumber(last) - start + 1));
  const uncosted = new Float64Array(values.length);
  const valueOf = VALUES[measure]();
  const all = summing();
  postAll(accounting, (posting) => {
    if (measure === 'profit') all.add(posting);
    const index = dayNumber(posting.day) - start;
    if (index < 0 || index >= values.length || !wanted(posting)) return;
    values[index] = (values[index] ?? 0) + valueOf(posting);
    if (posting.account === 'uncosted') uncosted[index] = (uncosted[index] ?? 0) + posting.amount;
  });
  return measure === 'profit'
    ? { first, ...withCosts(values, uncosted, costEstimate(all).ratio) }
    : { first, values, isEstimated: false };
}

function withCosts(values: Float64Array, uncosted: Float64Array, ratio: number | undefined) {
  if (uncosted.every((sales) => sales === 0)) return { values, isEstimated: false };
  const cost = (sales: number): number => (ratio === undefined ? NaN : roundHalfUp(sales * ratio));
  return { values: values.map((value, index) => value - cost(uncosted[index] ?? 0)), isEstimated: true };
}

/** A counter of one measure; it sees the postings of one order in one run. */
const VALUES: Readonly<Record<Measure, () => (posting: Posting) => number>> = {
  revenue: () => signed(NET_SALES),
  profit: () => signed(CONTRIBUTION),
  units: () => (posting) => (posting.account === 'grossSales' ? (posting.line?.quantity ?? 0) : 0),
  orders: () => ordersCounter(),
};

/** Counts 1 with the first sold line of each order; it sees the postings of one order in one run. */
export function ordersCounter(): (posting: Posting) => number {
  let last: Posting['order'];
  return ({ account, order }) => {
    if (account !== 'grossSales' || order === last) return 0;
    last = order;
    return 1;
  };
}

function signed(signs: Partial<Record<Account, 1 | -1>>): (posting: Posting) => number {
  return ({ account, amount }) => (signs[account] ?? 0) * amount;
}
