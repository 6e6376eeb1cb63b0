import { formatDay } from '../../domain/day.ts';
import { part, shareFigure, type Make, type Part } from './finding-part.ts';
import type { SeasonEffect } from './seasons.ts';
import type { SeasonAhead, Study } from './trends.ts';

/** Feasts that moved the days looked through, and those to come. One that has begun and is not over is told once, as coming. */
export function seasonParts({ seasons, ahead }: Study, make: Make): readonly Part[] {
  const isAhead = ({ season }: SeasonEffect): boolean =>
    ahead.some(({ id, day }) => id === season.id && day === season.day);
  return [
    ...seasons.filter((effect) => !isAhead(effect)).map((effect) => passedPart(effect, make)),
    ...ahead.map((coming) =>
      comingPart(coming, {
        begun: seasons.find(({ season }) => season.id === coming.id && season.day === coming.day),
        make,
      }),
    ),
  ];
}

function passedPart({ season, share }: SeasonEffect, make: Make): Part {
  const { id, name, day, own } = season;
  const label = 'Days of the feast or sale against ordinary ones';
  const figure = shareFigure(make, { id: `trends.season.${id}.${day}`, label, value: share, better: 'up' });
  return part('season', 'know', {
    figures: { share: figure.id },
    names: { name, day: formatDay(day), direction: share < 0 ? 'down' : 'up', own: own ? 'yes' : 'no' },
    own: [figure],
  });
}

function comingPart(
  { id, name, day, inDays, lastYear }: SeasonAhead,
  { begun, make }: { readonly begun: SeasonEffect | undefined; readonly make: Make },
): Part {
  const ahead = `trends.ahead.${id}.${day}`;
  const days = make({
    ...{ id: `${ahead}.days`, label: `Days to ${name}`, unit: 'days', value: inDays, status: 'actual' },
  });
  const shares = [
    ...(lastYear === undefined
      ? []
      : [{ role: 'share', label: 'A year ago, against ordinary days', value: lastYear.share }]),
    ...(begun === undefined
      ? []
      : [{ role: 'soFar', label: 'So far, against ordinary days', value: begun.share }]),
  ].map(({ role, label, value }) => ({
    role,
    figure: shareFigure(make, { id: `${ahead}.${role}`, label, value, better: 'up' }),
  }));
  return part('seasonAhead', 'know', {
    figures: {
      days: days.id,
      ...Object.fromEntries(shares.map(({ role, figure }) => [role, figure.id])),
    },
    names: {
      ...{ name, day: formatDay(day), direction: (lastYear?.share ?? 0) < 0 ? 'down' : 'up' },
      ...(begun === undefined ? {} : { soFar: begun.share < 0 ? 'down' : 'up' }),
    },
    own: [days, ...shares.map(({ figure }) => figure)],
  });
}
