import type { Period } from './period.ts';

/** `actual`: from rows. `estimated`: part of it is a rule or rate of the owner's or ours. `missing`: no file says; the value is null. */
export type FigureStatus = 'actual' | 'estimated' | 'missing';
/** `money` in minor units · `count` whole number · `ratio` 0.525 means 52.5 % · `percentChange` 0.05 means +5 % · `days` · `rate` pieces a day, a number with one decimal · `text` a name */
export type Unit = 'money' | 'count' | 'ratio' | 'percentChange' | 'days' | 'rate';

/** One number of an answer, with an id that stays the same from run to run. Prose may mention figures and nothing else. */
export interface Figure {
  readonly id: string;
  readonly label: string;
  /** null exactly when the status is `missing` */
  readonly value: number | null;
  readonly unit: Unit;
  readonly currency?: string | undefined;
  readonly status: FigureStatus;
  readonly period?: Period | undefined;
  /** how it was computed, in words */
  readonly formula?: string | undefined;
  /** what is estimated or missing, and what would fill it */
  readonly note?: string | undefined;
  /**
   * Which way is good for the owner when this figure is a change: `up` (profit), `down` (costs). Undefined for plain amounts.
   */
  readonly better?: 'up' | 'down' | undefined;
}
