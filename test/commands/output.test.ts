import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deliver, formatOf, type Format } from '../../src/commands/output.ts';
import { guarded } from '../../src/config/secrets.ts';
import { UserError } from '../../src/errors.ts';
import { testContext } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';

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
