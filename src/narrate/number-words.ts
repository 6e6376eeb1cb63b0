import { spansOf, wholeWord, type Span } from './text-marks.ts';

/** A number written out: "twenty-two", "one lakh eighty thousand", "डेढ़ लाख". */
export interface WordNumber extends Span {
  readonly text: string;
  /** undefined for words that only claim a size: "double", "half", "dozens", "lakhs" */
  readonly value: number | undefined;
  /** how exact it is: 1 for plain numbers, the last scale for rounded ones ("two lakh": 1,00,000) */
  readonly step: number;
}

const ENGLISH =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const HINDI = (
  'शून्य एक दो तीन चार पाँच/पांच छह/छः/छे सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह अठारह/अट्ठारह उन्नीस ' +
  'बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस/अठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस ' +
  'चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ ' +
  'साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी ' +
  'अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे'
)
  .normalize('NFC')
  .split(' ');

const PLAIN = new Map<string, number>([
  ...ENGLISH.map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
  ...HINDI.flatMap((words, index) => words.split('/').map((word) => [word, index] as const)),
  ...(
    [
      ['डेढ़', 1.5],
      ['ढाई', 2.5],
      ['सवा', 1.25],
    ] as const
  ).map(([word, value]) => [word.normalize('NFC'), value] as const),
]);

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 100,
    सौ: 100,
    thousand: 1_000,
    k: 1_000,
    हज़ार: 1_000,
    हजार: 1_000,
    lakh: 100_000,
    lakhs: 100_000,
    lac: 100_000,
    lacs: 100_000,
    लाख: 100_000,
    million: 1_000_000,
    mn: 1_000_000,
    m: 1_000_000,
    crore: 10_000_000,
    crores: 10_000_000,
    cr: 10_000_000,
    करोड़: 10_000_000,
    billion: 1_000_000_000,
    bn: 1_000_000_000,
    अरब: 1_000_000_000,
  }).map(([word, size]) => [word.normalize('NFC'), size]),
);

const SPOKEN_SCALES = [...SCALES.keys()].filter((word) => word.length > 2 || /\p{Lo}/u.test(word));
const NUMBER = [...PLAIN.keys()].sort((a, b) => b.length - a.length).join('|');
const SCALE = SPOKEN_SCALES.sort((a, b) => b.length - a.length).join('|');
const SEQUENCE = wholeWord(
  `(?:${NUMBER}|an?(?=\\s+(?:${SCALE})))(?:(?:[\\s-]+(?:and\\s+)?)(?:${NUMBER}|${SCALE}))*(?:\\s+point(?:\\s+(?:${NUMBER}))+)?`,
);

const SIZES = wholeWord(
  [
    'double|doubled|doubles|doubling|twice|thrice|triple|tripled|quadrupled|halved|halving|\\p{L}+fold',
    '(?<!(?:first|second|latter|other) )half|halves|(?:a|one|two|three) thirds?|thirds|(?:one|two|three|four)[- ]fifths?|(?:a|one|three)[- ]quarters?(?= of)|three[- ]quarters',
    'dozens?|hundreds|thousands|millions|billions|lakhs|lakh|lacs|crores|crore|thousand|hundred|million|billion',
    'दोगुना|दोगुनी|दोगुने|दुगना|दुगुना|दुगुनी|तिगुना|तिगुनी|चौगुना|आधा|आधी|आधे|साढ़े|पौने|तिहाई|चौथाई|दर्जन|लाखों|हज़ारों|हजारों|करोड़ों|सैकड़ों|लाख|करोड़|हज़ार|हजार|सौ|अरब',
  ]
    .join('|')
    .normalize('NFC'),
);

/** "one of them", "एक" as an article: not a count. */
const ARTICLES = /^(?:one|एक)$/i;
const UNIT_NEXT =
  /^[\s-]*(?:%|per\s?cent|percent|rupees?|orders?|units?|days?|products?|skus?|parcels?|प्रतिशत|रुपये|रुपए|दिन)/iu;

/** Every number written out in English or Hindi words, and every word that claims a size. */
export function wordNumbers(text: string): readonly WordNumber[] {
  const sequences = spansOf(text, SEQUENCE)
    .filter((span) => !ARTICLES.test(span.text) || UNIT_NEXT.test(text.slice(span.end)))
    .map((span) => ({ ...span, ...valueOf(span.text) }));
  const sizes = spansOf(text, SIZES).map((span) => ({ ...span, value: undefined, step: 1 }));
  const longestFirst = [...sequences, ...sizes].sort((a, b) => b.text.length - a.text.length);
  const kept: WordNumber[] = [];
  for (const span of longestFirst) {
    if (kept.every((other) => span.end <= other.start || span.start >= other.end)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function valueOf(text: string): { value: number; step: number } {
  const [whole = '', fraction] = text
    .toLowerCase()
    .normalize('NFC')
    .split(/\s+point\s+/);
  let [sum, current, step] = [0, 0, 1];
  for (const word of whole.split(/[\s-]+/)) {
    const scale = SCALES.get(word);
    step = scale ?? 1;
    if (scale === undefined) current += word === 'a' || word === 'an' ? 1 : (PLAIN.get(word) ?? 0);
    else if (scale === 100) current = Math.max(1, current) * 100;
    else [sum, current] = [sum + Math.max(1, current) * scale, 0];
  }
  if (fraction === undefined) return { value: sum + current, step };
  const digits = fraction.split(/\s+/).map((word) => PLAIN.get(word) ?? 0);
  return { value: Number(`${sum + current}.${digits.join('')}`), step: 10 ** -digits.length };
}
