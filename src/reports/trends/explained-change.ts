import { dayNumber } from '../../domain/day.ts';
import { roundHalfUp } from '../../domain/money.ts';
import { daysIn, type Period } from '../../domain/period.ts';
import { causesOfChange } from './causes/causes-of-change.ts';
import type { CauseEffect, SaleLine } from './causes/sale-line.ts';
import type { Measure } from './options.ts';
import type { ProductEvent } from './product-events.ts';
import type { WeekCompared } from './week-compared.ts';

/** Why the last week differs from what was to be expected of it: effects in minor units that add up to the change. */
export interface ExplainedChange {
  readonly change: number;
  readonly effects: readonly CauseEffect[];
}

const BASE_DAYS = 28;

/**
 * The causes of the change of revenue against the forecast, from the lines of the week and the four weeks before. Undefined for other
 * measures, and where there is no forecast. `lines` end with the week and begin four weeks before it or earlier.
 */
export function explainedChange(
  lines: readonly SaleLine[],
  { week, compared, measure, events }: Explaining,
): ExplainedChange | undefined {
  const { expected } = compared;
  if (measure !== 'revenue' || expected === null || daysIn(week) !== 7) return undefined;
  const current = dayNumber(week.from);
  const from = current - BASE_DAYS;
  const isOut = knownStockOuts(events);
  return inMinorUnits(
    causesOfChange(
      { from, days: BASE_DAYS, lines: lines.filter(({ day }) => day >= from && day < current), isOut },
      { from: current, days: 7, lines: lines.filter(({ day }) => day >= current), isOut },
      { revenue: expected.total },
    ),
  );
}

interface Explaining {
  readonly week: Period;
  readonly compared: WeekCompared;
  readonly measure: Measure;
  readonly events: readonly ProductEvent[];
}

/** Days on which an item was sold out by the shop's own stock. */
function knownStockOuts(events: readonly ProductEvent[]): (item: string, day: number) => boolean {
  const runs = events
    .filter(({ kind }) => kind === 'soldOut')
    .map(({ item, day, days }) => ({ item, from: dayNumber(day), to: dayNumber(day) + days }));
  return (item, day) => runs.some((run) => run.item === item && day >= run.from && day < run.to);
}

/** Each effect rounded to the minor unit, what the rounding leaves over put to the variation, so that they still add up. */
function inMinorUnits({ change, effects }: ExplainedChange): ExplainedChange {
  const rounded = effects
    .map((effect) => ({
      ...effect,
      amount: roundHalfUp(effect.amount),
      // equal amounts by name, or the order of the rows would show
      carriers: [...effect.carriers].sort(
        (a, b) => Math.abs(b.amount) - Math.abs(a.amount) || (a.name < b.name ? -1 : 1),
      ),
    }))
    .filter(({ cause, amount }) => amount !== 0 || cause === 'variation');
  const left = roundHalfUp(change) - rounded.reduce((sum, { amount }) => sum + amount, 0);
  return {
    change: roundHalfUp(change),
    effects: rounded.map((effect) =>
      effect.cause === 'variation' ? { ...effect, amount: effect.amount + left } : effect,
    ),
  };
}
