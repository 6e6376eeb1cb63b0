import { cleanText } from '../domain/clean-text.ts';
import type { Figure } from '../domain/figure.ts';
import { daysIn } from '../domain/period.ts';
import { readCalendar } from './calendar-words.ts';
import { judgeClaims } from './claims.ts';
import { candidatesFor, sceneOf, type Passage } from './candidates.ts';
import { factsFrom, type Facts, type Mention } from './facts.ts';
import { numbersIn, plainDigits, type ShownNumber } from './numbers.ts';
import { mask, maskNames, spansOf, wholeWord } from './text-marks.ts';

export type TraceOptions = Partial<Omit<Facts, 'figures'>> & { readonly currency: string };

/** How a finished text was traced; nothing wrong means `problems` is empty. */
export interface Traced {
  readonly checked: number;
  readonly traced: number;
  readonly problems: readonly { readonly sentence: string; readonly reason: string }[];
}

/**
 * Follows every bare number of a finished text back to the figures. A number passes when, at the precision it is shown with,
 * it is a figure, or a sum, difference, share, multiple or percentage change of figures that its sentence names. Dates,
 * ranks, list numbers and names with digits are no numbers. Currency, direction, superlatives and months are judged as in
 * `groundReply`.
 */
export function traceText(text: string, figures: readonly Figure[], options: TraceOptions): Traced {
  const facts = factsFrom(figures, options);
  let [checked, traced, before] = [0, 0, ''];
  const problems: { sentence: string; reason: string }[] = [];
  for (const sentence of sentencesOf(plainDigits(cleanText(text, { multiline: true })))) {
    const outcome = traceSentence({ sentence, before }, facts);
    checked += outcome.checked;
    traced += outcome.traced;
    problems.push(...outcome.problems.map((reason) => ({ sentence, reason })));
    before = sentence;
  }
  return { checked, traced, problems };
}

const END = /(?<=[!?।]|(?<!\b(?:Rs|No|vs|approx|e\.g|i\.e|St|Mr|Ms|Dr)|(?:^|\n)\s*\d{1,2})\.)\s+(?=\S)|\n+/u;

function sentencesOf(text: string): readonly string[] {
  return text
    .split(END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

interface Outcome {
  readonly checked: number;
  readonly traced: number;
  readonly problems: readonly string[];
}

function traceSentence(passage: Pick<Passage, 'sentence' | 'before'>, facts: Facts): Outcome {
  const { sentence } = passage;
  const nameless = maskNames(sentence, facts.names);
  const calendar = readCalendar(nameless, facts);
  const dateless = mask(mask(nameless, calendar.spans, '§'), spansOf(nameless, RANKS), ' ');
  const numbers = numbersIn(dateless).filter(
    (number) => !isListCount(dateless, number) && !isLength(number, facts),
  );
  const masked = mask(dateless, numbers, '¤');
  const scene = sceneOf({ ...passage, masked, months: calendar.months }, facts);
  const mentions = candidatesFor(numbers, scene);
  const known = mentions.filter(({ figures }) => figures.length > 0);
  const verdict = judgeClaims(
    { sentence, nameless, reading: { masked, mentions: known }, months: calendar.months },
    facts,
  );
  const lost = known.filter((mention) => losesSign(mention, { numbers, sentence, said: verdict.magnitudes }));
  const untraced = mentions.filter(({ figures }) => figures.length === 0);
  return {
    checked: mentions.length,
    traced: known.length - lost.length,
    problems: [
      ...untraced.map(({ start, end }) => `"${sentence.slice(start, end).trim()}" is no figure`),
      ...lost.map(({ start, end }) => `"${sentence.slice(start, end).trim()}" has lost its sign`),
      ...calendar.problems,
      ...verdict.problems,
    ],
  };
}

const RANKS = wholeWord(
  '\\d+(?:st|nd|rd|th)|(?:top|no\\.|rank(?:ed)?) \\d{1,2}|#\\d+|^\\d{1,2}[.)](?= )',
  'giu',
);
const COUNTED =
  /^\s+(?:(?:main|big|other|more|clear|different|separate|small)\s+)?(?:reasons?|causes?|things?|steps?|points?|ways?|findings?|actions?|factors?|costs?|lines?|items?|questions?|बातें|कारण|वजहें|कदम|काम)(?![\p{L}\p{M}])/iu;
const MOST_COUNTED = 12;

/** "two reasons", "3 things": counts of what the text itself lists. */
function isListCount(text: string, { size, step, unit, end }: ShownNumber): boolean {
  return (
    size !== undefined &&
    size <= MOST_COUNTED &&
    step === 1 &&
    unit === 'plain' &&
    COUNTED.test(text.slice(end))
  );
}

/** "the 31 days of October". */
function isLength({ size, unit }: ShownNumber, { period, compare }: Facts): boolean {
  return unit === 'days' && [period, compare].some((stretch) => stretch !== null && daysIn(stretch) === size);
}

interface Signs {
  readonly numbers: readonly ShownNumber[];
  readonly sentence: string;
  /** numbers whose direction is said in words */
  readonly said: readonly Mention[];
}

/** Shown without a sign although it is below zero, and neither a word nor brackets say so. */
function losesSign({ start, end, figures }: Mention, { numbers, sentence, said }: Signs): boolean {
  const number = numbers.find((one) => one.start === start);
  if (number?.sign !== '' || figures.some(({ id, value }) => id === 'derived' || (value ?? 0) >= 0))
    return false;
  const bracketed = sentence[start - 1] === '(' && sentence[end] === ')';
  return !bracketed && !said.some((mention) => mention.start === start);
}
