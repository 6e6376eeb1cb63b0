import type { Day } from '../day.ts';

/** The years of the table, both included. */
export const FIRST_YEAR = 2015;
export const LAST_YEAR = 2035;

/** Feasts of the Indian lunar and solar calendars, whose day no simple rule gives. */
export type DatedFeast =
  | 'diwali'
  | 'dhanteras'
  | 'navratri'
  | 'dussehra'
  | 'durga-puja'
  | 'raksha-bandhan'
  | 'holi'
  | 'janmashtami'
  | 'ganesh-chaturthi'
  | 'karva-chauth'
  | 'onam'
  | 'pongal'
  | 'ugadi'
  | 'akshaya-tritiya'
  | 'pitru-paksha';

/**
 * How well a day is known: `two` published lists give it, `one` does, or it was only `computed` from Sun and Moon
 * by the feast's rule.
 */
export type Confirmation = 'two' | 'one' | 'computed';

interface Dated {
  /** month and date of the years 2015 to 2035 */
  readonly days: string;
  readonly one?: readonly number[];
  readonly computed?: readonly number[];
}

const TABLE: Readonly<Record<DatedFeast, Dated>> = {
  diwali: {
    days: '11-11 10-30 10-19 11-07 10-27 11-14 11-04 10-24 11-12 10-31 10-20 11-08 10-29 10-17 11-05 10-26 11-14 11-02 10-22 11-10 10-30',
    one: [2034],
  },
  dhanteras: {
    days: '11-09 10-28 10-17 11-05 10-25 11-13 11-02 10-22 11-10 10-29 10-18 11-06 10-27 10-15 11-04 10-24 11-12 10-31 10-20 11-08 10-28',
    one: [2015, 2018, 2021, 2022, 2024, 2025, 2034, 2035],
    computed: [2019, 2020],
  },
  navratri: {
    days: '10-13 10-01 09-21 10-10 09-29 10-17 10-07 09-26 10-15 10-03 09-22 10-11 09-30 09-19 10-08 09-28 10-17 10-05 09-24 10-13 10-02',
    one: [2015, 2017, 2019, 2020, 2021],
  },
  dussehra: {
    days: '10-22 10-11 09-30 10-19 10-08 10-25 10-15 10-05 10-24 10-12 10-02 10-20 10-09 09-27 10-16 10-06 10-25 10-14 10-03 10-22 10-11',
    one: [2032, 2033, 2034, 2035],
  },
  'durga-puja': {
    days: '10-21 10-09 09-28 10-17 10-06 10-24 10-13 10-03 10-22 10-11 09-30 10-19 10-07 09-26 10-14 10-04 10-23 10-12 10-02 10-20 10-09',
    one: [2015, 2016, 2017, 2019, 2020, 2023],
  },
  'raksha-bandhan': {
    days: '08-29 08-18 08-07 08-26 08-15 08-03 08-22 08-11 08-30 08-19 08-09 08-28 08-17 08-05 08-23 08-13 08-02 08-20 08-10 08-29 08-18',
    one: [2017],
  },
  holi: {
    days: '03-06 03-24 03-13 03-02 03-21 03-10 03-29 03-18 03-08 03-25 03-14 03-04 03-22 03-11 03-01 03-20 03-09 03-27 03-16 03-05 03-24',
  },
  janmashtami: {
    days: '09-05 08-25 08-15 09-03 08-24 08-12 08-30 08-19 09-07 08-26 08-16 09-04 08-25 08-13 09-01 08-21 08-10 08-28 08-17 09-06 08-26',
    one: [2017, 2031, 2034],
  },
  'ganesh-chaturthi': {
    days: '09-17 09-05 08-25 09-13 09-02 08-22 09-10 08-31 09-19 09-07 08-27 09-14 09-04 08-23 09-11 09-01 09-20 09-08 08-28 09-16 09-05',
  },
  'karva-chauth': {
    days: '10-30 10-19 10-08 10-27 10-17 11-04 10-24 10-13 11-01 10-20 10-10 10-29 10-18 10-07 10-26 10-15 11-02 10-21 10-11 10-30 10-20',
    one: [2015, 2023, 2032, 2033, 2034, 2035],
    computed: [2024],
  },
  onam: {
    days: '08-28 09-14 09-04 08-25 09-11 08-31 08-21 09-08 08-29 09-15 09-05 08-26 09-12 09-01 08-22 09-09 08-30 08-20 09-06 08-28 09-14',
    one: [2018],
  },
  pongal: {
    days: '01-15 01-15 01-14 01-14 01-15 01-15 01-14 01-14 01-15 01-15 01-14 01-14 01-15 01-15 01-14 01-14 01-15 01-15 01-14 01-14 01-15',
    one: [2032, 2033, 2034, 2035],
  },
  ugadi: {
    days: '03-21 04-08 03-28 03-18 04-06 03-25 04-13 04-02 03-22 04-09 03-30 03-19 04-07 03-27 04-14 04-03 03-24 04-11 03-31 03-21 04-09',
    one: [2016],
  },
  'akshaya-tritiya': {
    days: '04-21 05-09 04-28 04-18 05-07 04-26 05-14 05-03 04-22 05-10 04-30 04-19 05-09 04-27 05-16 05-05 04-24 05-12 05-01 04-21 05-10',
    one: [2015, 2016, 2017, 2019, 2023, 2024, 2025, 2034, 2035],
  },
  'pitru-paksha': {
    days: '10-12 09-30 09-19 10-08 09-28 09-17 10-06 09-25 10-14 10-02 09-21 10-10 09-29 09-18 10-07 09-27 10-15 10-04 09-23 10-11 10-01',
    one: [
      2015, 2017, 2018, 2019, 2020, 2021, 2023, 2024, 2025, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035,
    ],
  },
};

/**
 * The day of an Indian feast in a year from 2015 to 2035, as most of India keeps it; undefined for other years.
 *
 * Which day: Diwali is Lakshmi Puja; Durga Puja is Maha Ashtami; Onam is Thiruvonam; Pongal stands for Makar Sankranti
 * too, which is at most a day earlier; Ugadi for Gudi Padwa; Holi is the day of colours; Navratri the first of its nine
 * days; Janmashtami the gazetted (Vaishnava) day; Pitru Paksha its last day, Sarva Pitru Amavasya.
 *
 * Sources: the lists of timeanddate.com/holidays/india (as kept by the package `holidays`, calendars/hindu.py);
 * the yearly circulars of the Government of India (Department of Personnel and Training) and press reports of them,
 * 2015 to 2025; drikpanchang.com for New Delhi, 2022 to 2033; dated lists of Indian shops and temples, 2026 to 2035.
 * `confirmation` tells how many of them gave a day; how far the lists depend on one another is not known. Every day was
 * also held to the feast's own rule by the places of Sun and Moon (test/domain/calendar/sky.ts): the right lunar day of
 * the right month at some hour of the day. For years to come a circular may still differ by a day.
 *
 * Where lists differ: Diwali 2024 was 31 October by the circular and 1 November by drikpanchang.com; Durga Puja 2020 is
 * 24 October as in Bengal (Indian Express), not 23; Onam is 14 September 2016 and 25 August 2018 (circular), a day
 * after timeanddate.com; the fortnight of 2020 ended on 17 September (Indian Express), a month before the Bathukamma of
 * Telangana; Janmashtami is often kept a day earlier, Pongal's Makar Sankranti and the Diwali of the South too.
 */
export function datedFeast(feast: DatedFeast, year: number): Day | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const start = (year - FIRST_YEAR) * 6;
  return `${year}-${TABLE[feast].days.slice(start, start + 5)}`;
}

/** How many published lists give the day of a feast in a year of the table. */
export function confirmation(feast: DatedFeast, year: number): Confirmation {
  const { one = [], computed = [] } = TABLE[feast];
  if (computed.includes(year)) return 'computed';
  return one.includes(year) ? 'one' : 'two';
}

/** The feasts of the table. */
export const DATED_FEASTS = Object.keys(TABLE) as readonly DatedFeast[];
