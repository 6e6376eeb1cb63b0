import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/domain/clean-text.ts';
import { sharedPath } from '../helpers/shared.ts';

/** Everything that must never be left: C0, DEL, C1, direction and invisible characters, halves of characters. */
const FORBIDDEN =
  /[\x00-\x1f\x7f-\x9f\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u200B\u2060-\u2064\uFEFF\u00AD\u2028\u2029\u{E0000}-\u{E007F}\p{Cs}]/u;

describe('cleanText', () => {
  it.each([
    ['colour', 'Silk \x1b[31;1msaree\x1b[0m', 'Silk saree'],
    ['cursor and erase', '\x1b[2J\x1b[HKurta', 'Kurta'],
    ['a link by OSC 8, ended by BEL', '\x1b]8;;https://evil.example\x07Kurta\x1b]8;;\x07', 'Kurta'],
    ['a link by OSC 8, ended by ST', '\x1b]8;;https://evil.example\x1b\\Kurta\x1b]8;;\x1b\\', 'Kurta'],
    ['writing the clipboard by OSC 52', 'a\x1b]52;c;cm0gLXJmIH4=\x07b', 'ab'],
    ['a window title', '\x1b]0;owned\x07Dupatta', 'Dupatta'],
    ['a device control string', 'a\x1bP1;2|67/6c73\x1b\\b', 'ab'],
    ['an application command', 'a\x1b_Ga=T;AAAA\x1b\\b', 'ab'],
    ['a privacy message and a start of string', 'a\x1b^x\x1b\\b\x1bXy\x1b\\c', 'abc'],
    ['a string that never ends', 'Kurta\x1b]52;c;AAAA', 'Kurta'],
    ['8-bit CSI, OSC and DCS', 'a\x9b31mb\x9d0;t\x9cc\x90q\x9cd', 'abcd'],
    ['two-character escapes', 'a\x1bcb\x1b(0c\x1b7d', 'abcd'],
    ['an escape at the very end', 'Kurta\x1b', 'Kurta'],
    ['nested escapes', '\x1b\x1b[31m[32mKurta', '32mKurta'],
    ['other control characters', 'a\x00b\x07c\x08d\x7fe\x85f', 'abcdef'],
    ['direction', '\u202Efdp.exe\u202C \u2066x\u2069 \u200Ey\u200F\u061C', 'fdp.exe x y'],
    ['invisible characters', 'S\u200BK\u2060U\uFEFF-\u00AD1\u2028\u2029', 'SKU-1'],
    ['tags', 'Saree\u{E0041}\u{E0042}\u{E007F}', 'Saree'],
  ])('removes %s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('keeps the joiners of Indian scripts and emoji', () => {
    for (const text of ['क्‍ष', 'ন্‌ত', '👩‍👩‍👧', 'नमस्ते', '₹1,29,999', '▂▃▄']) expect(cleanText(text)).toBe(text);
  });

  it('replaces halves of characters and composes the rest', () => {
    expect(cleanText('a\uD83Db\uDE00')).toBe('a\uFFFDb\uFFFD');
    expect(cleanText('Cafe\u0301')).toBe('Café');
  });

  it('makes one blank of line breaks and tabs', () => {
    expect(cleanText('Silk\r\n\tsaree\n')).toBe('Silk saree ');
    expect(cleanText('रेशम\r\n\tसाड़ी')).toBe('रेशम साड़ी'.normalize('NFC'));
  });

  it('keeps line feeds where the place has lines', () => {
    expect(cleanText('one\r\ntwo\rthree\n\n\tfour', { multiline: true })).toBe('one\ntwo\nthree\n\n four');
  });

  it('caps by what a reader counts as a character', () => {
    expect(cleanText('abcdef', { max: 4 })).toBe('abc…');
    expect(cleanText('abcd', { max: 4 })).toBe('abcd');
    expect(cleanText('👩‍👩‍👧👩‍👩‍👧', { max: 2 })).toBe('👩‍👩‍👧👩‍👩‍👧');
    expect(cleanText('क्षत्रिय कुल', { max: 3 })).toBe('क्षत्रि…');
  });

  it('leaves nothing forbidden of any text, and nothing to clean a second time', () => {
    const nasty = fc.constantFrom(
      '\x1b',
      '\x9b',
      '\x9d',
      '\x90',
      '[',
      ']',
      'P',
      '\\',
      '\x07',
      '\x9c',
      'm',
      '0',
      ';',
      '\u202E',
      '\uD800',
      'क',
      '\n',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(nasty, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(FORBIDDEN);
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 2000 },
    );
  });

  const naughty = sharedPath('security/blns/blns.json');
  it.skipIf(naughty === undefined)('leaves no control byte in the big list of naughty strings', () => {
    const strings = JSON.parse(readFileSync(naughty ?? '', 'utf8')) as string[];
    expect(strings.length).toBeGreaterThan(500);
    for (const text of strings) expect(cleanText(text)).not.toMatch(FORBIDDEN);
  });
});
