import { describe, expect, it } from 'vitest';
import { NO_PAINT, outputWidth, paintFor, wantsColour } from '../../src/render/colour.ts';

describe('wantsColour', () => {
  it.each([
    ['a terminal', 'auto', {}, true, true],
    ['a pipe', 'auto', {}, false, false],
    ['always, over NO_COLOR', 'always', { NO_COLOR: '1' }, false, true],
    ['never, over FORCE_COLOR', 'never', { FORCE_COLOR: '1' }, true, false],
    ['NO_COLOR, over FORCE_COLOR', 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', 'auto', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR, over TERM=dumb', 'auto', { FORCE_COLOR: '1', TERM: 'dumb' }, false, true],
    ['CLICOLOR_FORCE', 'auto', { CLICOLOR_FORCE: '1' }, false, true],
    ['FORCE_COLOR=0 on a terminal', 'auto', { FORCE_COLOR: '0' }, true, true],
    ['FORCE_COLOR=0 in a pipe', 'auto', { FORCE_COLOR: '0', CLICOLOR_FORCE: '0' }, false, false],
    ['TERM=dumb', 'auto', { TERM: 'dumb' }, true, false],
    ['TERM=xterm', 'auto', { TERM: 'xterm' }, true, true],
  ] as const)('decides for %s', (_, flag, env, isTTY, expected) => {
    expect(wantsColour({ flag, env, isTTY })).toBe(expected);
  });
});

describe('outputWidth', () => {
  it.each([
    ['the flag, even in a pipe', { flag: 60, env: { COLUMNS: '120' }, isTTY: false, columns: 100 }, 60],
    ['80 in a pipe, whatever else is said', { env: { COLUMNS: '120' }, isTTY: false, columns: 100 }, 80],
    ['COLUMNS before the terminal', { env: { COLUMNS: '120' }, isTTY: true, columns: 100 }, 120],
    ['the terminal', { env: {}, isTTY: true, columns: 100 }, 100],
    ['the terminal when COLUMNS is no number', { env: { COLUMNS: 'wide' }, isTTY: true, columns: 100 }, 100],
    ['the terminal when COLUMNS is 0', { env: { COLUMNS: '0' }, isTTY: true, columns: 100 }, 100],
    ['80 when nobody knows', { env: {}, isTTY: true }, 80],
  ])('is %s', (_, stream, expected) => {
    expect(outputWidth(stream)).toBe(expected);
  });
});

describe('paintFor', () => {
  it('leaves texts alone without colour', async () => {
    const paint = await paintFor(false);
    expect(paint).toBe(NO_PAINT);
    expect(Object.values(paint).map((draw) => draw('₹500'))).toEqual(Array(7).fill('₹500'));
  });

  it('uses the terminal’s own colours', async () => {
    const paint = await paintFor(true);
    expect(paint.worse('▲ worse')).toBe('\x1b[31m▲ worse\x1b[39m');
    expect(paint.better('▼ better')).toBe('\x1b[32m▼ better\x1b[39m');
    expect(paint.total('Net profit')).toBe('\x1b[1mNet profit\x1b[22m');
  });
});
