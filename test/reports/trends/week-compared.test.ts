import { describe, expect, it } from 'vitest';
import { sellingCalendar } from '../../../src/domain/calendar/selling-calendar.ts';
import { seasonEffect, rulingSeasons, seasonYearsAgo } from '../../../src/reports/trends/seasons.ts';
import { expectedNext, markedDays, weekCompared } from '../../../src/reports/trends/week-compared.ts';

// a calendar with the owner's own sale only: nowhere has feasts of everywhere, which these days avoid
const calendar = sellingCalendar('XX', [
  { name: 'Summer sale', from: '2026-06-20', to: '2026-06-25' },
  { name: 'Summer sale', from: '2025-06-18', to: '2025-06-23' },
]);
const weekly = (days: number, of: (index: number) => number) =>
  Float64Array.from({ length: days }, (_, i) => of(i));
// 2026-04-06 is a Monday
const MONDAY = '2026-04-06';

describe('the last week', () => {
  it('is held to its own weekdays: a shop that sells at weekends only is not surprised by a weekend', () => {
    const values = weekly(70, (i) => (i % 7 >= 5 ? 300 : 0));
    const found = weekCompared(markedDays(values, MONDAY, calendar.eventWord), calendar);
    expect(found).toMatchObject({ days: 7, total: 600, average4: 600 / 7, average8: 600 / 7 });
    expect(found.expected?.total).toBe(600);
  });

  it('sees a collapse of three quarters', () => {
    const values = weekly(70, (i) => (i < 63 ? 1000 + (i % 3) * 10 : 250));
    const { expected, total } = weekCompared(markedDays(values, MONDAY, calendar.eventWord), calendar);
    expect(total).toBe(1750);
    expect(expected?.low).toBeGreaterThan(total);
  });

  it('is compared with nothing where the days before are too few', () => {
    const found = weekCompared(
      markedDays(
        weekly(20, () => 5),
        MONDAY,
        calendar.eventWord,
      ),
      calendar,
    );
    expect(found).toMatchObject({
      days: 7,
      total: 35,
      expected: null,
      average4: null,
      average8: null,
      lastYear: null,
    });
    expect(
      weekCompared(
        markedDays(
          weekly(3, () => 5),
          MONDAY,
          calendar.eventWord,
        ),
        calendar,
      ).days,
    ).toBe(3);
    expect(
      expectedNext(
        markedDays(
          weekly(20, () => 5),
          MONDAY,
          calendar.eventWord,
        ),
        14,
      ),
    ).toBeNull();
  });

  it('is compared with the same weekdays a year ago, and a sale with the same sale', () => {
    const first = '2025-06-02';
    const sale = markedDays(
      weekly(389, (i) => i),
      first,
      calendar.eventWord,
    );
    // the last day is 2026-06-25, the sixth of the sale: a year ago it was 2025-06-23
    expect(sale.values.length - 1).toBe(388);
    const { lastYear } = weekCompared(sale, calendar);
    // 19 June stands two days before Father’s Day: 13 June 2025, day 11; 20 to 25 June: 18 to 23 June 2025, days 16 to 21
    expect(lastYear).toBe(11 + (16 + 17 + 18 + 19 + 20 + 21));
  });

  it('knows what is not known', () => {
    const unknown = markedDays(
      weekly(70, () => NaN),
      MONDAY,
      calendar.eventWord,
    );
    expect(weekCompared(unknown, calendar)).toMatchObject({ expected: null, average4: null });
    expect(expectedNext(unknown, 14)).toBeNull();
  });
});

describe('a season', () => {
  const values = weekly(90, (i) => (i >= 75 && i <= 80 ? 180 : 100));
  const marked = markedDays(values, MONDAY, calendar.eventWord);
  const sale = rulingSeasons(calendar, { from: '2026-06-01', to: '2026-06-30' });

  it('is told by how much its days sell above ordinary ones', () => {
    expect(sale.map(({ name }) => name)).toContain('Summer sale');
    const own = sale.find(({ own: isOwn }) => isOwn);
    const effect = own && seasonEffect(own, marked, calendar);
    expect(effect).toMatchObject({ days: 6, amount: 480 });
    expect(effect?.share).toBeCloseTo(0.8, 10);
    expect(own && seasonYearsAgo(own, calendar, 1)?.from).toBe('2025-06-18');
  });

  it('says nothing without ordinary days before it, or outside the known days', () => {
    const own = sale.find(({ own: isOwn }) => isOwn);
    const short = markedDays(values.subarray(70), '2026-06-15', calendar.eventWord);
    expect(own && seasonEffect(own, short, calendar)).toBeUndefined();
    const before = markedDays(values.subarray(0, 60), MONDAY, calendar.eventWord);
    expect(own && seasonEffect(own, before, calendar)).toBeUndefined();
  });
});
