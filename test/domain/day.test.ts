import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsToDay,
  dayFrom,
  dayInZone,
  dayNumber,
  daysInMonth,
  formatDay,
  isDay,
  monthName,
  monthOf,
} from '../../src/domain/day.ts';

describe('isDay', () => {
  it.each(['2026-10-31', '2024-02-29', '1970-01-01'])('accepts %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '31-10-2026',
    '2026-10-31T00:00',
    '',
  ])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('counting days', () => {
  it('counts from 1970', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(dayFrom(20_000)).toBe('2024-10-04');
  });

  it('steps over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('comes back from where it went', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 80_000 }),
        fc.integer({ min: -9000, max: 9000 }),
        (number, count) => {
          const day = dayFrom(number);
          expect(dayNumber(day)).toBe(number);
          expect(addDays(addDays(day, count), -count)).toBe(day);
          expect(isDay(day)).toBe(true);
        },
      ),
    );
  });
});

describe('months', () => {
  it('knows their names and lengths', () => {
    expect(monthOf('2026-10-31')).toBe('2026-10');
    expect(['2026-02', '2024-02', '2100-02', '2026-04', '2026-12'].map(daysInMonth)).toEqual([
      28, 29, 28, 30, 31,
    ]);
    expect([1, 12, 13].map(monthName)).toEqual(['Jan', 'Dec', '']);
  });

  it('steps over years both ways', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-05', -29)).toBe('2023-12');
  });

  it('cuts a day that the other month does not have', () => {
    expect(addMonthsToDay('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonthsToDay('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonthsToDay('2026-10-05', 3)).toBe('2027-01-05');
  });
});

describe('dayInZone', () => {
  const lateEvening = new Date('2026-10-31T20:00:00Z');

  it('is the shop’s day, not the server’s', () => {
    expect(dayInZone(lateEvening, 'Asia/Kolkata')).toBe('2026-11-01');
    expect(dayInZone(lateEvening, 'America/New_York')).toBe('2026-10-31');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => dayInZone(lateEvening, 'Asia/Surat-am-Tapi')).toThrow(RangeError);
  });
});

it('writes a day for reading', () => {
  expect(formatDay('2026-10-05')).toBe('5 Oct 2026');
});
