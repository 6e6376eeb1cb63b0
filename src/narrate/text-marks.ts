/** A stretch of text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A pattern that matches whole words only, in any script (`\b` knows Latin letters alone). */
export function wholeWord(source: string, flags = 'giu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])(?:${source})(?![\\p{L}\\p{M}\\p{N}_])`, flags);
}

/** All matches with their place. */
export function spansOf(text: string, pattern: RegExp): readonly (Span & { readonly text: string })[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

/** Blanks stretches of a text out by a sign, keeping every place where it is. */
export function mask(text: string, spans: readonly Span[], sign: string): string {
  return spans.reduce(
    (masked, { start, end }) => masked.slice(0, start) + sign.repeat(end - start) + masked.slice(end),
    text,
  );
}

/** Escapes a text for use inside a pattern. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Blanks out names from the shop's data where they stand as whole words, in their own spelling. */
export function maskNames(text: string, names: readonly string[]): string {
  return names
    .filter((name) => text.includes(name))
    .reduce((masked, name) => mask(masked, spansOf(masked, wholeWord(literal(name), 'gu')), '§'), text);
}
