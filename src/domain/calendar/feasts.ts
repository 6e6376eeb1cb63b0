import { daysThatRead, easter, lastWeekday, nthWeekday } from './date-rules.ts';
import { datedFeast, type DatedFeast } from './dated-feasts.ts';
import { addDays, type Day } from '../day.ts';

/** How a feast moves sales in some countries. Days are counted from the feast's own day. */
export interface Custom {
  /** ISO country codes, or everywhere that no other custom of the feast names */
  readonly where: readonly string[] | 'everywhere';
  readonly except?: readonly string[];
  /** days of buying before the feast: less than a week, or whole weeks, so that each week is met every year */
  readonly runUp: number;
  /** first and last day of the feast itself, [0, 0] for a single day */
  readonly lasts: readonly [number, number];
  /** days after it in which less is bought than usual */
  readonly lull: number;
  /** 1: some trades feel it, 2: most do, 3: it outdoes all around it */
  readonly strength: 1 | 2 | 3;
  /** true: little is bought before it, the days before are lull and not run-up */
  readonly quiet?: true;
}

/** Something people buy for: when it is, and what it does where. */
export interface Feast {
  readonly id: string;
  readonly name: string;
  /** its days in a Gregorian year: none outside a table, two when a lunar year begins twice */
  readonly days: (year: number) => readonly Day[];
  readonly customs: readonly Custom[];
}

const INDIA = ['IN'] as const;
const ABROAD = ['GB', 'US', 'CA', 'AU', 'NZ', 'SG', 'MY', 'AE', 'MU', 'LK', 'NP', 'FJ', 'TT'] as const;
const MUSLIM = [
  ...['AE', 'BD', 'BH', 'DZ', 'EG', 'ID', 'IQ', 'JO', 'KW', 'LB', 'MA'],
  ...['MV', 'MY', 'OM', 'PK', 'QA', 'SA', 'TN', 'TR'],
] as const;
/** They keep it on other days than most. */
const OTHER_MOTHERS_DAY = [
  ...['GB', 'IE', 'FR', 'SE', 'NO', 'PL', 'ES', 'PT', 'HU', 'RO', 'LT', 'MX', 'AR', 'KR', 'TH', 'ID', 'NP'],
  ...['AE', 'BH', 'EG', 'IQ', 'JO', 'KW', 'LB', 'OM', 'QA', 'SA', 'IL', 'RU'],
] as const;
const OTHER_FATHERS_DAY = [
  ...['AU', 'NZ', 'DE', 'ES', 'IT', 'PT', 'BE', 'SE', 'NO', 'DK', 'FI', 'BR', 'PL', 'TH', 'TW', 'KR', 'NP'],
  ...['AE', 'EG', 'JO', 'LB', 'RU'],
] as const;
const LUNAR_YEAR = ['CN', 'HK', 'ID', 'KR', 'MO', 'MY', 'PH', 'SG', 'TW', 'VN'] as const;
const COMMONWEALTH = ['GB', 'AU', 'CA', 'NZ', 'IE'] as const;

type Shape = readonly [runUp: number, lasts: readonly [number, number], lull: number];

/** A custom in few words. */
function custom(where: Custom['where'], strength: Custom['strength'], [runUp, lasts, lull]: Shape): Custom {
  return { where, strength, runUp, lasts, lull };
}

function dated(id: DatedFeast, name: string, customs: readonly Custom[]): Feast {
  const days = (year: number): readonly Day[] => {
    const day = datedFeast(id, year);
    return day === undefined ? [] : [day];
  };
  return { id, name, days, customs };
}

const ONE_DAY = [0, 0] as const;

const INDIAN: readonly Feast[] = [
  dated('diwali', 'Diwali', [custom(INDIA, 3, [21, ONE_DAY, 14]), custom(ABROAD, 1, [7, ONE_DAY, 2])]),
  dated('dhanteras', 'Dhanteras', [custom(INDIA, 3, [0, ONE_DAY, 0])]),
  dated('navratri', 'Navratri', [custom(INDIA, 2, [0, [0, 8], 0])]),
  dated('dussehra', 'Dussehra', [custom(INDIA, 2, [0, ONE_DAY, 0])]),
  dated('durga-puja', 'Durga Puja', [custom(INDIA, 1, [7, [-1, 1], 0]), custom(['BD'], 1, [7, [-1, 1], 0])]),
  dated('raksha-bandhan', 'Raksha Bandhan', [custom(INDIA, 2, [7, ONE_DAY, 1])]),
  dated('holi', 'Holi', [custom(INDIA, 2, [7, ONE_DAY, 2])]),
  dated('janmashtami', 'Janmashtami', [custom(INDIA, 1, [2, [-1, 0], 0])]),
  dated('ganesh-chaturthi', 'Ganesh Chaturthi', [custom(INDIA, 2, [7, ONE_DAY, 1])]),
  dated('karva-chauth', 'Karva Chauth', [custom(INDIA, 1, [3, ONE_DAY, 0])]),
  dated('onam', 'Onam', [custom(INDIA, 1, [7, ONE_DAY, 0])]),
  dated('pongal', 'Pongal and Makar Sankranti', [custom(INDIA, 1, [3, [-1, 1], 0])]),
  dated('ugadi', 'Ugadi and Gudi Padwa', [custom(INDIA, 1, [2, ONE_DAY, 0])]),
  dated('akshaya-tritiya', 'Akshaya Tritiya', [custom(INDIA, 1, [3, ONE_DAY, 0])]),
  dated('pitru-paksha', 'Pitru Paksha', [{ ...custom(INDIA, 3, [14, ONE_DAY, 0]), quiet: true }]),
];

function yearly(
  id: string,
  name: string,
  [day, customs]: readonly [(year: number) => Day, readonly Custom[]],
): Feast {
  return { id, name, days: (year) => [day(year)], customs };
}

const thanksgiving = (year: number): Day => nthWeekday(`${year}-11`, 3, 4);
/** Moved once: to the day of the end of the war in Europe. */
const earlyMay = (year: number): Day => (year === 2020 ? '2020-05-08' : nthWeekday(`${year}-05`, 0, 1));
/** Moved once: for the Platinum Jubilee. */
const springHoliday = (year: number): Day => (year === 2022 ? '2022-06-02' : lastWeekday(`${year}-05`, 0));

const BY_RULE: readonly Feast[] = [
  yearly('new-year', 'New Year', [
    (year) => `${year}-01-01`,
    [custom(INDIA, 1, [4, ONE_DAY, 0]), custom('everywhere', 1, [5, ONE_DAY, 7])],
  ]),
  yearly('republic-day', 'Republic Day', [(year) => `${year}-01-26`, [custom(INDIA, 1, [5, ONE_DAY, 0])]]),
  yearly('valentines-day', 'Valentine’s Day', [
    (year) => `${year}-02-14`,
    [custom('everywhere', 1, [7, ONE_DAY, 0])],
  ]),
  yearly('easter', 'Easter', [easter, [{ ...custom('everywhere', 1, [7, [-2, 1], 2]), except: INDIA }]]),
  yearly('mothers-day', 'Mother’s Day', [
    (year) => nthWeekday(`${year}-05`, 6, 2),
    [{ ...custom('everywhere', 1, [7, ONE_DAY, 0]), except: OTHER_MOTHERS_DAY }],
  ]),
  yearly('mothering-sunday', 'Mothering Sunday', [
    (year) => addDays(easter(year), -21),
    [custom(['GB', 'IE'], 1, [7, ONE_DAY, 0])],
  ]),
  yearly('fathers-day', 'Father’s Day', [
    (year) => nthWeekday(`${year}-06`, 6, 3),
    [{ ...custom('everywhere', 1, [7, ONE_DAY, 0]), except: OTHER_FATHERS_DAY }],
  ]),
  yearly('early-may-holiday', 'Early May bank holiday', [earlyMay, [custom(['GB'], 1, [2, ONE_DAY, 0])]]),
  yearly('spring-holiday', 'Spring bank holiday', [springHoliday, [custom(['GB'], 1, [2, ONE_DAY, 0])]]),
  yearly('summer-holiday', 'Summer bank holiday', [
    (year) => lastWeekday(`${year}-08`, 0),
    [custom(['GB'], 1, [2, ONE_DAY, 0])],
  ]),
  yearly('fourth-of-july', 'Independence Day', [
    (year) => `${year}-07-04`,
    [custom(['US'], 1, [7, ONE_DAY, 0])],
  ]),
  yearly('independence-day', 'Independence Day', [
    (year) => `${year}-08-15`,
    [custom(INDIA, 1, [7, ONE_DAY, 0])],
  ]),
  yearly('labor-day', 'Labor Day', [
    (year) => nthWeekday(`${year}-09`, 0, 1),
    [custom(['US', 'CA'], 1, [4, [-2, 0], 0])],
  ]),
  yearly('singles-day', 'Singles’ Day', [
    (year) => `${year}-11-11`,
    [
      custom(['CN', 'HK', 'MO', 'TW'], 3, [21, ONE_DAY, 7]),
      custom(['ID', 'MY', 'PH', 'SG', 'TH', 'VN'], 2, [5, ONE_DAY, 3]),
    ],
  ]),
  yearly('thanksgiving', 'Thanksgiving', [thanksgiving, [custom(['US'], 2, [7, ONE_DAY, 0])]]),
  yearly('black-friday', 'Black Friday', [
    (year) => addDays(thanksgiving(year), 1),
    [custom(INDIA, 1, [2, [0, 2], 0]), custom('everywhere', 3, [7, [0, 2], 0])],
  ]),
  yearly('cyber-monday', 'Cyber Monday', [
    (year) => addDays(thanksgiving(year), 4),
    [custom(INDIA, 1, [0, ONE_DAY, 0]), custom('everywhere', 3, [0, ONE_DAY, 4])],
  ]),
  yearly('christmas', 'Christmas', [
    (year) => `${year}-12-25`,
    [custom(INDIA, 1, [5, ONE_DAY, 0]), custom('everywhere', 3, [28, ONE_DAY, 5])],
  ]),
  yearly('boxing-day', 'Boxing Day', [(year) => `${year}-12-26`, [custom(COMMONWEALTH, 2, [0, [0, 1], 0])]]),
];

const BY_OTHER_CALENDARS: readonly Feast[] = [
  {
    id: 'ramadan',
    name: 'Ramadan',
    days: (year) => daysThatRead(['islamic-umalqura', '9/1/'], year),
    customs: [custom(MUSLIM, 1, [7, [0, 14], 0])],
  },
  {
    id: 'eid-al-fitr',
    name: 'Eid al-Fitr',
    days: (year) => daysThatRead(['islamic-umalqura', '10/1/'], year),
    customs: [
      custom(INDIA, 2, [7, [-1, 1], 2]),
      custom(MUSLIM, 3, [14, [-1, 2], 7]),
      custom(['GB'], 1, [7, [-1, 1], 0]),
    ],
  },
  {
    id: 'eid-al-adha',
    name: 'Eid al-Adha',
    days: (year) => daysThatRead(['islamic-umalqura', '12/10/'], year),
    customs: [
      custom(INDIA, 1, [3, [-1, 1], 0]),
      custom(MUSLIM, 2, [7, [-1, 3], 4]),
      custom(['GB'], 1, [5, [-1, 1], 0]),
    ],
  },
  {
    id: 'lunar-new-year',
    name: 'Lunar New Year',
    days: (year) => daysThatRead(['chinese', '1/1/'], year, ['01-20', '02-22']),
    customs: [
      custom(LUNAR_YEAR, 3, [21, [0, 6], 7]),
      custom(['US', 'GB', 'CA', 'AU', 'NZ'], 1, [7, ONE_DAY, 0]),
    ],
  },
  {
    id: 'hanukkah',
    name: 'Hanukkah',
    days: (year) => daysThatRead(['hebrew', '25 Kislev'], year, ['11-20', '12-31']),
    customs: [custom(['IL'], 2, [7, [-1, 7], 0]), custom(['US', 'GB', 'CA'], 1, [7, [-1, 7], 0])],
  },
];

/** Every feast that the calendar knows. Good Friday and Easter Monday are days of Easter. */
export const FEASTS: readonly Feast[] = [...INDIAN, ...BY_RULE, ...BY_OTHER_CALENDARS];

/**
 * What a feast does in a country, by its ISO code: the custom that names it, else the one for everywhere; undefined when
 * the country does not buy for it. Windows are the trade's usual ones and not measured on any shop: what a window is worth
 * is learned from the shop's own sales.
 */
export function customOf(feast: Feast, country: string): Custom | undefined {
  const named = feast.customs.find(({ where }) => where !== 'everywhere' && where.includes(country));
  if (named !== undefined) return named;
  const general = feast.customs.find(({ where }) => where === 'everywhere');
  return general?.except?.includes(country) === true ? undefined : general;
}
