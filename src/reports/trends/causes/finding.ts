import { deviationsFromPast } from '../../../stats/noise-gate.ts';
import type { Carrier, Cause, CauseCheck } from './sale-line.ts';

/** What one cause did to gross sales, as logarithm of a factor (0: nothing), beside how much it varies without a cause. */
export interface Finding {
  readonly cause: Cause;
  readonly logFactor: number;
  /** standard error of the logarithm */
  readonly error: number;
  /** distance from its own past in standard deviations */
  readonly deviations: number;
  /** in any unit: their part of `whole` is their part of the effect */
  readonly carriers: readonly Carrier[];
  readonly whole: number;
  readonly check: readonly CauseCheck[];
}

/** A measure of one week, with the deviation that chance alone would give it. */
export interface Measured {
  readonly value: number;
  readonly sampling: number;
}

/** A measure of the current week that has its own past: the same measure of every week of the base against the others. */
export interface Judged {
  readonly value: number;
  readonly deviations: number;
  /** one standard deviation of the measure */
  readonly error: number;
}

/** Of a past that never moved, any move is infinitely far; this far is enough, and can be calculated with. */
const FARTHEST = 1e6;

/** How extraordinary a measure is: its own past weeks or chance, whichever varies more. A past of less than two weeks tells nothing: 0. */
export function judged(current: Measured, past: readonly Measured[]): Judged {
  const { value, sampling } = current;
  if (past.length < 2) return { value, deviations: 0, error: sampling };
  const distance = deviationsFromPast(
    value,
    past.map((one) => one.value),
    sampling,
  );
  const deviations = Math.max(-FARTHEST, Math.min(FARTHEST, distance));
  return { value, deviations, error: deviations === 0 ? sampling : Math.abs(value / deviations) };
}
