const DAY = 86_400_000;

/** Days since 1970-01-01 of a date; months from 1. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

/** 0 = Monday; 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Easter Sunday in the Gregorian calendar: Meeus, Jones & Butcher. */
function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const place = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(place / 31), (place % 31) + 1);
}

function mondayFrom(day: number): number {
  return day + ((7 - weekdayOfDay(day)) % 7);
}

/** Words of the days of one year, by how far they lie from Christmas, Easter and the Monday bank holidays. */
function feastsOf(year: number): readonly (readonly [number, string])[] {
  const christmas = dayNumber(year, 12, 25);
  const sunday = easter(year);
  const bankHolidays = [
    mondayFrom(dayNumber(year, 5, 1)),
    mondayFrom(dayNumber(year, 5, 25)),
    mondayFrom(dayNumber(year, 8, 25)),
  ];
  const runUp = Array.from(
    { length: 21 },
    (_, i) => [christmas - 1 - i, `christmas-week-${Math.ceil((i + 1) / 7)}`] as const,
  );
  return [
    ...runUp,
    [christmas - 2, 'before-christmas-eve'],
    [christmas - 1, 'christmas-eve'],
    [christmas, 'christmas'],
    [christmas + 1, 'boxing-day'],
    ...[2, 3, 4, 5].map((after) => [christmas + after, 'between-the-years'] as const),
    [christmas + 6, 'new-years-eve'],
    [dayNumber(year, 1, 1), 'new-year'],
    [dayNumber(year, 1, 2), 'after-new-year'],
    ...[-3, -2, -1, 0, 1].map((distance) => [sunday + distance, `easter ${distance}`] as const),
    ...bankHolidays.flatMap((day) =>
      [-3, -2, -1, 0].map((distance) => [day + distance, `bank-holiday ${distance}`] as const),
    ),
  ];
}

/** What a day has to do with a feast in the United Kingdom, by day number; ordinary days have no word. */
export function ukFeasts(firstYear: number, lastYear: number): ReadonlyMap<number, string> {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  return new Map(years.flatMap(feastsOf));
}
