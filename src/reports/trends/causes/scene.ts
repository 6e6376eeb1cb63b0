import { type Reference, referenceOf } from './reference.ts';
import type { Week } from './weeks.ts';

/** One of the weeks before, with what is usual by the others. */
export interface PastWeek {
  readonly week: Week;
  readonly reference: Reference;
}

/** The current week beside the weeks it is compared with, and each of those beside the others. */
export interface Scene {
  readonly current: Week;
  readonly weeks: readonly Week[];
  readonly reference: Reference;
  /** empty when there is one week only: nothing to compare it with */
  readonly past: readonly PastWeek[];
  /** logarithm of the expected over the mean net revenue of the weeks */
  readonly forecast: number;
  /** the part of it that is more than open days more or fewer: what a forecast says of orders per open day */
  readonly forecastPerDay: number;
}

export type Forecast = Pick<Scene, 'forecast' | 'forecastPerDay'>;

/** A scene of the current week and at least one week before it. */
export function sceneOf(current: Week, weeks: readonly Week[], forecast: Forecast): Scene {
  const past = weeks.map((week) => ({
    week,
    reference: referenceOf(weeks.filter((other) => other !== week)),
  }));
  return { current, weeks, reference: referenceOf(weeks), past: weeks.length < 2 ? [] : past, ...forecast };
}
