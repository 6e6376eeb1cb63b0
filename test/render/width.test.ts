import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellWidth, pad, truncate, wrap } from '../../src/render/width.ts';

describe('cellWidth', () => {
  it.each([
    ['Kurta', 5],
    ['', 0],
    ['₹', 1],
    ['▲', 1],
    ['क', 1],
    ['१२३', 3],
    ['कि', 2],
    ['नीला', 4],
    ['नमस्ते', 4],
    ['क्षत्रिय', 6],
    ['தமிழ்', 4],
    ['മലയാളം', 6],
    ['商品', 4],
    ['한국', 4],
    ['각', 2],
    ['ｶﾅ', 2],
    ['１', 2],
    ['Cafe\u0301', 4],
    ['👩‍👩‍👧', 2],
    ['🏴‍☠️', 2],
    ['❤️', 1],
    ['🪷', 2],
    ['🇮🇳', 2],
    ['a\u200Db', 2],
    ['\u0007', 0],
    ['é\u0007', 1],
  ])('%s takes %i cells', (text, cells) => {
    expect(cellWidth(text)).toBe(cells);
  });
});

describe('pad', () => {
  it('fills up by cells on either side and leaves a longer text alone', () => {
    expect(pad('नमस्ते', 6)).toBe('नमस्ते  ');
    expect(pad('商品', 6, 'right')).toBe('  商品');
    expect(pad('Dupatta', 3)).toBe('Dupatta');
  });
});

describe('truncate', () => {
  it.each([
    ['Cotton kurta', 12, 'Cotton kurta'],
    ['Cotton kurta', 8, 'Cotton…'],
    ['क्षत्रिय', 5, 'क्ष…'],
    ['商品商品', 6, '商品…'],
    ['👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧…'],
    ['Dupatta', 1, '…'],
    ['Dupatta', 0, ''],
  ])('cuts %s to %i cells as %s', (text, width, expected) => {
    expect(truncate(text, width)).toBe(expected);
  });

  it('takes another mark', () => {
    expect(truncate('Cotton kurta', 9, '...')).toBe('Cotton...');
  });
});

describe('wrap', () => {
  it('breaks at blanks', () => {
    expect(wrap('stop cash on delivery  for KRT-114', 12)).toEqual([
      'stop cash on',
      'delivery for',
      'KRT-114',
    ]);
    expect(wrap('', 12)).toEqual([]);
  });

  it('breaks a longer word between characters', () => {
    expect(wrap('a क्षत्रियक्षत्रिय', 7)).toEqual(['a', 'क्षत्रिय', 'क्षत्रिय']);
    expect(wrap('商品', 1)).toEqual(['商', '品']);
    expect(wrap('ab', 0)).toEqual(['a', 'b']);
  });

  it('loses nothing and is never wider than asked', () => {
    const words = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('नमस्ते', '商品', '₹1,29,999', 'a'.repeat(40))),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 60 }), (parts, width) => {
        const text = parts.join(' ');
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
