import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFrom, dayNumber } from '../../../src/domain/day.ts';
import { sellingCalendar } from '../../../src/domain/calendar/selling-calendar.ts';

const india = sellingCalendar('IN', []);
const britain = sellingCalendar('gb', []);
const america = sellingCalendar('US', []);

const sales = [
  { name: 'Summer Sale', from: '2025-06-02', to: '2025-06-08' },
  { name: 'Summer sale', from: '2026-06-06', to: '2026-06-12' },
  { name: '₹₹', from: '2026-11-07', to: '2026-11-07' },
];
const shop = sellingCalendar('IN', sales);

describe('on', () => {
  it('tells the run-up, the feast and the lull of Diwali, with days from it', () => {
    expect(india.on('2026-10-31')).toEqual({
      season: {
        id: 'diwali',
        name: 'Diwali',
        day: '2026-11-08',
        from: '2026-10-18',
        to: '2026-11-22',
        own: false,
      },
      phase: 'run-up',
      distance: -8,
    });
    expect(india.on('2026-11-08')).toMatchObject({ phase: 'feast', distance: 0 });
    expect(india.on('2026-11-22')).toMatchObject({ phase: 'lull', distance: 14 });
    expect(india.on('2026-11-23')?.season.id).not.toBe('diwali');
  });

  it('knows ordinary days', () => {
    expect(india.on('2026-07-10')).toBeUndefined();
    expect(india.eventWord('2026-07-10')).toBeUndefined();
  });

  it('lets the stronger season speak: Dhanteras before Diwali’s run-up, that before Karva Chauth', () => {
    expect(india.on('2026-11-06')?.season.id).toBe('dhanteras');
    expect(india.on('2026-10-29')?.season.id).toBe('diwali');
  });

  it('lets the feast speak before a run-up of the same weight, and the nearer of two run-ups', () => {
    expect(india.on('2026-10-19')).toMatchObject({ season: { id: 'navratri' }, phase: 'feast', distance: 8 });
    expect(india.on('2026-08-23')?.season.id).toBe('raksha-bandhan');
    expect(america.on('2026-02-13')?.season.id).toBe('valentines-day');
  });

  it('has the fortnight of the ancestors as a lull before its last day', () => {
    expect(india.on('2026-09-27')).toMatchObject({
      season: { id: 'pitru-paksha' },
      phase: 'lull',
      distance: -13,
    });
  });

  it('goes over the turn of the year', () => {
    expect(britain.on('2026-12-31')?.season.id).toBe('new-year');
    expect(britain.on('2027-01-01')).toMatchObject({ season: { id: 'new-year' }, phase: 'feast' });
  });

  it('has the days of Easter from Good Friday to Monday, abroad', () => {
    for (const day of ['2026-04-03', '2026-04-06']) {
      expect(britain.on(day)).toMatchObject({ season: { id: 'easter' }, phase: 'feast' });
    }
    expect(india.on('2026-04-05')).toBeUndefined();
  });

  it('has only the feasts of everywhere for a country without customs of its own', () => {
    const ids = sellingCalendar('FR', []).seasonsIn({ from: '2026-02-01', to: '2026-12-31' });
    expect(new Set(ids.map(({ id }) => id))).toEqual(
      new Set([
        'valentines-day',
        'easter',
        'fathers-day',
        'black-friday',
        'cyber-monday',
        'christmas',
        'new-year',
      ]),
    );
  });
});

describe('the owner’s own sale days', () => {
  it('come before everything else', () => {
    expect(shop.on('2026-11-07')).toMatchObject({ season: { own: true, name: '₹₹' }, phase: 'feast' });
    expect(shop.on('2026-11-08')?.season.id).toBe('diwali');
  });

  it('have one word for all sales of one name, also for a name without letters', () => {
    expect(shop.eventWord('2025-06-08')).toBe('own-summer-sale');
    expect(shop.eventWord('2026-06-06')).toBe('own-summer-sale');
    expect(shop.eventWord('2026-11-07')).toBe('own-sale');
    expect(sellingCalendar('IN', [{ ...sales[0]!, name: 'दिवाली सेल' }]).eventWord('2025-06-02')).toBe(
      'own-दिवाली-सेल',
    );
  });

  it('are compared with the same day of the same sale a year earlier', () => {
    expect(shop.alignedLastYear('2026-06-08')).toBe('2025-06-04');
    expect(shop.alignedLastYear('2025-06-04')).toBe('2024-06-05');
  });
});

describe('a sale held every month under one name', () => {
  it('is compared with the one nearest to a year earlier', () => {
    const monthly = ['2025-04-28', '2025-06-01', '2025-07-01', '2026-06-04'].map((from) => ({
      name: 'Payday',
      from,
      to: addDays(from, 2),
    }));
    expect(sellingCalendar('IN', monthly).alignedLastYear('2026-06-05')).toBe('2025-06-02');
  });
});

describe('seasonsIn', () => {
  it('gives every season with a day in the period, in order, at both edges', () => {
    const seasons = shop.seasonsIn({ from: '2026-11-07', to: '2026-11-08' });
    expect(seasons.map(({ id }) => id)).toEqual(['diwali', 'own-sale']);
    expect(india.seasonsIn({ from: '2026-11-22', to: '2026-11-22' }).map(({ id }) => id)).toEqual(['diwali']);
    expect(india.seasonsIn({ from: '2026-07-01', to: '2026-07-31' })).toEqual([]);
  });

  it('reaches over the turn of the year', () => {
    const ids = britain.seasonsIn({ from: '2026-12-30', to: '2027-01-01' }).map(({ id }) => id);
    expect(ids).toEqual(['christmas', 'new-year']);
  });

  it('orders seasons that begin on one day by id', () => {
    const ids = sellingCalendar('IN', [
      { name: 'b', from: '2026-07-10', to: '2026-07-10' },
      { name: 'a', from: '2026-07-10', to: '2026-07-11' },
    ]).seasonsIn({ from: '2026-07-10', to: '2026-07-11' });
    expect(ids.map(({ id }) => id)).toEqual(['own-a', 'own-b']);
  });
});

describe('alignedLastYear', () => {
  it('compares by the distance to the feast', () => {
    expect(india.alignedLastYear('2026-11-08')).toBe('2025-10-20');
    expect(india.alignedLastYear('2026-10-31')).toBe('2025-10-12');
    expect(america.alignedLastYear('2025-11-28')).toBe('2024-11-29');
    expect(britain.alignedLastYear('2027-01-01')).toBe('2026-01-01');
  });

  it('goes back several years', () => {
    expect(india.alignedLastYear('2026-11-08', 3)).toBe('2023-11-12');
    expect(india.alignedLastYear('2026-07-10', 2)).toBe(addDays('2026-07-10', -728));
  });

  it('keeps the weekday of ordinary days, 364 days earlier', () => {
    expect(india.alignedLastYear('2026-07-10')).toBe('2025-07-11');
  });

  it('takes the weekday too when the feast of that year is not known', () => {
    expect(india.alignedLastYear('2015-11-11')).toBe('2014-11-12');
  });

  it('finds the Eid before in a year that has two', () => {
    const pakistan = sellingCalendar('PK', []);
    const eids = pakistan
      .seasonsIn({ from: '2032-01-01', to: '2034-12-31' })
      .filter(({ id }) => id === 'eid-al-fitr')
      .map(({ day }) => day);
    expect(eids.length).toBe(4);
    for (const [index, eid] of eids.slice(1).entries()) {
      expect(pakistan.alignedLastYear(eid)).toBe(eids[index]);
    }
  });
});

describe('eventWord', () => {
  it('names the feast and the week before or after it', () => {
    expect(india.eventWord('2026-11-08')).toBe('diwali');
    expect(india.eventWord('2026-11-07')).toBe('diwali-run-up-1');
    expect(india.eventWord('2026-11-01')).toBe('diwali-run-up-1');
    expect(india.eventWord('2026-10-31')).toBe('diwali-run-up-2');
    expect(india.eventWord('2026-11-15')).toBe('diwali-lull-1');
    expect(india.eventWord('2026-11-16')).toBe('diwali-lull-2');
    expect(india.eventWord('2026-09-26')).toBe('pitru-paksha-lull-2');
  });

  it('counts weeks from the first or last day of a feast of several days', () => {
    expect(britain.eventWord('2026-04-02')).toBe('easter-run-up-1');
    expect(britain.eventWord('2026-04-03')).toBe('easter');
    expect(britain.eventWord('2026-04-07')).toBe('easter-lull-1');
  });
});

describe.each([
  ['IN', india],
  ['US', america],
  ['GB', britain],
] as const)('the calendar of %s, 2015 to 2035', (country, calendar) => {
  const seasons = calendar.seasonsIn({ from: '2015-01-01', to: '2035-12-31' });

  it('has windows around their feasts', () => {
    expect(seasons.length).toBeGreaterThan(21 * 10);
    for (const { from, day, to, id } of seasons) {
      expect(from <= day && day <= to, `${id} ${day}`).toBe(true);
      expect(dayNumber(to) - dayNumber(from), `${id} ${day}`).toBeLessThan(45);
    }
  });

  it('does not have the same feast overlap with itself', () => {
    const last = new Map<string, string>();
    for (const { id, from, to } of seasons) {
      expect(from > (last.get(id) ?? ''), `${id} ${from}`).toBe(true);
      last.set(id, to);
    }
  });

  it('leaves at least half of the days ordinary', () => {
    const [first, end] = [dayNumber('2015-01-01'), dayNumber('2035-12-31')];
    const words = Array.from({ length: end - first + 1 }, (_, index) =>
      calendar.eventWord(dayFrom(first + index)),
    );
    expect(words.filter((word) => word === undefined).length / words.length).toBeGreaterThan(0.5);
  });

  it('stands each day inside its season’s window, and its word says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('2015-01-01'), max: dayNumber('2035-12-31') }), (number) => {
        const day = dayFrom(number);
        const here = calendar.on(day);
        if (here === undefined) return;
        expect(day >= here.season.from && day <= here.season.to).toBe(true);
        expect(addDays(here.season.day, here.distance)).toBe(day);
        expect(calendar.eventWord(day)).toMatch(new RegExp(`^${here.season.id}(-(run-up|lull)-[1-9])?$`));
        const days = number - dayNumber(calendar.alignedLastYear(day));
        expect(days > 300 && days < 430, `${country} ${day}`).toBe(true);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
