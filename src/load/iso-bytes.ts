const DASH = 45;
const COLON = 58;
const LETTER_T = 84;
const SPACE = 32;
const ZERO = 48;

/** `2026-10-31` as the number 20261031; −1 for another shape. */
export function isoDate(bytes: Uint8Array, from: number): number {
  if (bytes[from + 4] !== DASH || bytes[from + 7] !== DASH) return -1;
  const [century, year] = [pair(bytes, from), pair(bytes, from + 2)];
  const [month, date] = [pair(bytes, from + 5), pair(bytes, from + 8)];
  return century < 0 || year < 0 || month < 0 || date < 0
    ? -1
    : century * 1e6 + year * 1e4 + month * 100 + date;
}

/** Seconds of ` 23:06:05` or `T23:06:05`; −1 for another shape. */
export function timeOfDay(bytes: Uint8Array, from: number): number {
  const isParted = bytes[from] === SPACE || bytes[from] === LETTER_T;
  if (!isParted || bytes[from + 3] !== COLON || bytes[from + 6] !== COLON) return -1;
  const [hour, minute, second] = [pair(bytes, from + 1), pair(bytes, from + 4), pair(bytes, from + 7)];
  const isTime = Math.min(hour, minute, second) >= 0 && hour < 24 && minute < 60 && second < 60;
  return isTime ? (hour * 60 + minute) * 60 + second : -1;
}

/** Two digits as a number, −1 for anything else. */
function pair(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO;
  const ones = (bytes[at + 1] ?? 0) - ZERO;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}
