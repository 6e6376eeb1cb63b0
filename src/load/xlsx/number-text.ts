import { dayFrom } from '../../domain/day.ts';
import type { NumberStyle } from './styles.ts';

/** The most digits that a spreadsheet keeps of a number. */
const DIGITS = 15;
const PLAIN = /^-?\d+$|^-?(?=[\d.]{1,16}$)\d*\.\d+$/;
const NUMBER = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,3}))?$/i;

/**
 * A number of a workbook as text: whole numbers as they stand there, digit by digit; others rounded to the 15 significant digits
 * that a spreadsheet shows, so that 13862.239999999998 is 13862.24. A whole number beyond 15 digits that stands as `4.38E17`
 * has lost digits and stays shortened, for ids must not be made up. Text that is no number stays.
 */
export function numberText(written: string): string {
  if (PLAIN.test(written)) return written;
  if (NUMBER.exec(written) === null || !/\d/.test(written)) return written;
  const rounded = Number(written).toPrecision(DIGITS);
  const [, sign = '', whole = '', fraction = '', power = '0'] = NUMBER.exec(rounded) ?? [];
  const exponent = Number(power);
  if (whole.length + exponent > DIGITS) return shortened({ sign, whole, fraction, exponent });
  return expanded({ sign, whole, fraction, exponent });
}

interface Pieces {
  readonly sign: string;
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: number;
}

function shortened({ sign, whole, fraction, exponent }: Pieces): string {
  const digits = fraction.replace(/0+$/, '');
  return `${sign}${whole}${digits === '' ? '' : `.${digits}`}E+${exponent}`;
}

function expanded({ sign, whole, fraction, exponent }: Pieces): string {
  const point = whole.length + exponent;
  const digits = `${'0'.repeat(Math.max(0, -point))}${whole}${fraction}`.padEnd(point, '0');
  const at = Math.max(0, point);
  const left = digits.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = digits.slice(at).replace(/0+$/, '');
  return `${sign}${left === '' ? '0' : left}${right === '' ? '' : `.${right}`}`;
}

const SECONDS = 86_400;
/** 1970-01-01 in the count of days from 1900, and how far the count from 1904 is behind it */
const EPOCH = 25_569;
const BEHIND = 1462;
/** the day count holds a 29 February 1900 that never was */
const LEAP_BUG = 60;
const LAST_DAY = 2_958_466;

/**
 * A number shown as a date, as ISO text (`2026-05-31`, `2026-05-31 14:05:00` when it has a time, `14:05:00` for a time alone),
 * rounded to the second. Days before 1900, after 9999 and spans of a day or more shown as time stay numbers.
 */
export function dateText(written: string, style: NumberStyle, from1904: boolean): string {
  const serial = Number(written);
  if (style === 'number' || !(serial >= 0 && serial + (from1904 ? BEHIND : 0) < LAST_DAY))
    return numberText(written);
  const all = Math.round(serial * SECONDS);
  const [days, rest] = [Math.floor(all / SECONDS), all % SECONDS];
  if (style === 'time') return days === 0 ? timeText(rest) : withTime(days, { rest, from1904 });
  if (days === 0 && !from1904) return rest === 0 ? numberText(written) : timeText(rest);
  return withTime(days, { rest, from1904 });
}

function withTime(
  days: number,
  { rest, from1904 }: { readonly rest: number; readonly from1904: boolean },
): string {
  const day = dayFrom((from1904 ? days + BEHIND : days < LEAP_BUG ? days + 1 : days) - EPOCH);
  return rest === 0 ? day : `${day} ${timeText(rest)}`;
}

function timeText(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value) % 60).padStart(2, '0');
  return `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${two(seconds / 60)}:${two(seconds)}`;
}
