import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { causesOfChange, type ChangeCauses } from '../../../src/reports/trends/causes/causes-of-change.ts';
import type { SaleLine, SalePeriod } from '../../../src/reports/trends/causes/sale-line.ts';
import { median } from '../../../src/stats/order-statistics.ts';
import { type BenchRow, type BenchTable, readRows, type SeriesBench } from './bench-table.ts';
import {
  type DriverCase,
  netRevenue,
  replayCase,
  type ReplayLine,
  replayShop,
  type ReplayShop,
} from './replay-drivers.ts';

const CAUSES = [
  'price',
  'traffic',
  'basket',
  'stockout',
  'refunds',
  'new_customers',
  'returning_customers',
  'segment',
  'mix',
] as const;
const ORIGINS = ['even cases', 'odd cases', 'all'];
const DAY = 86_400_000;

interface Outcome {
  readonly case: number;
  readonly cause: string;
  /** place of the true cause by size, 0 the first; -1 not told */
  readonly place: number;
  readonly error: number;
  readonly gap: number;
  readonly firstIsNotable: boolean;
}

const days = new Map<string, number>();

function dayOf(date: string): number {
  const known = days.get(date);
  if (known !== undefined) return known;
  const day = Date.parse(date) / DAY;
  days.set(date, day);
  return day;
}

function periodOf(
  lines: readonly ReplayLine[],
  at: { from: number; days: number; shop: ReplayShop },
): SalePeriod {
  const { from, days, shop } = at;
  const saleLine = (line: ReplayLine): SaleLine => {
    const day = dayOf(line.date);
    const weekStart = day - ((day - from) % 7);
    const { invoice: order, item, quantity, customer, country: segment } = line;
    const amount = quantity * line.price;
    const refund = quantity < 0;
    if (customer === '') return { day, order, item, quantity, amount, refund, segment };
    const newCustomer = dayOf(shop.firstDays.get(customer) ?? line.date) >= weekStart;
    return { day, order, item, quantity, amount, refund, segment, customer, newCustomer };
  };
  return { from, days, lines: lines.map(saleLine) };
}

function placeOf(found: ChangeCauses, cause: string): number {
  return found.effects
    .filter((effect) => (CAUSES as readonly string[]).includes(effect.cause))
    .findIndex((effect) => effect.cause === cause);
}

function outcome(shop: ReplayShop, which: DriverCase): Outcome {
  const { base, untouched, current } = replayCase(shop, which);
  const delta = netRevenue(current) - netRevenue(untouched);
  if (Math.abs(delta - which.truth_delta) > 0.01) throw new Error(`case ${which.case}: replayed as ${delta}`);
  const from = dayOf(which.current_from);
  const before = periodOf(base, { from: from - 28, days: 28, shop });
  const found = causesOfChange(before, periodOf(current, { from, days: 7, shop }));
  const told = found.effects.find(({ cause }) => cause === which.cause)?.amount ?? 0;
  return {
    case: which.case,
    cause: which.cause,
    place: placeOf(found, which.cause),
    error: Math.abs(told - delta) / Math.abs(delta),
    gap: Math.abs(found.effects.reduce((sum, { amount }) => sum + amount, 0) - found.change),
    firstIsNotable: found.effects.find(({ cause }) => cause === which.cause)?.notable ?? false,
  };
}

/** Part of the cases' weeks, each once and as they really were, in which a cause is named. */
function quietAlarms(shop: ReplayShop, cases: readonly DriverCase[]): number {
  const weeks = [...new Map(cases.map((which) => [which.end, which])).values()].filter((_, i) => i % 3 === 0);
  const alarmed = weeks.filter((which) => {
    const { base, untouched } = replayCase(shop, which);
    const from = dayOf(which.current_from);
    const before = periodOf(base, { from: from - 28, days: 28, shop });
    return causesOfChange(before, periodOf(untouched, { from, days: 7, shop })).effects.some(
      (e) => e.notable,
    );
  });
  return alarmed.length / weeks.length;
}

type Score = (outcomes: readonly Outcome[]) => number;
const share = (holds: (outcome: Outcome) => boolean): Score => {
  return (outcomes) => outcomes.filter(holds).length / outcomes.length;
};
const isTop = (places: number) => share(({ place }) => place >= 0 && place < places);
const medianError: Score = (outcomes) => median(outcomes.map(({ error }) => error));

function row(method: string, metric: string, by: { outcomes: readonly Outcome[]; score: Score }): BenchRow {
  const half = (odd: number): readonly Outcome[] => by.outcomes.filter((one) => one.case % 2 === odd);
  const origins = [by.score(half(0)), by.score(half(1)), by.score(by.outcomes)];
  return { method, metric, origins, mean: origins[2] ?? NaN };
}

function anchor(metric: string, all: number): BenchRow {
  const method = '5-factor LMDI, largest effect';
  return { method, metric, origins: [NaN, NaN, all], mean: all, anchor: true };
}

function tableOf(outcomes: readonly Outcome[], quiet: number): BenchTable {
  const method = 'causes of change';
  const of = (cause: string): readonly Outcome[] => outcomes.filter((one) => one.cause === cause);
  const perCause = CAUSES.flatMap((cause) => [
    row(cause, 'top-1', { outcomes: of(cause), score: isTop(1) }),
    row(cause, 'top-2', { outcomes: of(cause), score: isTop(2) }),
    row(cause, 'median error', { outcomes: of(cause), score: medianError }),
  ]);
  const gap: Score = (all) => Math.max(...all.map((one) => one.gap));
  return {
    title: 'Why revenue changed: one known cause injected into a real week (mean column: all cases)',
    origins: ORIGINS,
    rows: [
      anchor('top-1', 0.483),
      { ...row(method, 'top-1', { outcomes, score: isTop(1) }), target: { atLeast: 0.8 } },
      anchor('top-2', 0.539),
      { ...row(method, 'top-2', { outcomes, score: isTop(2) }), target: { atLeast: 0.92 } },
      anchor('median error', 0.136),
      { ...row(method, 'median error', { outcomes, score: medianError }), target: { atMost: 0.12 } },
      { ...row(method, 'largest gap', { outcomes, score: gap }), target: { atMost: 0.01 } },
      row('true cause named as notable', 'share', { outcomes, score: share((one) => one.firstIsNotable) }),
      { method: 'quiet week with a cause named', metric: 'share', origins: [NaN, NaN, quiet], mean: quiet },
      ...perCause,
    ],
    notes: [
      'error: a true cause that is not told counts as 100 %',
      'quiet weeks: every third of the real weeks, nothing injected; what is named may still be true of the real shop',
    ],
  };
}

/** Names and sizes the cause injected into each of the driver cases. */
export const drivers: SeriesBench = {
  name: 'drivers',
  run: (folder) => {
    const lines = join(folder, 'uci', 'online_retail.csv.gz');
    const cases = join(folder, 'drivers', 'cases.json');
    if (!existsSync(lines) || !existsSync(cases)) return [];
    const shop = replayShop(readRows(folder, 'uci/online_retail.csv.gz'));
    const all = JSON.parse(readFileSync(cases, 'utf8')) as readonly DriverCase[];
    return [
      tableOf(
        all.map((which) => outcome(shop, which)),
        quietAlarms(shop, all),
      ),
    ];
  },
};
