import { deviationsFromPast } from '../../../stats/noise-gate.ts';
import { mean } from '../../../stats/order-statistics.ts';
import type { Finding } from './finding.ts';
import type { Carrier } from './sale-line.ts';
import type { Scene } from './scene.ts';
import type { Week } from './weeks.ts';

export type Money = 'refunds' | 'discounts';

function carriersOf(of: Money, { refundLines, sales }: Week): readonly Carrier[] {
  const sums = new Map<string, number>();
  const add = (item: string, amount: number): void => void sums.set(item, (sums.get(item) ?? 0) + amount);
  if (of === 'refunds') for (const { item, amount } of refundLines) add(item, amount);
  else for (const { item, discount } of sales) add(item, -discount);
  return [...sums].map(([name, amount]) => ({ name, amount }));
}

/** Money given back or given off: what its plain difference from the usual amount did to net revenue. */
export function moneyFinding(
  of: Money,
  { current, weeks, past, forecast }: Scene,
): Finding & { readonly amount: number } {
  const usual = mean(weeks.map((week) => week[of])) * Math.exp(forecast);
  const amount = usual - current[of];
  const before = past.map(({ week, reference }) => mean(reference.weeks.map((one) => one[of])) - week[of]);
  const deviations = before.length === 0 ? 0 : deviationsFromPast(amount, before);
  return {
    cause: of,
    amount,
    logFactor: 0,
    error: 0,
    deviations,
    carriers: carriersOf(of, current),
    whole: -current[of],
    check: [{ kind: 'money', of, usual, now: current[of] }],
  };
}
