import { SCALES, wordNumbers } from './number-words.ts';
import { wholeWord, type Span } from './text-marks.ts';

export type NumberUnit = 'money' | 'percent' | 'points' | 'days' | 'times' | 'fold' | 'plain';

/** A number as a text shows it. */
export interface ShownNumber extends Span {
  readonly text: string;
  /** size without sign; undefined for a word that claims a size without saying which, or digits that cannot be read */
  readonly size: number | undefined;
  /** what one more in its last digit would be: 1 for 12,400, 10,000 for 1.2 lakh */
  readonly step: number;
  readonly sign: '+' | '−' | '';
  readonly unit: NumberUnit;
  /** how many digits it commits itself to */
  readonly digits: number;
}

const UNITS: readonly (readonly [NumberUnit, string])[] = [
  ['points', 'percentage points?|per cent points?|pp|प्रतिशत अंक'],
  ['percent', '%|percent|per cent|प्रतिशत|फ़ीसदी|फीसदी'],
  ['days', 'days?|दिन'],
  ['fold', 'x|-?fold|गुना|गुनी'],
  ['times', 'times'],
  ['money', 'rupees?|रुपये|रुपए|रुपया|रूपये|dollars?|euros?|pounds?'],
];
const UNIT = UNITS.map(([, words]) => words.normalize('NFC')).join('|');
const SCALE = [...SCALES.keys()].sort((a, b) => b.length - a.length).join('|');
const CURRENCY =
  '[\\p{Sc}]|US\\$|Rs\\.?|रु\\.?|INR|USD|EUR|GBP|JPY|AED|SGD|AUD|CAD|NZD|HKD|NPR|PKR|BDT|LKR|SAR|QAR|MYR|THB|CHF|CNY';
const END = '(?![\\p{L}\\p{M}])';

const DIGITS = new RegExp(
  `(?<![\\p{L}\\p{M}\\d_])(?:(?<sign>[−–+-]|minus(?=\\s))\\s?)?(?:(?<currency>${CURRENCY})\\s?)?(?:(?<inner>[−+-])\\s?)?` +
    `(?<digits>\\d+(?:,\\d+)*(?:\\.\\d+)?)(?:\\s?(?<scale>${SCALE})${END})?(?:[\\s-]?(?<unit>${UNIT})${END})?`,
  'giu',
);
const GROUPED = /^(?!0[\d,])(?:\d+|\d{1,2}(?:,\d{2})*,\d{3}|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
const ABOUT = wholeWord(
  '(?:about|around|roughly|nearly|almost|approximately|over|under|लगभग|करीब|क़रीब|तकरीबन)\\s*$',
  'iu',
);
const UNIT_AFTER = new RegExp(`^[\\s-]*(?<unit>${UNIT})${END}`, 'iu');

const SCALE_OR_UNIT = new RegExp(
  `^[\\s-]*(?:${UNITS.slice(0, -1)
    .map(([, words]) => words.normalize('NFC'))
    .join('|')}|${SCALE})${END}`,
  'iu',
);

/** A scale or unit ("lakh", "per cent") that a text puts right after a number which brings its own. */
export function unitAfter(text: string): string | undefined {
  return SCALE_OR_UNIT.exec(text)?.[0].trim();
}

/** Devanagari and full-width digits as plain ones, letter for letter. */
export function plainDigits(text: string): string {
  return text.replace(/[०-९０-９]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code < 0x1000 ? 0x966 : 0xff10));
  });
}

/**
 * Every number of a text: 1,23,456.78, ₹, %, −, lakh, crore, million, Devanagari digits, numbers in words. `(12,400)` is read
 * as 12,400 without a sign. What cannot be read (other scripts' digits, fractions, odd grouping) is there without a size.
 */
export function numbersIn(masked: string): readonly ShownNumber[] {
  const text = plainDigits(masked);
  const found: ShownNumber[] = Array.from(text.matchAll(DIGITS), (match) => {
    const { sign, inner, currency, digits = '', scale, unit } = match.groups ?? {};
    const start = match.index;
    return {
      start,
      end: start + match[0].length,
      text: match[0],
      ...sized(digits, { scale, about: ABOUT.test(text.slice(0, start)) }),
      sign: signOf(inner ?? sign),
      unit: currency === undefined ? unitOf(unit) : 'money',
    };
  });
  const free = (span: Span): boolean =>
    found.every((other) => span.end <= other.start || span.start >= other.end);
  found.push(...inWords(text).filter(free));
  const strange = Array.from(text.matchAll(/\p{N}+|[%‰]/gu), (match): ShownNumber => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    size: undefined,
    step: 1,
    sign: '',
    unit: 'plain',
    digits: 1,
  }));
  found.push(...strange.filter(free));
  return found.sort((a, b) => a.start - b.start);
}

function inWords(text: string): readonly ShownNumber[] {
  return wordNumbers(text).map((number) => {
    const after = UNIT_AFTER.exec(text.slice(number.end));
    return {
      ...number,
      end: number.end + (after?.[0].length ?? 0),
      text: number.text + (after?.[0] ?? ''),
      size: number.value,
      sign: '',
      unit: unitOf(after?.groups?.['unit']),
      digits: number.step === 1 ? String(number.value ?? 0).length : 1,
    };
  });
}

function signOf(sign: string | undefined): ShownNumber['sign'] {
  if (sign === undefined || sign === '–') return '';
  return sign === '+' ? '+' : '−';
}

function unitOf(unit: string | undefined): NumberUnit {
  if (unit === undefined) return 'plain';
  const word = unit.toLowerCase().normalize('NFC');
  return (
    UNITS.find(([, words]) => new RegExp(`^(?:${words.normalize('NFC')})$`, 'u').test(word))?.[0] ?? 'plain'
  );
}

interface Around {
  readonly scale: string | undefined;
  /** "about" stands before it: its zeros at the end are not meant */
  readonly about: boolean;
}

function sized(digits: string, { scale = '', about }: Around): Pick<ShownNumber, 'size' | 'step' | 'digits'> {
  const factor = SCALES.get(scale.toLowerCase().normalize('NFC')) ?? 1;
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.');
  const zeros = about && fraction === '' ? /0*$/.exec(whole)?.[0].length : 0;
  const dropped = Math.max(0, Math.min(zeros ?? 0, whole.length - 2));
  const committed = `${whole}${fraction}`.replace(/^0+/, '').length - dropped;
  return {
    size: GROUPED.test(digits) ? Number(`${whole}.${fraction}`) * factor : undefined,
    step: factor * 10 ** (dropped - fraction.length),
    digits: Math.max(1, committed),
  };
}
