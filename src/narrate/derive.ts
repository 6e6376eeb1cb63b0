import type { Figure } from '../domain/figure.ts';
import { unitOf } from '../domain/money.ts';
import { baseOf, isChange } from './facts.ts';
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
};

/**
 * A number that is reckoned from two figures (or all) of those a sentence is about: sum, difference, share, multiple, money
 * per count, percentage change, difference of two percentages. Undefined when no such reckoning gives it. Only figures of
 * the same period go together, but for something and its own previous value.
 */
export function derivedFigure(number: ShownNumber, operands: readonly Figure[]): Figure | undefined {
  const values = results(number.unit, operands);
  const value = values.find((one) => fitsSize({ ...number, sign: '' }, one));
  if (value === undefined) return undefined;
  const unit = number.unit === 'percent' || number.unit === 'points' ? 'percentChange' : 'money';
  return { id: 'derived', label: '', value, unit, status: 'actual' };
}

function results(unit: NumberUnit, operands: readonly Figure[]): readonly number[] {
  const pairs = operands.flatMap((a) =>
    operands.filter((b) => a.id !== b.id && goTogether(a, b)).map((b) => [a, b] as const),
  );
  const reckon = RECKONINGS[unit];
  const ofPairs = pairs.flatMap(([a, b]) => {
    const [left, right] = [shownValue(a), shownValue(b)];
    return left === undefined || right === undefined ? [] : reckon({ a, b, left, right });
  });
  return unit === 'money' || unit === 'plain' ? [...ofPairs, ...sums(operands)] : ofPairs;
}

const role = ({ id }: Figure): string => id.slice(baseOf(id).length);

function goTogether(a: Figure, b: Figure): boolean {
  return role(a) === role(b) || (baseOf(a.id) === baseOf(b.id) && !isChange(a) && !isChange(b));
}

interface Pair {
  readonly a: Figure;
  readonly b: Figure;
  readonly left: number;
  readonly right: number;
}

const RECKONINGS: Readonly<Record<NumberUnit, (pair: Pair) => readonly number[]>> = {
  money: amounts,
  plain: amounts,
  percent: ({ a, b, left, right }) => {
    if (!isAmount(a) || a.unit !== b.unit || right === 0) return [];
    const share = (left / right) * 100;
    return baseOf(a.id) === baseOf(b.id) ? [share, share - 100] : [share];
  },
  points: ({ a, b, left, right }) => (a.unit === 'ratio' && b.unit === 'ratio' ? [left - right] : []),
  times: ({ a, b, left, right }) => (a.unit === b.unit && right !== 0 ? [left / right] : []),
  days: ({ a, b, left, right }) =>
    a.unit === 'days' && b.unit === 'days' ? [left - right, left + right] : [],
};

function isAmount({ unit }: Figure): boolean {
  return unit === 'money' || unit === 'count';
}

function amounts({ a, b, left, right }: Pair): readonly number[] {
  if (a.unit === 'money' && b.unit === 'count') return right === 0 ? [] : [left / right];
  if (!isAmount(a) || a.unit !== b.unit) return [];
  return baseOf(a.id) === baseOf(b.id) ? [left - right] : [left + right, left - right];
}

/** Everything of one unit and period together. */
function sums(operands: readonly Figure[]): readonly number[] {
  const groups = new Map<string, number>();
  for (const figure of operands) {
    const value = shownValue(figure);
    if (value === undefined || !isAmount(figure)) continue;
    const key = `${figure.unit} ${role(figure)}`;
    groups.set(key, (groups.get(key) ?? 0) + value);
  }
  return [...groups.values()];
}
