import { formatDay, type Day } from '../../domain/day.ts';
import type { Cell } from '../../domain/answer.ts';
import type { Trends } from '../../reports/trends/trends.ts';
import type { Block, ChartPoint } from '../document.ts';
import { amountIn, cell, numberIn, rowsOf, textIn } from '../pnl/cells.ts';
import type { Values } from '../trends.ts';
import { figureIn, valueText } from './values.ts';

/** `16 Nov`. */
export function dayText(day: Day): string {
  return formatDay(day).replace(/ \d{4}$/, '');
}

/** days below which a chart says nothing */
const FEWEST = 7;

/** The days of the window with what was to be expected of them, marked where one is unusual or a feast explains it. */
export function chartBlocks({ tables }: Trends, values: Values): Block[] {
  const daily = tables.find(({ id }) => id === 'daily');
  if (daily === undefined || daily.rows.length < FEWEST) return [];
  const points = daily.rows.map(pointOf);
  const highest = Math.max(0, ...points.flatMap(({ value, expected }) => [value ?? 0, expected ?? 0]));
  return [
    {
      kind: 'chart',
      label: daily.label,
      points,
      top: valueText(highest, values),
      middle: valueText(Math.round(highest / 2), values),
      notes: [],
    },
  ];
}

function pointOf(row: Readonly<Record<string, Cell>>): ChartPoint {
  const flag = textIn(row, 'flag');
  const expected = numberIn(row, 'expected');
  const isMarked = flag === 'up' || flag === 'down' || flag === 'season';
  return {
    label: dayText(textIn(row, 'day')),
    value: numberIn(row, 'value'),
    ...(expected === null ? {} : { expected }),
    ...(isMarked ? { mark: flag } : {}),
  };
}

/** Which weekdays sell how much. */
export function weekdayBlocks({ tables }: Trends, values: Values): Block[] {
  const weekdays = tables.find(({ id }) => id === 'weekdays');
  const known = weekdays?.rows.filter((row) => row['average'] !== null) ?? [];
  if (weekdays === undefined || known.length < 7) return [];
  const rows = known.map((row) => {
    const value = amountIn(row, 'average');
    const text = values.isMoney ? valueText(value, values) : value.toFixed(1);
    return { label: textIn(row, 'weekday'), value, text };
  });
  return [{ kind: 'bars', label: weekdays.label, rows }];
}

/** The days to come as a line of bars, and what they will bring in all. */
export function forecastLine({ tables, figures }: Trends, values: Values): Block[] {
  const rows = rowsOf(tables, 'forecast');
  if (rows.length === 0) return [];
  const of = (id: string): string => valueText(figureIn(figures, id), values);
  const days = rows.map((row) => dayText(textIn(row, 'day')));
  return [
    {
      kind: 'spark',
      label: 'Forecast',
      values: rows.map((row) => numberIn(row, 'expected')),
      ...{ from: days[0], to: days.at(-1) },
      note: `${of('trends.forecast14')} in all; nine times out of ten ${of('trends.forecast14.low')} – ${of('trends.forecast14.high')}`,
    },
  ];
}

/** The days to come, each with what it will most likely bring and between what it stays nine times out of ten. */
export function forecastBlocks({ tables, figures }: Trends, values: Values): Block[] {
  const rows = rowsOf(tables, 'forecast');
  if (rows.length === 0) return [];
  const of = (id: string): string => valueText(figureIn(figures, id), values);
  return [
    {
      kind: 'table',
      id: 'forecast',
      caption: 'Forecast',
      columns: [
        { label: '', align: 'left' },
        { label: 'likely', align: 'right' },
        { label: 'least', align: 'right', priority: 2 },
        { label: 'most', align: 'right', priority: 1 },
      ],
      rows: [
        ...rows.map((row) => ({
          style: 'normal' as const,
          cells: [
            cell(dayText(textIn(row, 'day'))),
            ...['expected', 'low', 'high'].map((id) => cell(valueText(numberIn(row, id), values))),
          ],
        })),
        {
          style: 'total',
          cells: ['', '.low', '.high'].reduce(
            (cells, end) => [...cells, cell(of(`trends.forecast14${end}`))],
            [cell('all 14 days')],
          ),
        },
      ],
      notes: ['least and most: nine times out of ten it stays between them'],
    },
  ];
}
