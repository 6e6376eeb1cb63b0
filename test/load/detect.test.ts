import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { detect, type Detection } from '../../src/load/detect.ts';
import type { Format } from '../../src/load/format.ts';
import { columnFinder, normaliseName, repeatedNames } from '../../src/load/header.ts';
import type { ColumnMapping } from '../../src/load/mapping.ts';

const format = (kind: string, signature: Format['signature'], known: readonly string[] = []): Format => ({
  kind,
  label: kind,
  signature,
  known,
  read: () => undefined,
});
const FORMATS = [
  format('shop.orders', ['order', 'date', 'total'], ['city']),
  format('shop.lines', ['order', 'date', 'total', ['sku', 'item']], ['quantity']),
  format('courier.bill', ['order', 'awb', 'charge', 'weight', 'zone']),
];
const find = (text: string, mappings: readonly ColumnMapping[] = []) =>
  detect(Buffer.from(text), 'april.txt', { formats: FORMATS, mappings });
const found = (text: string, mappings: readonly ColumnMapping[] = []): Detection => {
  const detection = find(text, mappings);
  if ('problem' in detection) throw new Error(detection.problem.message);
  return detection;
};
const message = (text: string): string => {
  const detection = find(text);
  return 'problem' in detection ? detection.problem.message : 'found';
};

describe('the header', () => {
  it.each([',', ';', '\t', '|'])('is found with the delimiter %j', (delimiter) => {
    const { delimiter: sniffed, format: taken } = found(['Order', 'Date', 'Total'].join(delimiter));
    expect([sniffed, taken.kind]).toEqual([delimiter, 'shop.orders']);
  });

  it('is found below lines that a platform or a spreadsheet put above it', () => {
    const text = 'sep=;\n"All amounts in INR, unless specified"\n# note;;;\n\norder;date;total\n1;2;3\n';
    const detection = found(text);
    expect(detection.preamble).toEqual(['sep=;', '"All amounts in INR, unless specified"', '# note;;;', '']);
    expect(text.slice(detection.offset)).toMatch(/^order;date/);
  });

  it('is looked for in the first thirty lines only', () => {
    expect(found(`${'\n'.repeat(29)}order,date,total`).preamble).toHaveLength(29);
    expect(message(`${'\n'.repeat(30)}order,date,total`)).toContain('not an export that ecom knows');
  });

  it('may have blanks, line breaks and formulas in its names', () => {
    expect(found('Order ,"\uFEFF Date\n(dd/mm)","Total \r\n= SUM(J:R)"\n').header).toEqual([
      'order',
      'date',
      'total',
    ]);
    expect(normaliseName('  Fixed  Fee\u00a0 (Rs.) \r\n= SUM(J:R)')).toBe('fixed fee (rs.)');
  });

  it('may end with a carriage return alone', () => {
    expect(found('note\rorder,date,total\r1,2,3\r').preamble).toEqual(['note']);
  });

  it('gives a column by the first of several names, and by its first place', () => {
    const column = columnFinder(['order', 'total', 'total', '']);
    expect([column('sum', 'total'), column('order'), column('awb')]).toEqual([1, 0, -1]);
    expect(repeatedNames(['order', 'total', 'total', '', '', '__proto__'])).toEqual(['total']);
    expect(columnFinder(['__proto__', 'constructor'])('constructor')).toBe(1);
    expect(columnFinder(['order'])('constructor', '__proto__', 'toString')).toBe(-1);
  });
});

describe('the kind of a file', () => {
  it('is the one that knows most of its columns', () => {
    expect(found('order,date,total,city').format.kind).toBe('shop.orders');
    expect(found('order,date,total,item,quantity,city').format.kind).toBe('shop.lines');
  });

  it('is not guessed: the best guess and what it lacks are named instead', () => {
    expect(message('order,awb,charge,weight')).toBe(
      'looks like courier.bill, 4 of 5 columns; missing: zone – the file was left out',
    );
    expect(message('order,colour')).toBe('not an export that ecom knows – the file was left out');
    expect(message('just words')).toBe('not an export that ecom knows – the file was left out');
    expect(message('"')).toContain('not an export');
  });

  it('is what the owner says of a file that is not known', () => {
    const mapping = { kind: 'shop.orders', columns: { order: 'Bill no', date: 'Day', total: 'Rupees' } };
    const detection = found('bill no,day,rupees,remark', [mapping]);
    expect(detection.format.kind).toBe('shop.orders');
    expect(detection.header).toEqual(['order', 'date', 'total', 'remark']);
  });

  it('stays a known one unless the mapping is of exactly its header', () => {
    const loose = { kind: 'shop.lines', columns: { sku: 'City' } };
    expect(found('order,date,total,city', [loose]).format.kind).toBe('shop.orders');
    const exact = { ...loose, header: ['Order', 'Date', 'Total', 'City'] };
    expect(found('order,date,total,city', [exact]).format.kind).toBe('shop.lines');
  });

  it('is still unknown when the mapping leaves a needed column out', () => {
    expect('problem' in find('bill no,day', [{ kind: 'shop.orders', columns: { order: 'bill no' } }])).toBe(
      true,
    );
  });
});
