import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerKey } from '../../../src/load/customer-key.ts';
import { PARTED_BY_T, WordCodes } from '../../../src/load/piece-columns.ts';
import { plainAmount } from '../../../src/load/values.ts';
import { pieceOf } from './piece.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const cells = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-0',
    '12.50',
    '-3',
    '1.234',
    '.5',
    '5.',
    '-',
    '1-2',
    '999999999999999',
    '1234567890123456',
  ),
  fc.constantFrom(
    '2026-10-31',
    '2026-10-31 23:59:59 +0530',
    '2026-10-31T00:00:00Z',
    '2026-10-31 24:00:00',
    '0000-00-00',
  ),
  fc.constantFrom(
    '2026-1-31',
    '2026-10-31x10:00:00',
    '2026-10-31 1:00:00',
    '2026-10-31 10:00:60',
    '2026/10/31',
  ),
  fc.constantFrom('#1001', '#0', '#007', '007', '1001', 'A-000', '12345678901234567890', 'कु12', 'a"b', 'a,b'),
  fc.constantFrom('asha@example.in', 'ASHA@Example.IN', 'é@x.in', 'a b@x.in', '"a"@b.in', '~@x'),
  fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, '')),
);
const columnsOfCells = fc.array(fc.tuple(cells, fc.boolean()), { minLength: 1, maxLength: 40 });

/** The same column read by the kernel and, cell by cell, by a model in plain TypeScript. */
function check(read: (piece: ReturnType<typeof pieceOf>, texts: readonly string[]) => void): void {
  fc.assert(
    fc.property(columnsOfCells, (column) => {
      const texts = column.map(([text]) => text);
      const lines = column.map(
        ([text, isQuoted]) => `x,${isQuoted || /[",]/.test(text) ? quoted(text) : text}\n`,
      );
      read(pieceOf(lines.join('')), texts);
    }),
    { numRuns: 200, seed: 7 },
  );
}

describe('a column read by the kernel', () => {
  it('tells where cells are filled and where they say what the one above says', () => {
    check(({ columns, all }, texts) => {
      const expected = texts.map(
        (text, at) => (text === '' ? 0 : 1) + (at > 0 && text === texts[at - 1] ? 2 : 0),
      );
      expect([...columns.presence(all(), 1)]).toEqual(expected);
    });
  });

  it.each([0, 2])(
    'gives plain decimals in units of %s decimals, and Infinity for any other text',
    (exponent) => {
      const model = (text: string): number => {
        const minor = plainAmount(text, exponent);
        if (text === '') return Number.NaN;
        return Number.isNaN(minor) ? Number.POSITIVE_INFINITY : minor;
      };
      check(({ columns, all }, texts) => {
        expect([...columns.decimals(all(), 1, exponent)]).toEqual(texts.map(model));
      });
    },
  );

  it('gives each text a word that stands for it alone', () => {
    check(({ columns, all }, texts) => {
      const words = columns.texts(all(), 1);
      expect(Array.from(words, (word) => (word === 0 ? '' : columns.wordText(word)))).toEqual(texts);
      expect(new Set(words).size).toBe(new Set(texts).size);
    });
  });

  it('parts names from the number at their end, which has no leading zero and at most 15 digits', () => {
    check(({ columns, all }, texts) => {
      const { prefixes, numbers } = columns.names(all(), 1);
      texts.forEach((text, at) => {
        const [digits = ''] = /[1-9]\d*$/.exec(/\d{0,15}$/.exec(text)?.[0] ?? '') ?? [];
        const prefix = prefixes[at] ?? 0;
        expect(numbers[at]).toBe(digits === '' ? Number.NaN : Number(digits));
        expect(prefix === 0 ? '' : columns.wordText(prefix)).toBe(text.slice(0, text.length - digits.length));
      });
    });
  });

  it('gives the key that an address has elsewhere, or Infinity for one that is not plain', () => {
    check(({ columns, all }, texts) => {
      const expected = texts.map((text) => {
        if (text === '') return Number.NaN;
        return /^[!#-~]+$/.test(text) ? Number(customerKey(text)) : Number.POSITIVE_INFINITY;
      });
      expect([...columns.addressKeys(all(), 1)]).toEqual(expected);
    });
  });

  it('gives ISO days, seconds of the day and what stands around them', () => {
    const shape = /^(\d{4})-(\d\d)-(\d\d)(?:([ T])([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(.*))?$/;
    check(({ columns, all }, texts) => {
      const { dates, times, zones } = columns.moments(all(), 1);
      texts.forEach((text, at) => {
        const [, year, month, date, gap, ...time] = shape.exec(text) ?? [];
        const [hour, minute, second, zone = ''] = time;
        const day = Number(`${year}${month}${date}`) || -1;
        const isPlain = day > 0;
        const hasTime = gap !== undefined && isPlain;
        expect(dates[at]).toBe(text === '' ? 0 : day);
        expect(times[at]).toBe(hasTime ? (Number(hour) * 60 + Number(minute)) * 60 + Number(second) : -1);
        if (!hasTime) return;
        expect((zones[at] ?? 0) >= PARTED_BY_T).toBe(gap === 'T');
        const word = ((zones[at] ?? 0) & ~PARTED_BY_T) >>> 0;
        expect(word === 0 ? '' : columns.wordText(word)).toBe(zone);
      });
    });
  });

  it('that the file does not have is empty', () => {
    const { columns, all } = pieceOf('a,1\nb,2\n');
    expect([...columns.presence(all(), -1)]).toEqual([0, 0]);
    expect([...columns.decimals(all(), -1, 2)]).toEqual([Number.NaN, Number.NaN]);
    expect([...columns.texts(all(), -1)]).toEqual([0, 0]);
    expect([...columns.addressKeys(all(), -1)]).toEqual([Number.NaN, Number.NaN]);
    expect([...columns.names(all(), -1).prefixes, ...columns.names(all(), -1).numbers]).toEqual([
      0,
      0,
      Number.NaN,
      Number.NaN,
    ]);
    const { dates, times, zones } = columns.moments(all(), -1);
    expect([...dates, ...times, ...zones]).toEqual([0, 0, -1, -1, 0, 0]);
  });

  it('may be read for some rows only, in any order, and rows may lack it', () => {
    const { columns } = pieceOf('a,1\nb\nc,3,9\n\n"d",4');
    expect([...columns.decimals(columns.list([2, 1, 0]), 1, 0)]).toEqual([3, Number.NaN, 1]);
    expect([...columns.decimals(columns.list([3]), 0, 0)]).toEqual([Number.NaN]);
  });

  it('may be read for all rows of every piece, longer or shorter than those before', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lengths, (pieces) => {
        const { columns, turn } = pieceOf('');
        pieces.forEach((length, at) => {
          const firstRow = at === 0 ? 1 : 0;
          turn(Array.from({ length: length + firstRow }, (_, row) => `${row}\n`).join(''), firstRow);
          columns.restart();
          const expected = Array.from({ length }, (_, row) => row + firstRow);
          expect([...columns.all.rows]).toEqual(expected);
          expect([...columns.decimals(columns.all, 0, 0)]).toEqual(expected);
          // what is kept for this piece lies where a longer one keeps its own
          columns.texts(columns.list([0]), 0).fill(Math.max(0, length));
          columns.decimals(columns.all, 0, 0).fill(0);
        });
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('does not fit when a piece has very many rows', () => {
    const { columns, all } = pieceOf('a,1\n'.repeat(5000), { columns: 49_152 });
    const list = all();
    expect(() => columns.decimals(list, 1, 2)).toThrow('very many rows in one piece');
    columns.restart();
    expect(all().rows).toHaveLength(5000);
  });
});

describe('words', () => {
  it('end where there is no more room for different ones, and the check tells', () => {
    const text = (count: number): string => Array.from({ length: count }, (_, at) => `word ${at}\n`).join('');
    const enough = pieceOf(text(1023), { words: 1024 });
    enough.columns.texts(enough.all(), 0);
    expect(() => enough.columns.check()).not.toThrow();
    const tooMany = pieceOf(text(1024), { words: 1024 });
    tooMany.columns.texts(tooMany.all(), 0);
    expect(() => tooMany.columns.check()).toThrow('too many different words');
    const tooLong = pieceOf(text(1000), { words: 1024, wordBytes: 1024 });
    tooLong.columns.texts(tooLong.all(), 0);
    expect(() => tooLong.columns.check()).toThrow('too many different words');
  });

  it('stay apart when there are many thousands', () => {
    const { columns, all } = pieceOf(Array.from({ length: 20_000 }, (_, at) => `w${at * 7}\n`).join(''), {
      words: 32_768,
      wordBytes: 2 ** 20,
    });
    const words = columns.texts(all(), 0);
    expect(new Set(words).size).toBe(20_000);
    expect(columns.wordText(words[19_999] ?? 0)).toBe('w139993');
    columns.check();
  });

  it('become codes once, and nothing becomes 0', () => {
    const { columns, all } = pieceOf('a\nb\na\n-\n\n');
    const met: string[] = [];
    const codes = new WordCodes(columns, [undefined], (text) => {
      met.push(text);
      return text === '-' ? undefined : text.toUpperCase();
    });
    const words = columns.texts(all(), 0);
    expect(Array.from(words, (_, at) => codes.words[codes.at(words, at)])).toEqual([
      'A',
      'B',
      'A',
      undefined,
      undefined,
    ]);
    expect(codes.at(words, 99)).toBe(0);
    expect(met).toEqual(['a', 'b', '-']);
  });

  it('have codes however many came before them', () => {
    const { columns, all } = pieceOf(Array.from({ length: 1000 }, (_, at) => `w${at}\n`).join(''));
    const codes = new WordCodes(columns, [undefined], (text) => text);
    const words = columns.texts(all(), 0);
    expect(codes.words[codes.of(words[999] ?? 0)]).toBe('w999');
    expect(codes.words[codes.of(words[0] ?? 0)]).toBe('w0');
  });
});
