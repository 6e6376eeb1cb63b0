import { describe, expect, it } from 'vitest';
import { bar, barShares, compress, heights, sparkline } from '../../src/render/sparkline.ts';

const wide = { width: 80, ascii: false };

describe('sparkline', () => {
  it('rises from nothing to the highest value in eight steps', () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], wide)).toBe('▁▂▃▄▅▆▇█');
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], { width: 80, ascii: true })).toBe('_.:-=+*#');
  });

  it('starts at 0, so that small differences look small', () => {
    expect(sparkline([98, 100, 99], wide)).toBe('███');
  });

  it('starts at the lowest value when it is a loss', () => {
    expect(sparkline([-7, 0, 7], wide)).toBe('▁▅█');
    expect(sparkline([-2, -1], wide)).toBe('▁▅');
  });

  it('leaves a blank where nothing is known', () => {
    expect(sparkline([1, null, 1], wide)).toBe('█ █');
    expect(sparkline([null, null], wide)).toBe('  ');
    expect(sparkline([], wide)).toBe('');
  });

  it('draws a line of zeros along the ground', () => {
    expect(sparkline([0, 0], wide)).toBe('▁▁');
  });

  it('averages neighbours where there are more values than room', () => {
    expect(sparkline([0, 2, 6, 8, null, 7], { width: 3, ascii: false })).toBe('▂██');
  });
});

describe('compress', () => {
  it('averages what is known of each group', () => {
    expect(compress([1, 3, null, 5, null, null, 8], 3)).toEqual([2, 5, 8]);
    expect(compress([1, 2, null, null], 2)).toEqual([1.5, null]);
    expect(compress([1, 2], 5)).toEqual([1, 2]);
  });
});

it('gives heights for any number of steps', () => {
  expect(heights([0, 5, 10, null], 32)).toEqual([1, 17, 32, null]);
});

describe('bar', () => {
  it('is drawn to the eighth of a cell, lighter below zero', () => {
    expect(bar(0.5, { width: 5, ascii: false })).toBe('██▌');
    expect(bar(1, { width: 5, ascii: false })).toBe('█████');
    expect(bar(-0.5, { width: 6, ascii: false })).toBe('░░░');
    expect(bar(0.5, { width: 6, ascii: true })).toBe('###');
    expect(bar(-0.5, { width: 6, ascii: true })).toBe('---');
  });

  it('is never longer than its room', () => {
    expect(bar(3, { width: 4, ascii: false })).toBe('████');
  });

  it('shows the smallest value and nothing for none', () => {
    expect(bar(0.0001, { width: 5, ascii: false })).toBe('▏');
    expect(bar(0.0001, { width: 5, ascii: true })).toBe('#');
    expect(bar(-0.0001, { width: 5, ascii: false })).toBe('░');
    expect(bar(0, { width: 5, ascii: false })).toBe('');
    expect(bar(0, { width: 5, ascii: true })).toBe('');
  });

  it('is measured against the largest amount', () => {
    expect(barShares([50, -100, 0])).toEqual([0.5, -1, 0]);
    expect(barShares([0, 0])).toEqual([0, 0]);
    expect(barShares([])).toEqual([]);
  });
});
