import { customOf, FEASTS, type Custom, type Feast } from './feasts.ts';
import { addDays, dayFrom, dayNumber, type Day } from '../day.ts';
import type { Period } from '../period.ts';
import type { SaleDays } from '../shop.ts';

/** A feast of one year, or a sale of the owner's own, with the days around it that it moves. */
export interface SellingSeason {
  /** `diwali`; the same from year to year. A sale of the owner's own: `own-` and its name */
  readonly id: string;
  readonly name: string;
  /** the feast itself; the first day of a sale of the owner's own */
  readonly day: Day;
  /** first day of the window */
  readonly from: Day;
  /** last day of the window, included */
  readonly to: Day;
  /** true: one of the owner's sale days */
  readonly own: boolean;
}

/** Where a day stands in a season. */
export interface DayInSeason {
  readonly season: SellingSeason;
  readonly phase: 'run-up' | 'feast' | 'lull';
  /** days from the feast, negative before it */
  readonly distance: number;
}

/** The seasons that move the sales of one country's shops, and the owner's own sale days. */
export interface SellingCalendar {
  /** the strongest season that the day stands in; undefined on an ordinary day */
  readonly on: (day: Day) => DayInSeason | undefined;
  /** every season whose window has a day in the period, by first day, then by id */
  readonly seasonsIn: (period: Period) => readonly SellingSeason[];
  /** the day to compare with, some years earlier (default 1) */
  readonly alignedLastYear: (day: Day, years?: number) => Day;
  /** a word for what the day's season does to sales: the same word, the same effect; undefined on an ordinary day */
  readonly eventWord: (day: Day) => string | undefined;
}

interface Occurrence {
  readonly season: SellingSeason;
  readonly custom: Custom;
}

/**
 * The calendar of a country (ISO code; one without customs of its own has the feasts of everywhere) and of the owner's
 * sale days.
 *
 * On a day of several seasons a sale of the owner's own comes first, then the greatest strength, where the feast itself
 * counts one more and the lull one less; then the feast before the run-up before the lull, the nearer, the id. Indian
 * feasts are known for 2015 to 2035, all others for any year.
 *
 * `alignedLastYear` gives the day at the same distance from the same feast a year earlier, the occurrence nearest to 365.25 days
 * before and at most 60 days off that, else the day 364 days before, which is the same weekday. Two days may be
 * compared with one: compare periods by the sums of their days.
 *
 * `eventWord`: `diwali` on the feast, `diwali-run-up-2` in the second week before it counting back from its first day, `diwali-lull-1`
 * in the first week after, `own-summer-sale` on all days of a sale of the owner's own.
 */
export function sellingCalendar(country: string, ownSaleDays: readonly SaleDays[]): SellingCalendar {
  const customs = FEASTS.flatMap((feast): [Feast, Custom][] => {
    const custom = customOf(feast, country.toUpperCase());
    return custom === undefined ? [] : [[feast, custom]];
  });
  const own = ownSaleDays.map(ownSeason);
  const inYear = memoised((year) => occurrences(customs, year));
  const table = memoised((year) => strongestByDay([year - 1, year, year + 1].flatMap(inYear)));

  const on = (day: Day): DayInSeason | undefined => {
    const sale = own.find(({ from, to }) => day >= from && day <= to);
    if (sale === undefined) return table(yearOf(day)).get(day);
    return { season: sale, phase: 'feast', distance: dayNumber(day) - dayNumber(sale.day) };
  };
  const around = (from: number, to: number): readonly SellingSeason[] => {
    const years = Array.from({ length: to - from + 3 }, (_, index) => from - 1 + index);
    return [...own, ...years.flatMap(inYear).map(({ season }) => season)];
  };
  return {
    on,
    seasonsIn: (period) =>
      around(yearOf(period.from), yearOf(period.to))
        .filter(({ from, to }) => from <= period.to && to >= period.from)
        .sort((a, b) => compare(a.from, b.from) || compare(a.id, b.id)),
    alignedLastYear: (day, years = 1) => {
      const here = on(day);
      const wanted = here === undefined ? 0 : dayNumber(here.season.day) - 365.25 * years;
      const year = yearOf(day) - years;
      const same = around(year, year).filter(({ id }) => id === here?.season.id);
      const earlier = nearest(same, wanted);
      return here === undefined || earlier === undefined
        ? addDays(day, -364 * years)
        : addDays(earlier.day, here.distance);
    },
    eventWord: (day) => {
      const here = on(day);
      return here === undefined ? undefined : wordOf(here, customs);
    },
  };
}

const FARTHEST = 60;

function nearest(seasons: readonly SellingSeason[], wanted: number): SellingSeason | undefined {
  const off = (season: SellingSeason): number => Math.abs(dayNumber(season.day) - wanted);
  return seasons.filter((season) => off(season) <= FARTHEST).sort((a, b) => off(a) - off(b))[0];
}

function wordOf(
  { season, phase, distance }: DayInSeason,
  customs: readonly (readonly [Feast, Custom])[],
): string {
  const [first, last] = customs.find(([{ id }]) => id === season.id)?.[1].lasts ?? [0, 0];
  if (phase === 'feast') return season.id;
  const away = distance < first ? first - distance : distance - last;
  return `${season.id}-${phase}-${Math.ceil(away / 7)}`;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function memoised<Value>(make: (year: number) => Value): (year: number) => Value {
  const made = new Map<number, Value>();
  return (year) => {
    const value = made.get(year) ?? make(year);
    made.set(year, value);
    return value;
  };
}

function ownSeason({ name, from, to }: SaleDays): SellingSeason {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['sale'];
  return { id: `own-${words.join('-')}`, name, day: from, from, to, own: true };
}

function occurrences(customs: readonly (readonly [Feast, Custom])[], year: number): readonly Occurrence[] {
  return customs.flatMap(([{ id, name, days }, custom]) =>
    days(year).map((day) => {
      const from = addDays(day, custom.lasts[0] - custom.runUp);
      const to = addDays(day, custom.lasts[1] + custom.lull);
      return { season: { id, name, day, from, to, own: false }, custom };
    }),
  );
}

function strongestByDay(all: readonly Occurrence[]): ReadonlyMap<Day, DayInSeason> {
  const best = new Map<Day, readonly [DayInSeason, number]>();
  for (const { season, custom } of all) {
    const feast = dayNumber(season.day);
    for (let number = dayNumber(season.from); number <= dayNumber(season.to); number++) {
      const day = dayFrom(number);
      const here = { season, phase: phaseOf(custom, number - feast), distance: number - feast };
      const weight = custom.strength + PHASES[here.phase];
      const held = best.get(day);
      if (held === undefined || outranks([here, weight], held)) best.set(day, [here, weight]);
    }
  }
  return new Map([...best].map(([day, [here]]) => [day, here]));
}

/** What a phase adds to the strength of its season. */
const PHASES: Readonly<Record<DayInSeason['phase'], number>> = { feast: 1, 'run-up': 0, lull: -1 };

function phaseOf({ lasts: [first, last], quiet }: Custom, distance: number): DayInSeason['phase'] {
  if (distance >= first && distance <= last) return 'feast';
  return distance < first && quiet !== true ? 'run-up' : 'lull';
}

type Ranked = readonly [DayInSeason, number];

function outranks([here, weight]: Ranked, [held, heldWeight]: Ranked): boolean {
  const ahead =
    weight - heldWeight ||
    PHASES[here.phase] - PHASES[held.phase] ||
    Math.abs(held.distance) - Math.abs(here.distance) ||
    compare(held.season.id, here.season.id);
  return ahead > 0;
}
