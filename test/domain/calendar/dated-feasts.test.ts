import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays, isDay } from '../../../src/domain/day.ts';
import {
  confirmation,
  DATED_FEASTS,
  datedFeast,
  FIRST_YEAR,
  LAST_YEAR,
  type DatedFeast,
} from '../../../src/domain/calendar/dated-feasts.ts';
import { sharedPath } from '../../helpers/shared.ts';
import { HOUR, indianTime, lunarMonth, moonLongitude, sidereal, sunLongitude, tithi } from './sky.ts';

const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

function dayOf(feast: DatedFeast, year: number): string {
  return datedFeast(feast, year) ?? `no ${feast} in ${year}`;
}

/** Instants of an Indian day, an hour apart, from midnight to midnight. */
function hoursOf(day: string): readonly number[] {
  return Array.from({ length: 25 }, (_, hour) => indianTime(day, hour));
}

describe('the sky of the tests', () => {
  const terrestrial = (text: string): number => Date.parse(text) - 70_000;

  it('has the Sun of the 13 October 1992 where Meeus, example 25.a, has it', () => {
    expect(sunLongitude(terrestrial('1992-10-13T00:00:00Z'))).toBeCloseTo(199.909, 2);
  });

  it('has the Moon of the 12 April 1992 where Meeus, example 47.a, has it', () => {
    expect(Math.abs(moonLongitude(terrestrial('1992-04-12T00:00:00Z')) - 133.167)).toBeLessThan(0.02);
  });
});

describe('the table of Indian feasts', () => {
  it('has a day in every year from 2015 to 2035 and none in others', () => {
    for (const feast of DATED_FEASTS) {
      for (const year of YEARS) expect(isDay(dayOf(feast, year)), `${feast} ${year}`).toBe(true);
      expect(datedFeast(feast, 2014)).toBeUndefined();
      expect(datedFeast(feast, 2036)).toBeUndefined();
    }
  });

  it.each([
    ['diwali', 30, 7],
    ['dhanteras', 28, 7],
    ['karva-chauth', 19, 7],
    ['navratri', 1, 7],
    ['durga-puja', 8, 7],
    ['dussehra', 10, 7],
    ['pitru-paksha', 30, 6],
    ['ganesh-chaturthi', 4, 6],
    ['raksha-bandhan', 15, 5],
    ['janmashtami', 23, 5],
    ['akshaya-tritiya', 3, 2],
    ['ugadi', 1, 1],
  ] as const)('has %s on lunar day %i of month %i, in every year', (feast, lunarDay, month) => {
    for (const year of YEARS) {
      const then = hoursOf(dayOf(feast, year)).filter((instant) => tithi(instant) === lunarDay);
      expect(then.length, `${feast} ${year}`).toBeGreaterThan(0);
      expect(lunarMonth(then[0] ?? 0), `month of ${feast} ${year}`).toBe(month);
    }
  });

  it('has Diwali on the evening without a moon, in every year', () => {
    for (const year of YEARS) expect(tithi(indianTime(dayOf('diwali', year), 18.5)), String(year)).toBe(30);
  });

  it('has Holi on the day after the full moon’s evening of the last month', () => {
    for (const year of YEARS) {
      const eve = indianTime(addDays(dayOf('holi', year), -1), 6);
      const full = hoursOf(addDays(dayOf('holi', year), -1)).filter((instant) => tithi(instant) === 15);
      expect(full.length, String(year)).toBeGreaterThan(0);
      expect(lunarMonth(full[0] ?? eve), String(year)).toBe(12);
    }
  });

  it('has Onam while the Moon stands in Shravana and the Sun in Simha', () => {
    for (const year of YEARS) {
      const then = hoursOf(dayOf('onam', year)).filter((instant) => {
        const moon = sidereal(moonLongitude(instant), instant);
        return moon >= 280 && moon < 280 + 40 / 3;
      });
      expect(then.length, String(year)).toBeGreaterThan(0);
      const sun = sidereal(sunLongitude(then[0] ?? 0), then[0] ?? 0);
      expect(sun, String(year)).toBeGreaterThanOrEqual(120);
      expect(sun, String(year)).toBeLessThan(150);
    }
  });

  it('has Pongal on the day that the Sun enters Makara, or the day after an entry in the evening', () => {
    for (const year of YEARS) {
      const noon = indianTime(dayOf('pongal', year), 12);
      const entered = (instant: number): boolean => sidereal(sunLongitude(instant), instant) >= 270;
      expect(entered(noon - 18 * HOUR), String(year)).toBe(false);
      expect(entered(noon + 6 * HOUR), String(year)).toBe(true);
    }
  });

  it('has Diwali two or three weeks after Navratri, Dhanteras one to three days before it', () => {
    for (const year of YEARS) {
      const diwali = dayOf('diwali', year);
      expect([-21, -20, -19, -18].map((days) => addDays(diwali, days))).toContain(dayOf('dussehra', year));
      expect([-3, -2, -1].map((days) => addDays(diwali, days))).toContain(dayOf('dhanteras', year));
    }
  });

  /** Circulars of the Department of Personnel and Training, Government of India, for offices in Delhi. */
  it.each([
    ['2015', 'diwali', '2015-11-11'],
    ['2016', 'holi', '2016-03-24'],
    ['2016', 'janmashtami', '2016-08-25'],
    ['2018', 'karva-chauth', '2018-10-27'],
    ['2018', 'onam', '2018-08-25'],
    ['2019', 'dussehra', '2019-10-08'],
    ['2020', 'raksha-bandhan', '2020-08-03'],
    ['2021', 'ugadi', '2021-04-13'],
    ['2023', 'ganesh-chaturthi', '2023-09-19'],
    ['2024', 'diwali', '2024-10-31'],
  ] as const)('agrees with the government’s list of %s on %s', (year, feast, day) => {
    expect(datedFeast(feast, Number(year))).toBe(day);
  });

  const fixtures = sharedPath('series/fixtures.json');
  it.skipIf(fixtures === undefined)('agrees with the reference dates of Diwali', () => {
    const { festivals } = JSON.parse(readFileSync(fixtures ?? '', 'utf8')) as {
      festivals: { diwali_lakshmi_puja: Record<string, string> };
    };
    const reference = Object.entries(festivals.diwali_lakshmi_puja);
    expect(reference.length).toBeGreaterThan(0);
    for (const [year, day] of reference) expect(dayOf('diwali', Number(year))).toBe(`${year}-${day}`);
  });
});

describe('confirmation', () => {
  it('tells days that two lists give from those of one and from computed ones', () => {
    expect(confirmation('diwali', 2026)).toBe('two');
    expect(confirmation('diwali', 2034)).toBe('one');
    expect(confirmation('holi', 2035)).toBe('two');
    expect(confirmation('karva-chauth', 2024)).toBe('computed');
  });

  it('has two lists for at least seven days in ten', () => {
    const all = DATED_FEASTS.flatMap((feast) => YEARS.map((year) => confirmation(feast, year)));
    expect(all.filter((status) => status === 'two').length / all.length).toBeGreaterThan(0.7);
    expect(all.filter((status) => status === 'computed').length).toBe(3);
  });
});
