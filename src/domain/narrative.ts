/** How the prose was checked: numbers seen, numbers traced to figures, sentences dropped. */
export interface Grounding {
  readonly checked: number;
  readonly traced: number;
  readonly dropped: number;
  /** `failed`: too little of the model's prose could be traced, so the built-in summary stands instead */
  readonly outcome: 'passed' | 'failed' | 'built-in';
}

/** Prose about an answer. `text` is paragraphs separated by a blank line, every number filled in by our own formatter. */
export interface Narrative {
  readonly source: 'gemini' | 'built-in';
  readonly lang: string;
  readonly tone: Tone;
  readonly text: string;
  readonly grounding: Grounding;
  /** model version that answered, for `gemini` */
  readonly model?: string | undefined;
  readonly tokens?: number | undefined;
  /** US dollars, about */
  readonly cost?: number | undefined;
  /** what could not be checked about the model's prose */
  readonly caveat?: string | undefined;
  /** why the model's prose is absent although it was asked for */
  readonly unavailable?: string | undefined;
}

/** `owner`: a short page. `accountant`: longer, with bases and doubts. `message`: five lines for a messenger. */
export type Tone = 'owner' | 'accountant' | 'message';
