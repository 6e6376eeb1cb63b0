import { mean } from '../../../stats/order-statistics.ts';
import { basketMeasure } from './basket-change.ts';
import { type Finding, type Judged, judged, type Measured } from './finding.ts';
import { mixCarriers, mixChecks, mixMeasure, mixWorth, priceClasses } from './mix-change.ts';
import { newItems, newItemsMeasure } from './new-items.ts';
import { orderFindings } from './order-findings.ts';
import { pricedItems, priceMeasure } from './price-change.ts';
import type { Reference } from './reference.ts';
import type { Carrier, CauseCheck } from './sale-line.ts';
import type { Scene } from './scene.ts';
import { silentSegments } from './segment-change.ts';
import {
  bestSellersSurge,
  stoppedItems,
  type StoppedItem,
  stoppedMeasure,
  trafficRatio,
} from './stopped-selling.ts';
import type { Week } from './weeks.ts';

type Measure = (week: Week, reference: Reference) => Measured;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const amountOf = (carriers: readonly Carrier[]): number => sum(carriers.map(({ amount }) => amount));

function pastOf({ past }: Scene, measure: Measure): readonly Measured[] {
  return past.map((one) => measure(one.week, one.reference));
}

function judge(scene: Scene, measure: Measure): Judged {
  return judged(measure(scene.current, scene.reference), pastOf(scene, measure));
}

function priceFinding(scene: Scene): Finding {
  const { value, ...known } = judge(scene, priceMeasure);
  const items = pricedItems(scene.current, scene.reference).toSorted(
    (a, b) => Math.abs(b.carrier.amount) - Math.abs(a.carrier.amount),
  );
  const carriers = items.map(({ carrier }) => carrier);
  const check = items.map((item) => item.check);
  return { cause: 'price', logFactor: value, ...known, carriers, whole: amountOf(carriers), check };
}

function stoppedCheck({ lost: _, ...facts }: StoppedItem): CauseCheck {
  return { kind: 'stopped_selling', ...facts };
}

/**
 * Stopped items in two findings: those silent in the last base week already were given up before; the others ran out. What the given-up
 * items missed in the base is no noise to judge by.
 */
function stoppedFindings(scene: Scene, stopped: readonly StoppedItem[]): readonly Finding[] {
  const lastWeek = scene.weeks.at(-1);
  const ranOut = stopped.filter(({ item }) => lastWeek?.items.has(item) === true);
  const givenUp = stopped.filter(({ item }) => lastWeek?.items.has(item) !== true);
  const names = new Set(givenUp.map(({ item }) => item));
  const past = scene.past.map(({ week, reference }) => {
    return stoppedMeasure(
      week,
      stoppedItems(week, reference).filter(({ item }) => !names.has(item)),
    );
  });
  const finding = (cause: 'stockout' | 'discontinued', items: readonly StoppedItem[]): Finding => {
    const { value, deviations } = judged(stoppedMeasure(scene.current, items), past);
    const ranked = items.toSorted((a, b) => b.lost - a.lost);
    const carriers = ranked.map((item) => ({ name: item.item, amount: -item.lost }));
    return {
      cause,
      logFactor: value,
      deviations,
      error: Math.abs(value) * bestSellersSurge(scene.past, items.length),
      carriers,
      whole: amountOf(carriers),
      check: ranked.map(stoppedCheck),
    };
  };
  return [finding('stockout', ranOut), finding('discontinued', givenUp)];
}

function newItemsFinding(scene: Scene): Finding {
  const { value, ...known } = judge(scene, newItemsMeasure);
  const usual = scene.past.length === 0 ? 0 : mean(pastOf(scene, newItemsMeasure).map((one) => one.value));
  const carriers = newItems(scene.current, scene.reference);
  const now = amountOf(carriers);
  const check: CauseCheck = {
    kind: 'money',
    of: 'new_products',
    usual: scene.current.gross * (1 - Math.exp(-usual)),
    now,
  };
  return { cause: 'new_products', logFactor: value - usual, ...known, carriers, whole: now, check: [check] };
}

function mixFinding(scene: Scene, without: ReadonlySet<string>): Finding {
  const { value, deviations } = judge(scene, (week, by) => mixMeasure(week, by, without));
  const classes = priceClasses(scene.reference, without);
  const log = mixWorth(scene.current, classes);
  // a worth that contradicts the measure is chance
  const logFactor = Math.sign(log) === Math.sign(value) ? log : 0;
  const error = deviations === 0 ? 0 : Math.abs(logFactor / deviations);
  const carriers = mixCarriers(scene, without);
  const check = mixChecks(scene.current, classes);
  return { cause: 'mix', logFactor, deviations, error, carriers, whole: amountOf(carriers), check };
}

/** Pieces per line are compared in the dearer half, where the money is and where buyers who turn to cheaper items do not show. */
function basketFinding(scene: Scene): Finding {
  const { of } = priceClasses(scene.reference, new Set());
  const { value, ...known } = judge(scene, (week, by) =>
    basketMeasure(week, by, (item) => (of.get(item) ?? 0) >= 2),
  );
  const check: CauseCheck = { kind: 'pieces_per_line', ratio: Math.exp(value) };
  return { cause: 'basket', logFactor: value, ...known, carriers: [], whole: 0, check: [check] };
}

function segmentFindings({ current, weeks, reference }: Scene): readonly Finding[] {
  const silent = silentSegments(current, { weeks, traffic: trafficRatio(current, reference) });
  if (silent.length === 0) return [];
  const lost = sum(silent.map((segment) => segment.lost));
  const logFactor = -Math.log(1 + lost / current.gross);
  const chance = Math.min(...silent.map((segment) => segment.chance));
  const deviations = -Math.sqrt(-2 * Math.log(Math.max(chance, Number.MIN_VALUE)));
  return [
    {
      cause: 'segment',
      logFactor,
      deviations,
      error: Math.abs(logFactor / deviations),
      carriers: silent.map(({ segment, lost: amount }) => ({ name: segment, amount: -amount })),
      whole: -lost,
      check: silent.map(({ check }) => check),
    },
  ];
}

/** Everything that may have moved gross sales, measured one by one; each measure is blind to the others as far as can be. */
export function findingsOf(scene: Scene): readonly Finding[] {
  const stopped = stoppedItems(scene.current, scene.reference);
  const stopFindings = stoppedFindings(scene, stopped);
  const isBeyondChance = stopFindings.some(({ deviations }) => Math.abs(deviations) > 2);
  const without = new Set(isBeyondChance ? stopped.map(({ item }) => item) : []);
  return [
    priceFinding(scene),
    ...stopFindings,
    newItemsFinding(scene),
    mixFinding(scene, without),
    basketFinding(scene),
    ...orderFindings(scene),
    ...segmentFindings(scene),
  ];
}
