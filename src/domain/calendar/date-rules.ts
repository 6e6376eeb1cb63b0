import { addDays, dayNumber, daysInMonth, type Day } from '../day.ts';

/** Monday is 0, Sunday 6. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Weekday of a day: Monday 0 to Sunday 6. 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): Weekday {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) as Weekday;
}

/** The nth given weekday of a month `2026-11`, n from 1; `(…, 3, 4)` in November is Thanksgiving. */
export function nthWeekday(month: string, weekday: Weekday, nth: number): Day {
  const first = `${month}-01`;
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

/** The last given weekday of a month `2026-08`. */
export function lastWeekday(month: string, weekday: Weekday): Day {
  const last = `${month}-${daysInMonth(month)}`;
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
}

/**
 * Easter Sunday of the western churches in a year of the Gregorian calendar. Source: the anonymous algorithm of 1876, as in
 * J. Meeus, Astronomical Algorithms, 2nd edition, chapter 8.
 */
export function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const leap = 2 * (century % 4) + 2 * Math.floor(ofCentury / 4);
  const toSunday = (32 + leap - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return addDays(`${year}-03-22`, epact + toSunday - 7 * late);
}

/** Calendars that Node's own Intl knows. */
export type OtherCalendar = 'islamic-umalqura' | 'chinese' | 'hebrew';

/** Month and date in Gregorian years between which a date of another calendar always lies, both included. */
export type Between = readonly [from: string, to: string];

const read = new Map<string, readonly string[]>();

/**
 * The days of a Gregorian year whose date in another calendar begins with the text: `10/1/` in `islamic-umalqura` is
 * Eid al-Fitr (1 Shawwal), `1/1/` in `chinese` the Lunar New Year, `25 Kislev` in `hebrew` Hanukkah. None to two days, in order.
 * Only days between the given ones are looked at (default: the whole year), once, then kept. Umm al-Qura may differ by
 * a day from the sighting of the moon.
 */
export function daysThatRead(
  [calendar, beginning]: readonly [OtherCalendar, string],
  year: number,
  [from, to]: Between = ['01-01', '12-31'],
): readonly Day[] {
  const first = `${year}-${from}`;
  const texts = textsOf(calendar, first, `${year}-${to}`);
  return texts.flatMap((text, index) => (text.startsWith(beginning) ? [addDays(first, index)] : []));
}

function textsOf(calendar: OtherCalendar, from: Day, to: Day): readonly string[] {
  const key = `${calendar} ${from} ${to}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const first = dayNumber(from);
  const texts = Array.from({ length: dayNumber(to) - first + 1 }, (_, index) =>
    format.format((first + index) * 86_400_000),
  );
  read.set(key, texts);
  return texts;
}
