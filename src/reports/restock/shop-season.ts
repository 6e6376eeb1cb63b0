import type { SellingCalendar } from '../../domain/calendar/selling-calendar.ts';
import { dayFrom, dayNumber } from '../../domain/day.ts';
import type { Period } from '../../domain/period.ts';
import { annualFactors } from '../../stats/annual-factor.ts';
import { eventFactors } from '../../stats/event-factors.ts';
import { runningMean } from '../../stats/running-mean.ts';
import { valueAt } from '../../stats/value-at.ts';
import { weekdayProfile } from '../../stats/weekday-profile.ts';

/** How many times a usual day each day brings, the whole shop's pieces taken together: weekday and feast. */
export interface ShopSeason {
  /** of the known days; 0 on a weekday on which the shop is closed */
  readonly past: Float64Array;
  /** of the days from the first unknown one on, with the time of year where the books know a year */
  readonly ahead: Float64Array;
  /** feasts and sales of the days ahead whose effect the books have seen, by name */
  readonly feasts: readonly string[];
}

/** With fewer days a weekday or feast is mostly chance. */
const LEAST_DAYS = 56;

/**
 * Learns what weekdays and feasts do from the shop's pieces a day. A feast never seen in the books, and every day of a shop younger than
 * eight weeks, counts as usual.
 */
export function shopSeason(
  units: Float64Array,
  period: Period,
  { calendar, horizon }: { readonly calendar: SellingCalendar; readonly horizon: number },
): ShopSeason {
  const first = dayNumber(period.from);
  const none = { past: new Float64Array(units.length).fill(1), ahead: new Float64Array(horizon).fill(1) };
  if (units.length < LEAST_DAYS) return { ...none, feasts: [] };
  const firstWeekday = (((first + 3) % 7) + 7) % 7;
  const word = (index: number): string | undefined => calendar.eventWord(dayFrom(first + index));
  const ordinary = units.map((value, index) => (word(index) === undefined ? value : NaN));
  const profile = weekdayProfile({ values: ordinary, firstWeekday });
  const weekday = (index: number): number => valueAt(profile, (firstWeekday + index) % 7);
  const level = ordinary.map((value, index) => (weekday(index) > 0 ? value / weekday(index) : NaN));
  const usual = runningMean(level, 14).map((middle, index) => middle * weekday(index));
  const events = eventFactors({ values: units, usual }, word);
  const factor = (index: number): number => weekday(index) * (events.get(word(index) ?? '') ?? 1);
  const annual = annualFactors(level, horizon);
  return {
    past: none.past.map((_, index) => factor(index)),
    ahead: annual.map((season, step) => season * factor(units.length + step)),
    feasts: feastsAhead({ calendar, first: first + units.length, horizon }, events),
  };
}

function feastsAhead(
  {
    calendar,
    first,
    horizon,
  }: { readonly calendar: SellingCalendar; readonly first: number; readonly horizon: number },
  events: ReadonlyMap<string, number>,
): readonly string[] {
  const names = new Set<string>();
  for (let day = first; day < first + horizon; day += 1) {
    const here = calendar.on(dayFrom(day));
    if (here !== undefined && events.has(calendar.eventWord(dayFrom(day)) ?? '')) names.add(here.season.name);
  }
  return [...names];
}
