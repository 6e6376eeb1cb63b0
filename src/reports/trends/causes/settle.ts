import { mean } from '../../../stats/order-statistics.ts';
import { type Estimate, reconciled } from '../../../stats/reconcile.ts';
import { type Finding, type Judged, judged } from './finding.ts';
import type { Cause } from './sale-line.ts';
import type { Scene } from './scene.ts';
import type { Week } from './weeks.ts';

/** An effect is named from two standard deviations of its own past on. */
export const DEVIATIONS = 2;

const ORDERS: ReadonlySet<Cause> = new Set<Cause>(['traffic', 'new_customers', 'returning_customers']);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const isOfOrders = ({ cause }: Finding): boolean => ORDERS.has(cause);

/** Spread of a sum of so many orders of such sizes by chance (compound Poisson), as a part of it. */
function chanceSpread({ orders, gross }: Week): number {
  return Math.sqrt(sum(orders.map((order) => order.gross ** 2))) / gross;
}

/** The change of gross sales as a whole, as a logarithm, with what it varies by from week to week per open day. */
function wholeChange({ current, weeks, forecast }: Scene): Judged {
  const logs = weeks.map((week) => Math.log(week.gross / week.openDays.length));
  const past = logs.map((log, i) => ({ value: log - mean(logs.filter((_, j) => j !== i)), sampling: 0 }));
  const value = Math.log(current.gross / mean(weeks.map(({ gross }) => gross))) - forecast;
  return judged({ value, sampling: chanceSpread(current) }, past);
}

/** The part of a measure within two deviations that cannot be its own noise: v (1 − 1/z²), 0 up to one (James & Stein's shrinkage). */
function shrunk({ logFactor, deviations }: Finding): number {
  return Math.abs(deviations) <= 1 ? 0 : logFactor * (1 - 1 / deviations ** 2);
}

/** Explanations of the orders move together, each by its share of their error. */
function ofOrders(finding: Finding, before: Estimate, after: Estimate): Finding {
  const logFactor = finding.logFactor + ((after.value - before.value) * finding.error) / (before.error || 1);
  const isBeyond = Math.abs(finding.deviations) > DEVIATIONS;
  return {
    ...finding,
    logFactor,
    deviations: isBeyond ? finding.deviations : logFactor / (after.error || 1),
  };
}

/**
 * Findings brought into line with the change of gross sales as a whole: what is known badly gives way to the total, what is known well stays.
 * Findings beyond two deviations take part; those of the orders from one on, so that a fall of sales that nothing else explains is
 * theirs. They exclude each other and move together. All others shrink by their noise.
 */
export function settled(findings: readonly Finding[], scene: Scene): readonly Finding[] {
  const takesPart = (finding: Finding): boolean =>
    Math.abs(finding.deviations) > (isOfOrders(finding) ? 1 : DEVIATIONS);
  const named = findings.filter(takesPart);
  const orders = named.filter(isOfOrders);
  const alone = named.filter((finding) => !isOfOrders(finding));
  const before: Estimate = {
    value: sum(orders.map(({ logFactor }) => logFactor)),
    error: sum(orders.map(({ error }) => error)),
  };
  const parts = alone.map(({ logFactor, error }) => ({ value: logFactor, error }));
  const [after, ...moved] = reconciled([before, ...parts], wholeChange(scene));
  const values = new Map(alone.map((finding, i) => [finding, moved[i]?.value]));
  return findings.map((finding) => {
    if (!takesPart(finding)) return { ...finding, logFactor: shrunk(finding) };
    const logFactor = values.get(finding);
    return logFactor === undefined ? ofOrders(finding, before, after ?? before) : { ...finding, logFactor };
  });
}
