import { describe, expect, it } from 'vitest';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { readArchive } from '../../src/load/archive.ts';

const zip = (entries: Zippable): Uint8Array => zipSync(entries);
const orders = strToU8('Name,Total\n#1001,499.00\n');
const limits = { entry: 1000, total: 1500, ratio: 10, ratioFrom: 100, entries: 5 };
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 7919) % 251);

describe('an archive', () => {
  it('gives its csv, tsv, txt and json files with their bytes', () => {
    const { files, problems } = readArchive(
      zip({ 'exports/orders.csv': orders, 'a.TSV': orders, 'b.txt': orders, 'c.json': strToU8('{}') }),
      'tarang.zip',
    );
    expect(files.map((file) => file.name)).toEqual(['exports/orders.csv', 'a.TSV', 'b.txt', 'c.json']);
    expect(files[0]?.bytes).toEqual(orders);
    expect(problems).toEqual([]);
  });

  it('passes over folders, hidden files and the litter of a Mac without a word', () => {
    const { files, problems } = readArchive(
      zip({
        'exports/': new Uint8Array(),
        '__MACOSX/._orders.csv': orders,
        '.hidden.csv': orders,
        'o.csv': orders,
      }),
      'tarang.zip',
    );
    expect(files.map((file) => file.name)).toEqual(['o.csv']);
    expect(problems).toEqual([]);
  });

  it('names the files it cannot read, so that nothing is dropped silently', () => {
    const { problems } = readArchive(zip({ 'o.csv': orders, 'logo.png': orders }), 'tarang.zip');
    expect(problems).toMatchObject([
      {
        code: 'not-counted',
        severity: 'note',
        file: 'tarang.zip',
        message: expect.stringContaining('logo.png'),
      },
    ]);
  });

  it('keeps names inside the archive: no parent folders, no drive, no escape sequences', () => {
    const { files } = readArchive(
      zip({ '../../etc/orders.csv': orders, 'C:\\temp\\\u001b[31mstock.csv': orders, '/abs.csv': orders }),
      'tarang.zip',
    );
    expect(files.map((file) => file.name)).toEqual(['etc/orders.csv', 'temp/stock.csv', 'abs.csv']);
  });

  it('with nothing readable in it is a Problem', () => {
    expect(readArchive(zip({ 'logo.png': orders }), 'tarang.zip').problems.at(-1)).toMatchObject({
      code: 'empty-file',
      severity: 'error',
    });
  });
});

describe('an archive that cannot be trusted', () => {
  const codes = (bytes: Uint8Array, some = limits) => readArchive(bytes, 'tarang.zip', some);

  it.each([
    ['is not a zip archive', strToU8('PK but not really')],
    ['is not a zip archive', new Uint8Array()],
    ['is not a zip archive', zip({ 'o.csv': orders }).subarray(0, 40)],
    ['unpacks to more than 0 MB ("o.csv")', zip({ 'o.csv': noise(1001) })],
    ['unpacks to more than 10 times its size ("o.csv")', zip({ 'o.csv': new Uint8Array(900) })],
    ['unpacks to more than 0 MB –', zip({ 'o.csv': noise(900), 'p.csv': noise(900) })],
    ['holds two files called "o.csv"', zip({ 'o.csv': orders, './o.csv': orders })],
    ['too many files', zip({ a: orders, b: orders, c: orders, d: orders, e: orders, f: orders })],
  ])('%s', (reason, bytes) => {
    const { files, problems } = codes(bytes);
    expect(files).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'unreadable-file', severity: 'error', file: 'tarang.zip' });
    expect(problems[0]?.message).toContain(reason);
  });

  it('is refused when a byte of its content was changed', () => {
    const bytes = zipSync({ 'o.csv': [orders, { level: 0 }] });
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    expect(codes(bytes).problems[0]?.message).toContain('checksum of "o.csv"');
  });

  it('is refused when its directory lies about the size, without unpacking more than it said', () => {
    const bytes = zip({ 'o.csv': new Uint8Array(100_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    view.setUint32(view.getUint32(bytes.length - 6, true) + 24, 90, true);
    expect(codes(bytes)).toMatchObject({ files: [], problems: [{ code: 'unreadable-file' }] });
  });

  it('is refused when it is protected by a password', () => {
    const bytes = zip({ 'o.csv': orders });
    const at = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    bytes[at + 8] = 1;
    expect(codes(bytes).problems[0]?.message).toContain('password');
  });

  it('never throws, wherever it was cut or changed', () => {
    const whole = zip({ 'o.csv': noise(300), 'p.json': strToU8('[]') });
    for (let at = 0; at < whole.length; at += 1) {
      expect(() => codes(whole.subarray(0, at))).not.toThrow();
      expect(() => codes(whole.with(at, 255 - (whole[at] ?? 0)))).not.toThrow();
    }
  });
});
