import type { Answer } from '../domain/answer.ts';
import { cleanText } from '../domain/clean-text.ts';
import type { Figure } from '../domain/figure.ts';
import type { Grounding } from '../domain/narrative.ts';
import { readCalendar } from './calendar-words.ts';
import { judgeClaims } from './claims.ts';
import { isChange } from './change-figures.ts';
import { factsOf, type Facts, type Mention } from './facts.ts';
import type { Block } from './json-reply.ts';
import { numbersIn, unitAfter } from './numbers.ts';
import { formatFigure } from './format-figure.ts';
import { placeholdersIn } from './placeholders.ts';
import { mask, maskNames } from './text-marks.ts';

/** Prose with every number filled in, and what was left out of it. */
export interface Grounded {
  readonly text: string;
  readonly grounding: Grounding;
  readonly refused: readonly Refusal[];
}

export interface Refusal {
  readonly sentence: string;
  readonly reason: string;
}

export interface GroundOptions {
  readonly lang: string;
  /** sentences beyond this many are left out */
  readonly most?: number | undefined;
}

/**
 * Checks a model's sentences against an answer, one by one, and fills in the figures of those that hold. A sentence is
 * refused for: an unknown id; a number typed in any form; a month, year or currency that is not the answer's; a direction
 * word or superlative that the figures contradict or cannot bear out; links and markup. In languages other than English
 * and Hindi direction words cannot be judged: there every change is shown with its sign, which tells the truth whatever the
 * words say. `outcome` is `failed` when fewer than half of the sentences remain or none of them carries a figure.
 */
export function groundReply(blocks: readonly Block[], answer: Answer, options: GroundOptions): Grounded {
  const facts = factsOf(answer);
  const refused: Refusal[] = [];
  let [checked, traced, kept, left] = [0, 0, 0, options.most ?? Infinity];
  const paragraphs = blocks.map(({ sentences }) =>
    sentences.flatMap((raw) => {
      const sentence = tidy(raw);
      if (sentence === '' || left <= 0) return [];
      left -= 1;
      const judged = groundSentence(sentence, facts, options.lang);
      checked += judged.checked;
      if (judged.text === undefined) {
        refused.push({ sentence, reason: judged.reason });
        return [];
      }
      kept += 1;
      traced += judged.checked;
      return [judged.text];
    }),
  );
  const text = paragraphs
    .map((sentences) => sentences.join(' '))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
  const passed = traced > 0 && kept >= refused.length;
  const grounding: Grounding = {
    checked,
    traced,
    dropped: refused.length,
    outcome: passed ? 'passed' : 'failed',
  };
  return { text, grounding, refused };
}

/** One line of plain text: no control or invisible characters, list marks, emphasis or code marks. */
function tidy(raw: string): string {
  return cleanText(raw)
    .replace(/^\s*(?:[-*•]\s+|#+\s*)/, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

type Judged =
  | { readonly text: string; readonly reason?: undefined; readonly checked: number }
  | { readonly text?: undefined; readonly reason: string; readonly checked: number };

function groundSentence(sentence: string, facts: Facts, lang: string): Judged {
  if (sentence.length > LONGEST) return { reason: 'the sentence is too long', checked: 0 };
  const places = placeholdersIn(sentence);
  const found = places.map((place) => ({
    ...place,
    figure: facts.figures.find(({ id }) => id === place.id),
  }));
  const nameless = maskNames(mask(sentence, found, '¤'), facts.names);
  const typed = typedNumbers(nameless, facts);
  const checked = found.length + typed.count;
  const unknown = found.find(({ figure }) => figure === undefined);
  if (unknown !== undefined) return { reason: `there is no figure {{${unknown.id}}}`, checked };
  const mentions = found.flatMap(({ start, end, figure }) =>
    figure === undefined ? [] : [{ start, end, figures: [figure] }],
  );
  const reading = { masked: typed.masked, mentions };
  const verdict = isCheckable(lang)
    ? judgeClaims({ sentence, nameless, reading, months: typed.months }, facts)
    : { problems: [], magnitudes: [] };
  const units = mentions.flatMap(({ end }) => unitAfter(nameless.slice(end)) ?? []);
  const [problem] = [
    ...typed.problems,
    ...units.map((unit) => `"${unit}" after a figure, which brings its own unit`),
    ...shapeProblems(nameless, lang),
    ...verdict.problems,
  ];
  if (problem !== undefined) return { reason: problem, checked };
  return fill(sentence, { mentions, magnitudes: verdict.magnitudes, facts, lang, checked });
}

function typedNumbers(
  nameless: string,
  facts: Facts,
): ReturnType<typeof readCalendar> & { readonly masked: string; readonly count: number } {
  const calendar = readCalendar(nameless, facts, { edges: true });
  const masked = mask(nameless, calendar.spans, '§');
  const numbers = numbersIn(masked).filter((number) => !isRank(masked, number.start));
  const problems = numbers.map(({ text }) => `"${text.trim()}" is typed instead of a figure's id`);
  return { ...calendar, masked, count: numbers.length, problems: [...calendar.problems, ...problems] };
}

/** "top 3", "#1": a place in a list, not a figure. */
function isRank(text: string, start: number): boolean {
  return /(?:\btop\s|#|\bno\.\s?|\brank(?:ed)?\s)$/i.test(text.slice(0, start));
}

const LONGEST = 600;
const MARKUP = /https?:|www\.|<\/?[a-z!]|!\[|\]\(|[\w.]+@[\w.]+\.\w/i;
const FOREIGN_LETTERS = /(?![\p{Script=Latin}\p{Script=Devanagari}])\p{L}/u;

/** Whether the words of a language are known well enough to hold directions and superlatives against the figures. */
export function isCheckable(lang: string): boolean {
  return /^(?:en|hi)\b/i.test(lang);
}

function shapeProblems(nameless: string, lang: string): readonly string[] {
  const problems: string[] = [];
  if (MARKUP.test(nameless)) problems.push('links and markup have no place here');
  if (/[{}]/.test(nameless)) problems.push('braces that are no figure id');
  if (!isCheckable(lang)) return problems;
  if (FOREIGN_LETTERS.test(nameless)) problems.push('letters of another script');
  const hindi = /\p{Script=Devanagari}/u.test(nameless);
  if (hindi !== lang.startsWith('hi')) problems.push('the sentence is in another language');
  return problems;
}

interface Filling {
  readonly mentions: readonly Mention[];
  readonly magnitudes: readonly Mention[];
  readonly facts: Facts;
  readonly lang: string;
  readonly checked: number;
}

/** Fills from the end to the start, so that nothing filled in is ever looked at again. */
function fill(sentence: string, { mentions, magnitudes, facts, lang, checked }: Filling): Judged {
  let text = sentence;
  for (const mention of [...mentions].reverse()) {
    const [figure] = mention.figures;
    if (figure === undefined) continue;
    const { head, sign } = signBefore(text.slice(0, mention.start), figure);
    if (sign === 'wrong') return { reason: `a sign before {{${figure.id}}} contradicts it`, checked };
    const magnitude = magnitudes.some(({ start }) => start === mention.start);
    const shown = formatFigure(figure, {
      lang,
      currency: facts.currency,
      plus: sign === 'plus' || (isChange(figure) && !isCheckable(lang)),
      magnitude: magnitude && sign === 'none',
    });
    text = head + shown + text.slice(mention.end);
  }
  return { text, checked };
}

/** A sign or currency sign that the model put before a placeholder is ours to write: it is taken off, or contradicts. */
function signBefore(
  head: string,
  { value, unit }: Figure,
): { head: string; sign: 'plus' | 'minus' | 'none' | 'wrong' } {
  const bare = unit === 'money' ? head.replace(/(?:₹|Rs\.?|INR|[$€£¥])\s?$/u, '') : head;
  const typed = /(?<![\p{L}\p{N}¤}])([+−-])\s?$/u.exec(bare)?.[1];
  if (typed === undefined) return { head: bare, sign: 'none' };
  const rest = bare.replace(/[+−-]\s?$/u, '');
  const fits = value !== null && (typed === '+' ? value > 0 : value < 0);
  return { head: rest, sign: fits ? (typed === '+' ? 'plus' : 'minus') : 'wrong' };
}
