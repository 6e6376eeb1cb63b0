import type { Finding } from '../../domain/answer.ts';
import type { Speaker } from './speaker.ts';

/** What the summary of a restocking plan needs from a language: whole sentences, so that each language keeps its own grammar. */
export interface RestockPhrases {
  /** how many products need ordering, and what waiting costs */
  readonly need: (speaker: Speaker) => string;
  /** what the plan buys, within a budget or without one */
  readonly plan: (speaker: Speaker) => string;
  readonly nothingNeeded: (speaker: Speaker) => string;
  readonly empty: string;
  /** promised and achieved service */
  readonly service: (speaker: Speaker) => string;
  /** one finding as a sentence; undefined for a kind that is told elsewhere */
  readonly finding: (speaker: Speaker, finding: Finding) => string | undefined;
  /** what to do about a finding; undefined where there is nothing to do */
  readonly advice: (speaker: Speaker, finding: Finding) => string | undefined;
}
