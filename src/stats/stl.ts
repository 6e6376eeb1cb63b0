import { loess, loessAt } from './loess.ts';
import { mean, median } from './order-statistics.ts';
import { valueAt } from './value-at.ts';

export interface StlOptions {
  /** steps of one season; default 7, days of a week */
  readonly period?: number;
  /** values of one place in the season that its smoothing sees (odd, ≥ 7), or `periodic` (default): the same in every season */
  readonly seasonalWindow?: number | 'periodic';
  /** values the trend's smoothing sees (odd); default the least odd number ≥ 1.5 period / (1 − 1.5 / seasonal window) */
  readonly trendWindow?: number;
  /** passes of robustness weights, 0: not robust; default 15 */
  readonly outerLoops?: number;
}

export interface Decomposition {
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  /** value − seasonal − trend; NaN where the value is not known */
  readonly remainder: Float64Array;
  /** 1: like the others, 0: an outlier; all 1 without outer loops */
  readonly weights: Float64Array;
}

type Settings = Required<StlOptions>;

const INNER_LOOPS = 2;

function nextOdd(x: number): number {
  const ceiling = Math.ceil(x);
  return ceiling % 2 === 0 ? ceiling + 1 : ceiling;
}

function settings(options: StlOptions): Settings {
  const { period = 7, seasonalWindow = 'periodic', outerLoops = 15 } = options;
  const share = seasonalWindow === 'periodic' ? 0 : 1.5 / seasonalWindow;
  return {
    period,
    seasonalWindow,
    outerLoops,
    trendWindow: options.trendWindow ?? nextOdd((1.5 * period) / (1 - share)),
  };
}

function movingMean(values: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: values.length - width + 1 }, (_, i) =>
    mean(values.subarray(i, i + width)),
  );
}

/** Every place of the season smoothed over the seasons, one season longer at either end. */
function cycleSubseries(detrended: Float64Array, weights: Float64Array, asked: Settings): Float64Array {
  const { period, seasonalWindow } = asked;
  const all = new Float64Array(detrended.length + 2 * period);
  for (let place = 0; place < period; place += 1) {
    const own = detrended.filter((_, i) => i % period === place);
    const ownWeights = weights.filter((_, i) => i % period === place);
    const places = Array.from({ length: own.length + 2 }, (_, i) => i - 1);
    const smooth =
      seasonalWindow === 'periodic'
        ? loessAt(own, places, { window: 1e6, degree: 0, weights: ownWeights })
        : loessAt(own, places, { window: seasonalWindow, weights: ownWeights });
    smooth.forEach((value, i) => (all[place + i * period] = value));
  }
  return all;
}

/** The smoothed subseries without what is slower than a season. */
function seasonalOf(cycles: Float64Array, period: number): Float64Array {
  const low = loess(movingMean(movingMean(movingMean(cycles, period), period), 3), {
    window: nextOdd(period),
  });
  return low.map((value, i) => valueAt(cycles, i + period) - value);
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - valueAt(b, i));
}

/** Bisquare weights (1 − (|r| / 6 median|r|)²)²: the smaller, the farther out. Unknown remainders weigh nothing. */
function robustnessWeights(remainder: Float64Array): Float64Array {
  const reach = 6 * median(remainder.map(Math.abs));
  return remainder.map((r) => {
    const share = r === 0 ? 0 : Math.abs(r) / reach;
    return share < 1 ? (1 - share * share) ** 2 : 0;
  });
}

/**
 * Seasonal-trend decomposition by loess: value = seasonal + trend + remainder, exactly. Two inner loops; each outer loop weighs outliers
 * down. NaN is not known: it has a seasonal and a trend, and no remainder. Fewer than two seasons: throws RangeError.
 * Source: Cleveland, Cleveland, McRae & Terpenning (1990), J. Official Statistics 6, 3-73.
 */
export function stl(values: ArrayLike<number>, options: StlOptions = {}): Decomposition {
  const asked = settings(options);
  if (values.length < 2 * asked.period) throw new RangeError('a decomposition needs at least two seasons');
  const y = new Float64Array(values);
  let weights: Float64Array = y.map(() => 1);
  let seasonal: Float64Array = y.map(() => 0);
  let trend: Float64Array = y.map(() => 0);
  for (let outer = 0; ; outer += 1) {
    for (let inner = 0; inner < INNER_LOOPS; inner += 1) {
      seasonal = seasonalOf(cycleSubseries(difference(y, trend), weights, asked), asked.period);
      trend = loess(difference(y, seasonal), { window: asked.trendWindow, weights });
    }
    const remainder = difference(difference(y, seasonal), trend);
    if (outer === asked.outerLoops) return { seasonal, trend, remainder, weights };
    weights = robustnessWeights(remainder);
  }
}
