import type { Figure } from '../domain/figure.ts';
import { unitOf } from '../domain/money.ts';
import { baseOf, isChange } from './change-figures.ts';
import type { NumberUnit, ShownNumber } from './numbers.ts';

/** A figure's value as it is shown: money in whole units, ratios in per cent. */
function shownValue({ value, unit, currency }: Figure): number | undefined {
  if (value === null) return undefined;
  if (unit === 'money') return value / unitOf(currency ?? '');
  return unit === 'ratio' || unit === 'percentChange' ? value * 100 : value;
}

/** Whether a shown number, at the precision it is shown with, can be this figure; signs count only where one is shown. */
export function shows(number: ShownNumber, figure: Figure): boolean {
  const value = shownValue(figure);
  if (value === undefined || !FITS[number.unit](figure)) return false;
  return fitsSize(number, value);
}

function fitsSize({ size, step, sign }: ShownNumber, value: number): boolean {
  if (size === undefined) return false;
  if (sign === '−' && value > 0) return false;
  if (sign === '+' && value < 0) return false;
  return Math.abs(Math.abs(value) - size) <= step / 2 + 1e-9 * Math.max(1, size);
}

const FITS: Readonly<Record<NumberUnit, (figure: Figure) => boolean>> = {
  money: ({ unit }) => unit === 'money',
  percent: (figure) => figure.unit === 'percentChange' || (figure.unit === 'ratio' && !isChange(figure)),
  points: (figure) => figure.unit === 'ratio' && isChange(figure),
  days: ({ unit }) => unit === 'days',
  plain: isAmount,
  times: () => false,
  fold: () => false,
};

/** What a number in a sentence may be reckoned from. */
export interface Operands {
  readonly figures: readonly Figure[];
  /** what its clause speaks of is a change */
  readonly moving: boolean;
  /** what stands next to a percentage as its whole ("of net sales") */
  readonly wholes: readonly string[];
}

/**
 * A number that is reckoned from figures its sentence is about: sum or difference of two, sum of all, money per count, the
 * share of a whole that is named next to it, a multiple, a percentage change, a difference of two percentages. Only figures
 * of the same period go together, but for something and its own previous value. Undefined when no such reckoning gives it.
 */
export function derivedFigure(number: ShownNumber, operands: Operands): Figure | undefined {
  const value = results(number.unit, operands).find((one) => fitsSize(number, one));
  if (value === undefined) return undefined;
  const unit = number.unit === 'percent' || number.unit === 'points' ? 'percentChange' : 'money';
  return { id: 'derived', label: '', value, unit, status: 'actual' };
}

function results(unit: NumberUnit, operands: Operands): readonly number[] {
  const { figures } = operands;
  const pairs = figures.flatMap((a) =>
    figures.filter((b) => a.id !== b.id && goTogether(a, b)).map((b) => ({ a, b })),
  );
  const reckon = RECKONINGS[unit];
  const ofPairs = pairs.flatMap(({ a, b }) => {
    const [left, right] = [shownValue(a), shownValue(b)];
    return left === undefined || right === undefined ? [] : reckon({ a, b, left, right }, operands);
  });
  return unit === 'money' || unit === 'plain' ? [...ofPairs, ...sums(figures)] : ofPairs;
}

const role = ({ id }: Figure): string => id.slice(baseOf(id).length);
const isSame = (a: Figure, b: Figure): boolean => baseOf(a.id) === baseOf(b.id);
/** Averages are not added to totals, nor steps of a bridge to lines of a statement. */
const kind = ({ id }: Figure): string =>
  /perOrder|average/i.test(id) ? 'average' : id.slice(0, id.indexOf('.'));

function goTogether(a: Figure, b: Figure): boolean {
  return role(a) === role(b) || isSame(a, b);
}

interface Pair {
  readonly a: Figure;
  readonly b: Figure;
  readonly left: number;
  readonly right: number;
}

type Reckoning = (pair: Pair, operands: Operands) => readonly number[];

const RECKONINGS: Readonly<Record<NumberUnit, Reckoning>> = {
  money: amounts,
  plain: amounts,
  percent: shares,
  points: ({ a, b, left, right }) => (a.unit === 'ratio' && b.unit === 'ratio' ? [left - right] : []),
  times: ({ a, b, left, right }) => (isAmount(a) && a.unit === b.unit && right !== 0 ? [left / right] : []),
  fold: ({ a, b, left, right }) => (isAmount(a) && isSame(a, b) && right !== 0 ? [left / right] : []),
  days: ({ a, b, left, right }) =>
    a.unit === 'days' && b.unit === 'days' ? [left - right, left + right] : [],
};

function isAmount({ unit }: Figure): boolean {
  return unit === 'money' || unit === 'count';
}

function shares(pair: Pair, { moving, wholes }: Operands): readonly number[] {
  const { a, b, left, right } = pair;
  if (!isAmount(a) || a.unit !== b.unit || right === 0) return [];
  if (isSame(a, b)) return moving && isOnPrevious(pair) ? [(left / right - 1) * 100] : [];
  return kind(a) === kind(b) && wholes.includes(baseOf(b.id)) ? [(left / right) * 100] : [];
}

function amounts(pair: Pair, { moving }: Operands): readonly number[] {
  const { a, b, left, right } = pair;
  if (a.unit === 'money' && b.unit === 'count') return perPiece(pair);
  if (!isAmount(a) || a.unit !== b.unit || kind(a) !== kind(b)) return [];
  if (isSame(a, b)) return moving && isOnPrevious(pair) ? [left - right] : [];
  return [left + right, left - right];
}

function isOnPrevious({ b }: Pair): boolean {
  return role(b) === '.previous';
}

function perPiece({ a, left, right }: Pair): readonly number[] {
  return right === 0 || kind(a) === 'average' ? [] : [left / right];
}

/** Everything of one unit, period and kind together. */
function sums(figures: readonly Figure[]): readonly number[] {
  const groups = new Map<string, number>();
  for (const figure of figures) {
    const value = shownValue(figure);
    if (value === undefined || !isAmount(figure)) continue;
    const key = [figure.unit, role(figure), kind(figure)].join(' ');
    groups.set(key, (groups.get(key) ?? 0) + value);
  }
  return [...groups.values()];
}
