import { mask, spansOf, wholeWord, type Span } from './text-marks.ts';

/** What a word claims: the number grew or shrank, got better or worse for the owner, or stayed. */
export type Sense = 'up' | 'down' | 'good' | 'bad' | 'flat';

/**
 * `verb`: rose, up · `attribute`: higher, more; before a noun it is about that noun · `causative`: added, took; says what
 * something did to a result. A `weak` word (more, better) counts only where it goes with a number or a known subject.
 */
export interface DirectionWord extends Span {
  readonly sense: Sense;
  readonly kind: 'verb' | 'attribute' | 'causative';
  readonly weak: boolean;
  readonly negated: boolean;
  readonly text: string;
}

type Entry = readonly [
  sense: Sense,
  kind: DirectionWord['kind'],
  strength: 'weak' | 'strong',
  source: string,
];

const ENTRIES: readonly Entry[] = [
  [
    'up',
    'verb',
    'strong',
    'up|rose|risen|rises?|grew|grown|grows?|climb(?:ed|s)?|jump(?:ed|s)?|surged?|soared|gained|went north|increase[sd]?|expanded',
  ],
  ['up', 'attribute', 'strong', 'higher|growth|rising|growing|increasing|increased'],
  ['up', 'attribute', 'weak', 'more|gains?|extra|dearer|costlier'],
  [
    'down',
    'verb',
    'strong',
    'down|fell|fallen|falls?|drop(?:ped|s)?|declined?|declines|decreased?|decreases|shrank|shrunk|shrinks?|slid|slipped|sank|dip(?:ped|s)?|plunged|tumbled|slumped|went south|contracted',
  ],
  ['down', 'attribute', 'strong', 'lower|falling|declining|shrinking|decreasing|reduction|reduced'],
  ['down', 'attribute', 'weak', 'less|fewer|cheaper'],
  ['good', 'verb', 'strong', 'improved|improves|improvement|improving|strengthened|recovered'],
  ['good', 'verb', 'weak', 'better|stronger'],
  ['bad', 'verb', 'strong', 'worsened|worsens|worsening|deteriorated|weakened'],
  ['bad', 'verb', 'weak', 'worse|weaker'],
  ['flat', 'verb', 'strong', 'unchanged|flat|stagnated'],
  ['flat', 'verb', 'weak', 'steady|stable|the same'],
  [
    'up',
    'causative',
    'weak',
    'add(?:ed|s|ing)?|brought|bringing|contribut(?:ed|es|ing)|help(?:ed|s|ing)?|lift(?:ed|s|ing)?|boost(?:ed|s|ing)?|raised|raising|sav(?:ed|es|ing)|adding|gaining',
  ],
  [
    'down',
    'causative',
    'weak',
    'took|tak(?:es|ing|en)|cost|costs|costing|ate|eat(?:s|en|ing)?|hurt(?:s|ing)?|drain(?:ed|s|ing)?|dragg?(?:ed|s|ing)?|lost|losing|loss|wiped|shaved|lowered|lowering|swallow(?:ed|s|ing)?|eroded|erased|reducing|cut|cutting',
  ],
  ['up', 'verb', 'strong', 'बढ़(?:ा|ी|े|ीं|कर|कर|ने|ोतरी|त|ता|ती|ते)?|वृद्धि|इज़ाफ़ा|इजाफा|उछाल|उछला|उछली|ऊपर'],
  ['up', 'attribute', 'weak', 'ज़्यादा|ज्यादा|अधिक'],
  ['down', 'verb', 'strong', 'घट(?:ा|ी|े|ीं|कर|ने|त|ता|ती|ते)?|गिर(?:ा|ी|े|ीं|कर|ने|ावट|ता|ती)|कमी|नीचे|लुढ़का|लुढ़की'],
  ['down', 'attribute', 'weak', 'कम'],
  ['good', 'verb', 'strong', 'सुधर(?:ा|ी|े)|सुधार'],
  ['good', 'verb', 'weak', 'बेहतर'],
  ['bad', 'verb', 'strong', 'बिगड़(?:ा|ी|े)|बदतर'],
  ['bad', 'verb', 'weak', 'खराब|ख़राब'],
  ['flat', 'verb', 'weak', 'स्थिर|बराबर'],
  ['up', 'causative', 'weak', 'जोड़(?:ा|ी|े)|बढ़ाया|बढ़ाए|बचाया|बचाए|बचत|फ़ायदा|फायदा'],
  ['down', 'causative', 'weak', 'घटाया|घटाए|घटाई|नुकसान|नुक़सान|खाया|खाए|खा|ख़र्च|खर्च'],
];

const LEXICON = ENTRIES.map(([sense, kind, strength, source]) => ({
  sense,
  kind,
  weak: strength === 'weak',
  pattern: wholeWord(source.normalize('NFC')),
}));

/** Phrases in which these words claim no direction. */
const IDIOMS = wholeWord(
  [
    'up[- ]to[- ]date',
    'up to now',
    '(?:follow(?:ed|ing)?|set(?:ting)?|add(?:s|ed|ing)?|ma(?:ke|kes|de|king)|end(?:s|ed)?|looks?|catch|keep|sums?|tied|ties|top|back(?:s|ed)?|run|turn(?:s|ed)?|built?|split)[- ]up|c[oa]mes? up with',
    '(?:break(?:s|ing)?|broken|wr(?:ite|itten)|drill|put|comes?|note|split) down',
    'more or less|once more|any ?more|no more|what is more|more about|more details?|more (?:likely|closely|clearly|often|care|time|precise(?:ly)?|information|data|attention)',
    '(?:no|not) (?:more|less) than',
    'none the less|at least|(?:better|best) to|had better|better know|know better',
    'steps? (?:up|down)|to add|please add',
    '(?:rise|fall)s? to the|added (?:tax|value)|(?:take|takes|taking|took) (?:care|place|stock|note|into account|action|a look)|it takes',
    '(?<=(?:products|items|goods) with )(?:lower|higher|thinner|better|smaller) margins?|saving(?:s)? account|कम से कम|ज़्यादा से ज़्यादा|ज्यादा से ज्यादा|अधिक से अधिक|ज़्यादातर|घट-बढ़',
  ]
    .join('|')
    .normalize('NFC'),
);

/** "cost ₹14,500 less" saved it, "cost ₹14,500 more" took it: two words that say one thing. */
function mergeCosts(words: readonly DirectionWord[]): readonly DirectionWord[] {
  const cost = words.find(({ text }) => /^(?:costs?|costing|ख़र्च|खर्च)$/iu.test(text.normalize('NFC')));
  const size = words.find(({ text }) => /^(?:less|more|कम|ज़्यादा|ज्यादा|अधिक)$/iu.test(text.normalize('NFC')));
  if (cost === undefined || size === undefined) return words;
  const sense = size.sense === 'down' ? 'up' : 'down';
  return words.filter((word) => word !== size).map((word) => (word === cost ? { ...cost, sense } : word));
}

/** A clause that tells the owner what to do claims nothing about what happened. */
const COMMAND =
  /^\s*(?:(?:please|first|then|next|also|now)\s+)?(?:consider|ask|try|check|stop|keep|look|compare|negotiate|renegotiate|send|use|move|switch|fill|review|talk|set|offer|begin|start|aim|make|find|write|call|agree|test|pause|enter|add)\b/i;
const BASE_FORM =
  /^(?:rise|grow|increase|climb|jump|fall|drop|decline|decrease|shrink|lower|dip|cost|help|add|eat|hurt|lift|boost|drain|save)$/i;
const ADVICE_BEFORE =
  /(?:\b(?:to|could|should|would|will|may|might|can|must|let|please|consider)|^|^\s*(?:please\s+)?do(?:\s+not|n[’']t))\s*$/i;
const OBJECT_AFTER = /^\s+(?:the|your|its|our|their|this|these|that|any|all|up)\b/i;
const NEGATED = /(?:\b(?:not|never|no|without|neither|nor|cannot)|n[’']t)(?:\s+\p{L}+){0,2}\s+$/iu;
const NEGATED_AFTER = /^(?:\s+[\p{L}\p{M}]+){0,2}\s+नहीं(?![\p{L}\p{M}])/u;

/** Every direction word of a masked clause; idioms, commands and wishes ("lower the price", "to grow") are left out. */
export function directionWords(clause: string): readonly DirectionWord[] {
  const plain = mask(clause, spansOf(clause, IDIOMS), ' ');
  const advice = COMMAND.test(plain);
  const words = LEXICON.flatMap(({ sense, kind, weak, pattern }) =>
    spansOf(plain, pattern)
      .filter((span) => !isAdvice(plain, span) && !isNoun(plain, span))
      .map((span) => ({
        ...span,
        sense,
        kind: kindOf(plain, span, kind),
        weak: weak || advice,
        negated: isNegated(plain, span),
      })),
  );
  return mergeCosts(words).toSorted((a, b) => a.start - b.start);
}

/** "pulled profit down": what something did to a result, not what it did itself. */
const TRANSITIVE =
  /\b(?:pull|dragg?|push|brought|bring|took|tak|sent|drove|driv|weigh|forc)\w*\s+(?:[\p{L}-]+\s+){1,3}$/iu;

function kindOf(
  clause: string,
  { start, text }: Span & { readonly text: string },
  kind: DirectionWord['kind'],
): DirectionWord['kind'] {
  return /^(?:up|down|higher|lower)$/i.test(text) && TRANSITIVE.test(clause.slice(0, start))
    ? 'causative'
    : kind;
}

/** "cost" is what something took only where an amount follows; otherwise it is a noun. */
const AMOUNT_AFTER =
  /^\s+(?:(?:us|you|it|about|around|another|some|the shop|net profit|profit|नेट)\s+){0,3}¤/i;

function isNoun(clause: string, { end, text }: Span & { readonly text: string }): boolean {
  return /^costs?$/i.test(text) && !AMOUNT_AFTER.test(clause.slice(end));
}

function isAdvice(clause: string, { start, end, text }: Span & { readonly text: string }): boolean {
  if (!BASE_FORM.test(text)) return false;
  const before = clause.slice(0, start);
  if (!ADVICE_BEFORE.test(before)) return false;
  return before.trim() !== '' || OBJECT_AFTER.test(clause.slice(end));
}

function isNegated(clause: string, { start, end }: Span): boolean {
  return NEGATED.test(clause.slice(0, start)) || NEGATED_AFTER.test(clause.slice(end));
}
