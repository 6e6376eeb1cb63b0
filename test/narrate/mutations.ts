/** A correct sentence made wrong in one way. */
export interface Mutant {
  readonly kind: 'digit' | 'currency' | 'month' | 'direction' | 'scale';
  readonly from: string;
  readonly text: string;
}

const plain = (marked: string): string => marked.replace(/[⟦⟧]/g, '');

/** Every mutation of a marked sentence that makes it wrong. */
export function mutantsOf(marked: string): readonly Mutant[] {
  return [
    ...digits(marked),
    ...currencies(marked),
    ...months(marked),
    ...directions(marked),
    ...scales(marked),
  ];
}

/** Each digit of each marked number, by four others. */
function digits(marked: string): readonly Mutant[] {
  return Array.from(marked.matchAll(/⟦[^⟧]*⟧/g)).flatMap((number) =>
    Array.from(number[0].matchAll(/[0-9०-९]/g)).flatMap((digit) => {
      const at = number.index + digit.index;
      const zero = digit[0] >= '०' ? 0x966 : 0x30;
      const value = digit[0].charCodeAt(0) - zero;
      return [1, 3, 6, 8]
        .map((step) => String.fromCharCode(zero + ((value + step) % 10)))
        .map((other) => mutant('digit', marked, marked.slice(0, at) + other + marked.slice(at + 1)));
    }),
  );
}

function currencies(marked: string): readonly Mutant[] {
  const swaps: readonly (readonly [RegExp, readonly string[]])[] = [
    [/₹/, ['$', '€', '£', 'US$', 'USD ']],
    [/Rs\. /, ['$', 'EUR ']],
    [/INR /, ['USD ', 'GBP ']],
    [/\brupees\b/, ['dollars', 'euros', 'pounds']],
  ];
  return swaps.flatMap(([sign, others]) =>
    sign.test(marked) ? others.map((other) => mutant('currency', marked, marked.replace(sign, other))) : [],
  );
}

function months(marked: string): readonly Mutant[] {
  const swaps: readonly (readonly [RegExp, readonly string[]])[] = [
    [/October/, ['August', 'December', 'May', 'April']],
    [/September/, ['August', 'July', 'March']],
    [/\bOct\b/, ['Aug', 'Dec']],
    [/\bSep\b/, ['Jul']],
    [/2026/, ['2025', '2027']],
    [/अक्टूबर/, ['अगस्त', 'मई']],
    [/सितंबर/, ['जुलाई', 'मार्च']],
  ];
  return swaps.flatMap(([month, others]) =>
    month.test(marked) ? others.map((other) => mutant('month', marked, marked.replace(month, other))) : [],
  );
}

const OPPOSITES: readonly (readonly [string, string])[] = [
  ['rose', 'fell'],
  ['grew', 'shrank'],
  ['up', 'down'],
  ['climbed', 'dropped'],
  ['increased', 'decreased'],
  ['higher', 'lower'],
  ['Higher', 'Lower'],
  ['improved', 'worsened'],
  ['added', 'took'],
  ['more than', 'less than'],
  ['grew', 'declined'],
  ['rose', 'slipped'],
  ['बढ़कर', 'घटकर'],
  ['बढ़ी', 'घटी'],
  ['बढ़ा', 'घटा'],
  ['बढ़े', 'घटे'],
  ['वृद्धि', 'गिरावट'],
  ['ज़्यादा', 'कम'],
  ['ऊपर', 'नीचे'],
];
/** Phrases in which the words say nothing about a change of ours. */
const NO_CLAIM = /lower the cost|a lower rate|for more orders|had added/;

function directions(marked: string): readonly Mutant[] {
  if (NO_CLAIM.test(marked)) return [];
  const both = OPPOSITES.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
  return both.flatMap(([from, to]) => {
    const word = new RegExp(`(?<![\\p{L}\\p{M}])${from}(?![\\p{L}\\p{M}])`, 'u');
    return word.test(marked) ? [mutant('direction', marked, marked.replace(word, to))] : [];
  });
}

function scales(marked: string): readonly Mutant[] {
  const swaps: readonly (readonly [RegExp, readonly string[]])[] = [
    [/lakh/, ['million', 'crore', 'thousand']],
    [/लाख/, ['करोड़', 'हज़ार']],
    [/⟧/, [' lakh⟧', ' million⟧', ' crore⟧']],
    [/ %⟧/, [' percentage points⟧', 'x⟧']],
  ];
  return swaps.flatMap(([scale, others]) =>
    scale.test(marked) ? others.map((other) => mutant('scale', marked, marked.replace(scale, other))) : [],
  );
}

function mutant(kind: Mutant['kind'], from: string, text: string): Mutant {
  return { kind, from: plain(from), text: plain(text) };
}

/** A template made wrong: its directions turned round, its ids exchanged for numbers, its months and ids unknown. */
export function templateMutantsOf(template: string, filled: (id: string) => string): readonly Mutant[] {
  const typed = Array.from(template.matchAll(/\{\{([^{}]+)\}\}/g)).flatMap(
    ({ 0: whole, 1: id = '', index }) =>
      [filled(id), `${filled(id)}%`, '₹1,00,000', '12', 'twenty-two', '१२', 'a lakh', 'half'].map((number) =>
        mutant('digit', template, template.slice(0, index) + number + template.slice(index + whole.length)),
      ),
  );
  const unknown = template.includes('{{')
    ? [mutant('digit', template, template.replace(/\{\{(\w+)\./, '{{$1.no.'))]
    : [];
  const scaled = template.includes('}}')
    ? [' lakh', ' crore', ' million', '%', ' per cent', ' लाख'].map((scale) =>
        mutant('scale', template, template.replace('}}', `}}${scale}`)),
      )
    : [];
  const foreign = template.includes('{{')
    ? ['$', '€', 'USD '].map((sign) => mutant('currency', template, template.replace('{{', `${sign}{{`)))
    : [];
  return [...typed, ...unknown, ...scaled, ...foreign, ...months(template), ...directions(template)];
}
