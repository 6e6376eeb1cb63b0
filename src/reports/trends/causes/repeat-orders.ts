import { variance } from '../../../stats/order-statistics.ts';
import type { Week } from './weeks.ts';

/** Fewer customers say nothing about orders per customer. */
const LEAST_CUSTOMERS = 5;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Orders of each known returning customer of a week. */
function ordersPerCustomer(week: Week): readonly number[] {
  const counts = new Map<string, number>();
  for (const { group, customer } of week.orders) {
    if (group === 'returning' && customer !== undefined)
      counts.set(customer, (counts.get(customer) ?? 0) + 1);
  }
  return [...counts.values()];
}

/**
 * Logarithm of the likelihood of the present orders per returning customer when every order comes with a probability changed by a shift
 * (customers of several orders lose some of them), relative to an unknown constant. Where customers stay away altogether, those who
 * come order as often as ever: shift 0. A rise of orders tells nothing.
 */
export function repeatOrders(week: Week, weeks: readonly Week[]): (shift: number) => number {
  const before = weeks.map(ordersPerCustomer);
  const pooled = before.flat();
  const now = ordersPerCustomer(week);
  if (now.length < LEAST_CUSTOMERS || pooled.length < LEAST_CUSTOMERS) return () => 0;
  const perWeek = before.filter(({ length }) => length > 0).map((counts) => sum(counts) / counts.length);
  const chance = variance(pooled) * (1 / now.length + 1 / pooled.length);
  const own = perWeek.length < 2 ? 0 : variance(perWeek) * (1 + 1 / perWeek.length);
  const spread = Math.max(chance, own, Number.EPSILON);
  return (shift) => {
    const kept = Math.min(1, Math.exp(shift));
    const customers = sum(pooled.map((count) => 1 - (1 - kept) ** count));
    return -((sum(now) / now.length - (kept * sum(pooled)) / customers) ** 2) / (2 * spread);
  };
}
