import { describe, expect, it } from 'vitest';
import { unexplainedGaps } from '../../src/stats/unexplained-gaps.ts';

const daily = (days: number): number[] => Array.from({ length: days }, () => 1);
const none = (days: number): number[] => Array.from({ length: days }, () => 0);
const every = (gap: number, sales: number): number[] =>
  Array.from({ length: gap * sales }, (_, day) => Number(day % gap === gap - 1));

describe('unexplainedGaps', () => {
  it('finds a gap after which selling came back as it was', () => {
    expect(unexplainedGaps([...daily(60), ...none(9), ...daily(60)])).toEqual([{ from: 60, to: 69 }]);
  });

  it('finds none where an item began to sell less', () => {
    expect(unexplainedGaps([...daily(90), ...every(4, 12)])).toEqual([]);
  });

  it('finds none where an item only began to sell', () => {
    expect(unexplainedGaps([...every(10, 6), ...daily(90)])).toEqual([]);
  });

  it('leaves unknown days out of a gap and of what lies around it', () => {
    const unknown = [NaN, NaN];
    expect(unexplainedGaps([...daily(30), ...unknown, 0, ...unknown, 0, ...unknown, ...daily(30)])).toEqual([
      { from: 32, to: 38 },
    ]);
  });

  it('judges a gap by the days beside it, few as they are', () => {
    expect(unexplainedGaps([1, ...none(9), ...daily(20)])).toEqual([{ from: 1, to: 10 }]);
    expect(unexplainedGaps([NaN, ...daily(8), ...none(9), 1])).toEqual([{ from: 9, to: 18 }]);
  });

  it('finds none in a history without a sale', () => {
    expect(unexplainedGaps(none(30))).toEqual([]);
    expect(unexplainedGaps([])).toEqual([]);
  });
});
