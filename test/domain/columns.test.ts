import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountColumn, NameColumn, NumberColumn, WordColumn } from '../../src/domain/columns.ts';

describe('a column', () => {
  it('of numbers keeps them in their order, however many, and undefined as missing', () => {
    const column = new NumberColumn();
    for (let value = 0; value < 100; value += 1) column.push(value / 4);
    column.push(undefined);
    expect([column.length, column.at(99), column.maybeAt(99), column.maybeAt(100)]).toEqual([
      101,
      24.75,
      24.75,
      undefined,
    ]);
    expect(column.at(-1)).toBe(0);
    expect(column.maybeAt(-1)).toBe(0);
  });

  it('of counts keeps whole numbers', () => {
    const column = new CountColumn();
    for (let value = 0; value < 100; value += 1) column.push(value * 1_000_000);
    expect([column.length, column.at(99), column.at(-1)]).toEqual([100, 99_000_000, 0]);
  });

  it('of words keeps each word once', () => {
    const column = new WordColumn();
    for (const word of ['paid', 'paid', undefined, 'open', '', 'paid']) column.push(word);
    const kept = [0, 1, 2, 3, 4, 5, 6].map((at) => column.at(at));
    expect(kept).toEqual(['paid', 'paid', undefined, 'open', '', 'paid', undefined]);
    expect(column.words).toEqual([undefined, 'paid', 'open', '']);
    const again = new WordColumn(column.codes, column.words);
    expect(again.codeOf('open')).toBe(column.codeOf('open'));
  });

  it('of names gives back any name, and keeps the number at its end as a number', () => {
    const names = fc.oneof(
      fc.constant(undefined),
      fc.constantFrom(
        '',
        '#1001',
        '1001',
        '007',
        '#0',
        '0',
        'A-',
        '12345678901234567890',
        '5000000001001',
        'x9',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(names), (given) => {
        const column = new NameColumn();
        for (const name of given) column.push(name);
        expect(given.map((_, at) => column.at(at))).toEqual(given);
      }),
    );
    const column = new NameColumn();
    column.push('#1001');
    expect([column.prefixes.at(0), column.numbers.at(0)]).toEqual(['#', 1001]);
  });

  it('of names takes parts: without a number the prefix is the name, without a prefix the number', () => {
    const column = new NameColumn();
    column.pushParts(column.prefixes.codeOf('#'), 7);
    column.pushParts(column.prefixes.codeOf('#'), Number.NaN);
    column.pushParts(0, 7);
    expect([0, 1, 2].map((at) => column.at(at))).toEqual(['#7', '#', '7']);
  });
});
