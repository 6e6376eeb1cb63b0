import type { Figure, Unit } from '../../domain/figure.ts';
import { roundHalfUp } from '../../domain/money.ts';
import type { Measure } from './options.ts';
import { CAUSE_LABELS } from './cause-labels.ts';
import type { Study } from './trends.ts';

/** What a measure is called, and the unit of its figures. */
export const MEASURE: Readonly<Record<Measure, { readonly label: string; readonly unit: Unit }>> = {
  revenue: { label: 'Net sales', unit: 'money' },
  profit: { label: 'Contribution', unit: 'money' },
  orders: { label: 'Orders', unit: 'count' },
  units: { label: 'Units', unit: 'count' },
};

type Draft = Pick<Figure, 'id' | 'label'> &
  Partial<Pick<Figure, 'unit' | 'better' | 'formula' | 'note' | 'period' | 'status'>> & {
    readonly value: number | null;
  };

/** Makes figures of a study: its measure's unit, its currency, `missing` where the value is null. */
export function figureMaker({ measure, currency, week, isEstimated }: Study): (draft: Draft) => Figure {
  const { unit: own } = MEASURE[measure];
  return ({ unit = own, value, status, ...rest }) => {
    const known = value === null || Number.isNaN(value) ? null : value;
    return {
      period: week,
      ...rest,
      value: known === null ? null : rounded(known, unit),
      unit,
      ...(unit === 'money' ? { currency } : {}),
      status: known === null ? 'missing' : (status ?? (isEstimated ? 'estimated' : 'actual')),
    };
  };
}

function rounded(value: number, unit: Unit): number {
  return unit === 'money' || unit === 'count' ? roundHalfUp(value) : value;
}

/** Every number of the answer that stands on its own: the week, what it is held to, the causes, the forecast. */
export function trendsFigures(study: Study): Figure[] {
  const make = figureMaker(study);
  return [...weekFigures(study), ...driverFigures(study), ...aheadFigures(study)].map(make);
}

const TOO_SHORT = 'needs four weeks of days before these seven';

function weekFigures(study: Study): Draft[] {
  return [...soldFigures(study), ...expectedFigures(study), ...lastYearFigures(study)];
}

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}

function less(value: number, other: number | null | undefined): number | null {
  return other === null || other === undefined ? null : value - other;
}

/** A mean of counts is no count. */
function meanUnit(measure: Measure): Unit {
  const { unit } = MEASURE[measure];
  return unit === 'count' ? 'rate' : unit;
}

function soldFigures({ measure, compared }: Study): Draft[] {
  const { label } = MEASURE[measure];
  const { days, total, average4, average8 } = compared;
  const unit = meanUnit(measure);
  const name = `of the last ${days} days`;
  return [
    { id: 'trends.last7', label: `${label} ${name}`, value: total },
    {
      id: 'trends.last7Average',
      label: `${label} a day ${name}`,
      unit,
      value: total / days,
      formula: 'sum ÷ days',
    },
    {
      id: 'trends.last7Average.changeShare',
      label: 'A day against the four weeks before, in per cent',
      unit: 'percentChange',
      value: shareOf(less(total / days, average4), average4),
      better: 'up',
    },
    {
      id: 'trends.baselineAverage',
      label: `${label} a day of the four weeks before`,
      unit,
      value: average4,
      formula: 'mean of the same weekdays of the four weeks before',
      ...(average4 === null ? { note: TOO_SHORT } : {}),
    },
    {
      id: 'trends.baseline8Average',
      label: `${label} a day of the eight weeks before`,
      unit,
      value: average8,
    },
  ];
}

function expectedFigures({ measure, compared: { days, total, expected } }: Study): Draft[] {
  const note = expected === null ? { note: TOO_SHORT } : {};
  const status = 'estimated';
  const end = (id: string, most: string, value: number | undefined): Draft => ({
    id: `trends.expected.${id}`,
    label: `${most} to be expected, nine times out of ten`,
    value: value ?? null,
    status,
  });
  return [
    {
      id: 'trends.expected',
      label: `${MEASURE[measure].label} to be expected of the last ${days} days`,
      value: expected?.total ?? null,
      status,
      formula: 'forecast from the days before: weekday, level, season and feasts',
      ...note,
    },
    end('low', 'Least', expected?.low),
    end('high', 'Most', expected?.high),
    {
      id: 'trends.change',
      label: 'Against what was to be expected',
      value: less(total, expected?.total),
      better: 'up',
      ...note,
    },
    {
      id: 'trends.changeShare',
      label: 'Against what was to be expected, in per cent',
      unit: 'percentChange',
      value: shareOf(less(total, expected?.total), expected?.total ?? null),
      better: 'up',
    },
  ];
}

function lastYearFigures({ measure, compared: { total, lastYear } }: Study): Draft[] {
  return [
    {
      id: 'trends.lastYear7',
      label: `${MEASURE[measure].label} of the same days a year ago`,
      value: lastYear,
    },
    {
      id: 'trends.lastYear7.change',
      label: 'Against a year ago',
      value: less(total, lastYear),
      better: 'up',
    },
    {
      id: 'trends.lastYear7.changeShare',
      label: 'Against a year ago, in per cent',
      unit: 'percentChange',
      value: shareOf(less(total, lastYear), lastYear),
      better: 'up',
    },
  ];
}

function driverFigures({ explained }: Study): Draft[] {
  return (explained?.effects ?? []).map(({ cause, amount }) => ({
    id: `trends.driver.${cause}`,
    label: CAUSE_LABELS[cause],
    value: amount,
    better: 'up' as const,
    status: 'estimated' as const,
    formula: 'part of the change that this explains; all parts add up to it',
  }));
}

function aheadFigures({ measure, next }: Study): Draft[] {
  const { label } = MEASURE[measure];
  const status = 'estimated';
  const draft = (id: string, words: string, value: number | null): Draft => ({
    id,
    label: words,
    value,
    status,
  });
  return [
    draft('trends.forecast14', `${label} of the next 14 days, forecast`, next?.total.total ?? null),
    draft(
      'trends.forecast14.low',
      'Least of the next 14 days, nine times out of ten',
      next?.total.low ?? null,
    ),
    draft(
      'trends.forecast14.high',
      'Most of the next 14 days, nine times out of ten',
      next?.total.high ?? null,
    ),
  ];
}
