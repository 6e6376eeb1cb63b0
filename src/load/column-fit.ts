import { parseDay } from './dates.ts';
import type { Holding } from './kind-columns.ts';
import { cleanId, isBlank, parseCount, parseDecimal } from './values.ts';

/** Cells of one column that say something, as written. */
export type Sample = readonly string[];

/**
 * How well cells fit what a column should hold, from 0 to 1: the share that can be read so. A column without values may hold
 * anything: undefined. A discount is money that does not look like a rate.
 */
export function fit(holds: Holding, sample: Sample): number | undefined {
  const values = sample.filter((value) => !isBlank(value));
  return values.length === 0 ? undefined : FITS[holds](values);
}

const FITS: Readonly<Record<Holding, (values: Sample) => number>> = {
  date: (values) => share(values, (value) => parseDay(value) !== undefined),
  money: (values) => share(values, isMoney),
  discount: (values) => (looksLikeRates(values) ? 0 : share(values, isMoney)),
  rate: (values) => (looksLikeRates(values) ? 1 : 0),
  count: (values) => share(values, (value) => parseCount(value).kind === 'count'),
  id: (values) => share(values, isId),
  text: (values) => share(values, (value) => /\p{L}/u.test(value) && value.length <= 500),
  word: (values) => share(values, (value) => /\p{L}/u.test(value) && value.length <= 60),
};

/** Whether cells can only be dates: a number alone may as well be an id. */
export function areSurelyDates(sample: Sample): boolean {
  const values = sample.filter((value) => !isBlank(value));
  if (values.length === 0) return false;
  return share(values, (value) => !/^\d+(?:\.\d+)?$/.test(value) && parseDay(value) !== undefined) >= 0.95;
}

function share(values: Sample, fits: (value: string) => boolean): number {
  return values.filter(fits).length / values.length;
}

function isMoney(value: string): boolean {
  return parseDecimal(value, 6).kind === 'amount';
}

function isId(value: string): boolean {
  return (
    value.length <= 60 &&
    cleanId(value).kind === 'id' &&
    (/^\d+$/.test(value) || parseDay(value) === undefined)
  );
}

/** All with a per cent sign up to 100, or all from 0 to 1 and not only 0 and 1. */
function looksLikeRates(values: Sample): boolean {
  if (values.every((value) => /^'?\d{1,3}(?:[.,]\d+)?\s*%$/.test(value))) return true;
  const numbers = values.map((value) => Number(value.replace(',', '.')));
  return (
    numbers.every((value) => value >= 0 && value <= 1) && numbers.some((value) => value > 0 && value < 1)
  );
}
