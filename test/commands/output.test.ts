import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deliver, FILE, formatOf, styleOf, type Format } from '../../src/commands/output.ts';
import { guarded } from '../../src/config-secrets.ts';
import { UserError } from '../../src/errors.ts';
import { testContext } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const auto = { color: 'auto', ascii: false } as const;
const terminal = { isTTY: true, columns: 132 };
const pipe = { isTTY: false };

describe('colour', () => {
  it.each([
    ['a terminal', terminal, 'auto', {}, true],
    ['a pipe', pipe, 'auto', {}, false],
    ['a file', FILE, 'auto', {}, false],
    ['a pipe with --color=always', pipe, 'always', {}, true],
    ['a terminal with --color=never', terminal, 'never', {}, false],
    ['--color=always beats NO_COLOR', pipe, 'always', { NO_COLOR: '1' }, true],
    ['--color=never beats FORCE_COLOR', terminal, 'never', { FORCE_COLOR: '1' }, false],
    ['NO_COLOR', terminal, 'auto', { NO_COLOR: '1' }, false],
    ['NO_COLOR=0 is set too', terminal, 'auto', { NO_COLOR: '0' }, false],
    ['an empty NO_COLOR says nothing', terminal, 'auto', { NO_COLOR: '' }, true],
    ['NO_COLOR beats FORCE_COLOR', pipe, 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['FORCE_COLOR', pipe, 'auto', { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0 says nothing', pipe, 'auto', { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR=0 does not silence a terminal', terminal, 'auto', { FORCE_COLOR: '0' }, true],
    ['CLICOLOR_FORCE', pipe, 'auto', { CLICOLOR_FORCE: '1' }, true],
    ['FORCE_COLOR beats TERM=dumb', terminal, 'auto', { FORCE_COLOR: '1', TERM: 'dumb' }, true],
    ['TERM=dumb', terminal, 'auto', { TERM: 'dumb' }, false],
  ] as const)('%s', (_, stream, color, env, expected) => {
    expect(styleOf(stream, { ...auto, color }, env).color).toBe(expected);
  });
});

describe('width', () => {
  it.each([
    ['the flag', terminal, 60, { COLUMNS: '100' }, 60],
    ['the flag without a terminal', pipe, 60, {}, 60],
    ['COLUMNS on a terminal', terminal, undefined, { COLUMNS: '100' }, 100],
    ['the terminal', terminal, undefined, {}, 132],
    ['a COLUMNS that is no number', terminal, undefined, { COLUMNS: 'wide' }, 132],
    ['a terminal that does not say', { isTTY: true }, undefined, {}, 80],
    ['a pipe, whatever COLUMNS says', { isTTY: false, columns: 132 }, undefined, { COLUMNS: '100' }, 80],
  ] as const)('%s', (_, stream, width, env, expected) => {
    expect(styleOf(stream, { ...auto, width }, env).width).toBe(expected);
  });
});

describe('formatOf', () => {
  it.each<[{ format?: Format; output?: string }, Format]>([
    [{}, 'text'],
    [{ output: '-' }, 'text'],
    [{ output: 'report' }, 'text'],
    [{ output: '/dev/null' }, 'text'],
    [{ output: 'report.TXT' }, 'text'],
    [{ output: 'report.md' }, 'md'],
    [{ output: 'october.2026.html' }, 'html'],
    [{ output: 'report.json' }, 'json'],
    [{ output: 'report.csv' }, 'csv'],
    [{ output: 'mail.eml' }, 'eml'],
    [{ format: 'json', output: 'report.html' }, 'json'],
  ])('%j is %s', (flags, expected) => {
    expect(formatOf(flags)).toBe(expected);
  });

  it('refuses an ending that names none', () => {
    expect(() => formatOf({ output: 'report.pdf' })).toThrow('the ending ".pdf" names no format');
  });
});

describe('deliver', () => {
  it('writes to standard output without a file, and for -', async () => {
    const { context, stdout, stderr } = testContext();
    await deliver('one\n', { context });
    await deliver('two\n', { context, output: '-' });
    expect(stdout()).toBe('one\ntwo\n');
    expect(stderr()).toBe('');
  });

  it('writes a file in the current folder and says so on standard error', async () => {
    const cwd = temporaryFolder({ 'pnl.md': 'old' });
    const { context, stdout, stderr } = testContext({ cwd });
    await deliver('# October\n', { context, output: 'pnl.md' });
    expect(readFileSync(join(cwd, 'pnl.md'), 'utf8')).toBe('# October\n');
    expect(readdirSync(cwd)).toEqual(['pnl.md']);
    expect(stdout()).toBe('');
    expect(stderr()).toBe('wrote pnl.md\n');
  });

  it('says nothing when it is to be quiet, and sets the mode it is given', async () => {
    const cwd = temporaryFolder();
    const { context, stderr } = testContext({ cwd });
    await deliver('x', { context, output: 'mail.eml', quiet: true, mode: 0o600 });
    expect(stderr()).toBe('');
    expect(statSync(join(cwd, 'mail.eml')).mode & 0o777).toBe(0o600);
  });

  it('refuses a folder, also behind a link, with exit code 2', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'reports'));
    symlinkSync('reports', join(cwd, 'link'));
    const { context } = testContext({ cwd });
    for (const output of ['reports', 'reports/', 'link']) {
      const error = await deliver('x', { context, output }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({ message: `-o ${output} is a folder`, exitCode: 2 });
    }
  });

  it('says why a file cannot be written, with exit code 3', async () => {
    const cwd = temporaryFolder({ 'a-file': '' });
    const { context } = testContext({ cwd });
    await expect(deliver('x', { context, output: 'none/pnl.md' })).rejects.toMatchObject({
      message: 'none/pnl.md cannot be written: its folder is not there',
      exitCode: 3,
    });
    await expect(deliver('x', { context, output: 'a-file/pnl.md' })).rejects.toMatchObject({ exitCode: 3 });
    await expect(deliver('x', { context, output: `${'n'.repeat(300)}.md` })).rejects.toMatchObject({
      exitCode: 3,
    });
  });

  it('keeps a known key out of the file', async () => {
    const cwd = temporaryFolder();
    const { context } = testContext({ cwd, env: { GEMINI_API_KEY: 'AQ.key-of-tarang-7Kp2' } });
    await deliver('key: AQ.key-of-tarang-7Kp2', { context: guarded(context), output: 'x.txt' });
    expect(readFileSync(join(cwd, 'x.txt'), 'utf8')).toBe('key: [secret]');
  });

  it('follows a link to a file and leaves the link', async () => {
    const cwd = temporaryFolder({ 'october.md': 'old' });
    symlinkSync('october.md', join(cwd, 'latest.md'));
    const { context } = testContext({ cwd });
    await deliver('new', { context, output: 'latest.md' });
    expect(readFileSync(join(cwd, 'october.md'), 'utf8')).toBe('new');
  });
});
