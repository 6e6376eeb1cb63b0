import type { Table } from '../../domain/answer.ts';
import type { Figure } from '../../domain/figure.ts';
import type { Minor } from '../../domain/money.ts';
import { contains, type Period } from '../../domain/period.ts';
import { isSale, type Accounting } from './accounting.ts';
import type { Standing } from './revenue-rule.ts';

/** Orders of a period that are no sale, by reason, with the sum of their totals as charged. */
export interface LeftOut {
  readonly standing: Standing;
  readonly reason: string;
  readonly orders: number;
  /** in the home currency; for other currencies null, for amounts of different currencies are not added up */
  readonly amount: Minor | null;
}

const REASONS: Partial<Record<Standing, string>> = {
  pending: 'not paid yet',
  awaitingDelivery: 'cash on delivery, not sold yet',
  undelivered: 'came back undelivered or lost on the way',
  cancelled: 'cancelled before payment',
  cancelledPaid: 'cancelled after payment, nothing given back',
  void: 'voided, expired or failed',
  otherCurrency: 'in another currency',
};

/** Counts what the revenue rule leaves out, so that nothing disappears silently. */
export function leftOut({ sales }: Accounting, period: Period): readonly LeftOut[] {
  const sums = new Map<string, { orders: number; amount: Minor }>();
  for (const { order, standing } of sales) {
    if (isSale(standing) || !contains(period, order.placedOn)) continue;
    const sum = sums.get(standing) ?? { orders: 0, amount: 0 };
    sums.set(standing, { orders: sum.orders + 1, amount: sum.amount + order.total });
  }
  return Object.entries(REASONS).flatMap(([standing, reason]) => {
    const sum = sums.get(standing);
    if (sum === undefined) return [];
    const amount = standing === 'otherCurrency' ? null : sum.amount;
    return [{ standing: standing as Standing, reason, orders: sum.orders, amount }];
  });
}

export function leftOutTable(rows: readonly LeftOut[]): Table {
  return {
    id: 'leftOut',
    label: 'Orders not counted as sales',
    columns: [
      { id: 'reason', label: 'Reason', unit: 'text' },
      { id: 'orders', label: 'Orders', unit: 'count' },
      { id: 'amount', label: 'Worth', unit: 'money' },
    ],
    rows: rows.map(({ standing, reason, orders, amount }) => ({ standing, reason, orders, amount })),
  };
}

/** `pnl.leftOut.<standing>.orders` and `.amount`. */
export function leftOutFigures(
  rows: readonly LeftOut[],
  common: { readonly currency: string; readonly period: Period },
): Figure[] {
  return rows.flatMap(({ standing, reason, orders, amount }) => [
    {
      id: `pnl.leftOut.${standing}.orders`,
      label: `Orders ${reason}`,
      value: orders,
      unit: 'count' as const,
      status: 'actual' as const,
      period: common.period,
    },
    {
      id: `pnl.leftOut.${standing}.amount`,
      label: `Worth of orders ${reason}`,
      value: amount,
      unit: 'money' as const,
      status: amount === null ? ('missing' as const) : ('actual' as const),
      ...common,
    },
  ]);
}
