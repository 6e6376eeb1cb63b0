import type { Figure } from '../domain/figure.ts';
import { judgeDirections } from './directions.ts';
import { formatFigure } from './format-figure.ts';
import { mask, spansOf, type Span } from './text-marks.ts';

/** `{{id}}` in a model's or our own text. */
export interface Placeholder extends Span {
  readonly id: string;
}

/** Every `{{id}}` of a template, in order; blanks inside the braces do not matter. */
export function placeholdersIn(template: string): readonly Placeholder[] {
  return spansOf(template, /\{\{[^{}]*\}\}/g).map(({ start, end, text }) => ({
    start,
    end,
    id: text.slice(2, -2).trim(),
  }));
}

/**
 * Fills a template of our own: every `{{id}}` becomes the formatted figure, once, without looking at what was filled in.
 * A change that a direction word goes with ("down {{pnl.netProfit.change}}") loses its sign. Throws for an unknown id,
 * which is a bug of the template.
 */
export function fillPlaceholders(
  template: string,
  figures: readonly Figure[],
  options: { readonly lang?: string; readonly currency?: string } = {},
): string {
  const found = placeholdersIn(template).map((place) => {
    const figure = figures.find(({ id }) => id === place.id);
    if (figure === undefined) throw new Error(`no figure ${place.id}`);
    return { ...place, figure };
  });
  const mentions = found.map(({ start, end, figure }) => ({ start, end, figures: [figure] }));
  const { magnitudes } = judgeDirections({ masked: mask(template, found, '¤'), mentions }, figures);
  return found.reduceRight((text, { start, end, figure }) => {
    const magnitude = magnitudes.some((mention) => mention.start === start);
    return text.slice(0, start) + formatFigure(figure, { ...options, magnitude }) + text.slice(end);
  }, template);
}
