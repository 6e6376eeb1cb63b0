import type { Day } from '../day.ts';

/**
 * How well a rule is known. `verified`: two sources, or the statute's text and one. `single`: one source. `memory`: none that could be
 * looked at. Whatever is not verified is shown with the word "check".
 */
export type Confidence = 'verified' | 'single' | 'memory';

/** The section of the Act that is going and of the one that comes; null where there is none or none is known. */
export interface Sections {
  readonly old: string | null;
  readonly new: string | null;
}

/**
 * One rule of a country's tax law, as it holds for income (payments, invoices) of certain days. What changed is another rule of the
 * same id. Amounts in `value` are whole units of the law's currency, rates per cent.
 */
export interface Rule<Value = unknown> {
  readonly id: string;
  /** of the days below */
  readonly act: string;
  readonly section: Sections;
  /** first day */
  readonly from: Day;
  /** last day; null: no end is known */
  readonly to: Day | null;
  readonly value: Value;
  /** what the rule rests on, to be looked up */
  readonly citation: string;
  readonly confidence: Confidence;
  /** what is not certain about it, in words */
  readonly check?: string | undefined;
}

/** The law of one country. Another country is another of these. */
export interface TaxLaw {
  /** ISO 3166 */
  readonly jurisdiction: string;
  readonly currency: string;
  /** the day on which the tables were put together; what changed since is not in them */
  readonly rulesAsOf: Day;
  readonly rules: readonly Rule[];
}

/** The rule of that id which holds for income of the day; undefined when none does. Never chosen by today. */
export function ruleOn<Value>(rules: readonly Rule<Value>[], id: string, day: Day): Rule<Value> | undefined {
  return rules.find((rule) => rule.id === id && rule.from <= day && (rule.to === null || day <= rule.to));
}

/**
 * What must be shown beside a rule after the word "check": what is not certain about it, or the rule itself where it is not verified.
 * Undefined when nothing has to be checked.
 */
export function toCheck({ confidence, check }: Rule): string | undefined {
  return check ?? (confidence === 'verified' ? undefined : 'this rule');
}
