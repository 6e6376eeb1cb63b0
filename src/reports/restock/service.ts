import { mean as averageOf, median } from '../../stats/order-statistics.ts';
import { serviceBacktest, type ServiceBacktest } from '../../stats/service-backtest.ts';
import { SERVICE_BY_CLASS } from '../../stats/stock-policy.ts';
import { valueAt } from '../../stats/value-at.ts';
import { marginClasses } from './margin-class.ts';
import { marginOf, type ItemFacts } from './restock-item.ts';
import { spreadSample } from './shop-prior.ts';

/** The service that is asked for, product by product, and what looks back say of it. */
export interface Service {
  /** share of order cycles without a piece short, by place of the product */
  readonly targets: readonly number[];
  /** mean target of the products looked back at */
  readonly target: number;
  /** what the levels of past days would have kept; NaN with too little history */
  readonly achieved: number;
  /** order cycles looked back at */
  readonly windows: number;
  readonly safetyFactor: (target: number) => number;
}

/** So many products tell how well the promise is kept. */
const MOST_WITNESSES = 400;
const ENOUGH_WINDOWS = 40;
const LOOKS = 4;
/** One bad season is not to double the stock of a shop, nor a good one to halve its safety. */
const LEAST_FACTOR = 0.8;
const MOST_FACTOR = 1.25;

/** Targets by the owner's word, else by class of margin in the last year; levels of past days held against what was sold then. */
export function serviceOf(
  facts: readonly ItemFacts[],
  {
    service,
    soldInYear,
    spans,
  }: {
    readonly service: number | undefined;
    readonly soldInYear: readonly number[];
    readonly spans: readonly number[];
  },
): Service {
  const margins = facts.map((item, place) => {
    const margin = marginOf(item);
    return margin === undefined ? undefined : margin * valueAt(soldInYear, place);
  });
  const classes = marginClasses(margins);
  const targets = classes.map((one) => service ?? SERVICE_BY_CLASS[one]);
  const days = Math.max(1, Math.round(median(spans)));
  const looked = [...new Set(targets)].map((nominal) => {
    const own = facts.filter((_, place) => targets[place] === nominal).map(({ demand }) => demand.history);
    const found = serviceBacktest(spreadSample(own, MOST_WITNESSES), { days, nominal, looks: LOOKS });
    return { nominal, ...found };
  });
  const factors = new Map(looked.map((look) => [look.nominal, factorOf(look)]));
  const seen = looked.filter(({ windows }) => windows > 0);
  const windows = seen.reduce((sum, look) => sum + look.windows, 0);
  const mean = (of: (look: (typeof seen)[number]) => number): number =>
    seen.reduce((sum, look) => sum + of(look) * look.windows, 0) / windows;
  return {
    targets,
    target: windows === 0 ? averageOf(targets) : mean(({ nominal }) => nominal),
    achieved: mean(({ achieved }) => achieved),
    windows,
    safetyFactor: (target) => factors.get(target) ?? 1,
  };
}

function factorOf({ windows, safetyFactor }: ServiceBacktest): number {
  return windows < ENOUGH_WINDOWS ? 1 : Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, safetyFactor));
}
