/** Whole minor units (paise, cents) of one currency. Always a safe integer; never a fraction. */
export type Minor = number;

/** ISO 4217 currencies whose minor unit is not a hundredth (list of 2026-01-01, amendment 178). */
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'UYI',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
  ...['CLF', 'UYW'].map((code) => [code, 4] as const),
]);

/** Decimal places of a currency's minor unit, by ISO 4217; 2 for any code not listed there. */
export function exponentOf(currency: string): number {
  return EXPONENTS.get(currency) ?? 2;
}

/** `10^exponent`: minor units in one unit of the currency. */
export function unitOf(currency: string): number {
  return 10 ** exponentOf(currency);
}

/** Rounds half away from zero to a whole number (the commercial rule); −2.5 becomes −3. Never gives −0. */
export function roundHalfUp(value: number): number {
  const size = Math.abs(value);
  const whole = Math.floor(size);
  const rounded = size - whole >= 0.5 ? whole + 1 : whole;
  return rounded === 0 ? 0 : value < 0 ? -rounded : rounded;
}

/** up to here the division of whole numbers cannot come out on the wrong side of a half */
const EXACT_PRODUCT = 2 ** 51;

/**
 * `amount × numerator ÷ denominator`, rounded once, half away from zero; 0 when the denominator is 0. A rate such as 2.36 is
 * taken as the decimal it is written as.
 */
export function share(amount: Minor, numerator: number, denominator: number): Minor {
  if (denominator === 0) return 0;
  const product = amount * numerator;
  if (Math.abs(product) <= EXACT_PRODUCT && areWhole(amount, numerator, denominator)) {
    return roundHalfUp(product / denominator);
  }
  const [a, n, d] = [decimalOf(amount), decimalOf(numerator), decimalOf(denominator)];
  const exact = a.digits * n.digits * 10n ** d.places;
  const divisor = d.digits * 10n ** (a.places + n.places);
  const negative = exact < 0n !== divisor < 0n;
  const [top, bottom] = [exact < 0n ? -exact : exact, divisor < 0n ? -divisor : divisor];
  const rounded = Number((top * 2n + bottom) / (bottom * 2n));
  return rounded === 0 ? 0 : negative ? -rounded : rounded;
}

/** A number as `digits ÷ 10^places`, by its shortest decimal form: 2.36 is 236 and 2. */
function areWhole(amount: number, numerator: number, denominator: number): boolean {
  return Number.isInteger(amount) && Number.isInteger(numerator) && Number.isInteger(denominator);
}

function decimalOf(value: number): { digits: bigint; places: bigint } {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const places = BigInt(fraction.length) - BigInt(exponent);
  return places < 0n ? { digits: digits * 10n ** -places, places: 0n } : { digits, places };
}

/**
 * Splits a total over weights so that the parts add up to the total to the minor unit (largest remainder; ties go to the
 * earlier part). Weights must not be negative; when they are all zero the split is even. An empty list gives an empty list.
 */
export function split(total: Minor, weights: readonly number[]): Minor[] {
  const sum = sumOf(weights);
  const even = sum === 0;
  const whole = even ? weights.length : sum;
  const parts: Minor[] = [];
  const remainders: number[] = [];
  let left = total;
  for (const weight of weights) {
    const exact = (total * (even ? 1 : weight)) / whole;
    const part = Math.trunc(exact) + 0;
    parts.push(part);
    remainders.push(Math.abs(exact - part));
    left -= part;
  }
  if (left === 0) return parts;
  const order = [...parts.keys()].sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  const step = Math.sign(left);
  for (let i = 0; left !== 0 && order.length > 0; i = (i + 1) % order.length) {
    const at = order[i] ?? 0;
    parts[at] = (parts[at] ?? 0) + step;
    left -= step;
  }
  return parts;
}

function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Groups digits as the currency's home does: 12,34,567 for INR, NPR, PKR, BDT and LKR; 1,234,567 elsewhere. */
export function groupDigits(digits: string, currency: string): string {
  if (digits.length <= 3) return digits;
  const tail = digits.slice(-3);
  const head = digits.slice(0, -3);
  const size = INDIAN_GROUPING.has(currency) ? 2 : 3;
  return `${head.replace(new RegExp(`\\B(?=(\\d{${size}})+$)`, 'g'), ',')},${tail}`;
}
const INDIAN_GROUPING: ReadonlySet<string> = new Set(['INR', 'NPR', 'PKR', 'BDT', 'LKR']);

/** Signs printed before the number; any other currency is shown by its code. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['INR', '₹'],
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['JPY', '¥'],
]);

export interface MoneyStyle {
  /** `sign` ₹1,234 (default) · `none` 1,234 · `code` INR 1,234 */
  readonly currency?: 'sign' | 'none' | 'code';
  /** `auto` leaves out decimals from 1,000 units upwards or when they are zero · `all` always shows them (default) */
  readonly decimals?: 'auto' | 'all';
  /** puts a plus before a positive amount */
  readonly plus?: boolean;
}

/** Money as the owner reads it: `₹1,29,999.00`, `−$12.50` (a true minus, U+2212). Rounds only for display under `decimals: 'auto'`. */
export function formatMoney(amount: Minor, currency: string, style: MoneyStyle = {}): string {
  const unit = unitOf(currency);
  const size = Math.abs(amount);
  const whole = style.decimals === 'auto' && (size >= 1000 * unit || size % unit === 0);
  const shown = whole ? roundHalfUp(size / unit) * unit : size;
  const digits = groupDigits(String(Math.floor(shown / unit)), currency);
  const fraction = whole || unit === 1 ? '' : `.${String(shown % unit).padStart(exponentOf(currency), '0')}`;
  const sign = signOf(shown === 0 ? 0 : amount, style.plus === true);
  return `${sign}${currencyPrefix(currency, style.currency ?? 'sign')}${digits}${fraction}`;
}

function signOf(amount: Minor, plus: boolean): string {
  if (amount < 0) return '−';
  return plus && amount > 0 ? '+' : '';
}

function currencyPrefix(currency: string, style: 'sign' | 'none' | 'code'): string {
  if (style === 'none') return '';
  const sign = style === 'sign' ? SIGNS.get(currency) : undefined;
  return sign ?? `${currency} `;
}

/** Minor units as a plain decimal for machines: `-1234.50`. */
export function decimalText(amount: Minor, currency: string): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  return amount < 0 ? `-${text}` : text;
}
