import { formatDay } from '../../domain/day.ts';
import { part, rolesOf, shareFigure, type Make, type Part } from './finding-part.ts';
import { MEASURE } from './figures.ts';
import type { Measure } from './options.ts';
import type { Study } from './trends.ts';
import type { UnusualDay } from './unusual-days.ts';

const MOST_DAYS = 5;

/** Unusual days that were not told before, the largest first; five at most. */
export function dayParts({ unusual, measure }: Study, make: Make): readonly Part[] {
  return unusual.days
    .filter(({ told }) => !told)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
    .slice(0, MOST_DAYS)
    .map((found) => dayPart(found, { measure, make }));
}

function dayPart(
  { day, value, expected, amount, direction, orders, refunds, why, feast }: UnusualDay,
  { measure, make }: { readonly measure: Measure; readonly make: Make },
): Part {
  const id = `trends.day.${day}`;
  const period = { from: day, to: day };
  const status = 'estimated';
  const own = {
    value: make({ id, label: `On ${formatDay(day)}`, value, period }),
    expected: make({ id: `${id}.expected`, label: 'Usual for the day', value: expected, period, status }),
    amount: make({
      ...{ id: `${id}.change`, label: 'Against the usual', value: amount, period, status, better: 'up' },
    }),
    orders: make({ id: `${id}.orders`, label: 'Orders of the day', value: orders, unit: 'count', period }),
    ...(why === 'refunds'
      ? {
          refunds: make({
            ...{
              id: `${id}.refunds`,
              label: 'Given back for the day',
              value: refunds,
              unit: 'money',
              period,
            },
          }),
        }
      : {}),
  };
  return part('anomaly', direction === 'down' ? 'watch' : 'know', {
    stake: MEASURE[measure].unit === 'money' ? Math.abs(amount) : 0,
    figures: rolesOf(own),
    names: {
      ...{ day: formatDay(day), direction, measure },
      ...(why === null ? {} : { why }),
      ...(value < 0 ? { below: 'yes' } : {}),
      ...(feast === undefined ? {} : { name: feast }),
    },
    own: Object.values(own),
  });
}

/** Days from which sales lie on another level. */
export function levelParts({ unusual }: Study, make: Make): readonly Part[] {
  return unusual.levels.map(({ day, ratio }) => {
    const label = `Sales since ${formatDay(day)} against before`;
    const share = shareFigure(make, { id: `trends.level.${day}`, label, value: ratio - 1, better: 'up' });
    return part('level', ratio < 1 ? 'watch' : 'know', {
      figures: { share: share.id },
      names: { day: formatDay(day), direction: ratio < 1 ? 'down' : 'up' },
      own: [share],
    });
  });
}
