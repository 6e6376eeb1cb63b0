import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/domain/problem.ts';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { loadBooks } from '../../src/load/load-books.ts';
import { readWorkbook } from '../../src/load/xlsx.ts';
import { numberText } from '../../src/load/xlsx/number-text.ts';
import { styleOfCode } from '../../src/load/xlsx/styles.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { sharedPath } from '../helpers/shared.ts';
import { xlsx, type SheetCell, type WorkbookExtras } from '../helpers/xlsx.ts';

const textOf = (rows: readonly (readonly SheetCell[])[], extras: WorkbookExtras = {}): string =>
  Buffer.from(readWorkbook(xlsx({ S: rows }, extras), 'k.xlsx').sheets[0]?.bytes ?? []).toString();
const number = (text: string, style = 0): SheetCell => ({ type: 'n', style, xml: `<v>${text}</v>` });

const ORDERS = [
  ['order', 'date', 'title', 'quantity', 'total'],
  ['T-1', '2026-04-03', 'Kurta, indigo', number('2'), number('1998')],
  ['T-2', '2026-04-04', 'Gamcha', number('1'), number('199.5')],
];

const load = async (bytes: Uint8Array, name = 'orders.xlsx') => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, name), bytes);
  return loadBooks(['.'], { cwd, shop: { ...DEFAULT_SHOP, country: 'IN' } });
};

describe('a workbook', () => {
  it('is read sheet by sheet like a CSV, shown or hidden, and every record can be followed to its row', async () => {
    const bytes = xlsx(
      {
        'Orders April': ORDERS,
        'Orders May': [ORDERS[0] ?? [], [], ['T-3', '2026-05-01', 'Sari', number('1'), number('2499')]],
      },
      { hidden: ['Orders May'] },
    );
    const { books, problems } = await load(bytes);
    expect(problems).toEqual([]);
    expect(books.orders.map(({ file, row, id, total }) => [file, row, id, total])).toEqual([
      ['orders.xlsx/Orders April', 2, 'T-1', 199800],
      ['orders.xlsx/Orders April', 3, 'T-2', 19950],
      ['orders.xlsx/Orders May', 3, 'T-3', 249900],
    ]);
  });

  it('inside a zip is read too, and so is one without the usual name', async () => {
    const inZip = await load(zipSync({ 'May/orders.xlsx': xlsx({ S: ORDERS }) }), 'all.zip');
    expect(inZip.books.sources.map(({ file }) => file)).toEqual(['all.zip/May/orders.xlsx/S']);
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'orders'), xlsx({ S: ORDERS }));
    const named = await loadBooks(['orders'], { cwd, shop: DEFAULT_SHOP });
    expect(named.books.orders).toHaveLength(2);
  });

  it('whose other sheets are nothing we know tells of them in a note, and as an error when none is known', async () => {
    const cover = [['The amounts are estimates'], ['subject to change']];
    const known = await load(xlsx({ Cover: cover, Orders: ORDERS, Blank: [] }));
    expect(known.problems.map((each) => [each.severity, problemText(each)])).toEqual([
      ['note', 'orders.xlsx/Cover: not an export that ecom knows – the sheet was left out'],
    ]);
    const unknown = await load(xlsx({ Cover: cover }));
    expect(unknown.problems).toMatchObject([{ severity: 'error', code: 'unknown-format' }]);
  });

  it('that holds nothing says so', () => {
    expect(readWorkbook(xlsx({ S: [] }), 'k.xlsx').problems).toMatchObject([{ code: 'empty-file' }]);
  });

  it('of Excel’s own lock file is passed over, and other spreadsheets are named with what to do', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, '~$orders.xlsx'), 'lock');
    writeFileSync(join(cwd, 'old.xls'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]));
    writeFileSync(join(cwd, 'sheet.ods'), zipSync({ 'content.xml': strToU8('<a/>') }));
    const { problems } = await loadBooks(['.'], { cwd, shop: DEFAULT_SHOP });
    expect(problems.map(problemText)).toEqual([
      'old.xls: old.xls is a spreadsheet, not a text export – left out',
      'sheet.ods: sheet.ods is a spreadsheet, not a text export – left out',
    ]);
  });
});

describe('a sheet', () => {
  it('keeps blank rows as blank lines and blank cells in their place', () => {
    expect(textOf([['a'], [], ['', 'b', '', 'c', '']])).toBe('a\n\n,b,,c\n');
  });

  it('keeps line breaks inside cells from moving the lines, and quotes what CSV would misread', () => {
    const text = textOf([
      ['Value (Rs.)\r\n= SUM(J:R)', 'x'],
      ['say "yes", or no', '{"a":1}'],
      ['[1]', ' b'],
      ['c'],
    ]);
    expect(text.split('\n')).toHaveLength(5);
    expect(text).toBe('"Value (Rs.)\r= SUM(J:R)",x\n"say ""yes"", or no","{""a"":1}"\n"[1]"," b"\nc\n');
  });

  it('joins runs of rich text, leaves out readings, and decodes what XML and spreadsheets escape', () => {
    const rich =
      '<is><r><t>Ku</t></r><r><t xml:space="preserve">rta &amp; co &#x1F600;</t></r><rPh><t>KA</t></rPh></is>';
    expect(
      textOf([
        [
          { type: 'inlineStr', xml: rich },
          { type: 'inlineStr', xml: '<is><t>a_x0009_b</t></is>' },
        ],
      ]),
    ).toBe('Kurta & co 😀,a\tb\n');
  });

  it('writes truth values as words and errors as blanks, and counts the errors', () => {
    const cells: SheetCell[] = [
      'a',
      { type: 'b', xml: '<v>1</v>' },
      { type: 'b', xml: '<v>0</v>' },
      { type: 'e', xml: '<f>A9</f><v>#REF!</v>' },
      'z',
    ];
    const { sheets } = readWorkbook(xlsx({ S: [cells] }), 'k.xlsx');
    expect(Buffer.from(sheets[0]?.bytes ?? []).toString()).toBe('a,TRUE,FALSE,,z\n');
    expect(sheets[0]?.remarks.map(problemText)).toEqual([
      'k.xlsx/S: 1 cell holds an error such as #REF!, first D1 – read as blank',
    ]);
  });

  it('takes of a formula its stored value, never the formula', () => {
    const cells: SheetCell[] = [
      { xml: '<f>B1+1</f><v>7.84</v>' },
      { xml: '<f>B1+1</f>' },
      { type: 'str', xml: '<f>A1&amp;"x"</f><v>7x</v>' },
      { type: 'str', xml: '<f>A1</f><v>=A1</v>' },
      { type: 'str', xml: '<f>A1</f><v></v>' },
      { xml: '<f>B1</f><v></v>' },
      'z',
    ];
    const { sheets } = readWorkbook(xlsx({ S: [cells] }), 'k.xlsx');
    expect(Buffer.from(sheets[0]?.bytes ?? []).toString()).toBe('7.84,,7x,,,,z\n');
    expect(sheets[0]?.remarks.map(problemText)).toEqual([
      'k.xlsx/S: 2 cells hold a formula without a value, first B1 – read as blank',
    ]);
  });

  it('tells of doubtful cells only when it is used', async () => {
    const doubtful: SheetCell = { xml: '<f>1</f>' };
    const { problems } = await load(
      xlsx({
        Cover: [
          ['Sum', doubtful],
          ['', 'b'],
        ],
        Orders: [...ORDERS, ['T-9', '2026-05-01', 'Sari', number('1'), doubtful]],
      }),
    );
    expect(problems.filter(({ code }) => code === 'missing-value')[0]).toMatchObject({
      file: 'orders.xlsx/Orders',
      severity: 'warning',
    });
    expect(
      problems.filter(({ file, severity }) => file === 'orders.xlsx/Cover' && severity !== 'note'),
    ).toEqual([]);
  });

  it('writes days and times as ISO text where the format of the cell shows a date', () => {
    const formats = ['dd/mm/yyyy', 'm/d/yy h:mm AM/PM', 'h:mm', '[$₹-4009] #,##0.00'];
    const cells = [
      number('46117', 1),
      number('46117.4375', 2),
      number('0.5', 3),
      number('46117', 4),
      number('46117'),
    ];
    expect(textOf([cells], { formats })).toBe('2026-04-05,2026-04-05 10:30:00,12:00:00,46117,46117\n');
    expect(textOf([[number('44655', 1)]], { formats, from1904: true })).toBe('2026-04-05\n');
    expect(
      textOf([[number('1', 1), number('59', 1), number('61', 1), number('-3', 1), number('3e9', 1)]], {
        formats,
      }),
    ).toBe('1900-01-01,1900-02-28,1900-03-01,-3,3000000000\n');
    expect(textOf([[{ type: 'd', xml: '<v>2026-04-05T10:30:00</v>' }]])).toBe('2026-04-05T10:30:00\n');
  });

  it('reads cells and rows without places one after the other', () => {
    const part =
      '<worksheet><sheetData><row><c><v>1</v></c><c t="inlineStr"><is><t>x</t></is></c></row><row r="3"><c r="B3"><v>2</v></c><c><v>3</v></c></row></sheetData></worksheet>';
    expect(textOf([['a']], { parts: { 'xl/worksheets/sheet0.xml': part } })).toBe('1,x\n\n,2,3\n');
  });
});

describe('a number of a workbook', () => {
  it.each([
    ['1998', '1998'],
    ['-0.5', '-0.5'],
    ['007', '007'],
    ['13862.239999999998', '13862.24'],
    ['0.30000000000000004', '0.3'],
    ['99.999999999999986', '100'],
    ['-1.1000000000000001', '-1.1'],
    ['1E-3', '0.001'],
    ['1.5E+3', '1500'],
    ['2.5e2', '250'],
    ['1E-10', '0.0000000001'],
    ['438462135749739102', '438462135749739102'],
    ['4.3846213574973901E+17', '4.38462135749739E+17'],
    ['4E17', '4E+17'],
    ['0', '0'],
    ['Infinity', 'Infinity'],
    ['.', '.'],
  ])('%s is written %s', (written, text) => {
    expect(numberText(written)).toBe(text);
  });

  it.each([
    ['yyyy-mm-dd', 'date'],
    ['mmm-yy', 'date'],
    ['[$-409]d/m/yy h:mm AM/PM;@', 'date'],
    ['[h]:mm:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['mmmm', 'date'],
    ['General', 'number'],
    ['#,##0.00 "days"', 'number'],
    ['0.00E+00', 'number'],
    ['[Red]-#,##0;[Red]d', 'number'],
    ['_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', 'number'],
    ['\\d0', 'number'],
    ['@', 'number'],
  ])('in the format %s is a %s', (code, style) => {
    expect(styleOfCode(code)).toBe(style);
  });
});

describe('a workbook that cannot be trusted', () => {
  const limits = { entry: 50_000, total: 60_000, ratio: 100, ratioFrom: 20_000, entries: 20 };
  const refusal = (bytes: Uint8Array, some: Parameters<typeof readWorkbook>[2] = limits): string => {
    const { sheets, problems } = readWorkbook(bytes, 'k.xlsx', some);
    expect(sheets).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'unreadable-file', severity: 'error' });
    return problemText(problems[0] ?? { code: 'bad-row', severity: 'error', message: '' });
  };
  const sheetOf = (xml: string, declaration = ''): Uint8Array =>
    xlsx(
      { S: [['a']] },
      {
        parts: {
          'xl/worksheets/sheet0.xml': `${declaration}<worksheet><sheetData>${xml}</sheetData></worksheet>`,
        },
      },
    );

  it('is refused when a password protects it', () => {
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(refusal(locked)).toBe('k.xlsx: the workbook is protected by a password – nothing of it was read');
  });

  it('is refused when a password protects it, when it comes as a file', async () => {
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    const { problems } = await load(locked);
    expect(problems.map(problemText)).toEqual([
      'orders.xlsx: the workbook is protected by a password – nothing of it was read',
    ]);
  });

  it.each([
    ['a document type', sheetOf('', '<!DOCTYPE a [<!ENTITY b "c">]>')],
    ['broken XML', sheetOf('<row r="1"><c r="A1">')],
    ['a string that is not there', sheetOf('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')],
    ['a row beyond the last', sheetOf('<row r="1048577"><c r="A1"><v>1</v></c></row>')],
    ['a column beyond the last', sheetOf('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ['a cell that is no place', sheetOf('<row r="1"><c r="11"><v>1</v></c></row>')],
    [
      'a sheet that is not there',
      xlsx({ S: [] }, { parts: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } }),
    ],
    ['no workbook', zipSync({ 'a.xml': strToU8('<a/>') })],
    ['no zip', strToU8('PK but not really')],
  ])('is refused with %s', (_, bytes) => {
    expect(refusal(bytes)).toBe('k.xlsx: the workbook is broken – nothing of it was read');
  });

  it('is refused when it would unpack to too much', () => {
    const noise = Array.from({ length: 6000 }, (_, index) => ((index * 7919) % 9973).toString(36)).join('-');
    expect(
      refusal(sheetOf(`<row r="1"><c r="A1" t="str"><v>${noise}</v></c></row>`), { ...limits, entry: 1000 }),
    ).toContain('unpacks to more than 0 MB');
    expect(refusal(sheetOf(`<!--${'x'.repeat(40_000)}-->`))).toContain('100 times its size');
  });

  it('is refused when few strings would become too much text, and wide rows are bounded too', () => {
    const rows = Array.from({ length: 50 }, () => ['x'.repeat(500)]);
    expect(refusal(xlsx({ S: rows }), { ...limits, text: 10_000 })).toContain('is broken');
    const wide = Array.from(
      { length: 10 },
      (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
    );
    expect(refusal(sheetOf(wide.join('')), { ...limits, text: 100_000 })).toContain('is broken');
  });

  it('never throws, wherever it was cut or changed', () => {
    const whole = xlsx({ S: ORDERS });
    for (let at = 0; at < whole.length; at += 3) {
      expect(() => readWorkbook(whole.subarray(0, at), 'k.xlsx', limits)).not.toThrow();
      expect(() => readWorkbook(whole.with(at, 255 - (whole[at] ?? 0)), 'k.xlsx', limits)).not.toThrow();
    }
  });
});

const meesho = sharedPath('exports/meesho/payments_previous_2025-08.xlsx');
const temu = sharedPath('exports/tiktok_temu/temu_settled_zh.xlsx');

describe('a real workbook', () => {
  const linesOf = (path: string, sheet: string): readonly string[] => {
    const { sheets } = readWorkbook(readFileSync(path), 'k.xlsx');
    const bytes = sheets.find(({ file }) => file === `k.xlsx/${sheet}`)?.bytes ?? [];
    return Buffer.from(bytes).toString().split('\n');
  };

  it.runIf(meesho)('gives every sheet, cells as they stand there', () => {
    const { sheets, problems } = readWorkbook(readFileSync(meesho ?? ''), 'k.xlsx');
    expect(problems).toEqual([]);
    expect(sheets.map(({ file }) => file)).toContain('k.xlsx/Order Payments');
    expect(linesOf(meesho ?? '', 'Order Payments')[1]).toContain('Sub Order No');
  });

  it.runIf(temu)('gives formulas as their stored values', () => {
    expect(linesOf(temu ?? '', 'Sheet1')[2]).toMatch(/,6\.87,3\.88,7\.84$/);
  });
});
