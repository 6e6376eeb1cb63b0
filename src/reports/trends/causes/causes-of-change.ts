import { factorEffects } from '../../../stats/lmdi.ts';
import { mean } from '../../../stats/order-statistics.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './findings.ts';
import { moneyFinding } from './money-effect.ts';
import type { Carrier, CauseEffect, Expectation, SalePeriod } from './sale-line.ts';
import { type Forecast, type Scene, sceneOf } from './scene.ts';
import { DEVIATIONS, settled } from './settle.ts';
import { subPeriods, type Week, wholePeriod } from './weeks.ts';

/** An effect is named only when it is worth at least this part of what was expected. */
const LEAST_PART = 0.03;
const MOST_CARRIERS = 10;

export interface ChangeCauses {
  /** actual less expected net revenue */
  readonly change: number;
  readonly expected: number;
  /** sum to the change; the largest first, the variation last */
  readonly effects: readonly CauseEffect[];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const net = (week: Week): number => week.gross - week.discounts - week.refunds;

type Rounding = (amount: number) => number;

function roundingOf(periods: readonly SalePeriod[]): Rounding {
  const isWhole = periods.every(({ lines }) =>
    lines.every(({ amount, discount = 0 }) => Number.isInteger(amount) && Number.isInteger(discount)),
  );
  return isWhole ? Math.round : (amount) => amount;
}

function carriersOf({ carriers, whole }: Finding, amount: number, rounded: Rounding): readonly Carrier[] {
  const scale = whole === 0 ? 0 : amount / whole;
  return carriers
    .map((carrier) => ({ name: carrier.name, amount: rounded(carrier.amount * scale) }))
    .filter((carrier) => carrier.amount !== 0)
    .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
    .slice(0, MOST_CARRIERS);
}

/** Amounts of multiplicative causes: the sales there would be without them, led to the actual ones factor by factor (LMDI). */
function amountsOf(findings: readonly Finding[], gross: number): readonly number[] {
  const factors = findings.map(({ logFactor }) => Math.exp(logFactor));
  const without = gross / factors.reduce((all, factor) => all * factor, 1);
  return factorEffects([without, ...factors.map(() => 1)], [without, ...factors]).slice(1);
}

function told(scene: Scene, expected: number, rounded: Rounding): readonly CauseEffect[] {
  const findings = settled(findingsOf(scene), scene);
  const amounts = amountsOf(findings, scene.current.gross);
  const money = [moneyFinding('refunds', scene), moneyFinding('discounts', scene)];
  const all = [...findings.map((finding, i) => ({ ...finding, amount: amounts[i] ?? 0 })), ...money];
  return all.map((finding) => {
    const amount = rounded(finding.amount);
    const isLarge = Math.abs(amount) >= LEAST_PART * expected;
    return {
      cause: finding.cause,
      amount,
      carriers: carriersOf(finding, amount, rounded),
      notable: isLarge && Math.abs(finding.deviations) > DEVIATIONS,
      check: finding.check.slice(0, MOST_CARRIERS),
    };
  });
}

function forecastOf(
  current: Week,
  weeks: readonly Week[],
  expectation: Expectation & { readonly expected: number },
) {
  const forecast = Math.log(expectation.expected / mean(weeks.map(net)));
  const openDays = current.openDays.length / mean(weeks.map((week) => week.openDays.length));
  const forecastPerDay = expectation.revenue === undefined ? 0 : forecast - Math.log(openDays);
  return { forecast, forecastPerDay } satisfies Forecast;
}

/**
 * Why net revenue differs from what was expected: an accounting breakdown, no proof of causation. Expected is the forecast, or the mean of
 * the base's sub-periods (28 days against 7: four weeks, so weekdays match). Causes of gross sales are measured one by one as factors,
 * each against its own past (every sub-period of the base measured against the others) and each as blind to the others as can be,
 * brought into line with the change as a whole, and turned into amounts by the logarithmic mean Divisia index; refunds and discounts are
 * plain differences; what is left is `variation`. So the effects sum to the change and nothing counts twice. An effect is notable beyond two
 * standard deviations and from 3 % of the expected revenue on; smaller ones are listed, shrunk by their noise. In whole (minor)
 * units all effects are whole. Without sales in the base or the current period, or nothing expected, all is variation. Lines must
 * be of one currency, all with or all without tax, without test orders; in the first 60–90 days of the books everybody is new, so leave
 * `customer` off there.
 */
export function causesOfChange(
  base: SalePeriod,
  current: SalePeriod,
  expectation: Expectation = {},
): ChangeCauses {
  const rounded = roundingOf([base, current]);
  const week = wholePeriod(current);
  const all = subPeriods(base, current.days);
  const expected = rounded(expectation.revenue ?? (all.length === 0 ? 0 : mean(all.map(net))));
  const change = rounded(net(week) - expected);
  const weeks = all.filter((one) => one.gross > 0);
  const hasSales = week.gross > 0 && weeks.length > 0 && mean(weeks.map(net)) > 0;
  const effects =
    hasSales && expected > 0
      ? told(sceneOf(week, weeks, forecastOf(week, weeks, { ...expectation, expected })), expected, rounded)
      : [];
  const named = effects
    .filter(({ amount }) => amount !== 0)
    .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const rest = change - sum(named.map(({ amount }) => amount));
  const variation: CauseEffect = {
    cause: 'variation',
    amount: rest,
    carriers: [],
    notable: false,
    check: [],
  };
  return { change, expected, effects: [...named, variation] };
}
