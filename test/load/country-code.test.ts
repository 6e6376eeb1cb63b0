import { describe, expect, it } from 'vitest';
import { countryCode } from '../../src/load/country-code.ts';

describe('a country', () => {
  it.each([
    ['us', 'US'],
    ['UK', 'GB'],
    ['United States', 'US'],
    ['United Kingdom', 'GB'],
    ['The Netherlands', 'NL'],
    ['Germany', 'DE'],
    ['Myanmar (Burma)', 'MM'],
    ['Czech Republic', 'CZ'],
    ['Türkiye', 'TR'],
    ['india', 'IN'],
    ['Atlantis', 'Atlantis'],
    ['', undefined],
  ])('written "%s" is %s', (written, code) => {
    expect(countryCode(written)).toBe(code);
  });
});
