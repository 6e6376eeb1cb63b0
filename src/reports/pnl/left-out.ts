import type { Table } from '../../domain/answer.ts';
import type { Figure } from '../../domain/figure.ts';
import type { Minor } from '../../domain/money.ts';
import { contains, type Period } from '../../domain/period.ts';
import type { Accounting } from './accounting.ts';
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
  return Object.entries(REASONS).flatMap(([name, reason]) => {
    const standing = name as Standing;
    const out = sales.standing(standing).filter(({ order }) => contains(period, order.placedOn));
    if (out.length === 0) return [];
    const amount = standing === 'otherCurrency' ? null : out.reduce((sum, { order }) => sum + order.total, 0);
    return [{ standing, reason, orders: out.length, amount }];
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
