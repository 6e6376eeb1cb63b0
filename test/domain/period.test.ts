import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFrom } from '../../src/domain/day.ts';
import {
  PERIOD_FORMS,
  contains,
  daysIn,
  fiscalYearOf,
  formatPeriod,
  lastYear,
  monthPeriod,
  parsePeriod,
  previousPeriod,
  type Period,
} from '../../src/domain/period.ts';

/** A Sunday. */
const context = { asOf: '2026-11-22', fiscalYearStart: 4 };
const read = (text: string) => {
  const period = parsePeriod(text, context);
  return period === undefined ? undefined : `${period.from}..${period.to}`;
};
const period = (text: string): Period => {
  const [from = '', to = from] = text.split('..');
  return { from, to };
};

describe('parsePeriod', () => {
  it.each([
    ['2026-10', '2026-10-01..2026-10-31'],
    ['2024-02', '2024-02-01..2024-02-29'],
    ['2026-Q1', '2026-01-01..2026-03-31'],
    ['2026-q4', '2026-10-01..2026-12-31'],
    ['2026', '2026-01-01..2026-12-31'],
    ['fy2026-27', '2026-04-01..2027-03-31'],
    ['FY2026-2027', '2026-04-01..2027-03-31'],
    ['fy2026', '2026-04-01..2027-03-31'],
    ['fy2099-00', '2099-04-01..2100-03-31'],
    ['2026-10-24', '2026-10-24..2026-10-24'],
    ['2026-10-01..2026-10-15', '2026-10-01..2026-10-15'],
    ['2026-10-15..2026-10-15', '2026-10-15..2026-10-15'],
    ['7d', '2026-11-15..2026-11-21'],
    ['1d', '2026-11-21..2026-11-21'],
    ['30d', '2026-10-23..2026-11-21'],
    ['today', '2026-11-22..2026-11-22'],
    ['yesterday', '2026-11-21..2026-11-21'],
    ['mtd', '2026-11-01..2026-11-22'],
    ['this-month', '2026-11-01..2026-11-22'],
    ['ytd', '2026-01-01..2026-11-22'],
    ['fytd', '2026-04-01..2026-11-22'],
    ['last-week', '2026-11-09..2026-11-15'],
    ['last-month', '2026-10-01..2026-10-31'],
    ['last-quarter', '2026-07-01..2026-09-30'],
    ['last-year', '2025-01-01..2025-12-31'],
    ['  Last-Month ', '2026-10-01..2026-10-31'],
  ])('reads %j as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    'last year',
    '2026-13',
    '2026-Q5',
    '2026-02-30',
    '2026-10-15..2026-10-01',
    '2026-10-01..2026-02-30',
    '2026-10-01 .. 2026-10-15',
    'fy2026-28',
    'fy26-27',
    '0d',
    '-7d',
    '12345d',
    '20261',
  ])('reads nothing into %j', (text) => {
    expect(parsePeriod(text, context)).toBeUndefined();
  });

  it('reads every form that the help names', () => {
    for (const form of PERIOD_FORMS.split(', ')) expect([form, read(form)]).not.toEqual([form, undefined]);
  });

  it('lets the financial year start in any month', () => {
    expect(parsePeriod('fy2026', { asOf: '2026-11-22', fiscalYearStart: 1 })).toEqual(
      period('2026-01-01..2026-12-31'),
    );
    expect(parsePeriod('fy2026-26', { asOf: '2026-11-22', fiscalYearStart: 1 })).toEqual(
      period('2026-01-01..2026-12-31'),
    );
    expect(parsePeriod('fy2026-27', { asOf: '2026-11-22', fiscalYearStart: 12 })).toEqual(
      period('2026-12-01..2027-11-30'),
    );
    expect(parsePeriod('fytd', { asOf: '2026-03-31', fiscalYearStart: 4 })).toEqual(
      period('2025-04-01..2026-03-31'),
    );
  });

  it('goes back over the turn of the year', () => {
    const january = { asOf: '2026-01-01', fiscalYearStart: 4 };
    expect(parsePeriod('last-quarter', january)).toEqual(period('2025-10-01..2025-12-31'));
    expect(parsePeriod('last-month', january)).toEqual(period('2025-12-01..2025-12-31'));
    expect(parsePeriod('last-week', january)).toEqual(period('2025-12-22..2025-12-28'));
  });

  it('takes the whole week before on a Monday', () => {
    expect(parsePeriod('last-week', { asOf: '2026-11-23', fiscalYearStart: 4 })).toEqual(
      period('2026-11-16..2026-11-22'),
    );
  });
});

describe('fiscalYearOf', () => {
  it.each([
    ['2026-03-31', 4, '2025-04-01..2026-03-31'],
    ['2026-04-01', 4, '2026-04-01..2027-03-31'],
    ['2026-06-15', 1, '2026-01-01..2026-12-31'],
    ['2026-06-30', 7, '2025-07-01..2026-06-30'],
  ])('of %s, starting in month %i, is %s', (day, start, expected) => {
    expect(fiscalYearOf(day, start)).toEqual(period(expected));
  });
});

describe('days of a period', () => {
  it('counts and holds both ends', () => {
    const october = monthPeriod('2026-10');
    expect(daysIn(october)).toBe(31);
    expect(
      ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'].map((day) => contains(october, day)),
    ).toEqual([false, true, true, false]);
  });
});

describe('previousPeriod', () => {
  it.each([
    ['2026-10-01..2026-10-31', '2026-09-01..2026-09-30'],
    ['2026-03-01..2026-03-31', '2026-02-01..2026-02-28'],
    ['2026-07-01..2026-09-30', '2026-04-01..2026-06-30'],
    ['2026-01-01..2026-12-31', '2025-01-01..2025-12-31'],
    ['2026-11-01..2026-11-22', '2026-10-01..2026-10-22'],
    ['2026-03-01..2026-03-30', '2026-02-01..2026-02-28'],
    ['2026-11-15..2026-11-21', '2026-11-08..2026-11-14'],
    ['2026-11-22', '2026-11-21'],
    ['2026-01-01..2026-11-22', '2025-02-09..2025-12-31'],
  ])('of %s is %s', (text, expected) => {
    expect(previousPeriod(period(text))).toEqual(period(expected));
  });

  it('ends the day before, except for a month so far', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 30_000 }),
        fc.integer({ min: 0, max: 800 }),
        (first, length) => {
          const from = dayFrom(first);
          fc.pre(!from.endsWith('-01'));
          const before = previousPeriod({ from, to: addDays(from, length) });
          expect(addDays(before.to, 1)).toBe(from);
          expect(daysIn(before)).toBe(length + 1);
        },
      ),
    );
  });
});

describe('lastYear', () => {
  it.each([
    ['2026-10-01..2026-10-31', '2025-10-01..2025-10-31'],
    ['2025-02-01..2025-02-28', '2024-02-01..2024-02-29'],
    ['2024-02-01..2024-02-29', '2023-02-01..2023-02-28'],
    ['2024-02-29', '2023-02-28'],
    ['2026-04-01..2027-03-31', '2025-04-01..2026-03-31'],
    ['2026-11-15..2026-11-21', '2025-11-15..2025-11-21'],
    ['2024-02-20..2024-02-29', '2023-02-20..2023-02-28'],
  ])('of %s is %s', (text, expected) => {
    expect(lastYear(period(text))).toEqual(period(expected));
  });
});

describe('formatPeriod', () => {
  it.each([
    ['2026-10-01..2026-10-31', 'Oct 2026'],
    ['2026-01-01..2026-12-31', '2026'],
    ['2026-10-01..2026-10-15', '1–15 Oct 2026'],
    ['2026-09-28..2026-10-04', '28 Sep – 4 Oct 2026'],
    ['2026-10-24', '24 Oct 2026'],
    ['2025-12-29..2026-01-04', '29 Dec 2025 – 4 Jan 2026'],
    ['2026-04-01..2027-03-31', '1 Apr 2026 – 31 Mar 2027'],
    ['2026-07-01..2026-09-30', '1 Jul – 30 Sep 2026'],
  ])('writes %s as %s', (text, expected) => {
    expect(formatPeriod(period(text))).toBe(expected);
  });
});
