import { Buffer } from 'node:buffer';
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../src/load/row-source.ts';
import { sharedPath } from '../helpers/shared.ts';

const read = (text: string, delimiter = ',') => readRows(Buffer.from(text), { delimiter, firstLine: 1 });
const linesOf = (text: string): readonly number[] => {
  const source = read(text);
  return source.rows.map((_, index) => source.lineOf(index));
};

describe('rows', () => {
  it('keep commas, quotes and line breaks inside quoted cells', () => {
    expect(read('a,"b, ""c""\nd",e\r\n1,,"2"\n').rows).toEqual([
      ['a', 'b, "c"\nd', 'e'],
      ['1', '', '2'],
    ]);
  });

  it('end with LF, CR LF, CR or nothing, even when one file mixes them', () => {
    for (const text of ['a,b\n1,2', 'a,b\r\n1,2\r\n', 'a,b\r1,2\r', 'a,b\r\n1,2\n', '"a","b"\n"1","2"\r\n']) {
      expect(read(text)).toMatchObject({
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
        malformations: [],
      });
    }
  });

  it('know the physical line they start on, whatever lies between them', () => {
    expect(linesOf('a,b\n1,2\n3,4\n')).toEqual([1, 2, 3]);
    expect(linesOf('a,b\n\n1,"x\ny"\n , \n,,\n3,4')).toEqual([1, 3, 7]);
  });

  it('may have fewer or more cells than the first', () => {
    expect(read('a,b,c\n1\n1,2,3,4\n,,\nx,').rows).toEqual([
      ['a', 'b', 'c'],
      ['1'],
      ['1', '2', '3', '4'],
      ['x', ''],
    ]);
  });

  it('are the same as the general parser’s for any well-formed text', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('', 'a', 'a', '"', ',', '\n', '\r\n', 'कुर्ता', '₹ 1,499', 'x"y', ' '),
    );
    const quoted = (text: string): string =>
      /[",\r\n]/.test(text) || text.length % 2 === 1 ? `"${text.replaceAll('"', '""')}"` : text;
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (table, end) => {
        const text = table.map((row) => row.map(quoted).join(',') + end).join('');
        const options = { relax_column_count: true, record_delimiter: ['\r\n', '\n'] };
        const expected = parse(text, options).filter((row) => row.some((each) => each.trim() !== ''));
        const source = read(text);
        expect(source.rows).toEqual(expected);
        expect(source.malformations).toEqual([]);
      }),
    );
  });

  it('never throw, whatever the bytes', () => {
    const piece = fc.constantFrom('"', '""', ',', '\n', '\r', 'a', ';', '\0', 'é');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const source = read(text);
        source.rows.forEach((_, index) => expect(source.lineOf(index)).toBeGreaterThan(0));
        expect(source.malformations.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a line that breaks the rules', () => {
  it('is kept with its quote when it has as many cells as the first', () => {
    expect(read('a,b\n27" wide,1\n"x, y",2\n')).toMatchObject({
      rows: [
        ['a', 'b'],
        ['27" wide', '1'],
        ['x, y', '2'],
      ],
      malformations: [{ line: 2, kind: 'kept-quote' }],
    });
  });

  it('does not swallow the lines after it when its quote is never closed', () => {
    const source = read('a,b\n"open,1\nx,2\n"y, z",3\n');
    expect(source.rows).toEqual([
      ['a', 'b'],
      ['x', '2'],
      ['y, z', '3'],
    ]);
    expect(source.malformations).toEqual([{ line: 2, kind: 'lost-line' }]);
    expect(source.rows.map((_, index) => source.lineOf(index))).toEqual([1, 3, 4]);
  });

  it('is told once, with how many more there are, when only a quote was kept', () => {
    const source = read(`a,b\n${'27" wide,1\n'.repeat(1500)}"x, y",2\n`);
    expect(source.rows).toHaveLength(1502);
    expect(source.malformations).toEqual([{ line: 2, kind: 'kept-quote', lines: 1500 }]);
  });

  it('ends the reading after a thousand of its kind are lost', () => {
    const source = read(`a,b\n${'"x"y,1,2\n'.repeat(1200)}`);
    expect(source.malformations).toHaveLength(1001);
    expect(source.malformations.at(-1)).toEqual({ line: 1002, kind: 'lost-rest' });
  });

  it('is lost when its record has more than a million bytes', () => {
    const source = read(`a,b\n"${'x'.repeat(1_000_001)}",1\n3,4\n`);
    expect(source.rows).toEqual([
      ['a', 'b'],
      ['3', '4'],
    ]);
    expect(read(`a,b\n"${'x\n'.repeat(600_000)}\n3,4\n`).malformations[0]).toEqual({
      line: 2,
      kind: 'lost-line',
    });
  });
});

describe('tab-separated text', () => {
  it('takes a quote for a letter, however many lines have one and wherever in a cell it stands', () => {
    const lines = 'Kurta 27"\t1\n"Anarkali" kurta\t2\n"Blue\t3\nRed"\t4\nplain\t5\n';
    const source = read(`a\tb\n${lines.repeat(1000)}`, '\t');
    expect(source.rows).toHaveLength(5001);
    expect(source.rows.slice(1, 6)).toEqual([
      ['Kurta 27"', '1'],
      ['"Anarkali" kurta', '2'],
      ['"Blue', '3'],
      ['Red"', '4'],
      ['plain', '5'],
    ]);
    expect(source.malformations).toEqual([{ line: 2, kind: 'kept-quote', lines: 4000 }]);
  });

  it('may be quoted all the same, as a spreadsheet writes it', () => {
    expect(read('a\tb\r\n"27"" wide"\t"x\ny"\r\n"p\tq"\t2\r\n', '\t').rows).toEqual([
      ['a', 'b'],
      ['27" wide', 'x\ny'],
      ['p\tq', '2'],
    ]);
  });
});

const spectrum = sharedPath('security/csv-spectrum');
/** the JSON of the other one tells another phone number than its CSV */
const agreeing =
  spectrum === undefined
    ? []
    : readdirSync(`${spectrum}/csvs`).filter((name) => name !== 'location_coordinates.csv');
describe.skipIf(spectrum === undefined)('the csv-spectrum files, when they are there', () => {
  it.each(agreeing)('%s is read as its JSON says', (name) => {
    const [header, ...rows] = readRows(readFileSync(`${spectrum}/csvs/${name}`), {
      delimiter: ',',
      firstLine: 1,
    }).rows;
    const records = rows.map((row) =>
      Object.fromEntries(row.map((cell, index) => [String(header?.[index]), cell] as const)),
    );
    const expected: unknown = JSON.parse(
      readFileSync(`${spectrum}/json/${name.replace('.csv', '.json')}`, 'utf8'),
    );
    expect(records).toEqual(expected);
  });
});
