import { mean, median, robustDeviation, variance } from './order-statistics.ts';
import { runningMean } from './running-mean.ts';
import { valueAt } from './value-at.ts';

export interface IntradayAnomaly {
  readonly index: number;
  readonly value: number;
  readonly expected: number;
  /** robust deviations away from what was expected, on the log scale; negative: too little */
  readonly score: number;
  readonly direction: 'up' | 'down';
}

export interface IntradayFindings {
  /** of each value; NaN in the first four seasons, where unknown, and after nothing but zeros */
  readonly scores: Float64Array;
  /** the first of each season that is far off, oldest first */
  readonly alarms: readonly IntradayAnomaly[];
}

interface Expectation {
  /** score and expected value at a place */
  readonly at: (place: number, value: number) => { readonly score: number; readonly expected: number };
}

const FAR_OFF = 6;
const SEASONS_SEEN = 14;
const LEAST_SEASONS = 4;
/** Learning at every value costs much and changes little. */
const LEARNED_A_SEASON = 4;
/** A slot of the season is seen with its neighbours within a 24th of the season: the hours beside an hour. */
const NEIGHBOURHOOD = 24;
/** Where most values are equal the median distance is 0; then that share of the plain deviation counts. */
const PLAIN_SHARE = 0.25;

/** Medians by place in the season, and the mean of those within an hour of it, round the clock. */
function seasonProfiles(logs: Float64Array, from: number, season: number): readonly Float64Array[] {
  const slots = Array.from({ length: season }, (): number[] => []);
  logs.forEach((log, i) => slots[(from + i) % season]?.push(log));
  const own = Float64Array.from(slots, median);
  const near = Math.max(1, Math.round(season / NEIGHBOURHOOD));
  const round = Float64Array.from({ length: season + 2 * near }, (_, i) =>
    valueAt(own, (i - near + near * season) % season),
  );
  return [runningMean(round, near).slice(near, near + season), own];
}

/** What the values from … to (exclusive) make expect afterwards; undefined if they are nothing but zeros. */
function expectation(values: ArrayLike<number>, to: number, season: number): Expectation | undefined {
  const from = Math.max(0, to - SEASONS_SEEN * season);
  const past = Float64Array.from({ length: to - from }, (_, i) => valueAt(values, from + i));
  const start = Math.max(median(past), mean(past) / 2);
  if (!(start > 0)) return undefined;
  const logOf = (value: number): number => Math.log(Math.max(0, value) + start);
  const logs = past.map(logOf);
  const profiles = seasonProfiles(logs, from, season).map((profile) => {
    const apart = logs.map((log, i) => log - valueAt(profile, (from + i) % season));
    const level = median(apart);
    const spread = Math.max(robustDeviation(apart), PLAIN_SHARE * Math.sqrt(variance(apart)));
    return { profile, level, spread };
  });
  // the own medians of few seasons lie too close to them
  const spread = Math.max(...profiles.map((each) => each.spread));
  return {
    at: (place, value) => {
      const [hour = NaN, own = NaN] = profiles.map(
        ({ profile, level }) => valueAt(profile, place % season) + level,
      );
      const log = logOf(value);
      const expected = Math.abs(log - own) < Math.abs(log - hour) ? own : hour;
      const score = log === expected ? 0 : (log - expected) / spread;
      return { score, expected: Math.exp(expected) - start };
    },
  };
}

/**
 * Values far off what came before them at their time of the day (or other season of `seasonLength` values): the started logarithm log(y + c), c
 * the larger of median and half the mean, less the median of its own slot of the season or of the hour around it, whichever explains it better,
 * over the robust deviation, all from up to 14 seasons before; learned anew four times a season. More than 6 deviations is an alarm; after one there
 * is none for a season. Nothing is judged by what comes later, so that the last value can be asked about as it comes in. Negative values
 * count as zero. Started logarithm: Tukey (1977), ch. 3.
 */
export function intradayAnomalies(values: ArrayLike<number>, seasonLength: number): IntradayFindings {
  const scores = new Float64Array(values.length).fill(NaN);
  const alarms: IntradayAnomaly[] = [];
  const step = Math.max(1, Math.floor(seasonLength / LEARNED_A_SEASON));
  let known: Expectation | undefined;
  let quietUntil = 0;
  for (let index = LEAST_SEASONS * seasonLength; index < values.length; index += 1) {
    if (index % step === 0 || known === undefined) known = expectation(values, index, seasonLength);
    if (known === undefined) continue;
    const value = valueAt(values, index);
    const { score, expected } = known.at(index, value);
    scores[index] = score;
    if (!(Math.abs(score) > FAR_OFF) || index < quietUntil) continue;
    alarms.push({ index, value, expected, score, direction: score > 0 ? 'up' : 'down' });
    quietUntil = index + seasonLength;
  }
  return { scores, alarms };
}
