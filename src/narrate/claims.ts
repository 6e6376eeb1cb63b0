import type { Figure } from '../domain/figure.ts';
import { monthsIn, type NamedMonth } from './calendar-words.ts';
import { clausesOf } from './clauses.ts';
import { foreignCurrencies } from './currency-words.ts';
import { judgeDirections } from './directions.ts';
import { baseOf } from './change-figures.ts';
import { type Facts, type Mention, type Reading } from './facts.ts';
import { subjectsOf, type Subject } from './subjects.ts';
import { superlativeProblems } from './superlatives.ts';
import { wholeWord } from './text-marks.ts';

/** A sentence ready to be judged. */
export interface Claims {
  readonly sentence: string;
  /** names blanked out, numbers and dates not: where currency signs are looked for */
  readonly nameless: string;
  readonly reading: Reading;
  readonly months: readonly NamedMonth[];
}

/** What is wrong with a sentence beyond its numbers, and the numbers whose sign is said in words. */
export interface Verdict {
  readonly problems: readonly string[];
  readonly magnitudes: readonly Mention[];
}

/** Judges currency, direction, superlatives, the month a number is said to be of, and numbers put under another's name. */
export function judgeClaims(claims: Claims, facts: Facts): Verdict {
  const { reading, nameless, sentence } = claims;
  const directions = judgeDirections(reading, facts.figures);
  const losses = judgeLosses(reading);
  return {
    problems: [
      ...foreignCurrencies(nameless, facts.currency).map((word) => `"${word}" is not ${facts.currency}`),
      ...directions.problems,
      ...losses.problems,
      ...superlativeProblems(reading, facts, sentence),
      ...monthProblems(claims, facts),
      ...nameProblems(reading, facts),
    ],
    magnitudes: [...directions.magnitudes, ...losses.magnitudes],
  };
}

const LOSS = wholeWord('loss(?:es)?|lost|घाटा|घाटे|हानि');
const RESULT = /\.(?:\w*[pP]rofit|contribution)(?:\.(?:previous|low|high))?$/;

/** "a net loss of ₹12,000": the result has to be below zero, and is then shown without its sign. */
function judgeLosses(reading: Reading): Verdict {
  const problems: string[] = [];
  const magnitudes: Mention[] = [];
  for (const clause of clausesOf(reading)) {
    if (clause.text.search(LOSS) < 0) continue;
    for (const mention of clause.mentions) {
      const results = mention.figures.filter(({ id, value }) => RESULT.test(id) && value !== null);
      if (results.length === 0 || results.length < mention.figures.length) continue;
      if (results.some(({ value }) => (value ?? 0) < 0)) magnitudes.push(mention);
      else problems.push('a profit is called a loss');
    }
  }
  return { problems, magnitudes };
}

const COMPARING =
  /(?:\b(?:on|from|against|than|than in|over|since|versus|vs\.?|compared (?:to|with)|instead of|relative to|between|to|until|till|and|or|as of|as in)|–|-)\s*(?:the\s+)?$/i;
const COMPARING_AFTER = /^\s*(?:से|की तुलना|के मुकाबले|के मुक़ाबले|की अपेक्षा|की जगह)/u;

/** "in October" has to be the time of the number it stands with: the period's for a value or change, the earlier one for `.previous`. */
function monthProblems({ reading, months }: Claims, { period, compare }: Facts): readonly string[] {
  if (period === null || compare === null) return [];
  const [now, before] = [monthsIn(period), monthsIn(compare)];
  return clausesOf(reading).flatMap((clause) => {
    const own = months.filter(
      (month) =>
        month.start >= clause.start &&
        month.end <= clause.end &&
        !COMPARING.test(reading.masked.slice(clause.start, month.start)) &&
        !COMPARING_AFTER.test(reading.masked.slice(month.end, clause.end)),
    );
    return own.flatMap((month) => {
      const mention =
        clause.mentions.findLast((one) => one.end <= month.start) ??
        clause.mentions.find((one) => one.start >= month.end);
      if (mention === undefined || mention.figures.length === 0) return [];
      const fits = mention.figures.some(({ id }) =>
        (id.endsWith('.previous') ? before : isDerived(id) ? [...now, ...before] : now).some((one) =>
          month.months.includes(one),
        ),
      );
      return fits ? [] : ['a number is put in the wrong month'];
    });
  });
}

/** Numbers reckoned from several figures belong to no one period or name. */
export function isDerived(id: string): boolean {
  return id === 'derived';
}

const TIGHT =
  /^\s+(?:was|is|were|are|came to|comes to|stood at|stands at|reached|totalled|of|at|rose to|fell to|grew to|dropped to|रहा|रही|रहे)\s+(?:about\s+|around\s+)?$/iu;
const LEADING = /^\s*(?:(?:the|your|our|this|total|a|an|month['’]s|in|§+|again|then|overall)\s+)*$/iu;

/** "Net profit was ₹14,52,870" where that is revenue: a number right after a name at a clause's start has to be its own. */
function nameProblems(reading: Reading, facts: Facts): readonly string[] {
  const subjects = subjectsOf(facts.figures);
  return clausesOf(reading).flatMap((clause) => {
    const [first] = subjects.find(clause.text);
    const [mention] = clause.mentions;
    if (first === undefined || mention === undefined || !LEADING.test(clause.text.slice(0, first.start)))
      return [];
    const between = reading.masked.slice(clause.start + first.end, mention.start);
    if (!TIGHT.test(between) || SHARED.test(reading.masked.slice(mention.end))) return [];
    if (mention.figures.some((figure) => !isAmount(figure) || belongs(figure, first))) return [];
    return [`"${first.text}" is followed by a figure of something else`];
  });
}

/** "₹71 an order" is not the whole of what was named. */
const SHARED = /^\s*(?:an?|per|each|apiece|for each|for every)\b/i;

function isAmount({ unit }: Figure): boolean {
  return unit === 'money' || unit === 'count';
}

function belongs({ id }: Figure, { bases }: Subject): boolean {
  if (isDerived(id)) return true;
  const tail = (base: string): string => base.slice(base.lastIndexOf('.') + 1);
  const own = baseOf(id);
  return bases.some((base) => own === base || own.startsWith(`${base}.`) || tail(own) === tail(base));
}
