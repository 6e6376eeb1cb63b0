import type { Answer } from '../../domain/answer.ts';
import { cleanText } from '../../domain/clean-text.ts';
import type { Figure } from '../../domain/figure.ts';
import { formatFigure } from '../format-figure.ts';

/** Says figures of an answer, always as magnitudes: the words around them tell the direction. Counts what it said. */
export interface Speaker {
  readonly lang: string;
  /** the figure as text; every call counts as one figure said */
  readonly say: (id: string) => string;
  readonly value: (id: string) => number | null;
  readonly has: (id: string) => boolean;
  readonly said: () => number;
}

/** A speaker for an answer in a language. Saying a figure that does not exist throws: that is a bug of the summary. */
export function speakerOf({ figures }: Answer, lang: string): Speaker {
  const byId = new Map<string, Figure>(figures.map((figure) => [figure.id, figure]));
  let count = 0;
  const value = (id: string): number | null => byId.get(id)?.value ?? null;
  const say = (id: string): string => {
    const figure = byId.get(id);
    if (figure === undefined) throw new Error(`no figure ${id} to say`);
    count += 1;
    return formatFigure(figure, { lang, magnitude: true });
  };
  return { lang, say, value, has: (id) => value(id) !== null, said: () => count };
}

const LONGEST_NAME = 60;

/** A label from the shop's data as it may stand in a sentence. */
export function nameText(name: string | undefined): string {
  return cleanText(name ?? '', { max: LONGEST_NAME }).trim();
}

/** Several names of a finding, joined by `, ` there; each is cut by itself. */
export function namesText(names: string | undefined): readonly string[] {
  return (names ?? '')
    .split(', ')
    .map(nameText)
    .filter((name) => name !== '');
}

/** `a, b or c`. */
export function listed(parts: readonly string[], word: string): string {
  return parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1) ?? ''}`;
}
