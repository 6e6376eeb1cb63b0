import type { Cell, Table } from '../../domain/answer.ts';
import { addDays, dayNumber, dayFrom, type Day } from '../../domain/day.ts';
import { roundHalfUp } from '../../domain/money.ts';
import { mean } from '../../stats/order-statistics.ts';
import { CAUSE_LABELS } from './cause-labels.ts';
import { MEASURE } from './figures.ts';
import { HORIZON } from './options.ts';
import type { Study } from './trends.ts';

/** Everything in rows: days, unusual days, new levels, causes, weekdays, forecast, seasons. */
export function trendsTables(study: Study): readonly Table[] {
  return [
    dailyTable(study),
    anomaliesTable(study),
    shiftsTable(study),
    driversTable(study),
    eventsTable(study),
    weekdaysTable(study),
    forecastTable(study),
    seasonsTable(study),
  ];
}

const TEXT = 'text' as const;

/** NaN is not known. */
function cellOf(value: number): Cell {
  return Number.isNaN(value) ? null : roundHalfUp(value);
}

function dailyTable({ measure, unusual }: Study): Table {
  const { label, unit } = MEASURE[measure];
  return {
    id: 'daily',
    label: `${label} by day`,
    columns: [
      { id: 'day', label: 'Day', unit: TEXT },
      { id: 'value', label, unit },
      { id: 'expected', label: 'Expected', unit },
      { id: 'low', label: 'Low', unit },
      { id: 'high', label: 'High', unit },
      { id: 'flag', label: 'Flag', unit: TEXT },
    ],
    rows: unusual.daily.map(({ day, value, expected, low, high, flag }) => ({
      ...{ day, value: cellOf(value), expected: cellOf(expected) },
      ...{ low: cellOf(low), high: cellOf(high), flag },
    })),
  };
}

function anomaliesTable({ measure, unusual }: Study): Table {
  const { label, unit } = MEASURE[measure];
  return {
    id: 'anomalies',
    label: 'Unusual days',
    columns: [
      { id: 'day', label: 'Day', unit: TEXT },
      { id: 'direction', label: 'Direction', unit: TEXT },
      { id: 'value', label, unit },
      { id: 'expected', label: 'Expected', unit },
      { id: 'amount', label: 'Difference', unit },
      { id: 'chance', label: 'Chance', unit: 'ratio' },
      { id: 'orders', label: 'Orders', unit: 'count' },
      { id: 'refunds', label: 'Given back', unit: 'money' },
      { id: 'why', label: 'Why', unit: TEXT },
      { id: 'told', label: 'Told before', unit: TEXT },
    ],
    rows: unusual.days.map(({ day, direction, value, expected, amount, ...rest }) => ({
      ...{ day, direction, value: cellOf(value), expected, amount: cellOf(amount), chance: rest.chance },
      ...{ orders: rest.orders, refunds: rest.refunds, why: rest.why, told: rest.told ? 'yes' : 'no' },
    })),
  };
}

function shiftsTable({ unusual }: Study): Table {
  return {
    id: 'shifts',
    label: 'New levels',
    columns: [
      { id: 'day', label: 'From', unit: TEXT },
      { id: 'share', label: 'Change', unit: 'percentChange' },
      { id: 'chance', label: 'Chance', unit: 'ratio' },
    ],
    rows: unusual.levels.map(({ day, ratio, chance }) => ({ day, share: ratio - 1, chance })),
  };
}

function driversTable({ explained }: Study): Table {
  return {
    id: 'drivers',
    label: 'Why sales differ from what was to be expected',
    columns: [
      { id: 'cause', label: 'Cause', unit: TEXT },
      { id: 'label', label: 'Cause in words', unit: TEXT },
      { id: 'amount', label: 'Effect', unit: 'money' },
      { id: 'notable', label: 'More than noise', unit: TEXT },
      { id: 'carriers', label: 'Mostly', unit: TEXT },
    ],
    rows: (explained?.effects ?? []).map(({ cause, amount, notable, carriers }) => ({
      ...{ cause, label: CAUSE_LABELS[cause], amount, notable: notable ? 'yes' : 'no' },
      carriers: carriers
        .slice(0, 3)
        .map(({ name }) => name)
        .join(', '),
    })),
  };
}

function eventsTable({ events }: Study): Table {
  return {
    id: 'events',
    label: 'What happened to products',
    columns: [
      { id: 'kind', label: 'Kind', unit: TEXT },
      { id: 'sku', label: 'Product', unit: TEXT },
      { id: 'day', label: 'From', unit: TEXT },
      { id: 'days', label: 'Days', unit: 'days' },
      { id: 'rate', label: 'Pieces a day', unit: 'rate' },
      { id: 'pieces', label: 'Pieces', unit: 'count' },
      { id: 'before', label: 'Price before, without tax', unit: 'money' },
      { id: 'after', label: 'Price after, without tax', unit: 'money' },
      { id: 'amount', label: 'Effect', unit: 'money' },
    ],
    rows: events.map(({ kind, item, day, days, rate, pieces, prices, amount }) => ({
      ...{ kind, sku: item, day, days, rate, pieces: roundHalfUp(pieces), amount },
      ...{ before: prices?.before ?? null, after: prices?.after ?? null },
    })),
  };
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const PROFILE_DAYS = 56;

/** Means of the last eight weeks of ordinary days; of all days where feasts leave none. */
function weekdaysTable({ measure, marked }: Study): Table {
  const { label, unit } = MEASURE[measure];
  const { values, firstWeekday, eventOf } = marked;
  const shown = (value: number): Cell =>
    unit === 'money' || Number.isNaN(value) ? cellOf(value) : Math.round(value * 100) / 100;
  const from = Math.max(0, values.length - PROFILE_DAYS);
  const of = (weekday: number, ordinary: boolean): number =>
    mean(
      Array.from(values.subarray(from)).filter(
        (_, offset) =>
          (firstWeekday + from + offset) % 7 === weekday &&
          !(ordinary && eventOf(from + offset) !== undefined),
      ),
    );
  return {
    id: 'weekdays',
    label: `${label} a day by weekday, last eight weeks`,
    columns: [
      { id: 'weekday', label: 'Weekday', unit: TEXT },
      { id: 'average', label: 'Average', unit: unit === 'money' ? unit : 'rate' },
    ],
    rows: WEEKDAYS.map((weekday, index) => {
      const ordinary = of(index, true);
      return { weekday, average: shown(Number.isNaN(ordinary) ? of(index, false) : ordinary) };
    }),
  };
}

const LOW = 0.05;
const HIGH = 0.95;

function forecastTable({ measure, next, known }: Study): Table {
  const { unit } = MEASURE[measure];
  const dayAhead = (step: number): Day => addDays(known.to, step + 1);
  return {
    id: 'forecast',
    label: `The next ${HORIZON} days`,
    columns: [
      { id: 'day', label: 'Day', unit: TEXT },
      { id: 'expected', label: 'Expected', unit },
      { id: 'low', label: 'Low', unit },
      { id: 'high', label: 'High', unit },
    ],
    rows: Array.from(next?.days.point ?? [], (point, step) => ({
      day: dayAhead(step),
      expected: cellOf(point),
      low: cellOf(next?.days.quantile(step, LOW) ?? NaN),
      high: cellOf(next?.days.quantile(step, HIGH) ?? NaN),
    })),
  };
}

function seasonsTable({ measure, seasons, ahead, known }: Study): Table {
  const { unit } = MEASURE[measure];
  const passed = seasons.map(({ season, share, amount }) => ({
    ...{ name: season.name, day: season.day, share, amount, ahead: 'no' },
  }));
  const coming = ahead.map(({ name, inDays, lastYear }) => ({
    ...{ name, day: dayFrom(dayNumber(known.to) + inDays), ahead: 'yes' },
    ...{ share: lastYear?.share ?? null, amount: lastYear?.amount ?? null },
  }));
  return {
    id: 'seasons',
    label: 'Feasts and sales',
    columns: [
      { id: 'name', label: 'Feast', unit: TEXT },
      { id: 'day', label: 'Day', unit: TEXT },
      { id: 'share', label: 'Against ordinary days', unit: 'percentChange' },
      { id: 'amount', label: 'Difference', unit },
      { id: 'ahead', label: 'Ahead', unit: TEXT },
    ],
    rows: [...passed, ...coming],
  };
}
