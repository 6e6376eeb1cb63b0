import type { Day } from './day.ts';
import type { Figure, Unit } from './figure.ts';
import type { Period } from './period.ts';

/** `act`: money is being lost now. `watch`: moving the wrong way. `know`: how far to trust the figures, or good news. */
export type Urgency = 'act' | 'watch' | 'know';

/**
 * Something worth telling the owner: a kind, the money at stake, and the figures it rests on by role. The words are made in
 * narrate/ from `kind`; `names` holds labels from the shop's data (a SKU, a state) and is hostile until cleaned.
 */
export interface Finding {
  readonly kind: string;
  readonly urgency: Urgency;
  /** minor units of the answer's currency, not negative; findings are ranked by it */
  readonly stake: number;
  /** role → figure id */
  readonly figures: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
}

export interface Column {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit | 'text';
}

export type Cell = string | number | null;

/** A table of an answer: rows keyed by column id; money in minor units; null where not known. */
export interface Table {
  readonly id: string;
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** What every report's answer has, so that any answer can be shown, told and served the same way. */
export interface Answer {
  readonly schemaVersion: 1;
  readonly report: string;
  readonly shop?: string | undefined;
  readonly demo: boolean;
  /** undefined when the books hold nothing to date */
  readonly period: Period | null;
  readonly compare: Period | null;
  readonly asOf: Day;
  readonly currency: string;
  readonly figures: readonly Figure[];
  readonly tables: readonly Table[];
  /** ranked, most money first */
  readonly findings: readonly Finding[];
}
