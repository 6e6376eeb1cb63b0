import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP, type ShopSettings } from '../../src/domain/shop.ts';
import { emptyDraft, type OpenDraft } from '../../src/load/draft.ts';
import { rowReader, type RowReader } from '../../src/load/row-reader.ts';
import { textTable } from '../../src/load/text-table.ts';

interface Read {
  readonly cells: RowReader;
  readonly draft: OpenDraft;
}

function column(values: readonly string[], shop: Partial<ShopSettings> = {}, order?: 'dmy' | 'mdy'): Read {
  const table = textTable({
    file: 'april.csv',
    header: ['amount'],
    rows: values.map((value) => [value]),
    preamble: [],
    lineOf: (row) => row + 2,
  });
  const draft = emptyDraft({ ...DEFAULT_SHOP, ...shop }, order);
  return { cells: rowReader(table, draft), draft };
}

describe('a cell', () => {
  it('that cannot be read is a Problem with its file, line, column and value', () => {
    const { cells, draft } = column(['12.50', 'abc', 'tw\u001b[31mo', 'soon', '1.2E+17']);
    expect(cells.amount(0, 0, 'INR')).toBe(1250);
    expect(cells.amount(1, 0, 'INR')).toBeUndefined();
    expect(cells.count(2, 0)).toBeUndefined();
    expect(cells.day(3, 0)).toBeUndefined();
    expect(cells.id(4, 0)).toBeUndefined();
    expect(draft.problems.map(({ code, line, message }) => [code, line, message])).toEqual([
      ['bad-amount', 3, 'amount "abc" is not a number'],
      ['bad-number', 4, 'amount "two" is not a number'],
      ['bad-date', 5, 'amount "soon" is not a date'],
      ['bad-id', 6, 'amount "1.2E+17" lost its digits in a spreadsheet'],
    ]);
    expect(draft.problems[0]).toMatchObject({ file: 'april.csv', column: 'amount', value: 'abc' });
  });

  it('that is missing, or whose column is absent, is undefined without a Problem', () => {
    const { cells, draft } = column(['', ' -- ', 'n/a']);
    for (const [row, index] of [
      [0, 0],
      [1, 0],
      [2, 0],
      [0, -1],
      [9, 0],
      [0, 9],
    ] as const) {
      expect(cells.amount(row, index, 'INR')).toBeUndefined();
      expect(cells.count(row, index)).toBeUndefined();
      expect(cells.day(row, index)).toBeUndefined();
      expect(cells.id(row, index)).toBeUndefined();
    }
    expect(cells.text(0, -1)).toBe('');
    expect(cells.text(9, 0)).toBe('');
    expect(draft.problems).toEqual([]);
  });

  it('is trimmed and made safe to show', () => {
    const { cells } = column([' Kurta \t', '\u001b]0;x\u0007Gamcha\u202e', 'कुर्ता\nM', "'00712"]);
    expect([0, 1, 2, 2].map((row) => cells.text(row, 0))).toEqual(['Kurta', 'Gamcha', 'कुर्ता M', 'कुर्ता M']);
    expect(cells.id(3, 0)).toBe('00712');
    expect(cells.count(3, 0)).toBe(712);
  });
});

describe('an amount', () => {
  it('takes the decimal sign that its whole column shows', () => {
    const { cells } = column(['1.234', '12,5']);
    expect(cells.amount(0, 0, 'EUR')).toBe(123400);
    expect(cells.amount(1, 0, 'EUR')).toBe(1250);
    const dinars = column(['1.234', '1,500.5']).cells;
    expect(dinars.amount(0, 0, 'KWD')).toBe(1234);
  });
});

describe('a day', () => {
  it('of an ISO date with time is kept as written, and impossible ones are refused', () => {
    const { cells, draft } = column([
      '2023-05-31 23:06:05 -0700',
      '2023-05-31T00:06:05Z',
      '2023-02-30 10:00:00 +0530',
      '2023-05-31 99:00:00',
    ]);
    expect([0, 1, 2, 3].map((row) => cells.day(row, 0))).toEqual([
      { day: '2023-05-31', time: '23:06:05' },
      { day: '2023-05-31', time: '00:06:05' },
      undefined,
      undefined,
    ]);
    expect(draft.problems).toHaveLength(2);
  });

  it('is read in the order that its column shows', () => {
    expect(column(['03/04/2026', '04/25/2026']).cells.day(0, 0)?.day).toBe('2026-03-04');
    expect(column(['03/04/2026', '25/04/2026'], {}, 'mdy').cells.day(0, 0)?.day).toBe('2026-04-03');
  });

  it('is read in the owner’s order where the column leaves it open', () => {
    const { cells, draft } = column(['03/04/2026', 'Jun 3, 2026'], {}, 'mdy');
    expect(cells.day(0, 0)?.day).toBe('2026-03-04');
    expect(cells.day(1, 0)?.day).toBe('2026-06-03');
    expect(draft.problems).toEqual([]);
  });
});
