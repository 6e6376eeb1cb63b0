import type { Finding } from '../../domain/answer.ts';
import type { Speaker } from './speaker.ts';

/** What the summary of a statement needs from a language: whole sentences, so that each language keeps its own grammar. */
export interface Phrases {
  /** net profit, with its change when there is one */
  readonly profit: (context: SentenceContext) => string;
  /** what moved net profit most; empty when nothing did */
  readonly causes: (speaker: Speaker, finding: Finding) => string;
  /** from gross sales to net profit, for a statement without comparison */
  readonly ladder: (context: SentenceContext) => string;
  readonly empty: (period: string, covered: string | undefined) => string;
  /** one finding as a sentence; undefined for a kind that is told elsewhere */
  readonly finding: (speaker: Speaker, finding: Finding) => string | undefined;
  /** sales and orders in one line */
  readonly sales: (context: SentenceContext) => string;
  /** what the amounts rest on, for the accountant */
  readonly basis: (context: SentenceContext) => string;
}

/** One finding as a sentence or two, by kind. */
export type FindingTexts = Readonly<Record<string, (speaker: Speaker, finding: Finding) => string>>;

export interface SentenceContext {
  readonly speaker: Speaker;
  /** the period's name */
  readonly period: string;
  /** the earlier period's name, when there is a comparison */
  readonly before: string | undefined;
}
