import { median, robustDeviation } from '../../../stats/order-statistics.ts';
import type { CustomerGroup, Week } from './weeks.ts';

const ordersOf = (week: Week, group: CustomerGroup): number =>
  week.orders.filter((order) => order.group === group).length;
const grossOf = (week: Week, group: CustomerGroup): number =>
  week.orders.reduce((sum, order) => sum + (order.group === group ? order.gross : 0), 0);

/** A shift of one group of customers as logarithm of a factor on all gross sales, with its error. */
export interface GroupWorth {
  readonly logFactor: number;
  readonly error: number;
}

/** By how much (as a logarithm) the orders of one group moved. */
export interface GroupShift {
  readonly group: CustomerGroup;
  readonly shift: number;
}

/**
 * What a shift of one group's orders was worth: orders missed × the group's usual order value (median over weeks, so that one bulk order
 * does not price all others); of a rise the part of the group's own gross. The error is the usual spread of the group's weekly gross.
 */
export function groupWorth(week: Week, weeks: readonly Week[], { group, shift }: GroupShift): GroupWorth {
  const served = weeks.filter((one) => grossOf(one, group) > 0);
  if (served.length === 0) return { logFactor: 0, error: 0 };
  const value = median(served.map((one) => grossOf(one, group) / ordersOf(one, group)));
  // half an order more, as the shift was measured
  const missed = (ordersOf(week, group) + 0.5) * (Math.exp(-shift) - 1) * value;
  const lost = shift < 0 ? missed : grossOf(week, group) * (Math.exp(-shift) - 1);
  const spread = robustDeviation(served.map((one) => Math.log(grossOf(one, group))));
  return { logFactor: -Math.log(1 + lost / week.gross), error: (Math.abs(lost) / week.gross) * spread };
}
