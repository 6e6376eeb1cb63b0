import { literal, spansOf, wholeWord } from './text-marks.ts';

/** Signs and words for money, by currency; words that several currencies share list them all. */
const WORDS: readonly (readonly [pattern: RegExp, currencies: readonly string[]])[] = [
  [/₹|(?<![\p{L}\p{M}])Rs\.?(?![\p{L}\p{M}])/gu, ['INR']],
  [
    wholeWord('rupees?|paisa|paise|रुपये|रुपए|रुपया|रुपयों|रूपये|रु\\.?|पैसे'),
    ['INR', 'PKR', 'NPR', 'LKR', 'MUR', 'SCR'],
  ],
  [/(?<![\p{L}])US\$/gu, ['USD']],
  [/(?<!US)\$/gu, ['USD', 'AUD', 'CAD', 'SGD', 'NZD', 'HKD']],
  [wholeWord('dollars?|bucks|डॉलर'), ['USD', 'AUD', 'CAD', 'SGD', 'NZD', 'HKD']],
  [wholeWord('cents?'), ['USD', 'AUD', 'CAD', 'SGD', 'NZD', 'HKD', 'EUR']],
  [/€/gu, ['EUR']],
  [wholeWord('euros?|यूरो'), ['EUR']],
  [/£/gu, ['GBP']],
  [wholeWord('pounds?|sterling|quid|pence|पाउंड'), ['GBP']],
  [/¥/gu, ['JPY', 'CNY']],
  [wholeWord('yen|येन'), ['JPY']],
  [wholeWord('yuan|renminbi'), ['CNY']],
  [wholeWord('dirhams?|दिरहम'), ['AED', 'MAD']],
  [wholeWord('riyals?'), ['SAR', 'QAR']],
  [wholeWord('taka'), ['BDT']],
  [wholeWord('francs?'), ['CHF', 'XOF', 'XAF']],
  [wholeWord('ringgit'), ['MYR']],
  [wholeWord('baht'), ['THB']],
  [/[₩₺₽₴₦₫₱৳₪₿]/gu, []],
];

const CODES = wholeWord(Intl.supportedValuesOf('currency').map(literal).join('|'), 'gu');

/** Currency signs, words and codes of a masked text that are not the answer's currency; "per cent" is not money. */
export function foreignCurrencies(masked: string, currency: string): readonly string[] {
  const text = masked.replace(/\bper\s+cent\b/gi, (words) => ' '.repeat(words.length));
  const wrongWords = WORDS.filter(([, currencies]) => !currencies.includes(currency)).flatMap(([pattern]) =>
    spansOf(text, pattern).map((span) => span.text),
  );
  const wrongCodes = spansOf(text, CODES)
    .map((span) => span.text)
    .filter((code) => code !== currency && !COMMON_WORDS.has(code));
  return [...wrongWords, ...wrongCodes];
}

/** Codes that are also words of the trade in capitals. */
const COMMON_WORDS: ReadonlySet<string> = new Set(['ALL', 'TOP', 'TRY', 'CUP', 'COD', 'SKU']);
