import { describe, expect, it } from 'vitest';
import { dateOrdersByShape, openShape, parseDay } from '../../src/load/dates.ts';

describe('a date', () => {
  it.each([
    ['2023-05-31 23:06:05 -0700', '2023-05-31', '23:06:05'],
    ['2023-05-31T23:06:05Z', '2023-05-31', '23:06:05'],
    ['2017-09-05T14:46:20-04:00', '2017-09-05', '14:46:20'],
    ['2026-06-16 00:00:00 UTC', '2026-06-16', '00:00:00'],
    ['05.04.2026 10:30:00 UTC', '2026-04-05', '10:30:00'],
    ['15-06-2025 10:22:11', '2025-06-15', '10:22:11'],
    ['16-05-2018 07:32:06', '2018-05-16', '07:32:06'],
    ['15/08/2026', '2026-08-15', undefined],
    ['09/24/26', '2026-09-24', undefined],
    ['04-30-22', '2022-04-30', undefined],
    ['5/25/26 20:40', '2026-05-25', '20:40'],
    ['2026/6/12', '2026-06-12', undefined],
    ['Jun 3, 2026 2:15:12 AM PDT', '2026-06-03', '02:15:12'],
    ['1 Jul 2026 4:24:44 am UTC', '2026-07-01', '04:24:44'],
    ['Aug 26, 2026', '2026-08-26', undefined],
    ['September 24, 2026', '2026-09-24', undefined],
    ['31 July, 2026', '2026-07-31', undefined],
    ['Jul-25-26', '2026-07-25', undefined],
    ['17:45:09 26-08-2026', '2026-08-26', '17:45:09'],
    ['Jun-21', '2021-06-01', undefined],
    ['2/24/2003 0:00', '2003-02-24', '00:00'],
    ['2025-06-04 00:00:00.0', '2025-06-04', '00:00:00'],
    ['30-04-2023 03:13:26.377000', '2023-04-30', '03:13:26'],
    ['19970101', '1997-01-01', undefined],
    ['1697068800', '2023-10-12', '00:00:00'],
    ['1697068861000', '2023-10-12', '00:01:01'],
    ['46117.4375', '2026-04-05', '10:30:00'],
    ['46117', '2026-04-05', undefined],
    ['12:00:05 PM', undefined, undefined],
    ['Jun 3, 2026 12:15 PM', '2026-06-03', '12:15'],
    ['Jun 3, 2026 12:15 a.m.', '2026-06-03', '00:15'],
    ['Wed, 3 Jun 2026', '2026-06-03', undefined],
    ['2026-06-03 UTC', '2026-06-03', undefined],
    ['30 Jun 99', '1999-06-30', undefined],
    ["'2026-06-03", '2026-06-03', undefined],
  ])('reads %s', (text, day, time) => {
    const parsed = parseDay(text);
    expect(parsed?.day).toBe(day);
    expect(parsed?.time).toBe(time);
  });

  it.each([
    '',
    'soon',
    '2026-02-30',
    '2026-13-01',
    '31/31/2026',
    '2026-06-03 99:00',
    '2026-06-03 lunch time',
    'Foo 3, 2026',
    '1234',
    '99999',
    '2026-06',
    'x'.repeat(60),
  ])('does not take %j for a date', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it('is read day first unless told otherwise', () => {
    expect(parseDay('03/04/2026')?.day).toBe('2026-04-03');
    expect(parseDay('03/04/2026', 'mdy')?.day).toBe('2026-03-04');
    expect(parseDay('25/04/2026', 'mdy')?.day).toBe('2026-04-25');
  });

  it('keeps the local date of an order placed near midnight', () => {
    expect(parseDay('2023-05-31 23:59:59 -0700')?.day).toBe('2023-05-31');
    expect(parseDay('2023-06-01T00:10:00+05:30')?.day).toBe('2023-06-01');
  });
});

describe('the order of day and month', () => {
  it('is decided by a part over 12 somewhere in the column', () => {
    const orders = (...column: readonly string[]) => [...dateOrdersByShape(column).values()];
    expect(orders('01/02/2026', '15/02/2026')).toEqual(['dmy']);
    expect(orders('01/02/2026', '02/15/2026', '')).toEqual(['mdy']);
    expect(orders('01/02/2026', '03/04/2026')).toEqual(['ambiguous']);
    expect(orders('13/14/2026', '31/02/2026')).toEqual(['ambiguous']);
    expect(orders('01/02/2026', '15/02/2026', '02/15/2026', '16/02/2026')).toEqual(['both']);
    expect(orders('2026-01-02', 'Jun 3, 2026', '')).toEqual([]);
  });

  it('is decided for each shape of a column that mixes two', () => {
    const mixed = ['01-02-26', '02-25-26', '03/04/2026', '25/04/2026'];
    expect([...dateOrdersByShape(mixed)]).toEqual([
      ['99-99-99', 'mdy'],
      ['99/99/9999', 'dmy'],
    ]);
    expect(openShape('17:45:09 26-08-2026')).toBe('99-99-9999');
    expect(openShape('2026-08-26')).toBeUndefined();
  });
});
