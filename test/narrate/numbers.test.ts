import { describe, expect, it } from 'vitest';
import { foreignCurrencies } from '../../src/narrate/currency-words.ts';
import { readCalendar } from '../../src/narrate/calendar-words.ts';
import { wordNumbers } from '../../src/narrate/number-words.ts';
import { numbersIn, plainDigits, unitAfter } from '../../src/narrate/numbers.ts';

describe('numbers in digits', () => {
  it.each([
    ['₹1,23,456.78', { size: 123456.78, step: 0.01, unit: 'money', digits: 8 }],
    ['1.2 lakh', { size: 120000, step: 10000, unit: 'plain', digits: 2 }],
    ['₹1.2 lakh', { size: 120000, unit: 'money' }],
    ['Rs. 500', { size: 500, unit: 'money' }],
    ['INR 500', { size: 500, unit: 'money' }],
    ['3 crore', { size: 30000000, step: 10000000 }],
    ['₹5K', { size: 5000, unit: 'money' }],
    ['2.5 million', { size: 2500000 }],
    ['12 %', { size: 12, unit: 'percent' }],
    ['12 per cent', { size: 12, unit: 'percent' }],
    ['2.1 percentage points', { size: 2.1, unit: 'points' }],
    ['14 days', { size: 14, unit: 'days' }],
    ['3x', { size: 3, unit: 'fold' }],
    ['3 times', { size: 3, unit: 'times' }],
    ['500 rupees', { size: 500, unit: 'money' }],
    ['−₹12,400', { size: 12400, sign: '−' }],
    ['₹-12,400', { size: 12400, sign: '−' }],
    ['+6.1 %', { size: 6.1, sign: '+' }],
    ['(12,400)', { size: 12400, sign: '' }],
    ['₹१,०१,३५८', { size: 101358, unit: 'money' }],
    ['१२ प्रतिशत', { size: 12, unit: 'percent' }],
    ['1.2 लाख', { size: 120000 }],
    ['about 13,50,000', { size: 1350000, step: 10000, digits: 3 }],
    ['0.5', { size: 0.5, step: 0.1 }],
    ['1,23,45', { size: undefined }],
    ['007', { size: undefined }],
    ['½', { size: undefined }],
    ['Ⅳ', { size: undefined }],
    ['٣', { size: undefined }],
  ] as const)('%s', (text, expected) => {
    expect(numbersIn(text)).toHaveLength(1);
    expect(numbersIn(text)[0]).toMatchObject(expected);
  });

  it('are not found inside words', () => {
    expect(numbersIn('KRT114 a1b SKU_12')).toHaveLength(3);
    expect(numbersIn('no numbers here')).toEqual([]);
  });

  it('of two stand apart', () => {
    expect(numbersIn('from ₹1,000, then ₹2,000.').map(({ size }) => size)).toEqual([1000, 2000]);
  });

  it('keep their place when they are made plain', () => {
    expect(plainDigits('क१२３')).toBe('क123');
  });

  it('bring their unit, so that one after a figure is too many', () => {
    expect(unitAfter(' lakh rupees')).toBe('lakh');
    expect(unitAfter(' per cent of')).toBe('per cent');
    expect(unitAfter(' rupees')).toBeUndefined();
    expect(unitAfter(' larger')).toBeUndefined();
  });
});

describe('numbers in words', () => {
  it.each([
    ['twenty-two', 22],
    ['one lakh one thousand three hundred and fifty-eight', 101358],
    ['two crore', 20000000],
    ['a hundred', 100],
    ['three point five', 3.5],
    ['nineteen', 19],
    ['one per cent', 1],
    ['डेढ़ लाख', 150000],
    ['बाईस', 22],
    ['निन्यानवे', 99],
    ['दो करोड़', 20000000],
    ['half', undefined],
    ['doubled', undefined],
    ['twice', undefined],
    ['two thirds', undefined],
    ['a quarter of', undefined],
    ['dozens', undefined],
    ['lakhs', undefined],
    ['tenfold', undefined],
    ['दोगुना', undefined],
    ['आधा', undefined],
  ])('%s', (text, value) => {
    expect(wordNumbers(text).some((number) => number.value === value)).toBe(true);
  });

  it.each([
    'one of them',
    'no one',
    'the first half of October',
    'last quarter',
    'एक बात',
    'often',
    'someone',
    'weight',
  ])('%s is none', (text) => {
    expect(wordNumbers(text)).toEqual([]);
  });
});

describe('currencies', () => {
  it.each([
    ['₹5 and Rs. 5 and rupees', 'INR', []],
    ['$5', 'INR', ['$']],
    ['5 dollars or euros', 'INR', ['dollars', 'euros']],
    ['US$5', 'INR', ['US$']],
    ['5 AED', 'INR', ['AED']],
    ['₹5', 'USD', ['₹']],
    ['$5 in dollars and cents', 'USD', []],
    ['5 per cent', 'INR', []],
    ['COD and SKU in ALL CAPS', 'INR', []],
    ['5 ₽', 'INR', ['₽']],
  ] as const)('%s in books kept in %s', (text, currency, foreign) => {
    expect(foreignCurrencies(text, currency)).toEqual(foreign);
  });
});

describe('dates', () => {
  const days = {
    period: { from: '2026-10-01', to: '2026-10-31' },
    compare: { from: '2026-09-01', to: '2026-09-30' },
    asOf: '2026-11-22',
  };
  const problems = (text: string, given: Parameters<typeof readCalendar>[1] = days): number =>
    readCalendar(text, given).problems.length;

  it.each([
    'October',
    'Oct 2026',
    'in September',
    '31 Oct 2026',
    'October 31, 2026',
    '1–31 Oct 2026',
    'between 1 and 31 October',
    '2026-10-31',
    '28 Sep – 4 Oct 2026',
    '22 Nov 2026',
    'as of November 2026',
    'in 2026',
    'FY 2026-27',
    'last month',
    'a month earlier',
    'we may do that',
    'march on',
    'अक्टूबर 2026',
    '2026 में',
    'पिछले महीने',
  ])('%s is covered', (text) => {
    expect(readCalendar(text, days).problems).toEqual([]);
  });

  it.each([
    'August',
    'October 2025',
    'in 2025',
    '32 October',
    '31 September',
    '15 Aug 2026',
    '2026-08-01',
    'in November',
    'as of December 2026',
    'FY 2026-28',
    'FY 2019-20',
    'Q3',
    'last year',
    'last week',
    'last quarter',
    'पिछले साल',
    'अगस्त में',
  ])('%s is not', (text) => {
    expect(problems(text)).toBeGreaterThan(0);
  });

  it('take years, quarters and weeks where the periods are such', () => {
    const yearly = { ...days, compare: { from: '2025-10-01', to: '2025-10-31' } };
    expect(problems('last year, October 2025', yearly)).toBe(0);
    const quarterly = {
      ...days,
      period: { from: '2026-07-01', to: '2026-09-30' },
      compare: { from: '2026-04-01', to: '2026-06-30' },
    };
    expect(problems('Q3 2026 against Q2 2026, last quarter', quarterly)).toBe(0);
    expect(problems('Q1 2026', quarterly)).toBe(1);
    const weekly = {
      ...days,
      period: { from: '2026-11-09', to: '2026-11-15' },
      compare: { from: '2026-11-02', to: '2026-11-08' },
    };
    expect(problems('last week', weekly)).toBe(0);
    expect(problems('last month', weekly)).toBe(1);
  });

  it('know nothing without periods', () => {
    expect(problems('October', { period: null, compare: null })).toBe(1);
    expect(problems('no dates at all', { period: null, compare: null })).toBe(0);
  });
});
