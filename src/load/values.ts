import { exponentOf, type Minor } from '../domain/money.ts';

export type ParsedAmount =
  | { readonly kind: 'amount'; readonly minor: Minor }
  | { readonly kind: 'missing' }
  | { readonly kind: 'bad' };

export type ParsedCount =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'bad' };

export type ParsedId =
  { readonly kind: 'id'; readonly id: string } | { readonly kind: 'missing' } | { readonly kind: 'bad' };

export type DecimalSign = '.' | ',';

const MISSING = { kind: 'missing' } as const;
const BAD = { kind: 'bad' } as const;

const BLANK_WORDS: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  'na',
  'n/a',
  'null',
  'not stocked',
]);

/** Whether a cell says nothing: blank, dashes, `NA`, `N/A`, `null` or `not stocked`, with or without an apostrophe guard. */
export function isBlank(text: string): boolean {
  return text.length <= 16 && BLANK_WORDS.has(withoutGuard(text).toLowerCase());
}

/**
 * Minor units of a plain decimal such as `1234.5` or `-12.50`, or NaN for any other spelling (a fast path, nothing more):
 * digits, at most one dot, no more decimals than `exponent`, no more than 15 digits.
 */
export function plainAmount(text: string, exponent: number): number {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  const dot = text.indexOf('.', start);
  const decimals = dot < 0 ? 0 : text.length - dot - 1;
  if (decimals > exponent || dot === start) return Number.NaN;
  let value = wholeNumber(text, start, dot);
  for (let i = decimals; i < exponent; i += 1) value *= 10;
  if (!Number.isSafeInteger(value)) return Number.NaN;
  return start === 1 && value !== 0 ? -value : value;
}

/** The digits from `start` on as one number, leaving out the character at `except`; NaN when there is anything else. */
function wholeNumber(text: string, start: number, except: number): number {
  const length = text.length;
  if (length === start || length - start > 15) return Number.NaN;
  let value = 0;
  for (let i = start; i < length; i += 1) {
    if (i === except) continue;
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
const MINUS = 45;
const ZERO = 48;

/**
 * Reads money as exports spell it (`₹ 1,00,000.50`, `CA$76.00`, `- ₹499`, `(12,34)`, `499-`, `'-₹540.00`) from its digits as
 * text, in minor units of `currency`. Blank words are `missing`, never 0; anything not understood is `bad`. Surplus decimals are
 * rounded half away from zero. Without `decimal` the sign is taken from the text: the last of two kinds of separator, or a
 * comma that cannot be grouping; `1,234` is then grouped and `1.234` a fraction.
 */
export function parseAmount(text: string, currency: string, decimal?: DecimalSign): ParsedAmount {
  return parseDecimal(text, exponentOf(currency), decimal);
}

/** As `parseAmount`, in units of 10^−`exponent`: for amounts that are worked with before they are rounded to minor units. */
export function parseDecimal(text: string, exponent: number, decimal?: DecimalSign): ParsedAmount {
  if (decimal !== ',') {
    const plain = plainAmount(text, exponent);
    if (!Number.isNaN(plain)) return { kind: 'amount', minor: plain };
  }
  if (isBlank(text)) return MISSING;
  const money = signed(withoutGuard(text));
  const number = money === undefined ? undefined : digitsOf(money.number, decimal);
  if (money === undefined || number === undefined) return BAD;
  const minor = minorFrom(number, exponent);
  if (!Number.isSafeInteger(minor)) return BAD;
  return { kind: 'amount', minor: money.negative && minor !== 0 ? -minor : minor };
}

/**
 * The decimal sign of a whole column: `,` or `.` when some value shows it and none shows the other, otherwise undefined.
 * `1.234,56` and `12,5` show a comma, `1,234.56` and `12.5` a dot; `1,234` and `1.234` show nothing.
 */
export function decideDecimal(column: Iterable<string>): DecimalSign | undefined {
  let dot = false;
  let comma = false;
  for (const text of column) {
    const number = signed(withoutGuard(text))?.number;
    if (number === undefined) continue;
    if (decimalShown(number) === ',') comma = true;
    else if (decimalShown(number) === '.') dot = true;
  }
  return dot === comma ? undefined : comma ? ',' : '.';
}

/** Reads a quantity: `3`, `1,200`, `2.0`, `-1`, `1.5` (cloth by the metre). Blank words are `missing`; other text is `bad`. */
export function parseCount(text: string): ParsedCount {
  const plain = plainAmount(text, 0);
  if (!Number.isNaN(plain)) return { kind: 'count', count: plain };
  if (isBlank(text)) return MISSING;
  const parts = COUNT.exec(withoutGuard(text));
  if (parts === null) return BAD;
  const size = Number(`${(parts[2] ?? '').replaceAll(',', '')}${parts[3] ?? ''}`);
  if (size > Number.MAX_SAFE_INTEGER) return BAD;
  return { kind: 'count', count: parts[1] === undefined || size === 0 ? size : -size };
}
const COUNT = /^([-−])?\s?(\d{1,16}|\d{1,3}(?:,\d{2,3})*,\d{3})(\.\d{0,4})?$/;

/**
 * An id, SKU, postcode or phone as text, without its guards (`'53122`, `2⇥`, `="007"`, `"""SKU:KRT-01"""`). Leading zeros
 * stay. Blank and `-` are `missing`; a number that a spreadsheet shortened (`1.23E+17`) is `bad`, for its digits are lost.
 */
export function cleanId(text: string): ParsedId {
  const bare = PLAIN_ID.test(text) ? text : unwrapped(text);
  if (isBlank(bare)) return MISSING;
  if (SHORTENED.test(bare)) return BAD;
  return { kind: 'id', id: bare };
}
const PLAIN_ID = /^[\w#/.-]*$/;
const SHORTENED = /^-?\d(?:[.,]\d+)?E\+\d+$/i;

function unwrapped(text: string): string {
  const bare = withoutGuard(text)
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^"+(.*?)"+$/s, '$1');
  return withoutGuard(bare.replace(/^SKU:\s*/i, ''));
}

/** Without surrounding blanks, one leading apostrophe and a matching trailing one. */
function withoutGuard(text: string): string {
  const trimmed = text.trim();
  if (trimmed.charCodeAt(0) !== APOSTROPHE) return trimmed;
  return trimmed.slice(1, trimmed.length > 1 && trimmed.endsWith("'") ? -1 : undefined).trim();
}
const APOSTROPHE = 39;

interface SignedNumber {
  readonly negative: boolean;
  /** digits and separators only */
  readonly number: string;
}

const CURRENCY = String.raw`(?:[A-Za-z]{0,3}\p{Sc}|Rs\.?|[A-Z]{3}|kr\.?|zł|Kč|Ft|/-)?`;
const SIGN = '[-−–+]?';
const MONEY = new RegExp(
  `^(${SIGN}) ?${CURRENCY} ?(${SIGN}) ?([.,]?\\d[\\d.,' ]*?) ?(${SIGN}) ?${CURRENCY} ?(${SIGN})$`,
  'iu',
);
const ODD_BLANKS = /\s/g;

function signed(text: string): SignedNumber | undefined {
  if (text.length > 40) return undefined;
  const spaced = text.replace(ODD_BLANKS, ' ');
  const bracketed = BRACKETED.exec(spaced);
  const parts = MONEY.exec(bracketed === null ? spaced : `${bracketed[1]}${bracketed[2]}`);
  if (parts === null) return undefined;
  const signs = `${parts[1]}${parts[2]}${parts[4]}${parts[5]}`;
  if (signs.length > (bracketed === null ? 1 : 0)) return undefined;
  return { negative: bracketed !== null || (signs !== '' && signs !== '+'), number: parts[3] ?? '' };
}
const BRACKETED = /^([^\d(]*)\((.*)\)$/;

const GROUPED_BY_COMMA = /^(?:\d+|(?=\.\d)|\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:[ ']\d{3})+)(?:\.\d*)?$/;
const GROUPED_BY_DOT = /^(?:\d+|(?=,\d)|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ ']\d{3})+)(?:,\d*)?$/;

function decimalShown(number: string): DecimalSign | undefined {
  const byComma = GROUPED_BY_COMMA.test(number);
  const byDot = GROUPED_BY_DOT.test(number);
  if (byComma === byDot) return undefined;
  return byComma ? '.' : ',';
}

/** Whole part and fraction, both digits only; undefined when the separators make no sense. */
function digitsOf(number: string, decimal: DecimalSign | undefined): readonly [string, string] | undefined {
  const sign = decimal ?? decimalShown(number) ?? '.';
  if (!(sign === '.' ? GROUPED_BY_COMMA : GROUPED_BY_DOT).test(number)) return undefined;
  const at = number.indexOf(sign);
  const whole = at < 0 ? number : number.slice(0, at);
  return [whole.replace(/\D/g, ''), at < 0 ? '' : number.slice(at + 1)];
}

function minorFrom([whole, fraction]: readonly [string, string], exponent: number): Minor {
  const kept = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  return (fraction[exponent] ?? '0') >= '5' ? kept + 1 : kept;
}
