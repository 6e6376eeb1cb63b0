import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/config/nearest.ts';

describe('nearest', () => {
  const commands = ['pnl', 'check', 'close', 'init', 'doctor', 'config', 'completion'];

  it.each([
    ['dcotor', 'doctor'],
    ['Doctor', 'doctor'],
    ['confg', 'config'],
    ['complet1on', 'completion'],
    ['pln', 'pnl'],
    ['clos', 'close'],
  ])('takes %s for %s', (word, expected) => {
    expect(nearest(word, commands)).toBe(expected);
  });

  it.each(['', 'zz', 'profit', 'x'.repeat(10_000)])('guesses nothing for a word far from all', (word) => {
    expect(nearest(word, commands)).toBeUndefined();
  });

  it('takes the first of two that are equally near', () => {
    expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
  });
});
