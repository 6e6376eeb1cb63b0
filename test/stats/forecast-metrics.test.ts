import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type ForecastTest,
  meanAbsoluteScaledError,
  rootMeanSquaredScaledError,
  totalError,
  weightedQuantileLoss,
} from '../../src/stats/forecast-metrics.ts';
import { mean, median } from '../../src/stats/order-statistics.ts';
import { seasonalNaive } from '../../src/stats/seasonal-naive.ts';
import { readRows } from '../bench/series/bench-table.ts';
import { sharedPath } from '../helpers/shared.ts';

/** Errors 1 and 2 beside steps of 2 and 1: by hand, mean 1.5 ÷ 1.5, and √(2.5 ÷ 2.5). */
const byHand: ForecastTest = { train: [1, 3, 2], actual: [4, NaN, 1], forecast: [3, 3, 3] };

describe('scaled errors', () => {
  test('divide the error by the step from day to day', () => {
    expect(meanAbsoluteScaledError(byHand, 1)).toBe(1);
    expect(rootMeanSquaredScaledError(byHand)).toBe(1);
  });

  test('skip every pair with an unknown member', () => {
    const gap = { ...byHand, train: [1, NaN, 3, 4, NaN] };
    expect(meanAbsoluteScaledError(gap, 1)).toBe(1.5);
    expect(meanAbsoluteScaledError(gap, 2)).toBe(0.75);
  });

  test('are not a number when the history never moves or nothing can be compared', () => {
    expect(meanAbsoluteScaledError({ ...byHand, train: [2, 2, 2] }, 1)).toBeNaN();
    expect(rootMeanSquaredScaledError({ ...byHand, train: [2, 2, 2] })).toBeNaN();
    expect(meanAbsoluteScaledError({ ...byHand, actual: [NaN] }, 1)).toBeNaN();
    expect(meanAbsoluteScaledError({ ...byHand, forecast: [] }, 1)).toBeNaN();
  });
});

describe('the weighted quantile loss', () => {
  test('of a point forecast is its absolute error over the sum of what came', () => {
    const flat = { actual: [4, NaN, 1], quantile: () => 3 };
    expect(weightedQuantileLoss([flat])).toBeCloseTo(3 / 5, 12);
  });

  test('weighs all days of all series together', () => {
    const small = { actual: [1], quantile: () => 2 };
    const large = { actual: [99], quantile: () => 99 };
    expect(weightedQuantileLoss([small, large])).toBeCloseTo(1 / 100, 12);
  });

  test('asks less for being above with a high quantile than with a low one', () => {
    const at = (answered: number) => ({
      actual: [10],
      quantile: (_: number, level: number) => (level === answered ? 20 : 10),
    });
    expect(weightedQuantileLoss([at(0.9)])).toBeCloseTo((2 * 10 * 0.1) / 9 / 10, 12);
    expect(weightedQuantileLoss([at(0.1)])).toBeCloseTo((2 * 10 * 0.9) / 9 / 10, 12);
  });

  test('is not a number where nothing came', () => {
    expect(weightedQuantileLoss([{ actual: [0], quantile: () => 1 }])).toBeNaN();
  });
});

describe('the total error', () => {
  test('adds what each series misses over the whole time, over all that was sold', () => {
    const even = { actual: [1, 3], forecast: [3, 1] };
    const short = { actual: [4, NaN, 2], forecast: [1, 9, 2] };
    expect(totalError([even, short])).toBe(3 / 10);
  });

  test('is not a number where nothing was sold', () => {
    expect(totalError([{ actual: [0], forecast: [1] }])).toBeNaN();
    expect(totalError([{ actual: [1], forecast: [] }])).toBeNaN();
  });
});

const folder = sharedPath('series');

function seriesOf(file: string, horizon: number): readonly (readonly number[])[] {
  const byId = new Map<string, number[]>();
  for (const { unique_id: id = '', y = '' } of readRows(folder ?? '', file)) {
    const values = byId.get(id) ?? [];
    byId.set(id, values);
    values.push(y === '' ? NaN : Number(y));
  }
  expect([...byId.values()].every((values) => values.length >= horizon)).toBe(true);
  return [...byId.values()];
}

/** Every gap by the median of its weekday. */
function filled(values: readonly number[]): readonly number[] {
  const medians = Array.from({ length: 7 }, (_, day) => median(values.filter((_value, t) => t % 7 === day)));
  return values.map((value, t) => (Number.isNaN(value) ? (medians[t % 7] ?? NaN) : value));
}

interface Checks {
  readonly nn5_MASE_m1: Record<string, { naive: number; sNaive7: number }>;
  readonly carparts_MASE_m12: Record<string, { zero: number; sNaive12: number }>;
  readonly carparts_WQL_flat: Record<string, { zero: number; sNaive12: number }>;
}

describe.skipIf(folder === undefined)('the metrics on public series', () => {
  const checks = (): Checks =>
    (JSON.parse(readFileSync(`${folder}/fixtures.json`, 'utf8')) as { metric_checks_on_series: Checks })
      .metric_checks_on_series;
  const window = (name: string) => (/train_1_(\d+)_test_\d+_(\d+)/.exec(name) ?? []).slice(1).map(Number);

  test('give the errors of the naive forecasts of daily series', () => {
    const series = seriesOf('nn5/nn5_daily.csv.gz', 735);
    for (const [name, expected] of Object.entries(checks().nn5_MASE_m1)) {
      const [cut = 0, end = 0] = window(name);
      const score = (period: number) =>
        mean(
          series.map((values) => {
            const train = values.slice(0, cut);
            const forecast = seasonalNaive(filled(train), period, end - cut);
            return meanAbsoluteScaledError({ train, actual: values.slice(cut, end), forecast }, 1);
          }),
        );
      expect(score(1)).toBeCloseTo(expected.naive, 4);
      expect(score(7)).toBeCloseTo(expected.sNaive7, 4);
    }
  });

  test('give the errors of the naive forecasts of monthly parts', () => {
    const series = seriesOf('carparts/carparts_monthly.csv.gz', 39);
    for (const [name, mase] of Object.entries(checks().carparts_MASE_m12)) {
      const [cut = 0, end = 0] = window(name);
      const tests = series.map((values) => ({ train: values.slice(0, cut), actual: values.slice(cut, end) }));
      const naive = tests.map((item) => ({ ...item, forecast: seasonalNaive(item.train, 12, end - cut) }));
      const zero = tests.map((item) => ({ ...item, forecast: item.actual.map(() => 0) }));
      const score = (all: readonly ForecastTest[]) =>
        mean(all.map((item) => meanAbsoluteScaledError(item, 12)));
      const loss = (all: readonly ForecastTest[]) =>
        weightedQuantileLoss(
          all.map(({ actual, forecast }) => ({ actual, quantile: (step) => forecast[step] ?? NaN })),
        );
      expect(score(zero)).toBeCloseTo(mase.zero, 4);
      expect(score(naive)).toBeCloseTo(mase.sNaive12, 4);
      expect(loss(zero)).toBeCloseTo(checks().carparts_WQL_flat[name]?.zero ?? NaN, 4);
      expect(loss(naive)).toBeCloseTo(checks().carparts_WQL_flat[name]?.sNaive12 ?? NaN, 4);
    }
  });
});
