import type { Finding } from '../../domain/answer.ts';
import type { Speaker } from './speaker.ts';

/** What the summary of payouts needs from a language: whole sentences, so that each language keeps its own grammar. */
export interface PayoutsPhrases {
  /** what buyers paid and what should have reached the bank */
  readonly opening: (context: PayoutsContext) => string;
  /** what the platforms kept of it; empty when they kept nothing */
  readonly kept: (context: PayoutsContext) => string;
  /** whether the settlements agree */
  readonly verdict: (context: PayoutsContext) => string;
  /** no settlement in the period */
  readonly empty: (period: string, covered: string | undefined) => string;
  /** no file of a platform's ledger at all */
  readonly noLedger: string;
  readonly finding: (speaker: Speaker, finding: Finding) => string | undefined;
}

export interface PayoutsContext {
  readonly speaker: Speaker;
  /** the period's name; empty when there is none */
  readonly period: string;
  /** names of the channels, most sold first */
  readonly channels: readonly string[];
}

/** Lines of what platforms keep, as figures' ids. */
export const KEPT_LINES = [
  'payouts.commission',
  'payouts.paymentFees',
  'payouts.shipping',
  'payouts.storage',
  'payouts.advertising',
] as const;
