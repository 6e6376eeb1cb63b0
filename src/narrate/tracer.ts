import { cleanText } from '../domain/clean-text.ts';
import type { Figure } from '../domain/figure.ts';
import { readCalendar } from './calendar-words.ts';
import { judgeClaims } from './claims.ts';
import { derivedFigure, shows } from './derive.ts';
import { directionWords } from './direction-words.ts';
import { baseOf, factsFrom, isChange, type Facts, type Mention } from './facts.ts';
import { numbersIn, plainDigits, type ShownNumber } from './numbers.ts';
import { subjectsOf } from './subjects.ts';
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

interface Passage {
  readonly sentence: string;
  /** the sentence before, whose subject may still be the one spoken of */
  readonly before: string;
}

interface Outcome {
  readonly checked: number;
  readonly traced: number;
  readonly problems: readonly string[];
}

function traceSentence(passage: Passage, facts: Facts): Outcome {
  const { sentence } = passage;
  const nameless = maskNames(sentence, facts.names);
  const calendar = readCalendar(nameless, facts);
  const dateless = mask(mask(nameless, calendar.spans, '§'), spansOf(nameless, RANKS), ' ');
  const numbers = numbersIn(dateless).filter((number) => !isListCount(dateless, number));
  const mentions = mentionsOf(numbers, passage, facts);
  const known = mentions.filter(({ figures }) => figures.length > 0);
  const masked = mask(dateless, numbers, '¤');
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

function mentionsOf(numbers: readonly ShownNumber[], passage: Passage, facts: Facts): readonly Mention[] {
  const scene = sceneOf(passage, facts);
  const direct = numbers.map((number) => ({ number, figures: directFigures(number, scene) }));
  const operands = operandsOf(
    scene,
    direct.flatMap(({ figures }) => figures),
  );
  return direct.map(({ number: { start, end, ...number }, figures }) => {
    const derived = figures.length > 0 ? undefined : derivedFigure({ ...number, start, end }, operands);
    return { start, end, figures: derived === undefined ? figures : [derived] };
  });
}

/** What a passage talks about, for numbers too coarse to be told from others by themselves. */
interface Scene {
  readonly figures: readonly Figure[];
  readonly bases: ReadonlySet<string>;
  readonly text: string;
  readonly comparing: boolean;
  readonly moving: boolean;
}

const COMPARING = wholeWord(
  'against|from|than|instead|compared|versus|vs|previous|previously|last|earlier|before|had been|used to be|पिछले|पिछली|से|मुकाबले|मुक़ाबले|तुलना|पहले|था|थी|थे',
);
const MOVING = wholeWord('change|changed|changes|difference|moved|swing|बदलाव|अंतर|फ़र्क|फर्क');

function sceneOf({ sentence, before }: Passage, facts: Facts): Scene {
  const text = `${before} ${sentence}`;
  const found = subjectsOf(facts.figures).find(maskNames(text, facts.names));
  const months = facts.compare === null ? [] : readCalendar(sentence, { ...facts, period: null }).months;
  return {
    figures: facts.figures,
    bases: new Set(found.flatMap(({ bases }) => bases)),
    text: text.toLowerCase(),
    comparing: months.some(({ months: named }) => named.length > 0) || sentence.search(COMPARING) >= 0,
    moving: directionWords(sentence).length > 0 || sentence.search(MOVING) >= 0 || /[+−]/.test(sentence),
  };
}

const EXACT_DIGITS = 4;

/** Figures that a number shows. One of fewer than four digits also has to be of something that the passage names. */
function directFigures(number: ShownNumber, scene: Scene): readonly Figure[] {
  const figures = scene.figures.filter((figure) => shows(number, figure));
  return number.digits >= EXACT_DIGITS ? figures : figures.filter((figure) => isSpokenOf(figure, scene));
}

function isSpokenOf(figure: Figure, scene: Scene): boolean {
  if (figure.id.endsWith('.previous') && !scene.comparing) return false;
  if (isChange(figure) && !scene.moving) return false;
  return (
    scene.bases.has(baseOf(figure.id)) || keywords(figure.label).some((word) => scene.text.includes(word))
  );
}

const COMMON = new Set([
  'change',
  'cent',
  'that',
  'with',
  'whose',
  'from',
  'known',
  'share',
  'effect',
  'profit',
  'cost',
  'sales',
  'orders',
]);

/** The telling words of a label, cut to their first six letters so that endings do not matter. */
function keywords(label: string): readonly string[] {
  return label
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word.length >= 4 && !COMMON.has(word))
    .map((word) => word.slice(0, 6));
}

/** Figures that may be reckoned with: those named, now and before, and those already found in the sentence. */
function operandsOf(scene: Scene, found: readonly Figure[]): readonly Figure[] {
  const named = scene.figures.filter(
    ({ id, unit }) => scene.bases.has(baseOf(id)) && unit !== 'percentChange',
  );
  return [...new Set([...named, ...found])];
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
