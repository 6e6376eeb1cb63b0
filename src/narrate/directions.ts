import type { Figure } from '../domain/figure.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { directionWords, type DirectionWord, type Sense } from './direction-words.ts';
import { baseOf, isChange, isEffect } from './change-figures.ts';
import { type Change, type Mention, type Reading } from './facts.ts';
import { subjectsOf, type Subject, type Subjects } from './subjects.ts';
import type { Span } from './text-marks.ts';

/** What a direction word goes with. */
interface Target {
  /** any of these may be meant */
  readonly changes: readonly Change[];
  /** numbers that the word stands in for the sign of */
  readonly mentions: readonly Mention[];
}

/** What was found wrong, and the numbers whose sign is said in words. */
export interface Judgement {
  readonly problems: readonly string[];
  readonly magnitudes: readonly Mention[];
}

/** What earlier clauses of the sentence were about. */
type Carried = readonly string[];

/**
 * Holds every direction word of a sentence against the change it goes with: a change in the same clause, the change of the
 * number or subject in the clause, or of what the sentence was about before. A word that goes with nothing we know the
 * change of is a problem, unless it is a weak one (more, better, added).
 */
export function judgeDirections(reading: Reading, figures: readonly Figure[]): Judgement {
  const subjects = subjectsOf(figures);
  const problems: string[] = [];
  const magnitudes: Mention[] = [];
  let carried: Carried = [];
  for (const clause of clausesOf(reading)) {
    const scope: Scope = {
      clause,
      subjects,
      carried,
      found: subjects.find(clause.text),
      all: reading.mentions,
    };
    const words = directionWords(clause.text);
    for (const word of words) {
      const target = targetOf(word, words, scope);
      if (target === undefined) {
        if (!word.weak) problems.push(`"${word.text}" goes with no change that is known`);
        continue;
      }
      if (!target.changes.some((change) => holds(word, change))) {
        problems.push(`"${word.text}" contradicts the figures`);
      }
      if (!word.negated && word.sense !== 'flat') magnitudes.push(...target.mentions);
    }
    carried = aboutWhat(scope);
  }
  return { problems, magnitudes };
}

interface Scope {
  readonly clause: Clause;
  readonly subjects: Subjects;
  readonly carried: Carried;
  readonly found: readonly Subject[];
  /** every number of the sentence */
  readonly all: readonly Mention[];
}

function holds(word: DirectionWord, change: Change): boolean {
  const held =
    word.kind === 'causative'
      ? gain({ ...change, better: change.better ?? 'up' }) * (word.sense === 'up' ? 1 : -1) > 0
      : HOLDS[word.sense](change);
  return held !== word.negated;
}

const FLAT = 0.02;

const HOLDS: Readonly<Record<Sense, (change: Change) => boolean>> = {
  up: ({ value }) => value > 0,
  down: ({ value }) => value < 0,
  good: (change) => gain(change) > 0,
  bad: (change) => gain(change) < 0,
  flat: ({ value, share }) => (share === undefined ? value === 0 : Math.abs(share) <= FLAT),
};

/** The change in the owner's favour; 0 when it is not known which way that is. */
function gain({ value, better }: Change): number {
  if (better === undefined) return 0;
  return better === 'up' ? value : -value;
}

function targetOf(word: DirectionWord, words: readonly DirectionWord[], scope: Scope): Target | undefined {
  return (
    compared(word, scope) ??
    transitive(word, scope) ??
    attributed(word, scope) ??
    ownSubject(word, words, scope) ??
    changeInClause(word, scope) ??
    (word.kind === 'causative'
      ? costInClause(word, scope)
      : (valueInClause(word, scope) ?? subjectInClause(word, scope)))
  );
}

const THAN = /^\s+than\s+(?:the\s+|its\s+|their\s+)?$/i;

/** "₹38,220, far less than the ₹2,91,952": two numbers side by side. */
function compared(word: DirectionWord, { clause, all }: Scope): Target | undefined {
  const [start, end] = [clause.start + word.start, clause.start + word.end];
  const second = clause.mentions.find((mention) => mention.start >= end);
  const first = all.findLast((mention) => mention.end <= start);
  if (first === undefined || second === undefined) return undefined;
  if (!THAN.test(clause.text.slice(word.end, second.start - clause.start))) return undefined;
  if (first.figures.some((figure) => isChange(figure) || isEffect(figure))) return undefined;
  const changes = first.figures.flatMap((a) => second.figures.flatMap((b) => differenceOf(a, b)));
  return changes.length === 0 ? undefined : { changes, mentions: [] };
}

function differenceOf(a: Figure, b: Figure): readonly Change[] {
  return a.value === null || b.value === null || a.unit !== b.unit ? [] : [{ value: a.value - b.value }];
}

const BY = /^\s+(?:[\p{L}-]+\s+){1,3}by\s+(?:about\s+|around\s+)?$/u;

/** "reduced profit by ₹8,280": the verb is about the number. */
function transitive(word: DirectionWord, scope: Scope): Target | undefined {
  const { clause } = scope;
  const mention = clause.mentions.find((one) => one.start >= clause.start + word.end);
  if (mention === undefined || !mention.figures.some(isEffect)) return undefined;
  const between = clause.text.slice(word.end, mention.start - clause.start);
  return BY.test(between) ? changeInClause({ ...word, kind: 'causative' }, scope) : undefined;
}

/** "higher shipping", "a fall in orders": the noun that follows. */
function attributed(word: DirectionWord, { clause, subjects, found }: Scope): Target | undefined {
  const next = found.find((subject) => subject.start >= word.end);
  if (next === undefined) return undefined;
  const between = clause.text.slice(word.end, next.start);
  const noun = /^\s+(?:in|of)\s+(?:the\s+|our\s+|your\s+)?(?:[\p{L}-]+\s+){0,2}$/iu.test(between);
  const adjective = word.kind === 'attribute' && /^\s+(?:[\p{Ll}-]+\s+){0,2}$/u.test(between);
  if (!noun && (!adjective || /\bthan\b/i.test(between))) return undefined;
  const target = ofBases(next.bases, subjects);
  const own = clause.mentions.filter((mention) =>
    mention.figures.some((figure) => isChange(figure) && next.bases.includes(baseOf(figure.id))),
  );
  return target && { ...target, mentions: own };
}

const INTRANSITIVE_GAP = /^\s+(?:(?:also|has|have|had|both|only|again|then|itself|all|सबसे)\s+){0,2}$/iu;

/** "shipping per order rose, taking ₹18,900": where a bridge's number stands in the clause, the verb is about its own subject. */
function ownSubject(word: DirectionWord, words: readonly DirectionWord[], scope: Scope): Target | undefined {
  const { clause, subjects, found } = scope;
  if (word.kind !== 'verb' || words.some((other) => other.kind === 'causative' && other.end <= word.start)) {
    return undefined;
  }
  if (clause.mentions.some((mention) => mention.figures.some(isChange))) return undefined;
  const before = found.findLast((subject) => subject.end <= word.start);
  if (before === undefined || !INTRANSITIVE_GAP.test(clause.text.slice(before.end, word.start)))
    return undefined;
  return /^(?:up|down)$/i.test(word.text) && clause.mentions.some((mention) => mention.figures.some(isEffect))
    ? undefined
    : ofBases(before.bases, subjects);
}

/** "down ₹12,400", "took ₹18,900 off profit". */
function changeInClause(word: DirectionWord, { clause }: Scope): Target | undefined {
  const signed = clause.mentions.filter((mention) =>
    mention.figures.some((figure) => isChange(figure) || isEffect(figure)),
  );
  const closest = byDistance(word, clause, signed)[0];
  if (closest === undefined) return undefined;
  const bases = new Set(closest.figures.map((figure) => baseOf(figure.id)));
  const together = signed.filter((mention) => mention.figures.some((figure) => bases.has(baseOf(figure.id))));
  const preferred = closest.figures.filter(word.kind === 'causative' ? isEffect : isChange);
  const meant =
    preferred.length > 0 ? preferred : closest.figures.filter((one) => isChange(one) || isEffect(one));
  const changes = meant.flatMap(({ value, better }) => (value === null ? [] : [{ value, better }]));
  return { changes, mentions: together };
}

const TO_COSTS = /^\s*(?:more\s+)?to\s+(?:(?:the|your|our|its)\s+)?(?:\w+\s+)?(?:costs?|bill|expenses)\b/i;

/** "discounts took ₹96,400": a cost takes, whatever its change. */
function costInClause(word: DirectionWord, { clause, subjects }: Scope): Target | undefined {
  const next = clause.mentions.find((mention) => mention.start >= clause.start + word.end);
  if (next === undefined || TO_COSTS.test(clause.text.slice(next.end - clause.start))) return undefined;
  const costs = next.figures.filter(({ id }) => subjects.changeOf(baseOf(id))?.better === 'down');
  return costs.length < next.figures.length || costs.length === 0
    ? undefined
    : { changes: [{ value: 1, better: 'down' }], mentions: [] };
}

/** "rose to ₹14,82,300": the number's own change. */
function valueInClause(word: DirectionWord, { clause, subjects }: Scope): Target | undefined {
  for (const mention of byDistance(word, clause, clause.mentions)) {
    const bases = [...new Set(mention.figures.map((figure) => baseOf(figure.id)))];
    const changes = bases.flatMap((base) => subjects.changeOf(base) ?? []);
    if (changes.length > 0) return { changes, mentions: [] };
  }
  return undefined;
}

/** "sales rose": the subject in the clause; else what the sentence was about before ("…, lower than in September"). */
function subjectInClause(
  word: DirectionWord,
  { clause, subjects, found, carried }: Scope,
): Target | undefined {
  if (word.weak && word.kind === 'attribute' && !/^\s+than\b/i.test(clause.text.slice(word.end)))
    return undefined;
  const before = found.filter((subject) => subject.end <= word.start).reverse();
  const after = found.filter((subject) => subject.start >= word.end);
  for (const subject of [...before, ...after]) {
    const target = ofBases(subject.bases, subjects);
    if (target !== undefined) return target;
  }
  return ofBases(carried, subjects);
}

function ofBases(bases: readonly string[], subjects: Subjects): Target | undefined {
  for (const base of bases) {
    const change = subjects.changeOf(base);
    if (change !== undefined) return { changes: [change], mentions: [] };
  }
  return undefined;
}

function aboutWhat({ clause, found, carried }: Scope): Carried {
  const subject = found.at(0)?.bases ?? [];
  const numbers = clause.mentions
    .flatMap((mention) => mention.figures)
    .filter((figure) => !isEffect(figure))
    .map((figure) => baseOf(figure.id));
  const about = subject.length > 0 ? subject : numbers;
  return about.length > 0 ? about : carried;
}

/** Nearest first; words are placed within their clause, mentions within the sentence. */
function byDistance(word: Span, clause: Clause, mentions: readonly Mention[]): readonly Mention[] {
  const at = { start: word.start + clause.start, end: word.end + clause.start };
  const gap = ({ start, end }: Mention): number => (at.end <= start ? start - at.end : at.start - end);
  return [...mentions].sort((a, b) => gap(a) - gap(b));
}
