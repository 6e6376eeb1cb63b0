import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { emptyDraft } from '../../src/load/draft.ts';
import { isJsonObject, jsonFields, plainDecimal } from '../../src/load/json-fields.ts';
import { readJson } from '../../src/load/json.ts';

function fields(text: string) {
  const draft = emptyDraft(DEFAULT_SHOP);
  const result = readJson(text, 'orders.json');
  if (!('value' in result) || !isJsonObject(result.value)) throw new Error('the test needs an object');
  return { draft, read: jsonFields(result.value, { file: 'orders.json', row: 7, draft }) };
}

describe('an exact decimal', () => {
  it.each([
    ['0', '0'],
    ['-0.50', '-0.50'],
    ['1e2', '100'],
    ['1.5E3', '1500'],
    ['12.345e1', '123.45'],
    ['12.345e-1', '1.2345'],
    ['5e-3', '0.005'],
    ['-7.25e+0', '-7.25'],
  ])('of %s is %s', (digits, text) => {
    expect(plainDecimal(digits)).toBe(text);
  });

  it('is refused where it would need more than 30 digits', () => {
    expect(plainDecimal('1.5e+9999')).toBeUndefined();
    expect(plainDecimal('1e-400')).toBeUndefined();
    expect(plainDecimal('1'.repeat(31))).toBeUndefined();
  });
});

describe('fields of a JSON object', () => {
  it('read money from text and from the digits of a number', () => {
    const { read, draft } = fields('{"a": "1299.00", "b": 1299.5, "c": 39, "d": 1e3, "e": null, "f": ""}');
    expect(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => read.amount(name, 'INR'))).toEqual([
      129_900,
      129_950,
      3_900,
      100_000,
      undefined,
      undefined,
      undefined,
    ]);
    expect(draft.problems).toEqual([]);
  });

  it.each(['1.5e+9999', '100000000000000000000', 'true', '"abc"', '{}', '[1]'])(
    'refuse %s as money, for it is not finite, not exact or not a number',
    (value) => {
      const { read, draft } = fields(`{"total": ${value}}`);
      expect(read.amount('total', 'INR')).toBeUndefined();
      expect(draft.problems).toMatchObject([
        { code: 'bad-amount', severity: 'warning', file: 'orders.json', line: 7, column: 'total' },
      ]);
    },
  );

  it('read quantities, flags, days and ids; a bad one is a Problem with its path', () => {
    const { read, draft } = fields(
      '{"q": 2, "bad": "two", "yes": true, "no": "no", "on": "2026-10-02T10:00:00+05:30", "when": "soon", "id": 1.5e17, "sku": "007"}',
    );
    expect(read.count('q')).toBe(2);
    expect(read.count('bad')).toBeUndefined();
    expect([read.flag('yes'), read.flag('no'), read.flag('q'), read.flag('sku')]).toEqual([
      true,
      false,
      undefined,
      undefined,
    ]);
    expect(read.day('on')).toEqual({ day: '2026-10-02', time: '10:00:00' });
    expect(read.day('when')).toBeUndefined();
    expect(read.day('nowhere')).toBeUndefined();
    expect(read.id('id')).toBeUndefined();
    expect(read.id('sku')).toBe('007');
    expect(read.id('nowhere')).toBeUndefined();
    expect(draft.problems.map((problem) => `${problem.code} ${problem.column}`)).toEqual([
      'bad-number bad',
      'bad-date when',
      'bad-id id',
    ]);
  });

  it('go into objects and lists and name the path in Problems', () => {
    const { read, draft } = fields(
      '{"customer": {"id": 5}, "lines": [{"price": "x"}, 3], "tags": ["a", 1, {}], "odd": 3}',
    );
    expect(read.object('customer')?.text('id')).toBe('5');
    expect(read.object('tags')).toBeUndefined();
    expect(read.list('lines').map((line) => line.amount('price', 'INR'))).toEqual([undefined]);
    expect(read.list('odd')).toEqual([]);
    expect(read.list('nowhere')).toEqual([]);
    expect(read.texts('tags')).toEqual(['a', '1']);
    expect(read.texts('odd')).toEqual([]);
    expect(read.has('odd') && !read.has('even')).toBe(true);
    expect(draft.problems.map((problem) => problem.message)).toEqual([
      'record 7: lines (a list) holds something that is not a record',
      'record 7: lines[1].price "x" is not an exact amount',
      'record 7: odd 3 is not a list',
    ]);
  });

  it('clean text and treat blank as missing', () => {
    const { read } = fields('{"name": "  Indigo\\u001b[31m kurta\\n", "blank": "  ", "list": []}');
    expect(read.text('name')).toBe('Indigo kurta');
    expect(read.text('blank')).toBeUndefined();
    expect(read.text('list')).toBeUndefined();
  });
});
