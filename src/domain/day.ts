/** A calendar day in the shop's zone, as ISO text: `2026-10-31`. Days compare as strings. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS = 86_400_000;

/** Whether the text is a real calendar day in ISO form (`2026-02-30` is not). */
export function isDay(text: string): boolean {
  const parts = DAY.exec(text);
  if (parts === null) return false;
  const [month, date] = [Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(text.slice(0, 7));
}

/** Days since 1970-01-01; negative before. The day must be in ISO form. */
export function dayNumber(day: Day): number {
  return (
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MILLISECONDS
  );
}

/** The day that many days after 1970-01-01. */
export function dayFrom(number: number): Day {
  return new Date(number * MILLISECONDS).toISOString().slice(0, 10);
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayFrom(dayNumber(day) + count);
}

/** The month of a day: `2026-10`. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** Number of days in a month `2026-02`. */
export function daysInMonth(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}

/** The month `count` months later (earlier when negative): `2026-01` and −1 give `2025-12`. */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}

/** The same day some months later, cut to the month's last day: 2026-03-31 and −1 give 2026-02-28. */
export function addMonthsToDay(day: Day, count: number): Day {
  const month = addMonths(monthOf(day), count);
  const date = Math.min(Number(day.slice(8, 10)), daysInMonth(month));
  return `${month}-${String(date).padStart(2, '0')}`;
}

/** Minutes ahead of UTC of zones that keep one time all year (since 1945): they need no table of zones, which is slow to load. */
const FIXED_OFFSETS: ReadonlyMap<string, number> = new Map([
  ['Asia/Kolkata', 330],
  ['UTC', 0],
]);
const MINUTE = 60_000;

/** The calendar day that an instant falls on in an IANA zone such as `Asia/Kolkata`; throws RangeError for an unknown zone. */
export function dayInZone(instant: Date, zone: string): Day {
  const offset = FIXED_OFFSETS.get(zone);
  if (offset !== undefined) return dayFrom(Math.floor((instant.getTime() + offset * MINUTE) / MILLISECONDS));
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
  return parts.slice(0, 10);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** English short name of month 1 to 12. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** A day for reading: `31 Oct 2026`. */
export function formatDay(day: Day): string {
  return `${Number(day.slice(8, 10))} ${monthName(Number(day.slice(5, 7)))} ${day.slice(0, 4)}`;
}
