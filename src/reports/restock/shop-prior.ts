import { demandPrior, type DemandPrior } from '../../stats/demand-prior.ts';

/** So many products teach enough; more only take time. */
const MOST_TEACHERS = 500;
/** Spans next to each other on this scale teach the same. */
const STEP = 1.25;

/** Every n-th of the histories, so that at most `most` are left, spread over the whole list. */
export function spreadSample<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, place) => items[Math.floor((place * items.length) / most)] as Item);
}

/** What the products of the shop teach about one of them over a span of days, learned once for spans within a tenth of each other. */
export function shopPrior(histories: readonly Float64Array[]): (days: number) => DemandPrior {
  const teachers = spreadSample(histories, MOST_TEACHERS);
  const learned = new Map<number, DemandPrior>();
  return (days) => {
    const step = Math.round(Math.log(Math.max(1, days)) / Math.log(STEP));
    let prior = learned.get(step);
    if (prior === undefined) {
      prior = demandPrior(teachers, Math.max(1, Math.round(STEP ** step)));
      learned.set(step, prior);
    }
    return prior;
  };
}
