import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysThatRead,
  easter,
  lastWeekday,
  nthWeekday,
  weekdayOf,
} from '../../../src/domain/calendar/date-rules.ts';

describe('weekdays', () => {
  it('count Monday as 0 and Sunday as 6, before 1970 too', () => {
    expect(weekdayOf('1970-01-01')).toBe(3);
    expect(weekdayOf('1969-12-28')).toBe(6);
    expect(weekdayOf('2026-11-23')).toBe(0);
  });

  it('are found as the nth or the last of a month', () => {
    expect(nthWeekday('2024-11', 3, 4)).toBe('2024-11-28');
    expect(nthWeekday('2026-02', 6, 1)).toBe('2026-02-01');
    expect(lastWeekday('2025-08', 0)).toBe('2025-08-25');
    expect(lastWeekday('2026-05', 6)).toBe('2026-05-31');
  });
});

describe('easter', () => {
  it.each([
    [1818, '1818-03-22'],
    [1954, '1954-04-18'],
    [1991, '1991-03-31'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2038, '2038-04-25'],
  ])('of %i is %s', (year, day) => {
    expect(easter(year)).toBe(day);
  });

  it('is a Sunday from 22 March to 25 April in any year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
        const day = easter(year);
        expect(weekdayOf(day)).toBe(6);
        expect(day.slice(5) >= '03-22' && day.slice(5) <= '04-25').toBe(true);
      }),
      { seed: 20261122 },
    );
  });
});

describe('daysThatRead', () => {
  it('finds the Lunar New Year', () => {
    const newYear = (year: number) => daysThatRead(['chinese', '1/1/'], year, ['01-20', '02-22']);
    expect(newYear(2024)).toEqual(['2024-02-10']);
    expect(newYear(2025)).toEqual(['2025-01-29']);
  });

  it('finds the first day of Hanukkah', () => {
    expect(daysThatRead(['hebrew', '25 Kislev'], 2024)).toEqual(['2024-12-26']);
  });

  it('finds two feasts of a short lunar year in one Gregorian year, and none that is not there', () => {
    expect(daysThatRead(['islamic-umalqura', '10/1/'], 2025)).toEqual(['2025-03-30']);
    expect(daysThatRead(['islamic-umalqura', '10/1/'], 2000)).toHaveLength(2);
    expect(daysThatRead(['islamic-umalqura', '13/1/'], 2025)).toEqual([]);
  });
});
