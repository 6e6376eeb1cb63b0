import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DailyForecast, dailyForecast } from '../../../src/stats/daily-forecast.ts';
import { dampedForecast, dampedTrend, simpleSmoothing } from '../../../src/stats/exponential-smoothing.ts';
import {
  type ForecastTest,
  meanAbsoluteScaledError,
  weightedQuantileLoss,
} from '../../../src/stats/forecast-metrics.ts';
import { mean, median } from '../../../src/stats/order-statistics.ts';
import { seasonalNaive } from '../../../src/stats/seasonal-naive.ts';
import { theta } from '../../../src/stats/theta.ts';
import { weekdayMedians } from '../../../src/stats/weekday-median.ts';
import { type BenchRow, type BenchTable, readRows, type SeriesBench, scores } from './bench-table.ts';
import { dayNumber, ukFeasts } from './uk-feasts.ts';

const FILE = 'nn5/nn5_daily.csv.gz';
const HORIZON = 56;
/** Days before the end of the series at which the history is cut off. */
const CUTS = [56, 112, 168];
/** The layout's day 1: a Monday. */
const FIRST_DAY = dayNumber(1996, 3, 18);
const feasts = ukFeasts(1996, 2010);
const eventOf = (index: number): string | undefined => feasts.get(FIRST_DAY + index);

type Point = (train: readonly number[]) => ArrayLike<number>;

function readSeries(folder: string): readonly (readonly number[])[] {
  const byId = new Map<string, number[]>();
  for (const { unique_id: id = '', t = '', y = '' } of readRows(folder, FILE)) {
    const values = byId.get(id) ?? [];
    byId.set(id, values);
    values[Number(t) - 1] = y === '' ? NaN : Number(y);
  }
  return [...byId.values()].map((values) => Array.from(values, (value) => value ?? NaN));
}

/** The history with each gap filled by the median of its weekday, for methods that need every day. */
function filled(train: readonly number[]): readonly number[] {
  const medians = Array.from({ length: 7 }, (_, day) => median(train.filter((_value, t) => t % 7 === day)));
  return train.map((value, t) => (Number.isNaN(value) ? (medians[t % 7] ?? NaN) : value));
}

const simple: Readonly<Record<string, Point>> = {
  'naive (last value)': (train) => seasonalNaive(filled(train), 1, HORIZON),
  'seasonal naive m=7': (train) => seasonalNaive(filled(train), 7, HORIZON),
  'simple smoothing': (train) => new Float64Array(HORIZON).fill(simpleSmoothing(train).level),
  'damped trend': (train) => dampedForecast(dampedTrend(train), HORIZON),
  'Theta m=7': (train) => theta(filled(train), 7, HORIZON),
  'weekday median': (train) => {
    const medians = weekdayMedians({ values: train, firstWeekday: 0 });
    return Array.from({ length: HORIZON }, (_, step) => medians[(train.length + step) % 7] ?? NaN);
  },
};

interface Window {
  readonly train: readonly number[];
  readonly actual: readonly number[];
}

function windowsAt(series: readonly (readonly number[])[], cut: number): readonly Window[] {
  return series
    .map((values) => ({ train: values.slice(0, -cut), actual: values.slice(-cut).slice(0, HORIZON) }))
    .filter(({ train }) => train.length >= 14);
}

function scaledError(tests: readonly ForecastTest[], lag: number): number {
  return mean(tests.map((item) => meanAbsoluteScaledError(item, lag)));
}

function ownForecasts(windows: readonly Window[], withFeasts: boolean): readonly (Window & DailyForecast)[] {
  return windows.map((window) => {
    const history = { values: window.train, firstWeekday: 0, ...(withFeasts ? { eventOf } : {}) };
    return { ...window, ...dailyForecast(history, HORIZON) };
  });
}

/** The share of totals of `width` days between their 10 % and 90 % quantiles. */
function covered(forecasts: readonly (Window & DailyForecast)[], width: number): number {
  return mean(
    forecasts
      .filter(({ actual }) => !actual.slice(0, width).some(Number.isNaN))
      .map(({ actual, totalQuantile }) => {
        const total = actual.slice(0, width).reduce((sum, value) => sum + value, 0);
        return total >= totalQuantile(0, width, 0.1) && total <= totalQuantile(0, width, 0.9) ? 1 : 0;
      }),
  );
}

function ownRows(
  name: string,
  origins: readonly (readonly (Window & DailyForecast)[])[],
  held: boolean,
): readonly BenchRow[] {
  const error = (lag: number) =>
    origins.map((all) =>
      scaledError(
        all.map((item) => ({ ...item, forecast: item.point })),
        lag,
      ),
    );
  const withTarget = (row: BenchRow, atMost: number) => (held ? { ...row, target: { atMost } } : row);
  return [
    withTarget(scores(name, 'MASE(1)', error(1)), 0.64),
    scores(name, 'MASE(7)', error(7)),
    withTarget(scores(name, 'WQL', origins.map(weightedQuantileLoss)), 0.187),
    ...[7, 28, HORIZON].map((width) =>
      scores(
        name,
        `in 80 %, ${width} d`,
        origins.map((all) => covered(all, width)),
      ),
    ),
  ];
}

const ANCHORS: readonly (readonly [string, string, readonly number[]])[] = [
  ['naive (last value)', 'MASE(1)', [1.1959, 1.2924, 1.1327]],
  ['seasonal naive m=7', 'MASE(1)', [0.5949, 1.1538, 0.9054]],
  ['seasonal naive m=7', 'MASE(7)', [0.8531, 1.7505, 1.3088]],
  ['seasonal naive m=7', 'WQL', [0.1765, 0.3197, 0.2604]],
  ['SES (grid alpha)', 'MASE(1)', [1.0283, 1.2174, 1.1023]],
  ['weekday median, all days', 'MASE(1)', [0.5345, 0.9606, 0.6403]],
  ['weekday median, all days', 'MASE(7)', [0.7682, 1.4487, 0.9208]],
  ['weekday median, all days', 'WQL', [0.1519, 0.271, 0.1861]],
  ['R ets (m=7)', 'MASE(1)', [0.5564, 1.0057, 0.6632]],
  ['R thetaf', 'MASE(1)', [0.5755, 1.0126, 0.6628]],
  ['R stlf robust', 'MASE(1)', [0.5353, 1.0047, 0.6657]],
  ['profile x level + holidays + annual', 'MASE(1)', [0.5269, 0.8053, 0.6599]],
  ['mean of that and the weekday median', 'MASE(1)', [0.4716, 0.8478, 0.5824]],
  ['mean of that and the weekday median', 'WQL', [0.1417, 0.2378, 0.1758]],
];

function table(series: readonly (readonly number[])[]): BenchTable {
  const windows = CUTS.map((cut) => windowsAt(series, cut));
  const withFeasts = windows.map((all) => ownForecasts(all, true));
  const without = windows.map((all) => ownForecasts(all, false));
  const simpleRows = Object.entries(simple).map(([name, point]) =>
    scores(
      name,
      'MASE(1)',
      windows.map((all) =>
        scaledError(
          all.map((item) => ({ ...item, forecast: point(item.train) })),
          1,
        ),
      ),
    ),
  );
  const dropped = windows.map(
    (all) =>
      all.filter(({ train, actual }) =>
        Number.isNaN(meanAbsoluteScaledError({ train, actual, forecast: actual }, 1)),
      ).length,
  );
  return {
    title: `NN5 daily, ${series.length} series, ${HORIZON} days ahead`,
    origins: CUTS.map((cut) => `cut ${cut}`),
    rows: [
      ...ownRows('dailyForecast, UK feasts', withFeasts, true),
      ...ownRows('dailyForecast, no feasts', without, false),
      ...simpleRows,
      ...ANCHORS.map(([method, metric, origins]) => ({
        ...scores(method, metric, origins),
        anchor: true as const,
      })),
    ],
    notes: [
      'stretch: MASE(1) ≤ .620, WQL ≤ .180; anchors are those of the 735-day set',
      `series dropped for a scale of zero: ${dropped.join(', ')}`,
    ],
  };
}

/** Daily forecasts eight weeks ahead from three days before the end of each series. */
export const nn5: SeriesBench = {
  name: 'nn5',
  run: (folder) => (existsSync(join(folder, FILE)) ? [table(readSeries(folder))] : []),
};
