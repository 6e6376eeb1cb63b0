/**
 * What a letter with an order says besides the order itself. The lines, prices and dates are put between `opening` and `closing`
 * by our own code, so these hold no number of the order.
 */
export interface OrderLetter {
  readonly source: 'gemini' | 'built-in';
  readonly lang: string;
  readonly greeting: string;
  readonly opening: string;
  readonly closing: string;
  /** model version that answered, for `gemini` */
  readonly model?: string | undefined;
  readonly tokens?: number | undefined;
  /** US dollars, about */
  readonly cost?: number | undefined;
  /** what could not be checked about the model's words */
  readonly caveat?: string | undefined;
  /** why the model's words are absent although they were asked for */
  readonly unavailable?: string | undefined;
}
