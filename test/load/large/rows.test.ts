import { Buffer } from 'node:buffer';
import { readFileSync, readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { CsvError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteTable, NotSure } from '../../../src/load/byte-table.ts';
import { decodeText } from '../../../src/load/decode.ts';
import { openKernel } from '../../../src/load/kernel.ts';
import { readRows } from '../../../src/load/row-source.ts';
import { turnPieces } from '../../../src/load/turn-pieces.ts';
import { fixturePath } from '../../helpers/fixtures.ts';

interface Rows {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

const kernel = openKernel({ capacity: 64 * 1024 });

/** The rows of a text as the kernel finds them in pieces of this size; why, where it is not sure. */
function quickRows(text: Buffer, delimiter: string, piece: number): Rows | string {
  const table = new ByteTable({ file: 'a.csv', header: [], preamble: [] }, kernel);
  const [rows, lines]: [string[][], number[]] = [[], []];
  let at = 0;
  try {
    turnPieces(
      { table, kernel, delimiter: delimiter.charCodeAt(0), groupColumn: -1, piece, line: 1, hasHeader: true },
      (bytes, to, most) => {
        const got = text.copy(bytes, to, at, at + most);
        at += got;
        return got;
      },
      () => {
        for (let row = 0; row < table.length; row += 1) {
          rows.push(Array.from({ length: table.widthOf(row) }, (_, column) => table.cell(row, column)));
          lines.push(table.lineOf(row));
        }
      },
    );
    return withoutBlank({ rows, lines });
  } catch (error) {
    if (error instanceof NotSure) return error.message;
    throw error;
  }
}

function withoutBlank({ rows, lines }: Rows): Rows {
  const filled = rows.map((row) => row.some((cell) => cell.trim() !== ''));
  return { rows: rows.filter((_, at) => filled[at]), lines: lines.filter((_, at) => filled[at]) };
}

/** The same by the reader of whole files; undefined where it finds the rules of CSV broken. */
function patientRows(text: Buffer, delimiter: string): Rows | undefined {
  const { rows, lineOf, malformations } = readRows(text, { delimiter, firstLine: 1 });
  return malformations.length > 0 ? undefined : { rows, lines: rows.map((_, row) => lineOf(row)) };
}

/** The same by the general parser, which knows nothing of ours. */
function refereeRows(text: Buffer, delimiter: string): Rows | undefined {
  try {
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
      info: true,
    }) as unknown as { record: string[]; info: { bytes: number } }[];
    const starts = [0, ...records.map(({ info }) => info.bytes)];
    const lines = records.map(
      (_, row) => text.subarray(0, starts[row]).toString('latin1').split('\n').length,
    );
    return withoutBlank({ rows: records.map(({ record }) => record), lines });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** Whether the kernel was sure; it may be of nothing that the others see otherwise. */
function agrees(given: Buffer, delimiter: string, piece: number): boolean {
  const text = Buffer.concat([HEADER, given]);
  const quick = quickRows(text, delimiter, piece);
  if (typeof quick === 'string') return false;
  same(quick, patientRows(text, delimiter));
  same(quick, refereeRows(text, delimiter));
  return true;
}
const HEADER = Buffer.from('head\n');

/** The header is no row of the kernel's. */
function same(quick: Rows, other: Rows | undefined): void {
  const below = other && { rows: other.rows.slice(1), lines: other.lines.slice(1) };
  if (!isDeepStrictEqual(quick, below)) expect(quick).toEqual(below);
}

function filesIn(folder: string): string[] {
  return readdirSync(fixturePath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(csv|txt)$/.test(name))
    .map((name) => `${folder}/${name}`);
}

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', 'a', '12.50', 'Cotton kurta', 'कुर्ता', '₹ 1,499', '👕 x', ' ') },
  { weight: 2, arbitrary: fc.constantFrom(',', ';', '\t', 'a\nb', 'a\r\nb', '\n\n', '\r', 'a\rb', ' "x" ') },
  { weight: 1, arbitrary: fc.constantFrom('"', '""', 'say ""no""', '\ufeff', 'x'.repeat(130)) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'binary' }) },
);
/** rightly quoted, quoted without need, or wrongly bare */
const written = fc.tuple(cell, fc.integer({ min: 0, max: 40 })).map(([text, how]) => {
  if (how === 0) return text;
  if (how === 1) return `"${text}"`;
  return how > 30 || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
});
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\n', '\n\n', '\n ,\n', '\r', '"\n');
const delimiters = fc.constantFrom(',', ',', ';', '\t');
const rowsOfCells = fc.array(
  fc.tuple(fc.array(written, { minLength: 1, maxLength: 9 }), fc.nat({ max: 60 }), lineEnd),
  { maxLength: 12 },
);
const texts = fc
  .tuple(rowsOfCells, delimiters, fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([rows, delimiter, usual, isClosed]) => {
    const lines = rows.map(([cells, odd, end]) => [cells.join(delimiter), odd < 6 ? end : usual] as const);
    const text = lines.map(([line, end], at) => line + (at < rows.length - 1 || isClosed ? end : ''));
    return { text: text.join(''), delimiter };
  });
const soup = fc
  .array(fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'a', ';', '\0', 'é', ' ', '","', '"\n"'), {
    maxLength: 100,
  })
  .map((parts) => ({ text: parts.join(''), delimiter: ',' }));
const bytes = fc.uint8Array({ maxLength: 40 }).map((parts) => ({ text: Buffer.from(parts), delimiter: ',' }));
/** most pieces are smaller than a row, so that their borders fall anywhere */
const pieceSizes = fc.oneof(fc.integer({ min: 1, max: 70 }), fc.constantFrom(64, 128, 1000));

describe('the rows that the kernel is sure of', () => {
  it.each(['exports', 'broken', 'demo'].flatMap(filesIn))('are those of the patient reader in %s', (name) => {
    const text = decodeText(readFileSync(fixturePath(name))).bytes.subarray(0, 200_000);
    const isLong = text.length > 100_000;
    for (const delimiter of isLong ? [','] : [',', ';', '\t']) {
      for (const piece of isLong ? [9973] : [97, 30_000]) agrees(text, delimiter, piece);
    }
  });

  it('are those of the patient reader and of the general parser in any text and in pieces of any size', () => {
    let [sure, all] = [0, 0];
    fc.assert(
      fc.property(texts, pieceSizes, ({ text, delimiter }, piece) => {
        all += 1;
        sure += agrees(Buffer.from(text), delimiter, piece) ? 1 : 0;
      }),
      { numRuns: 8000, seed: 20261122 },
    );
    // a kernel that is never sure would agree too
    expect(sure / all).toBeGreaterThan(0.4);
  });

  it('are no others where quotes stand anywhere, or bytes mean nothing', () => {
    fc.assert(
      fc.property(fc.oneof(soup, bytes), pieceSizes, ({ text, delimiter }, piece) => {
        agrees(Buffer.from(text), delimiter, piece);
      }),
      { numRuns: 6000, seed: 20261122 },
    );
  });
});

describe('the kernel is not sure of', () => {
  it.each([
    ['a quote in a bare cell', 'a"b,c\n', 'a quote where none may stand'],
    ['text behind a closing quote', '"a"b,c\n', 'a quote where none may stand'],
    ['a lone carriage return behind a closing quote', '"a"\rb\n', 'a quote where none may stand'],
    ['a quote that is never closed', 'a,"b\nc\n', 'a quote that is never closed'],
    ['a last line that ends in a carriage return', 'a,b\r', 'a last line that ends as those of old Macs'],
    ['a NUL', 'a,\0b\n', 'bytes that are not UTF-8 text'],
    ['a row longer than its memory', `a,${'b'.repeat(70_000)}\n`, 'a very long record'],
  ])('%s', (_what, text, why) => {
    expect(quickRows(Buffer.from(`head\n${text}`), ',', 1000)).toBe(why);
  });

  it('a text without line feeds', () => {
    expect(quickRows(Buffer.from('a,b\r1,2'), ',', 1000)).toBe('a text without line feeds');
  });

  it('bytes in another encoding', () => {
    expect(quickRows(Buffer.from('head\ncaf\xe9,b\n', 'latin1'), ',', 1000)).toBe(
      'bytes that are not UTF-8 text',
    );
  });
});
