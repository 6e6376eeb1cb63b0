import type { Mention, Reading } from './facts.ts';
import { spansOf, wholeWord, type Span } from './text-marks.ts';

/** A part of a sentence that makes one statement, with its own numbers. */
export interface Clause extends Span {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

const JOINTS = [
  'and|but|while|whereas|although|though|because|since|so|despite|(?<!(?:products|items|goods) )with|which|after|before|as|yet|even|who|if|when',
  'और|लेकिन|मगर|जबकि|क्योंकि|हालाँकि|हालांकि|किंतु|परंतु|जिससे|जो|तथा|एवं',
]
  .join('|')
  .normalize('NFC');
// A comma before "or" adds another way of saying the same number: "down ₹21,684, or 17.6 %".
const PUNCTUATION = /,(?!\s+(?:or|that is|i\.e\.|या|यानी)(?![\p{L}\p{M}]))|[;:()—।!?]|\s[–-]\s|\.(?=\s|$)/gu;

const JOINT = wholeWord(JOINTS);

/** In Hindi the verb comes last: a number in brackets stands inside its clause ("₹4,477 (9.6 %) कम"). */
function withoutBrackets(masked: string): string {
  return /\p{Script=Devanagari}/u.test(masked) ? masked.replace(/\((\s*¤+\s*)\)/g, ' $1 ') : masked;
}

/** The clauses of a masked sentence, cut at punctuation and conjunctions, in order. */
export function clausesOf({ masked, mentions }: Reading): readonly Clause[] {
  const text = withoutBrackets(masked);
  const cuts = [...spansOf(text, JOINT), ...spansOf(text, PUNCTUATION)].sort((a, b) => a.start - b.start);
  const ends = [...cuts, { start: masked.length, end: masked.length }];
  let start = 0;
  return ends.flatMap((cut) => {
    const clause = { start, end: cut.start, text: masked.slice(start, cut.start) };
    start = cut.end;
    if (clause.text.trim() === '') return [];
    const own = mentions.filter((mention) => mention.start >= clause.start && mention.end <= clause.end);
    return [{ ...clause, mentions: own }];
  });
}
