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

/** How extraordinary a measure is: its own past weeks or chance, whichever varies more. A base of one week tells nothing: 0 deviations. */
export function judged(current: Measured, past: readonly Measured[]): Judged {
  const values = past.map(({ value }) => value);
  const deviations = deviationsFromPast(current.value, values, current.sampling);
  const known = Number.isFinite(deviations) ? deviations : 0;
  return {
    value: current.value,
    deviations: past.length < 2 ? 0 : known,
    error: known === 0 ? current.sampling : Math.abs(current.value / known),
  };
}
