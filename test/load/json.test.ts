import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { readJson } from '../../src/load/json.ts';
import { sharedPath } from '../helpers/shared.ts';

const problemOf = (source: Uint8Array | string) => {
  const result = readJson(source, 'orders.json');
  return 'problem' in result ? result.problem : undefined;
};
const valueOf = (source: Uint8Array | string) => {
  const result = readJson(source, 'orders.json');
  return 'value' in result ? result.value : undefined;
};

describe('JSON', () => {
  it('keeps the digits of every number as written', () => {
    expect(valueOf('[0.1, -12, 100000000000000000000, 1.5e+9999, 1E-2]')).toEqual([
      { digits: '0.1' },
      { digits: '-12' },
      { digits: '100000000000000000000' },
      { digits: '1.5e+9999' },
      { digits: '1E-2' },
    ]);
  });

  it('takes names such as __proto__ and constructor as ordinary names', () => {
    expect(valueOf('{"__proto__": {"admin": true}, "constructor": "saree"}')).toEqual(
      new Map<string, unknown>([
        ['__proto__', new Map([['admin', true]])],
        ['constructor', 'saree'],
      ]),
    );
  });

  it('reads escapes, lone surrogates and the scripts of India', () => {
    expect(
      valueOf('["\\u0938\\u093e\\u0921\\u093c\\u0940", "साड़ी", "\\ud800", "\\"\\\\\\/\\b\\f\\n\\r\\t"]'),
    ).toEqual(['साड़ी', 'साड़ी', '\ud800', '"\\/\b\f\n\r\t']);
  });

  it('of two equal names takes the last, as every reader does', () => {
    expect(valueOf('{"total": "1.00", "total": "2.00"}')).toEqual(new Map([['total', '2.00']]));
  });

  it('may start with a byte order mark', () => {
    expect(valueOf(new TextEncoder().encode('\uFEFF{}'))).toEqual(new Map());
    expect(valueOf('\uFEFF[]')).toEqual([]);
  });
});

describe('malformed JSON', () => {
  it.each([
    [
      '',
      1,
      'not valid JSON at column 1: the end of the file where a value should be – the file was left out',
    ],
    ['{\n  "orders": [1,\n  2,]\n}', 3, 'column 5: "]" where a value should be'],
    ['{"a" 1}', 1, 'column 6: "1" where a colon should be'],
    ['{"a": 1 "b": 2}', 1, 'column 9: """ where a comma or "}" should be'],
    ['[1 2]', 1, 'column 4: "2" where a comma or "]" should be'],
    ['{a: 1}', 1, 'column 2: "a" where a name in quotes should be'],
    ['{} {}', 1, 'column 4: "{" after the end'],
    ['[NaN]', 1, 'column 2: "N" where a value should be'],
    ['[nul]', 1, 'column 2: "n" where a value should be'],
    ['["a\nb"]', 1, 'column 4: character U+000A inside quotes'],
    ['["\\x41"]', 1, 'column 3: an escape that JSON does not know'],
    ['[01]', 1, 'column 3: "1" where a comma or "]" should be'],
  ])('%j is a Problem with its line and column', (text, line, message) => {
    const problem = problemOf(text);
    expect(problem).toMatchObject({ code: 'malformed-json', severity: 'error', file: 'orders.json', line });
    expect(problem?.message).toContain(message);
  });

  it('that is not UTF-8 is a Problem', () => {
    expect(problemOf(Uint8Array.of(0x5b, 0x22, 0xff, 0x22, 0x5d))?.message).toContain('it is not UTF-8 text');
  });

  it('with 100,000 open brackets is a Problem, not an overflow', () => {
    expect(problemOf('['.repeat(100_000))?.message).toContain('nested deeper than 200 levels');
    expect(problemOf('{"a":'.repeat(100_000))?.message).toContain('nested deeper than 200 levels');
    expect(valueOf('['.repeat(200) + ']'.repeat(200))).toBeDefined();
  });
});

const suite = sharedPath('security/json-test-suite/test_parsing');

describe.skipIf(suite === undefined)('the JSON test suite (skipped without ../shared)', () => {
  const files = suite === undefined ? [] : readdirSync(suite);
  const bytesOf = (name: string) => readFileSync(`${suite}/${name}`);

  it.each(files.filter((name) => name.startsWith('n_')))('refuses %s', (name) => {
    expect(problemOf(bytesOf(name))).toMatchObject({ code: 'malformed-json' });
  });

  it.each(files.filter((name) => name.startsWith('y_')))('reads %s', (name) => {
    expect(problemOf(bytesOf(name))).toBeUndefined();
  });

  it.each(files.filter((name) => name.startsWith('i_')))('survives %s', (name) => {
    expect(() => readJson(bytesOf(name), name)).not.toThrow();
  });
});
