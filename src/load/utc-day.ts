import { dayInZone, type Day } from '../domain/day.ts';
import type { ParsedDay } from './dates.ts';

/** No zone is off UTC by anything but whole quarters of an hour. */
const QUARTER = 900_000;

/**
 * Gives the day in an IANA zone of a date and time that a file states in UTC or as a Unix time: a sale at 20:00 UTC is one of the
 * next day in India. A date without a time stays as it is, for nobody knows when on that day.
 */
export function utcDays(zone: string): (moment: ParsedDay) => Day {
  const days = new Map<number, Day>();
  return ({ day, time }) => {
    if (time === undefined) return day;
    const instant = Date.parse(`${day}T${time}Z`);
    if (Number.isNaN(instant)) return day;
    const quarter = Math.floor(instant / QUARTER);
    const known = days.get(quarter) ?? dayInZone(new Date(quarter * QUARTER), zone);
    days.set(quarter, known);
    return known;
  };
}
