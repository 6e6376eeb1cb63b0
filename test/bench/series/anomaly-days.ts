import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type DailyFindings, dailyAnomalies } from '../../../src/stats/daily-anomalies.ts';
import { type BenchRow, type BenchTable, readRows, type SeriesBench } from './bench-table.ts';

const VALUES = 'anomaly_daily/series.csv';
const LABELS = 'anomaly_daily/labels.json';
/** Only days from there on count. */
const FIRST_JUDGED = 28;
/** A shift counts as found when it is reported within that many days. */
const NEAR = 7;
/** As-of fits see the last half year, and every fifth day is judged. */
const AS_OF_DAYS = 182;
const AS_OF_STEP = 5;

const labels = z.array(
  z.object({
    id: z.string(),
    anomalies: z.record(z.string(), z.string()),
    level_shifts: z.array(z.number()),
  }),
);

interface Labelled {
  readonly values: readonly number[];
  readonly anomalies: ReadonlySet<number>;
  readonly shifts: readonly number[];
}

/** True finds, false ones and misses. */
type Counts = readonly [number, number, number];

const isEven = (_: unknown, i: number): boolean => i % 2 === 0;
const isOdd = (_: unknown, i: number): boolean => i % 2 === 1;
const isAny = (): boolean => true;
const PARTS = [isEven, isOdd, isAny];

function readLabelled(folder: string): readonly Labelled[] {
  const byId = new Map<string, number[]>();
  for (const { id = '', t = '', y = '' } of readRows(folder, VALUES)) {
    const values = byId.get(id) ?? [];
    values[Number(t)] = y === '' ? NaN : Number(y);
    byId.set(id, values);
  }
  return labels.parse(JSON.parse(readFileSync(join(folder, LABELS), 'utf8'))).map((series) => ({
    values: byId.get(series.id) ?? [],
    anomalies: new Set(Object.keys(series.anomalies).map(Number)),
    shifts: series.level_shifts,
  }));
}

function counted(
  isTrue: (day: number) => boolean,
  found: ReadonlySet<number>,
  days: readonly number[],
): Counts {
  const judged = days.filter((day) => day >= FIRST_JUDGED);
  const count = (test: (day: number) => boolean): number => judged.filter(test).length;
  return [
    count((day) => found.has(day) && isTrue(day)),
    count((day) => found.has(day) && !isTrue(day)),
    count((day) => !found.has(day) && isTrue(day)),
  ];
}

function pooled(counts: readonly Counts[]): Counts {
  const sum = (place: 0 | 1 | 2): number => counts.reduce((total, each) => total + each[place], 0);
  return [sum(0), sum(1), sum(2)];
}

const SCORES: readonly (readonly [string, (counts: Counts) => number])[] = [
  ['precision', ([hit, wrong]) => hit / (hit + wrong)],
  ['recall', ([hit, , missed]) => hit / (hit + missed)],
  ['F1', ([hit, wrong, missed]) => (2 * hit) / (2 * hit + wrong + missed)],
];

/** Both halves of the series, and instead of their mean the score of all. */
function partRows(method: string, counts: readonly Counts[]): readonly BenchRow[] {
  return SCORES.map(([metric, score]) => {
    const [even = NaN, odd = NaN, all = NaN] = PARTS.map((part) => score(pooled(counts.filter(part))));
    return { method, metric, origins: [even, odd], mean: all };
  });
}

function offline({ values, anomalies }: Labelled, { days }: DailyFindings): Counts {
  return counted((day) => anomalies.has(day), new Set(days.map(({ index }) => index)), [...values.keys()]);
}

/** Every fifth day judged from what was known on its evening. */
function asOf({ values, anomalies }: Labelled, order: number): Counts {
  const days = [...values.keys()].filter(
    (day) => day >= FIRST_JUDGED && day % AS_OF_STEP === order % AS_OF_STEP,
  );
  const found = days.filter((day) => {
    const known = values.slice(Math.max(0, day + 1 - AS_OF_DAYS), day + 1);
    return dailyAnomalies({ values: known, firstWeekday: 0 }).days.some(
      ({ index }) => index === known.length - 1,
    );
  });
  return counted((day) => anomalies.has(day), new Set(found), days);
}

function shiftCounts({ shifts: labelled }: Labelled, { shifts }: DailyFindings): Counts {
  const left = shifts.map(({ index }) => index);
  for (const shift of labelled) {
    const near = left.findIndex((index) => Math.abs(index - shift) <= NEAR);
    if (near >= 0) left.splice(near, 1);
  }
  const hits = shifts.length - left.length;
  return [hits, left.length, labelled.length - hits];
}

function shiftRows(counts: readonly Counts[]): readonly BenchRow[] {
  const row = (metric: string, score: (part: readonly Counts[]) => number): BenchRow => {
    const [even = NaN, odd = NaN, all = NaN] = PARTS.map((part) => score(counts.filter(part)));
    return { method: 'dailyAnomalies, level shifts', metric, origins: [even, odd], mean: all };
  };
  return [
    {
      ...row('labelled found', (part) => pooled(part)[0] / (pooled(part)[0] + pooled(part)[2])),
      target: { atLeast: 1 },
    },
    { ...row('false / series', (part) => pooled(part)[1] / part.length), target: { atMost: 0.1 } },
  ];
}

const ANCHORS: readonly (readonly [string, number, number, number])[] = [
  ['rolling 28-day mean ± 3 sd', 0.242, 0.157, 0.19],
  ['same weekday, last 8, z > 3', 0.24, 0.555, 0.335],
  ['R tsoutliers', 0.44, 0.38, 0.41],
  ['S-H-ESD', 0.29, 0.39, 0.34],
  ['anomalize STL+IQR', 0.36, 0.52, 0.43],
  ['Prophet 99 % (augurs)', 0.45, 0.39, 0.42],
  ['log robust STL + 3.5 MAD', 0.74, 0.92, 0.82],
  ['log running medians + 3.5 MAD', 0.866, 0.906, 0.886],
];

function anchorRows(): readonly BenchRow[] {
  return ANCHORS.flatMap(([method, ...values]) =>
    SCORES.map(([metric], i): BenchRow => ({
      method,
      metric,
      origins: [NaN, NaN],
      mean: values[i] ?? NaN,
      anchor: true,
    })),
  );
}

function table(series: readonly Labelled[]): BenchTable {
  const findings = series.map(({ values }) => dailyAnomalies({ values, firstWeekday: 0 }));
  const counts = series.map((each, i) => offline(each, findings[i] as DailyFindings));
  const [precision, recall, f1] = partRows('dailyAnomalies', counts) as [BenchRow, BenchRow, BenchRow];
  return {
    title: `Anomalous days, ${series.length} series`,
    origins: ['even series', 'odd series'],
    rows: [
      { ...precision, target: { atLeast: 0.87 } },
      recall,
      { ...f1, target: { atLeast: 0.9 } },
      ...partRows('dailyAnomalies as of the day', series.map(asOf)),
      ...shiftRows(series.map((each, i) => shiftCounts(each, findings[i] as DailyFindings))),
      ...anchorRows(),
    ],
    notes: [
      'last column: all series, counts pooled; neither half is held out: settings were compared with both in view',
      `as of the day: every ${AS_OF_STEP}th day, from at most ${AS_OF_DAYS} days up to it`,
    ],
  };
}

/** Labelled days and level shifts of semi-synthetic daily takings. */
export const anomalyDays: SeriesBench = {
  name: 'anomaly-days',
  run: (folder) =>
    existsSync(join(folder, VALUES)) && existsSync(join(folder, LABELS)) ? [table(readLabelled(folder))] : [],
};
