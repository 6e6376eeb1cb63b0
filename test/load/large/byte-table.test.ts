import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { byteReader } from '../../../src/load/byte-reader.ts';
import { NotSure } from '../../../src/load/byte-table.ts';
import { emptyDraft } from '../../../src/load/draft.ts';
import { solidRows } from '../../../src/load/solid-rows.ts';
import { pieceOf } from './piece.ts';

function readerOf(text: string) {
  const { table } = pieceOf(text);
  const draft = emptyDraft(DEFAULT_SHOP);
  const told = () => draft.problems.map(({ line, code, message }) => `${line} ${code}: ${message}`);
  return { cells: byteReader(table, draft), told };
}

describe('a table of bytes', () => {
  it('gives cells as written, without their quotes', () => {
    const { table } = pieceOf('a,"b ""c""",,\r\n"",कुर्ता\n"x\ny",z\n');
    expect([0, 1, 2, 3, 4, -1].map((column) => table.cell(0, column))).toEqual([
      'a',
      'b "c"',
      '',
      '',
      '',
      '',
    ]);
    expect([0, 1, 2].map((column) => table.cell(1, column))).toEqual(['', 'कुर्ता', '']);
    expect(table.cell(2, 0)).toBe('x\ny');
    expect([0, 1, 2].map((row) => table.widthOf(row))).toEqual([4, 2, 2]);
  });

  it('knows the physical line of a row under rows with line breaks', () => {
    const { table } = pieceOf('a\n"b\n\nc"\nd\n');
    expect([0, 1, 2, 3].map((row) => table.lineOf(row))).toEqual([1, 2, 5, 6]);
    expect(pieceOf('a\nb\n').table.lineOf(1)).toBe(2);
  });

  it('tells which cells say what the one above says', () => {
    const { table } = pieceOf('a,\n"a",\nab,x\nac,x\n,\n,y\n');
    expect([0, 1, 2, 3, 4, 5].map((row) => table.isSameAsAbove(row, 0))).toEqual([
      false,
      true,
      false,
      false,
      false,
      true,
    ]);
    expect([1, 2, 3, 4, 5].map((row) => table.isSameAsAbove(row, 1))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('is not sure of a cell that its quotes do not enclose', () => {
    const { table } = pieceOf('a,b\n');
    table.bytes[table.startOf(0)] = 0x22;
    expect(() => table.cell(0, 0)).toThrow(NotSure);
  });
});

describe('the rows of a piece that are not blank', () => {
  it('are numbered anew and keep their lines and cells', () => {
    const { table } = pieceOf('#1,5\n\n , \n#1,x\n,,\n#2,2026-10-01,-\n');
    const draft = emptyDraft(DEFAULT_SHOP);
    const { table: solid, cells } = solidRows(table, byteReader(table, draft));
    expect(solid.length).toBe(3);
    expect([0, 1, 2].map((row) => solid.lineOf(row))).toEqual([1, 4, 6]);
    expect([0, 1, 2, 3].map((row) => solid.cell(row, 0))).toEqual(['#1', '#1', '#2', '']);
    expect([0, 1, 2].map((row) => solid.isSameAsAbove(row, 0))).toEqual([false, true, false]);
    expect(cells.amount(0, 1, 'INR')).toBe(500);
    expect(cells.count(1, 1)).toBeUndefined();
    expect(cells.text(2, 0)).toBe('#2');
    expect(cells.id(2, 2)).toBeUndefined();
    expect(cells.day(2, 1)).toEqual({ day: '2026-10-01' });
    expect(draft.problems.map(({ line }) => line)).toEqual([4]);
  });

  it('are the piece itself when none is blank', () => {
    const { table } = pieceOf('#1\n#2\n');
    expect(solidRows(table, byteReader(table, emptyDraft(DEFAULT_SHOP))).table).toBe(table);
  });
});

describe('typed cells of bytes', () => {
  it('are amounts in minor units of the currency, plain or not', () => {
    const { cells, told } = readerOf('1234.5\n"₹1,499.00"\n-\nabc\n\n');
    expect([0, 1, 2, 3, 4].map((row) => cells.amount(row, 0, 'INR'))).toEqual([
      123450,
      149900,
      undefined,
      undefined,
      undefined,
    ]);
    expect(cells.amount(0, 0, 'USD')).toBe(123450);
    expect(told()).toEqual(['4 bad-amount: number "abc" is not a number']);
  });

  it.each([
    ['"12,5"', 'INR'],
    ['"1,234"', 'INR'],
    ['1.234', 'INR'],
    ['1.234', 'KWD'],
  ])('are not sure of %s in %s, for other rows tell which sign is the decimal one', (cell, currency) => {
    expect(() => readerOf(`${cell}\n`).cells.amount(0, 0, currency)).toThrow('which decimal sign');
  });

  it('are counts, and texts that are safe to show', () => {
    const { cells, told } = readerOf('3,\x1b[31mred  \n"1,200",a\n-,a\nx,\n');
    expect([0, 1, 2, 3].map((row) => cells.count(row, 0))).toEqual([3, 1200, undefined, undefined]);
    expect([0, 1, 2, 3].map((row) => cells.text(row, 1))).toEqual(['red', 'a', 'a', '']);
    expect(cells.text(0, -1)).toBe('');
    expect(told()).toEqual(['4 bad-number: number "x" is not a number']);
  });

  it('are texts of any length, though two look alike to the eye of the cache', () => {
    const long = 'Silk saree, hand-woven '.repeat(9).trim();
    const { cells } = readerOf(
      `"${long}"\n"${long}"\n${Array.from({ length: 9000 }, (_, at) => `t${at}\n`).join('')}`,
    );
    expect([cells.text(0, 0), cells.text(1, 0)]).toEqual([long, long]);
    for (let at = 0; at < 9000; at += 1) expect(cells.text(at + 2, 0)).toBe(`t${at}`);
  });

  it('are ids without guards, and a Problem where digits are lost', () => {
    const { cells, told } = readerOf("'0012\n1.2E+17\n-\n\n");
    expect([0, 1, 2, 3].map((row) => cells.id(row, 0))).toEqual(['0012', undefined, undefined, undefined]);
    expect(told()).toEqual(['2 bad-id: number "1.2E+17" lost its digits in a spreadsheet']);
  });

  it('are days with the time as written', () => {
    const { cells, told } = readerOf(
      [
        '2026-10-05',
        '2026-10-05 10:20:30 +0530',
        '2026-10-05T10:20:30Z',
        '2026-10-05 01:02:03 PM',
        '2026-10-05 24:00:00',
      ]
        .concat(['2026-02-30', '2026-10-05 10:20:30 zz!', '-', '', '5 Oct 2026', '2026-10-05x10:20:30'])
        .map((day) => `x,x,${day}\n`)
        .join(''),
    );
    const days = Array.from({ length: 11 }, (_, row) => cells.day(row, 2));
    expect(days).toEqual([
      { day: '2026-10-05' },
      { day: '2026-10-05', time: '10:20:30' },
      { day: '2026-10-05', time: '10:20:30' },
      { day: '2026-10-05', time: '13:02:03' },
      { day: '2026-10-05', time: '24:00:00' },
      undefined,
      undefined,
      undefined,
      undefined,
      { day: '2026-10-05' },
      undefined,
    ]);
    expect(told()).toHaveLength(3);
  });

  it('are not sure of a day that may be day or month first', () => {
    expect(() => readerOf('05/10/2026\n').cells.day(0, 0)).toThrow('day or month first');
  });
});
