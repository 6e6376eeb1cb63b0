import type { Finding } from '../../domain/answer.ts';
import type { Measure } from '../../reports/trends/options.ts';
import type { Speaker } from './speaker.ts';

/** What the summary of trends needs from a language: whole sentences, so that each language keeps its own grammar. */
export interface TrendsPhrases {
  /** the week against what was to be expected */
  readonly week: (speaker: Speaker, measure: Measure, finding: Finding) => string;
  /** the week alone, with too little history to say more */
  readonly alone: (speaker: Speaker, measure: Measure) => string;
  /** no sale at all before today */
  readonly empty: string;
  /** sales, but none of the product, platform or days asked for */
  readonly nothing: string;
  /** one finding as a sentence; undefined for a kind that is told elsewhere */
  readonly finding: (speaker: Speaker, finding: Finding) => string | undefined;
  /** how the owner can see for himself whether the cause is the true one; undefined where nothing can be looked up */
  readonly check: (speaker: Speaker, finding: Finding) => string | undefined;
  /** what to do about it; undefined where nothing is to be done */
  readonly advice: (speaker: Speaker, finding: Finding) => string | undefined;
  /** what the days ahead will most likely bring */
  readonly ahead: (speaker: Speaker, measure: Measure) => string;
}

/** A sentence, or part of one, about a finding. */
export type Text = (speaker: Speaker, finding: Finding) => string;

/** What a finding calls for advice about: a cause that costs sales, a product that is not there, a day without orders; else nothing. */
export function adviceKey({ kind, names }: Finding): string {
  if (kind === 'cause') return names['direction'] === 'down' ? (names['cause'] ?? '') : '';
  if (kind === 'product') return productKey(names['event'] ?? '', names['over'] === 'yes');
  return kind === 'anomaly' && names['why'] === 'noOrder' ? 'emptyDay' : '';
}

function productKey(event: string, isOver: boolean): string {
  if (event === 'soldOut') return isOver ? 'wasSoldOut' : 'soldOut';
  return { price: 'newPrice', silent: isOver ? '' : 'silent' }[event] ?? '';
}

/** Which sentence tells of an unusual day: `noOrder`, or the measure and what befell it. */
export function dayKey({ names }: Finding): string {
  if (names['why'] === 'noOrder') return 'noOrder';
  const { measure = '', why = '' } = names;
  return [measure, names['below'] === 'yes' ? 'below' : '', why].filter((part) => part !== '').join(' ');
}

/** The products that carry a cause, unless its check names the only one anyway. */
export function carriersOf({ names }: Finding): string | undefined {
  const { products = '', product } = names;
  return products === '' || products === product ? undefined : products;
}
