import type { Figure } from '../domain/figure.ts';
import { monthsIn, type NamedMonth } from './calendar-words.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { derivedFigure, shows, type Operands } from './derive.ts';
import { directionWords } from './direction-words.ts';
import { baseOf, isChange, isEffect } from './change-figures.ts';
import { type Facts, type Mention } from './facts.ts';
import type { ShownNumber } from './numbers.ts';
import { hasUsualName, subjectsOf, tailOf, type Subject } from './subjects.ts';
import { maskNames, wholeWord, type Span } from './text-marks.ts';

/** A sentence of a finished text with its numbers, names and dates blanked out. */
export interface Passage {
  readonly sentence: string;
  /** the sentence before, whose subject may still be the one spoken of */
  readonly before: string;
  readonly masked: string;
  readonly months: readonly NamedMonth[];
}

/** What a sentence speaks of, to tell apart figures that look alike. */
export interface Scene {
  readonly facts: Facts;
  readonly masked: string;
  readonly words: string;
  readonly subjects: readonly Subject[];
  /** what its subjects and those of the sentence before stand for */
  readonly bases: ReadonlySet<string>;
  readonly clauses: readonly Clause[];
  readonly earlierMonths: readonly Span[];
}

const COMPARING = wholeWord(
  'against|from|than|instead|compared|versus|vs|previous|previously|last|earlier|before|had been|used to be|पिछले|पिछली|से|मुकाबले|मुक़ाबले|तुलना|पहले|था|थी|थे',
  'iu',
);
const MOVING = wholeWord(
  'by(?=\\s*(?:about\\s+)?¤)|change|changed|changes|difference|moved|swing|बदलाव|अंतर|फ़र्क|फर्क',
  'iu',
);

/** Reads what a sentence is about. */
export function sceneOf({ sentence, before, masked, months }: Passage, facts: Facts): Scene {
  const { find } = subjectsOf(facts.figures);
  const subjects = find(masked);
  const earlier = facts.compare === null ? [] : monthsIn(facts.compare);
  return {
    facts,
    masked,
    words: `${before} ${sentence}`.toLowerCase(),
    subjects,
    bases: new Set([...find(maskNames(before, facts.names)), ...subjects].flatMap(likeliest)),
    clauses: clausesOf({ masked, mentions: [] }),
    earlierMonths: months.filter((month) => month.months.some((one) => earlier.includes(one))),
  };
}

/** Of all that a loose word ("sales") can stand for, the usual one, and what that did to profit. */
function likeliest({ bases }: Subject): readonly string[] {
  return bases.filter((base, index) => index === 0 || base.startsWith('bridge.'));
}

/** The figures that each number may be: those it shows, else one reckoned from the figures that the sentence speaks of. */
export function candidatesFor(numbers: readonly ShownNumber[], scene: Scene): readonly Mention[] {
  const direct: Direct[] = [];
  for (const number of numbers) {
    const bases = changeBefore(number, direct.at(-1), scene);
    const figures = directFigures(number, scene);
    const own = bases === undefined ? figures : figures.filter(({ id }) => bases.includes(baseOf(id)));
    direct.push({ number, figures: own, settled: bases !== undefined });
  }
  const found = direct.flatMap(({ figures }) => figures);
  return direct.map(({ number, figures, settled }) => {
    const { start, end } = number;
    if (figures.length > 0 || settled) return { start, end, figures };
    const derived = derivedFigure(number, operandsFor(number, scene, found));
    return { start, end, figures: derived === undefined ? [] : [derived] };
  });
}

interface Direct {
  readonly number: ShownNumber;
  readonly figures: readonly Figure[];
  /** nothing else can be meant */
  readonly settled: boolean;
}

/** "down ₹4,477 (9.6 %)": a percentage in brackets right after a change is that change; gives what changed. */
function changeBefore(
  number: ShownNumber,
  last: Direct | undefined,
  { masked, facts }: Scene,
): readonly string[] | undefined {
  if (last === undefined || number.unit !== 'percent') return undefined;
  if (!/^\s*\($/.test(masked.slice(last.number.end, number.start))) return undefined;
  const bases = last.figures.filter(isChange).map(({ id }) => baseOf(id));
  const known = bases.some((base) => facts.figures.some(({ id }) => id === `${base}.changeShare`));
  return known ? bases : undefined;
}

const EXACT_DIGITS = 4;
const UNMISTAKABLE_DIGITS = 6;

/**
 * A number of six digits speaks for itself. Any other has to be of something that the passage names; four digits also pass
 * where their clause names nothing else, or for figures that have no usual name. With fewer than four, an earlier value
 * needs a word of comparison in its clause, and a change one of change.
 */
function directFigures(number: ShownNumber, scene: Scene): readonly Figure[] {
  const exact = number.digits >= EXACT_DIGITS;
  const named = namedIn(clauseOf(number, scene), scene).flatMap(({ bases }) => bases);
  const figures = scene.facts.figures.filter(
    (figure) =>
      shows(number, figure) &&
      (exact ||
        (fitsRole(figure, number, scene) &&
          (named.length === 0 || !hasUsualName(figure.id) || named.includes(baseOf(figure.id))))),
  );
  const spoken = figures.filter(
    (figure) => isSpokenOf(figure, scene) || isEffectOnResult(figure, number, scene),
  );
  if (spoken.length > 0) return spoken;
  const unmistakable = number.digits >= UNMISTAKABLE_DIGITS;
  return figures.filter(
    (figure) => !figure.id.startsWith('finding.') && (unmistakable || isNameless(figure, number, scene)),
  );
}

/**
 * Labels are English, so that in Hindi a figure without a usual name cannot be looked for by its words: it may stand where
 * its clause names nothing, or the same kind of thing (orders that are left out, where orders are named).
 */
function isNameless(figure: Figure, number: ShownNumber, scene: Scene): boolean {
  const named = namedIn(clauseOf(number, scene), scene);
  const usual = hasUsualName(figure.id);
  if (number.digits >= EXACT_DIGITS) return named.length === 0 || !usual;
  if (usual || !/\p{Script=Devanagari}/u.test(scene.masked)) return false;
  const tails = named.flatMap(({ bases }) => bases.map(tailOf));
  return tails.length === 0 || tails.includes(tailOf(figure.id));
}

/** "an effect of −₹18,032 on profit": a step may go without its own name where it is shown with its sign. */
function isEffectOnResult(figure: Figure, { sign }: ShownNumber, { bases }: Scene): boolean {
  return sign !== '' && isEffect(figure) && bases.has('pnl.netProfit');
}

function fitsRole(figure: Figure, number: ShownNumber, scene: Scene): boolean {
  if (figure.id.endsWith('.previous')) return isComparing(number, scene);
  return !isChange(figure) || number.sign !== '' || isMoving(number, scene);
}

/** The clause that a number stands in; one that is nothing but a number in brackets goes with those around it. */
function clauseOf({ start }: Span, { clauses, masked }: Scene): Span & { readonly text: string } {
  const index = clauses.findIndex((clause) => clause.start <= start && start < clause.end);
  const own = clauses[index];
  if (own === undefined) return { start: 0, end: masked.length, text: masked };
  if (!/^[\s¤]*$/.test(own.text)) return own;
  const [before, after] = [clauses[index - 1] ?? own, clauses[index + 1] ?? own];
  return { start: before.start, end: after.end, text: masked.slice(before.start, after.end) };
}

function namedIn(clause: Span, { subjects }: Scene): readonly Subject[] {
  return subjects.filter(({ start, end }) => start >= clause.start && end <= clause.end);
}

function isComparing(number: Span, scene: Scene): boolean {
  const clause = clauseOf(number, scene);
  return (
    COMPARING.test(clause.text) ||
    scene.earlierMonths.some((month) => month.start >= clause.start && month.end <= clause.end)
  );
}

function isMoving(number: Span, scene: Scene): boolean {
  const { text } = clauseOf(number, scene);
  return MOVING.test(text) || directionWords(text).some(({ kind }) => kind !== 'causative');
}

function isSpokenOf({ id, label }: Figure, { bases, words }: Scene): boolean {
  const parts = baseOf(id).split('.');
  const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
  return (
    prefixes.some((prefix) => bases.has(prefix)) ||
    keywords(label).some((word) => words.includes(word)) ||
    isPlaceNamed(label, words)
  );
}

/** "Break-even: KRT-114, Bihar" is spoken of where both the product and the place are. */
function isPlaceNamed(label: string, words: string): boolean {
  const [, place] = label.toLowerCase().split(': ');
  return (
    place !== undefined &&
    !label.startsWith('Effect') &&
    place.split(', ').every((part) => words.includes(part))
  );
}

const COMMON = new Set(
  'change cent that with whose from known share effect profit cost costs sales orders gross units paid'.split(
    ' ',
  ),
);

/** The telling words of a label, cut to their first six letters so that endings do not matter. */
function keywords(label: string): readonly string[] {
  return label
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word.length >= 4 && !COMMON.has(word))
    .map((word) => word.slice(0, 6));
}

const OF_NEXT = /^\s+of\s+(?:the\s+|your\s+|all\s+|our\s+)?$/i;
const OF_BEFORE = /^\s+(?:का|की|के)\s+(?:लगभग\s+|करीब\s+)?$/u;
const OF = /(?:\bshare of|¤\s+of|\bof every \w+ of)\s+(?:the\s+|your\s+|all\s+|our\s+)?$/i;

/** What a number may be reckoned from: figures named or found; earlier values only where its clause compares. */
function operandsFor(number: ShownNumber, scene: Scene, found: readonly Figure[]): Operands {
  const named = scene.facts.figures.filter(({ id }) => scene.bases.has(baseOf(id)));
  const moving = isMoving(number, scene);
  const comparing = moving || isComparing(number, scene);
  const figures = [...new Set([...named, ...found])].filter(
    (figure) => !isChange(figure) && (comparing || !figure.id.endsWith('.previous')),
  );
  return { figures, moving, wholes: wholesOf(number, scene) };
}

/** What stands as the whole next to a percentage ("22.2 % of net sales"), or was said to be it earlier in the sentence. */
function wholesOf({ start, end }: Span, { masked, subjects }: Scene): readonly string[] {
  const after = subjects.filter(
    (subject) => subject.start >= end && OF_NEXT.test(masked.slice(end, subject.start)),
  );
  const before = subjects.filter(
    (subject) =>
      subject.end <= start &&
      (OF_BEFORE.test(masked.slice(subject.end, start)) || OF.test(masked.slice(0, subject.start))),
  );
  return (after.length > 0 ? after : before).flatMap(({ bases }) => bases);
}
