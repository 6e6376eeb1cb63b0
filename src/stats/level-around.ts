import { mean, median } from './order-statistics.ts';
import { valueAt } from './value-at.ts';

export interface AroundOptions {
  /** known values taken on each side; default 10, so that with its own day a place sees three weeks */
  readonly reach?: number;
  /** first places of new levels, ascending; no value is taken from beyond one */
  readonly breaks?: readonly number[];
  /** `median` (default) of the neighbours and the place itself, or `mean` of the neighbours alone */
  readonly by?: 'median' | 'mean';
}

export interface LevelAround {
  /** NaN where the stretch between two breaks has no known value */
  readonly level: Float64Array;
  /** how many values each level is made of */
  readonly counts: Int32Array;
}

/** Places from … to (exclusive). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

function stretches(n: number, breaks: readonly number[]): readonly Stretch[] {
  const ends = [0, ...breaks, n];
  return ends.slice(1).map((to, i) => ({ from: valueAt(ends, i), to }));
}

/** For each place of a stretch its nearest known values on either side, its own with them if asked for. */
function neighbours(
  values: ArrayLike<number>,
  { from, to }: Stretch,
  options: { reach: number; withOwn: boolean },
): readonly (readonly number[])[] {
  const all = Array.from({ length: to - from }, (_, i) => valueAt(values, from + i));
  const known = all.filter((value) => !Number.isNaN(value));
  let place = 0;
  return all.map((value) => {
    const own = Number.isNaN(value) ? 0 : 1;
    const before = known.slice(Math.max(0, place - options.reach), place);
    const self = options.withOwn ? known.slice(place, place + own) : [];
    place += own;
    return [...before, ...self, ...known.slice(place, place + options.reach)];
  });
}

/**
 * The level around each place: the centre of its `reach` nearest known values on either side, fewer at the ends and at breaks. Gaps are
 * stepped over, so that a long one does not leave its places without a level.
 */
export function levelAround(values: ArrayLike<number>, options: AroundOptions = {}): LevelAround {
  const { reach = 10, breaks = [], by = 'median' } = options;
  const near = stretches(values.length, breaks).flatMap((stretch) =>
    neighbours(values, stretch, { reach, withOwn: by === 'median' }),
  );
  return {
    level: Float64Array.from(near, by === 'median' ? median : mean),
    counts: Int32Array.from(near, (group) => group.length),
  };
}
