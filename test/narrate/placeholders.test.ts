import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/domain/figure.ts';
import { formatFigure } from '../../src/narrate/format-figure.ts';
import { fillPlaceholders, placeholdersIn } from '../../src/narrate/placeholders.ts';
import { october } from './tarang-october.ts';

const figure = (given: Partial<Figure>): Figure => ({
  id: 'x',
  label: 'x',
  value: 0,
  unit: 'count',
  status: 'actual',
  ...given,
});

describe('a figure in prose', () => {
  it.each([
    [{ unit: 'money', currency: 'INR', value: 18421000 }, '₹1,84,210'],
    [{ unit: 'money', currency: 'INR', value: 7150 }, '₹71.50'],
    [{ unit: 'money', currency: 'USD', value: -123456789 }, '−$1,234,568'],
    [{ unit: 'money', currency: 'JPY', value: 1500 }, '¥1,500'],
    [{ unit: 'count', value: 123456, currency: 'INR' }, '1,23,456'],
    [{ unit: 'count', value: 123456 }, '123,456'],
    [{ unit: 'count', value: -3 }, '−3'],
    [{ unit: 'ratio', value: 0.525 }, '52.5 %'],
    [{ unit: 'ratio', value: -0.0004 }, '0.0 %'],
    [{ unit: 'percentChange', value: 0.0534 }, '5.3 %'],
    [{ unit: 'percentChange', value: -0.0534 }, '−5.3 %'],
    [{ unit: 'ratio', id: 'pnl.netMargin.change', value: -0.021 }, '−2.1 percentage points'],
    [{ unit: 'days', value: 1 }, '1 day'],
    [{ unit: 'days', value: 12.54 }, '12.5 days'],
    [{ unit: 'money', currency: 'INR', value: null, status: 'missing' }, 'not known'],
  ] as const)('%o is %s', (given, text) => {
    expect(formatFigure(figure(given))).toBe(text);
  });

  it('can leave its sign to the words, or show a plus', () => {
    const change = figure({ unit: 'money', currency: 'INR', value: -1240000 });
    expect(formatFigure(change, { magnitude: true })).toBe('₹12,400');
    expect(formatFigure(figure({ unit: 'percentChange', value: 0.05 }), { plus: true })).toBe('+5.0 %');
    expect(formatFigure(figure({ value: 7 }), { plus: true })).toBe('+7');
  });

  it('has Hindi words for its unit', () => {
    expect(formatFigure(figure({ unit: 'days', value: 3 }), { lang: 'hi' })).toBe('3 दिन');
    expect(formatFigure(figure({ value: null }), { lang: 'hi-IN' })).toBe('ज्ञात नहीं');
    expect(formatFigure(figure({ unit: 'ratio', id: 'a.change', value: 0.01 }), { lang: 'hi' })).toBe(
      '1.0 प्रतिशत अंक',
    );
  });
});

describe('a template of our own', () => {
  it('is filled, with the sign where no word says it', () => {
    expect(
      fillPlaceholders(
        'Net profit fell by {{pnl.netProfit.change}} ({{pnl.netProfit.changeShare}}); {{ pnl.orders }} orders.',
        october.figures,
        { currency: 'INR' },
      ),
    ).toBe('Net profit fell by ₹21,684 (−17.6 %); 4,112 orders.');
  });

  it('must not name a figure that is not there', () => {
    expect(() => fillPlaceholders('{{pnl.nothing}}', october.figures)).toThrow('no figure pnl.nothing');
  });

  it('is read for its places', () => {
    expect(placeholdersIn('a {{b.c}} {d} {{ e }}')).toEqual([
      { start: 2, end: 9, id: 'b.c' },
      { start: 14, end: 21, id: 'e' },
    ]);
  });
});
