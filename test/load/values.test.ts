import { describe, expect, it } from 'vitest';
import {
  cleanId,
  decideDecimal,
  isBlank,
  parseAmount,
  parseCount,
  plainAmount,
} from '../../src/load/values.ts';

const minor = (text: string, currency = 'INR', decimal?: '.' | ','): number | string => {
  const parsed = parseAmount(text, currency, decimal);
  return parsed.kind === 'amount' ? parsed.minor : parsed.kind;
};

describe('an amount', () => {
  it.each([
    ['499', 49900],
    ['123.45', 12345],
    ['-123.4', -12340],
    ['0.00', 0],
    ['-0.0', 0],
    ['.50', 50],
    ['5.', 500],
    ['+3.00', 300],
    ['₹ 1,499.50', 149950],
    ['₹1,29,999', 12999900],
    ['1,00,000.00', 10000000],
    ['12,34,56,789.10', 12345678910],
    ['1,234,567.89', 123456789],
    ['$1,234.50', 123450],
    ['-$3.00', -300],
    ['$-3.00', -300],
    ['- ₹499', -49900],
    ['₹ -499', -49900],
    ['−₹499.00', -49900],
    ['₹499-', -49900],
    ['499.00 -', -49900],
    ['(12.34)', -1234],
    ['(₹1,234.00)', -123400],
    ['₹(1,234.00)', -123400],
    ['CA$76.00', 7600],
    ['US$ 76', 7600],
    ['£12.00', 1200],
    ['€12.00', 1200],
    ['Rs. 1,499.50', 149950],
    ['Rs 500/-', 50000],
    ['rs.500', 50000],
    ['INR 1,499', 149900],
    ['1499.00 INR', 149900],
    ["'-₹540.00", -54000],
    ["'53.00'", 5300],
    ['12,00', 1200],
    ['(12,34)', -1234],
    ['1.234,56', 123456],
    ['1\u00a0234,56 €', 123456],
    ["1'234.50", 123450],
    ['2\t', 200],
    ['\ufeff7.00', 700],
  ])('reads %s', (text, expected) => {
    expect(minor(text)).toBe(expected);
  });

  it.each(['', ' ', '--', '-', '—', 'NA', 'n/a', 'N/A', 'not stocked', "'", "'--"])(
    'takes %j for missing, never for zero',
    (text) => {
      expect(minor(text)).toBe('missing');
      expect(isBlank(text)).toBe(true);
    },
  );

  it.each([
    'abc',
    '=5',
    '12 apples',
    '1.2.3',
    '1,2,3',
    '--5',
    '-5-',
    '(-5)',
    '18%',
    '1e5',
    '1.5e+9999',
    'Infinity',
    'NaN',
    '₹',
    '()',
    '1,23,45',
    '99999999999999999999',
    '9'.repeat(60),
    '٣',
    '0x10',
  ])('calls %s bad instead of guessing', (text) => {
    expect(minor(text)).toBe('bad');
  });

  it('is read digit by digit, so that no cent is lost to binary fractions', () => {
    expect(minor('1.15', 'USD')).toBe(115);
    expect(minor('4.35', 'USD')).toBe(435);
    expect(minor('1129.6', 'USD')).toBe(112960);
    expect(minor('90071992547409.91', 'USD')).toBe(9007199254740991);
  });

  it('has as many decimals as its currency', () => {
    expect(minor('1,234', 'JPY')).toBe(1234);
    expect(minor('1.234', 'KWD')).toBe(1234);
    expect(minor('12.5', 'KWD')).toBe(12500);
    expect(minor('7', 'CLF')).toBe(70000);
  });

  it('rounds surplus decimals half away from zero', () => {
    expect(minor('10.005')).toBe(1001);
    expect(minor('10.0049')).toBe(1000);
    expect(minor('-10.005')).toBe(-1001);
    expect(minor('0.999')).toBe(100);
    expect(minor('499.5', 'JPY')).toBe(500);
  });

  it('follows the decimal sign of its column', () => {
    expect(minor('1.234', 'EUR', ',')).toBe(123400);
    expect(minor('1.234', 'EUR', '.')).toBe(123);
    expect(minor('1,234', 'EUR', ',')).toBe(123);
    expect(minor('1,234', 'EUR', '.')).toBe(123400);
    expect(minor('12.34', 'EUR', ',')).toBe('bad');
    expect(minor('12,34', 'EUR', '.')).toBe('bad');
  });
});

describe('the decimal sign of a column', () => {
  it('is the one that some value shows and none contradicts', () => {
    expect(decideDecimal(['1.234', '12,50 €', '--'])).toBe(',');
    expect(decideDecimal(['1,234', '₹12.50', 'abc'])).toBe('.');
    expect(decideDecimal(['1,00,000', '3'])).toBe('.');
    expect(decideDecimal(['1,234', '5'])).toBeUndefined();
    expect(decideDecimal(['12,5', '12.5'])).toBeUndefined();
  });
});

describe('a plain amount', () => {
  it('is read fast, and everything else is left to the full reader', () => {
    expect(plainAmount('1234.5', 2)).toBe(123450);
    expect(plainAmount('-12.50', 2)).toBe(-1250);
    for (const text of ['', '-', '.', '.5', '1.234', '1,2', '1.2.3', '1234567890123456']) {
      expect(plainAmount(text, 2)).toBeNaN();
    }
  });
});

describe('a quantity', () => {
  it.each([
    ['3', 3],
    ['-1', -1],
    ['2.0', 2],
    ['1,200', 1200],
    ['1.5', 1.5],
    ["'4", 4],
    ['2\t', 2],
    ['-0.0', 0],
  ])('reads %s', (text, count) => {
    expect(parseCount(text)).toEqual({ kind: 'count', count });
  });

  it('is missing or bad as an amount is', () => {
    expect(parseCount('not stocked')).toEqual({ kind: 'missing' });
    expect(parseCount('two')).toEqual({ kind: 'bad' });
    expect(parseCount('1,2')).toEqual({ kind: 'bad' });
    expect(parseCount('9999999999999999')).toEqual({ kind: 'bad' });
  });
});

describe('an id', () => {
  it.each([
    ["'53122", '53122'],
    ["'+316", '+316'],
    ["'1234AB'", '1234AB'],
    ['0986435621', '0986435621'],
    ['2\t', '2'],
    ['="00712"', '00712'],
    ['"""SKU:BOAT-RK450-BLK"""', 'BOAT-RK450-BLK'],
    ['KRT-12E+', 'KRT-12E+'],
    ["'438462135749739102", '438462135749739102'],
  ])('is %s without its guards', (text, id) => {
    expect(cleanId(text)).toEqual({ kind: 'id', id });
  });

  it('is missing when the cell is blank or a dash', () => {
    for (const text of ['', ' ', '-', "'", 'N/A']) expect(cleanId(text)).toEqual({ kind: 'missing' });
  });

  it('is refused when a spreadsheet has shortened it, for its last digits are gone', () => {
    for (const text of ['1.23E+17', '4e+12', "'1.23456E+17"]) expect(cleanId(text)).toEqual({ kind: 'bad' });
  });
});
