import { demandIntervals } from './demand-intervals.ts';
import { mean, variance } from './order-statistics.ts';

/** The four kinds of demand: sold often or seldom, in like or unlike sizes. */
export type DemandKind = 'smooth' | 'erratic' | 'intermittent' | 'lumpy';

export interface DemandClass {
  readonly kind: DemandKind;
  /** ADI: mean periods from one sale to the next */
  readonly averageInterval: number;
  /** CV²: variance of the sizes of sales ÷ the square of their mean */
  readonly squaredVariation: number;
}

const INTERVAL_BORDER = 1.32;
const VARIATION_BORDER = 0.49;
/** How far a figure has to be beyond a border before an item changes its kind, so that one sale does not flip it daily. */
const HYSTERESIS = 0.1;

function beyond(value: number, border: number, was: boolean | undefined): boolean {
  if (was === undefined) return value > border;
  return was ? value > border * (1 - HYSTERESIS) : value > border * (1 + HYSTERESIS);
}

const KINDS = {
  seldom: { alike: 'intermittent', unlike: 'lumpy' },
  often: { alike: 'smooth', unlike: 'erratic' },
} as const;

/**
 * Class of demand: seldom sold when ADI > 1.32, of unlike sizes when CV² > 0.49. `previous`, the kind found last time, is kept until a
 * figure is 10 % beyond its border. A single sale has CV² 0; no sale: undefined.
 * Source: Syntetos, Boylan & Croston (2005), Journal of the Operational Research Society 56.
 */
export function demandClass(history: ArrayLike<number>, previous?: DemandKind): DemandClass | undefined {
  const { sizes, intervals } = demandIntervals(history);
  if (sizes.length === 0) return undefined;
  const averageInterval = mean(intervals);
  const squaredVariation = sizes.length === 1 ? 0 : variance(sizes) / mean(sizes) ** 2;
  const wasSeldom = previous && (previous === 'intermittent' || previous === 'lumpy');
  const wasUnlike = previous && (previous === 'erratic' || previous === 'lumpy');
  const often = beyond(averageInterval, INTERVAL_BORDER, wasSeldom) ? 'seldom' : 'often';
  const alike = beyond(squaredVariation, VARIATION_BORDER, wasUnlike) ? 'unlike' : 'alike';
  return { kind: KINDS[often][alike], averageInterval, squaredVariation };
}
