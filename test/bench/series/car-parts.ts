import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { adida, imapa } from '../../../src/stats/adida.ts';
import { croston } from '../../../src/stats/croston.ts';
import { demandDistribution, meanDemand } from '../../../src/stats/demand-distribution.ts';
import { mean } from '../../../src/stats/order-statistics.ts';
import { ratePrior } from '../../../src/stats/rate-prior.ts';
import { tsb } from '../../../src/stats/tsb.ts';
import { type BenchRow, type BenchTable, type SeriesBench, readRows, scores } from './bench-table.ts';

const FILE = 'carparts/carparts_monthly.csv.gz';
const CHANCES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** Months before the end at which the train ends, and months tested. */
const ORIGINS = [
  { name: 'A', cut: 12, horizon: 12 },
  { name: 'B', cut: 6, horizon: 6 },
  { name: 'C', cut: 12, horizon: 6 },
] as const;

interface Item {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

interface Forecast {
  readonly mean: number;
  readonly quantiles: readonly number[];
}

interface Scores {
  readonly wql: number;
  readonly rmsse: number;
  readonly mase: number;
  readonly bias: number;
  readonly dropped: number;
}

function readSeries(folder: string): readonly (readonly number[])[] {
  const series = new Map<string, number[]>();
  for (const row of readRows(folder, FILE)) {
    const id = row['unique_id'] ?? '';
    const own = series.get(id) ?? [];
    own[Number(row['t']) - 1] = Number(row['y']);
    series.set(id, own);
  }
  return [...series.values()];
}

function split(
  all: readonly (readonly number[])[],
  { cut, horizon }: (typeof ORIGINS)[number],
): readonly Item[] {
  return all.map((values) => ({
    train: values.slice(0, -cut),
    test: values.slice(values.length - cut, values.length - cut + horizon),
  }));
}

function pinball(items: readonly Item[], forecasts: readonly Forecast[]): number {
  let loss = 0;
  let total = 0;
  items.forEach(({ test }, i) => {
    for (const value of test) {
      total += Math.abs(value);
      CHANCES.forEach((chance, k) => {
        const quantile = forecasts[i]?.quantiles[k] ?? 0;
        loss += 2 * Math.abs((value - quantile) * (Number(value <= quantile) - chance));
      });
    }
  });
  return loss / CHANCES.length / total;
}

/** Mean over the items of (mean size of the errors ÷ mean size of the train's differences over `lag`), and how many had none. */
function scaled(items: readonly Item[], errors: readonly number[], measure: { lag: number; power: 1 | 2 }) {
  const ratios = items.map(({ train }, i) => {
    const steps = train
      .slice(measure.lag)
      .map((value, t) => Math.abs(value - (train[t] ?? 0)) ** measure.power);
    return ((errors[i] ?? NaN) / mean(steps)) ** (1 / measure.power);
  });
  const usable = ratios.filter((ratio) => Number.isFinite(ratio));
  return { score: mean(usable), dropped: ratios.length - usable.length };
}

function score(items: readonly Item[], forecasts: readonly Forecast[]): Scores {
  const middle = CHANCES.indexOf(0.5);
  const squares = items.map(({ test }, i) =>
    mean(test.map((value) => (value - (forecasts[i]?.mean ?? 0)) ** 2)),
  );
  const sizes = items.map(({ test }, i) =>
    mean(test.map((value) => Math.abs(value - (forecasts[i]?.quantiles[middle] ?? 0)))),
  );
  const mase = scaled(items, sizes, { lag: 12, power: 1 });
  const sold = items.reduce((sum, { test }) => sum + test.reduce((units, value) => units + value, 0), 0);
  const foretold = items.reduce((sum, { test }, i) => sum + test.length * (forecasts[i]?.mean ?? 0), 0);
  return {
    wql: pinball(items, forecasts),
    rmsse: scaled(items, squares, { lag: 1, power: 2 }).score,
    mase: mase.score,
    bias: foretold / sold - 1,
    dropped: mase.dropped,
  };
}

type Method = (trains: readonly (readonly number[])[]) => readonly Forecast[];

const point =
  (method: (train: readonly number[]) => number): Method =>
  (trains) =>
    trains.map((train) => {
      const forecast = method(train);
      return { mean: forecast, quantiles: CHANCES.map(() => forecast) };
    });

const ours: Method = (trains) => {
  const prior = ratePrior(trains);
  return trains.map((train) => {
    const demand = demandDistribution(train, prior);
    return { mean: meanDemand(train, prior), quantiles: CHANCES.map((chance) => demand.quantile(chance)) };
  });
};

const anchor = (method: string, metric: string, origins: readonly number[]): BenchRow => ({
  ...scores(method, metric, origins),
  anchor: true,
});

const ANCHORS: readonly BenchRow[] = [
  anchor('all zero', 'RMSSE', [0.9762, 0.7498, 0.8962]),
  anchor('TSB(.1,.1)', 'RMSSE', [0.9733, 0.7802, 0.9208]),
  anchor('SBA', 'RMSSE', [1.0423, 0.8477, 0.9911]),
  anchor('ADIDA', 'RMSSE', [0.9643, 0.7697, 0.9069]),
  anchor('IMAPA', 'RMSSE', [0.9565, 0.7654, 0.9003]),
  anchor('EWMA(.9) and pooled mean', 'RMSSE', [0.9488, 0.7709, 0.9013]),
  anchor('NB(mean TSB, k=.5)', 'WQL', [0.918, 0.8914, 0.9024]),
  anchor('own history + pooled prior, weight 24', 'WQL', [0.8784, 0.8626, 0.8643]),
  anchor('pooled quantiles of the rate class', 'WQL', [0.8717, 0.8674, 0.8606]),
  anchor('own history + pooled prior, median', 'MASE', [1.1569, 1.0224, 1.1649]),
];

function table(folder: string): BenchTable {
  const series = readSeries(folder);
  const origins = ORIGINS.map((origin) => split(series, origin));
  const measured = (method: Method): readonly Scores[] =>
    origins.map((items) => score(items, method(items.map(({ train }) => train))));
  const rmsse = (name: string, method: Method): BenchRow =>
    scores(
      name,
      'RMSSE',
      measured(method).map((found) => found.rmsse),
    );
  const own = measured(ours);
  const shape = measured((trains) =>
    trains.map((train) => {
      const demand = demandDistribution(train);
      return { mean: demand.mean, quantiles: CHANCES.map((chance) => demand.quantile(chance)) };
    }),
  );
  return {
    title: 'Car parts, monthly',
    origins: ORIGINS.map(({ name }) => name),
    rows: [
      ...ANCHORS,
      rmsse('tsb', point(tsb)),
      rmsse(
        'croston sba',
        point((train) => croston(train, 'sba')),
      ),
      rmsse('adida', point(adida)),
      rmsse('imapa', point(imapa)),
      scores(
        'demandDistribution without prior',
        'WQL',
        shape.map((found) => found.wql),
      ),
      {
        ...scores(
          'demandDistribution',
          'WQL',
          own.map((found) => found.wql),
        ),
        target: { atMost: 0.868 },
      },
      scores(
        'demandDistribution',
        'MASE',
        own.map((found) => found.mase),
      ),
      {
        ...scores(
          'meanDemand',
          'RMSSE',
          own.map((found) => found.rmsse),
        ),
        target: { atMost: 0.873 },
      },
      {
        ...scores(
          'meanDemand',
          'size of bias',
          own.map((found) => Math.abs(found.bias)),
        ),
        target: { atMost: 0.1 },
      },
    ],
    notes: [
      `bias ${own.map((found) => found.bias.toFixed(3)).join(', ')}`,
      `series without a scale dropped: ${own.map((found) => found.dropped).join(', ')}`,
    ],
  };
}

/** Quantiles and mean of intermittent monthly demand, by WQL, RMSSE and bias. */
export const carParts: SeriesBench = {
  name: 'car-parts',
  run: (folder) => (existsSync(join(folder, FILE)) ? [table(folder)] : []),
};
