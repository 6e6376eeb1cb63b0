/**
 * Longitudes of Sun and Moon, to check the table of Indian feasts by their own rules. Source: J. Meeus, Astronomical
 * Algorithms, 2nd edition, chapters 25 (low accuracy) and 47 (the largest terms): about 0.01°, half a minute of a tithi's
 * day of 24 hours. All arguments are instants in milliseconds of UTC.
 */
const IST = 5.5 * 3_600_000;
export const HOUR = 3_600_000;
/** Terrestrial time is ahead of UTC by this much in these years. */
const DELTA_T = 70_000;

const wrap = (degrees: number): number => ((degrees % 360) + 360) % 360;
const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
const centuries = (instant: number): number =>
  ((instant + DELTA_T) / 86_400_000 + 2_440_587.5 - 2_451_545) / 36_525;
const nutation = (t: number): number => -0.00478 * sine(125.04 - 1934.136 * t);

/** The instant of an Indian day's hour. */
export function indianTime(day: string, hour: number): number {
  return Date.parse(`${day}T00:00:00Z`) - IST + hour * HOUR;
}

export function sunLongitude(instant: number): number {
  const t = centuries(instant);
  const anomaly = 357.52911 + 35_999.05029 * t;
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) + 0.019993 * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly);
  return wrap(280.46646 + 36_000.76983 * t + centre - 0.00569 + nutation(t));
}

/** Multiples of the Moon's elongation, the Sun's anomaly, the Moon's anomaly and latitude argument; millionths of a degree. */
const TERMS: readonly (readonly [number, number, number, number, number])[] = [
  [0, 0, 1, 0, 6288774],
  [2, 0, -1, 0, 1274027],
  [2, 0, 0, 0, 658314],
  [0, 0, 2, 0, 213618],
  [0, 1, 0, 0, -185116],
  [0, 0, 0, 2, -114332],
  [2, 0, -2, 0, 58793],
  [2, -1, -1, 0, 57066],
  [2, 0, 1, 0, 53322],
  [2, -1, 0, 0, 45758],
  [0, 1, -1, 0, -40923],
  [1, 0, 0, 0, -34720],
  [0, 1, 1, 0, -30383],
  [2, 0, 0, -2, 15327],
  [0, 0, 1, 2, -12528],
  [0, 0, 1, -2, 10980],
  [4, 0, -1, 0, 10675],
  [0, 0, 3, 0, 10034],
  [4, 0, -2, 0, 8548],
  [2, 1, -1, 0, -7888],
  [2, 1, 0, 0, -6766],
  [1, 0, -1, 0, -5163],
  [1, 1, 0, 0, 4987],
  [2, -1, 1, 0, 4036],
  [2, 0, 2, 0, 3994],
  [4, 0, 0, 0, 3861],
  [2, 0, -3, 0, 3665],
];

export function moonLongitude(instant: number): number {
  const t = centuries(instant);
  const elongated = 297.8501921 + 445_267.1114034 * t;
  const sun = 357.5291092 + 35_999.0502909 * t;
  const moon = 134.9633964 + 477_198.8675055 * t;
  const latitude = 93.272095 + 483_202.0175233 * t;
  const waves = TERMS.reduce(
    (sum, [d, m, p, f, size]) => sum + size * sine(d * elongated + m * sun + p * moon + f * latitude),
    0,
  );
  return wrap(218.3164477 + 481_267.88123421 * t + waves / 1e6 + nutation(t));
}

/** The lunar day, 1 to 30: each is 12° of the Moon's way from the Sun; 15 is full, 30 new. */
export function tithi(instant: number): number {
  return Math.floor(wrap(moonLongitude(instant) - sunLongitude(instant)) / 12) + 1;
}

/** Longitude among the stars, by the Indian government's (Lahiri) zero. */
export function sidereal(longitude: number, instant: number): number {
  return wrap(longitude - 23.853 - (50.2796 / 36) * centuries(instant));
}

/** The new moon before an instant, by Newton's method on the elongation. */
function newMoonBefore(instant: number): number {
  let moon = instant - (wrap(moonLongitude(instant) - sunLongitude(instant)) / 360) * 29.53 * 24 * HOUR;
  for (let step = 0; step < 8; step++) {
    const away = wrap(moonLongitude(moon) - sunLongitude(moon) + 180) - 180;
    moon -= (away / 12.19) * 24 * HOUR;
  }
  return moon;
}

function signAt(instant: number): number {
  return Math.floor(sidereal(sunLongitude(instant), instant) / 30);
}

/**
 * The lunar month from new moon to new moon that the instant lies in: Chaitra 1 to Phalguna 12, named for the sign that the Sun
 * enters in it; 0 in a month in which it enters none, which is a leap month without feasts.
 */
export function lunarMonth(instant: number): number {
  const start = newMoonBefore(instant);
  const sign = signAt(start);
  const next = newMoonBefore(start + 31 * 24 * HOUR);
  return signAt(next) === sign ? 0 : ((sign + 1) % 12) + 1;
}
