import type { DayInSeason, SellingCalendar, SellingSeason } from '../../domain/calendar/selling-calendar.ts';
import { addDays, dayFrom, dayNumber, type Day } from '../../domain/day.ts';
import { roundHalfUp } from '../../domain/money.ts';
import type { Period } from '../../domain/period.ts';
import { median, robustDeviation } from '../../stats/order-statistics.ts';

/** The days of one measure, from `first` on without gaps; NaN: not known. */
export interface DatedValues {
  readonly first: Day;
  readonly values: Float64Array;
}

/** What a feast or sale did to the days around it. */
export interface SeasonEffect {
  readonly season: SellingSeason;
  /** the middle one of the ordinary days before it */
  readonly ordinary: number;
  /** its days of run-up and feast that are known */
  readonly days: number;
  /** what they brought above (below: negative) as many ordinary days */
  readonly amount: number;
  /** how much more its middle day sold than an ordinary one: 0.8 is 80 % more */
  readonly share: number;
  /** large, and more than the shop's days vary by themselves */
  readonly isNotable: boolean;
}

const ORDINARY_DAYS = 28;
const FEWEST_ORDINARY = 14;
const FARTHEST = 183;
const LEAST_SHARE = 0.15;
const FEWEST_DAYS = 3;
/** standard errors of the middle of the season's days */
const ERRORS = 2;

function at({ first, values }: DatedValues, number: number): number {
  return values[number - dayNumber(first)] ?? NaN;
}

/** The last 28 ordinary days before one, at most half a year back; none with fewer than 14. */
function ordinaryBefore(dated: DatedValues, calendar: SellingCalendar, day: Day): readonly number[] {
  const end = dayNumber(day);
  const ordinary: number[] = [];
  for (let number = end - 1; number >= end - FARTHEST && ordinary.length < ORDINARY_DAYS; number -= 1) {
    const value = at(dated, number);
    if (!Number.isNaN(value) && calendar.on(dayFrom(number)) === undefined) ordinary.push(value);
  }
  return ordinary.length < FEWEST_ORDINARY ? [] : ordinary;
}

/**
 * The middle day of a season's run-up and feast against the middle one of the 28 ordinary days before it; of a season in which people
 * buy nothing, all its days. On days of two seasons the stronger one counts. Notable from three days (a sale of the owner's own: one),
 * 15 % and two standard errors on. Undefined without enough ordinary days that sold something, or without a known day of the season.
 */
export function seasonEffect(
  season: SellingSeason,
  dated: DatedValues,
  calendar: SellingCalendar,
): SeasonEffect | undefined {
  const before = ordinaryBefore(dated, calendar, season.from);
  const ordinary = median(before);
  if (!(ordinary > 0)) return undefined;
  const own = daysOf(season, calendar).map(({ day, phase }) => ({ phase, value: at(dated, dayNumber(day)) }));
  const busy = own.filter(({ phase }) => phase !== 'lull');
  const values = (busy.length > 0 ? busy : own)
    .map(({ value }) => value)
    .filter((value) => !Number.isNaN(value));
  if (values.length === 0) return undefined;
  const share = median(values) / ordinary - 1;
  const noise = (ERRORS * robustDeviation(before)) / Math.sqrt(values.length) / ordinary;
  return {
    ...{ season, ordinary, days: values.length, share },
    amount: roundHalfUp(values.reduce((sum, value) => sum + value - ordinary, 0)),
    isNotable:
      values.length >= (season.own ? 1 : FEWEST_DAYS) && Math.abs(share) >= Math.max(LEAST_SHARE, noise),
  };
}

/** The days of its window that the season rules. */
function daysOf(season: SellingSeason, calendar: SellingCalendar) {
  const days: { readonly day: Day; readonly phase: DayInSeason['phase'] }[] = [];
  for (let day = season.from; day <= season.to; day = addDays(day, 1)) {
    const here = calendar.on(day);
    if (here?.season.id === season.id) days.push({ day, phase: here.phase });
  }
  return days;
}

/** What a season is known to do to this shop's sales; undefined for one that does not move them. */
export type KnownEffect = (season: SellingSeason) => SeasonEffect | undefined;

/**
 * A season moves the shop's sales when it did so notably in one of the last three years. That it lifts them may be seen for the first time;
 * that it lowers them is believed only of an earlier year, or every bad week near a feast would be excused.
 */
export function knownEffects(dated: DatedValues, calendar: SellingCalendar): KnownEffect {
  const found = new Map<string, SeasonEffect | undefined>();
  const effectOf = (season: SellingSeason): SeasonEffect | undefined => {
    const now = seasonEffect(season, dated, calendar);
    if (now?.isNotable === true && now.share > 0) return now;
    const earlier = [1, 2, 3].map((years) => seasonYearsAgo(season, calendar, years));
    return earlier
      .flatMap((other) => (other && seasonEffect(other, dated, calendar)) ?? [])
      .find(({ isNotable }) => isNotable);
  };
  return (season) => {
    const key = `${season.id} ${season.day}`;
    if (!found.has(key)) found.set(key, effectOf(season));
    return found.get(key);
  };
}

/** The word for what the day's season does, for seasons that move the shop's sales and the owner's own; undefined on other days. */
export function movingWord(
  calendar: SellingCalendar,
  effectOf: KnownEffect,
): (day: Day) => string | undefined {
  return (day) => {
    const here = calendar.on(day);
    if (here === undefined || !(here.season.own || effectOf(here.season) !== undefined)) return undefined;
    return calendar.eventWord(day);
  };
}

/**
 * Which days a feast or sale explains: those of a season that moves the shop's sales, when they went the way it moves them: a feast
 * that lifts sales explains no day below the ordinary, and the lull after it none above.
 */
export function explainedDays(
  dated: DatedValues,
  calendar: SellingCalendar,
  effectOf: KnownEffect,
): (index: number) => string | undefined {
  return (index) => {
    const day = addDays(dated.first, index);
    const here = calendar.on(day);
    const effect = here && effectOf(here.season);
    if (effect === undefined) return undefined;
    const way = here?.phase === 'lull' ? -1 : Math.sign(effect.share);
    const moved = (dated.values[index] ?? NaN) - effect.ordinary;
    return moved * way > 0 ? calendar.eventWord(day) : undefined;
  };
}

/** The seasons that rule some day of the period, by their feast; lulls after a feast do not count as the feast. */
export function rulingSeasons(calendar: SellingCalendar, period: Period): readonly SellingSeason[] {
  const ruling = new Map<string, SellingSeason>();
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    const here = calendar.on(day);
    if (here !== undefined && here.phase !== 'lull')
      ruling.set(`${here.season.id} ${here.season.day}`, here.season);
  }
  return [...ruling.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The same season some years before. */
export function seasonYearsAgo(
  season: SellingSeason,
  calendar: SellingCalendar,
  years: number,
): SellingSeason | undefined {
  const year = Number(season.day.slice(0, 4)) - years;
  const near = { from: `${year}-01-01`, to: `${year}-12-31` };
  const distance = (other: SellingSeason): number =>
    Math.abs(dayNumber(other.day) - dayNumber(season.day) + 365.25 * years);
  return calendar
    .seasonsIn(near)
    .filter(({ id }) => id === season.id)
    .sort((a, b) => distance(a) - distance(b))[0];
}
