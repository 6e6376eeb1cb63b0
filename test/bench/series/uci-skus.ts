import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ForecastTest,
  meanAbsoluteScaledError,
  rootMeanSquaredScaledError,
  totalError,
} from '../../../src/stats/forecast-metrics.ts';
import { mean } from '../../../src/stats/order-statistics.ts';
import { unitForecast } from '../../../src/stats/unit-forecast.ts';
import { weekdayProfile } from '../../../src/stats/weekday-profile.ts';
import { type BenchRow, type BenchTable, readRows, type SeriesBench, scores } from './bench-table.ts';
import { weekdayOfDay } from './uk-feasts.ts';

const FILE = 'uci/daily_sku.csv.gz';
/** Trading days before the end at which the test begins: in a file to 2011-08-31 they are 07-29, 07-01 and 06-03. */
const BACK = [28, 52, 76];
const HORIZON = 28;
const LEAST_TRAIN = 40;

interface Shop {
  /** trading days, ascending, as days since 1970 */
  readonly days: readonly number[];
  /** of each product the units by trading day */
  readonly products: readonly (readonly number[])[];
}

function readShop(folder: string): Shop {
  const bySku = new Map<string, Map<number, number>>();
  const seen = new Set<number>();
  for (const { sku = '', date = '', units = '' } of readRows(folder, FILE)) {
    const day = Date.parse(date) / 86_400_000;
    const own = bySku.get(sku) ?? new Map<number, number>();
    bySku.set(sku, own.set(day, Number(units)));
    seen.add(day);
  }
  const days = [...seen].sort((a, b) => a - b);
  return { days, products: [...bySku.values()].map((own) => days.map((day) => own.get(day) ?? 0)) };
}

/** The trading days from … to (exclusive) in their places among all days; days without trade are not known. */
function onCalendar(
  days: readonly number[],
  units: readonly number[],
  [from, to]: readonly [number, number],
) {
  const first = days[from] ?? NaN;
  const values = new Float64Array((days[to - 1] ?? NaN) - first + 1).fill(NaN);
  for (let i = from; i < to; i += 1) values[(days[i] ?? NaN) - first] = units[i] ?? NaN;
  return { values, firstWeekday: weekdayOfDay(first) };
}

function testsAt({ days, products }: Shop, back: number): readonly ForecastTest[] {
  const origin = days.length - back;
  const last = days[origin - 1] ?? NaN;
  const ahead = days.slice(origin, origin + HORIZON);
  const all = days.map((_, i) => products.reduce((sum, units) => sum + (units[i] ?? NaN), 0));
  const profile = weekdayProfile(onCalendar(days, all, [0, origin]));
  return products.flatMap((units) => {
    const first = units.findIndex((value) => value > 0);
    if (first < 0 || origin - first < LEAST_TRAIN) return [];
    const calendar = unitForecast(
      onCalendar(days, units, [first, origin]),
      profile,
      (ahead.at(-1) ?? NaN) - last,
    );
    const forecast = ahead.map((day) => calendar[day - last - 1] ?? NaN);
    return [{ train: units.slice(first, origin), actual: units.slice(origin, origin + HORIZON), forecast }];
  });
}

function bias(tests: readonly ForecastTest[]): number {
  const sum = (part: (test: ForecastTest) => ArrayLike<number>) =>
    tests.reduce((total, test) => total + Array.from(part(test)).reduce((a, b) => a + b, 0), 0);
  return sum((test) => test.forecast) / sum((test) => test.actual) - 1;
}

const ANCHORS: readonly (readonly [string, readonly number[], readonly number[], readonly number[]])[] = [
  ['SES (alpha .02-.3)', [0.8461, 0.6711, 0.7113], [1.0028, 0.8527, 0.8094], [0.524, 0.521, 0.526]],
  ['MA28', [0.8412, 0.6564, 0.7162], [0.9565, 0.7902, 0.8354], [0.495, 0.44, 0.543]],
  ['TSB(.1,.1)', [0.841, 0.6565, 0.714], [0.9633, 0.7987, 0.8377], [0.547, 0.663, 1.738]],
  ['SBA', [0.8495, 0.6669, 0.727], [0.9948, 0.8576, 0.9523], [0.566, 0.658, 1.049]],
  ['IMAPA', [0.846, 0.6696, 0.7123], [0.983, 0.834, 0.8077], [0.546, 0.569, 0.558]],
  ['EWMA .97, winsorised at 98 %', [0.8351, 0.6525, 0.7055], [0.9328, 0.7797, 0.796], [0.451, 0.406, 0.474]],
  ['store profile x EWMA .965', [0.8264, 0.652, 0.7059], [0.9112, 0.7704, 0.791], [0.446, 0.405, 0.47]],
];

function anchorRows(): readonly BenchRow[] {
  return ANCHORS.flatMap(([method, ...metrics]) =>
    ['RMSSE', 'MASE(1)', 'total error'].map((metric, i) => ({
      ...scores(method, metric, metrics[i] ?? []),
      anchor: true as const,
    })),
  );
}

function table(shop: Shop): BenchTable {
  const origins = BACK.map((back) => testsAt(shop, back));
  const row = (metric: string, score: (tests: readonly ForecastTest[]) => number) =>
    scores('unitForecast', metric, origins.map(score));
  const errors = origins.map((tests) => tests.map(rootMeanSquaredScaledError));
  return {
    title: `UCI daily units, ${shop.products.length} products, ${HORIZON} trading days ahead`,
    origins: BACK.map((back) =>
      new Date((shop.days[shop.days.length - back] ?? NaN) * 86_400_000).toISOString().slice(0, 10),
    ),
    rows: [
      { ...row('RMSSE', (tests) => mean(tests.map(rootMeanSquaredScaledError))), target: { atMost: 0.727 } },
      row('MASE(1)', (tests) => mean(tests.map((test) => meanAbsoluteScaledError(test, 1)))),
      { ...row('total error', totalError), target: { atMost: 0.44 } },
      row('bias', bias),
      ...anchorRows(),
    ],
    notes: [
      `products tested: ${errors.map((all) => all.length).join(', ')}`,
      `dropped for a scale of zero: ${errors.map((all) => all.filter(Number.isNaN).length).join(', ')}`,
    ],
  };
}

/** Forecasts of single products from three days before the end. */
export const uciSkus: SeriesBench = {
  name: 'uci-skus',
  run: (folder) => (existsSync(join(folder, FILE)) ? [table(readShop(folder))] : []),
};
