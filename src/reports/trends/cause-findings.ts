import { dayFrom, formatDay } from '../../domain/day.ts';
import type { Figure, Unit } from '../../domain/figure.ts';
import type { CauseCheck, CauseEffect } from './causes/sale-line.ts';
import { part, rolesOf, type Make, type Part } from './finding-part.ts';
import type { Study } from './trends.ts';
import { isNormalWeek } from './week-compared.ts';

/**
 * Causes that stand out of their own noise, the largest first. In a week that is normal as a whole they are worth knowing, no more;
 * a stock-out always calls for something to be done.
 */
export function causeParts({ explained, compared }: Study, make: Make): readonly Part[] {
  const isNormal = isNormalWeek(compared);
  return (explained?.effects ?? [])
    .filter(({ cause, notable }) => notable && cause !== 'variation')
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
    .map((effect) => causePart(effect, { isNormal, make }));
}

function causePart(
  { cause, amount, carriers, check: [check] }: CauseEffect,
  { isNormal, make }: { readonly isNormal: boolean; readonly make: Make },
): Part {
  const { names, own } = check === undefined ? { names: {}, own: {} } : checkOf(cause, check, make);
  const direction = amount < 0 ? 'down' : 'up';
  const calm = amount >= 0 || isNormal ? 'know' : 'watch';
  const products = carriers
    .slice(0, 3)
    .map(({ name }) => name.replaceAll(',', ' '))
    .join(', ');
  return part('cause', amount < 0 && cause === 'stockout' ? 'act' : calm, {
    stake: Math.abs(amount),
    figures: { amount: `trends.driver.${cause}`, ...rolesOf(own) },
    names: { cause, direction, products, ...names },
    own: Object.values(own),
  });
}

interface Checked {
  readonly names: Readonly<Record<string, string>>;
  /** figures by role */
  readonly own: Readonly<Record<string, Figure>>;
}

/** The facts with which the owner can see for himself, as figures and names. */
function checkOf(cause: string, check: CauseCheck, make: Make): Checked {
  const { kind } = check;
  const figure = (role: string, label: string, { unit, value }: { unit: Unit; value: number }): Figure =>
    make({ id: `trends.check.${cause}.${role}`, label, status: 'actual', unit, value });
  const both = (what: string, units: readonly [Unit, Unit], { usual, now }: UsualAndNow) => ({
    usual: figure('usual', `Usually: ${what}`, { unit: units[0], value: usual }),
    now: figure('now', `Now: ${what}`, { unit: units[1], value: now }),
  });
  switch (check.kind) {
    case 'stopped_selling':
      return {
        names: { check: kind, product: check.item, day: formatDay(dayFrom(check.fromDay)) },
        own: {
          rate: figure('rate', 'Pieces sold a day before', { unit: 'rate', value: check.usualPerOpenDay }),
          days: figure('days', 'Days without a sale', { unit: 'days', value: check.openDaysWithout }),
        },
      };
    case 'unit_price':
      return {
        names: { check: kind, product: check.item },
        own: both('price of one', ['money', 'money'], check),
      };
    case 'orders':
      return { names: { check: kind, of: check.of }, own: both('orders a week', ['rate', 'count'], check) };
    case 'segment_orders':
      return {
        names: { check: kind, place: check.segment },
        own: both('orders a week', ['rate', 'count'], check),
      };
    case 'pieces_per_line':
      return {
        names: { check: kind },
        own: { ratio: figure('ratio', 'Pieces a line, now ÷ before', { unit: 'ratio', value: check.ratio }) },
      };
    case 'share_of_lines':
      return { names: { check: kind, of: check.of }, own: both('share of lines', ['ratio', 'ratio'], check) };
    case 'money':
      return { names: { check: kind, of: check.of }, own: both('a week', ['money', 'money'], check) };
  }
}

interface UsualAndNow {
  readonly usual: number;
  readonly now: number;
}
