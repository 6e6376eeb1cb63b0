import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli.ts';
import { temporaryFolder } from './helpers/folder.ts';
import { testContext, type WorldOptions } from './helpers/context.ts';

async function ecom(argv: readonly string[], world: WorldOptions = {}) {
  const { context, stdout, stderr } = testContext(world);
  const code = await run(argv, context);
  return { code, stdout: stdout(), stderr: stderr() };
}

describe('the command line', () => {
  it('shows its help on standard output and ends well when nothing is asked', async () => {
    const { code, stdout, stderr } = await ecom([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: ecom \[options\] \[command\]/);
    expect(stdout).toContain('ecom demo');
    expect(stderr).toBe('');
  });

  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(await ecom(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('keeps help within 80 cells when there is no terminal, whatever COLUMNS says', async () => {
    const { stdout } = await ecom(['--help'], { env: { COLUMNS: '200' }, columns: 200 });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it.each([
    [['doctr'], 'unknown command "doctr"', 'did you mean doctor?'],
    [['doctor', '--ofline'], 'unknown option "--ofline"', 'did you mean --offline?'],
    [['xyzzy'], 'unknown command "xyzzy"', 'ecom --help lists the commands'],
    [['doctor', '-z'], 'unknown option "-z"', 'ecom help doctor shows how it is used'],
    [['doctor', 'extra'], 'too many arguments for "doctor"', 'expected 0 arguments but got 1'],
    [['completion'], 'missing required argument "shell"', 'ecom help completion shows how it is used'],
    [
      ['completion', 'tcsh'],
      'command-argument value "tcsh" is invalid for argument "shell"',
      'allowed choices are bash, zsh, fish, powershell',
    ],
    [
      ['init', '--currency', 'rupees'],
      'option "--currency <code>" argument "rupees" is invalid',
      'write a code such as INR',
    ],
    [['help', 'exit-code'], 'there is no help on "exit-code"', 'did you mean ecom help exit-codes?'],
  ])('answers %j with exit code 2, what is wrong and what to do', async (argv, error, hint) => {
    const { code, stdout, stderr } = await ecom(argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(`error: ${error}\nhint: ${hint}\n`);
  });

  it('shows how a group of commands is used when none of them is named', async () => {
    const { code, stdout, stderr } = await ecom(['config']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: ecom config');
  });

  it('keeps the control characters of a hostile folder off the terminal', async () => {
    const cwd = temporaryFolder({ 'ecom.config.json': '{' }, 'x\x1b[2J\x1b]0;owned\x07\u202e\nerror: fake');
    const { code, stdout, stderr } = await ecom(['doctor', '--data', cwd], { cwd: temporaryFolder() });
    expect(code).toBe(4);
    expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    expect(stdout).not.toMatch(/^error: fake/m);
  });

  it('cleans what it repeats of a hostile command line', async () => {
    const { stderr } = await ecom(['\x1b[31mdoctor\x1b]0;owned\x07\u202e']);
    expect(stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });

  it('adds the stack with --debug or ECOM_DEBUG, and only then', async () => {
    const env = { ECOM_WIDTH: 'wide' };
    expect((await ecom(['config', 'list'], { env })).stderr).not.toContain('    at ');
    expect((await ecom(['config', 'list', '--debug'], { env })).stderr).toContain('    at ');
    expect((await ecom(['config', 'list'], { env: { ...env, ECOM_DEBUG: '1' } })).stderr).toContain(
      '    at ',
    );
  });

  it('says of anything unexpected that it is a bug, with exit code 1', async () => {
    const { context, stdout, stderr } = testContext();
    const broken = { ...context, now: () => new Date(Number.NaN) };
    expect(await run(['config', 'list'], broken)).toBe(1);
    expect(stdout()).toBe('');
    expect(stderr()).toMatch(
      /^error: this should not have happened: RangeError: .*\nhint: this is a bug in ecom;.*\n$/,
    );
  });

  it('never prints a key, whatever path it took', async () => {
    const env = { GEMINI_API_KEY: 'AQ.secret-of-the-shop-7Kp2', ECOM_LANG: 'AQ.secret-of-the-shop-7Kp2' };
    const { code, stdout, stderr } = await ecom(['config', 'list', '--debug'], { env });
    expect(code).toBe(4);
    expect(stdout + stderr).not.toContain('secret-of-the-shop');
    expect(stderr).toContain('[secret]');
  });

  it('ends with 130 when it was stopped, without a word', async () => {
    const stop = new AbortController();
    stop.abort();
    const { code, stderr } = await ecom(['doctor', '--offline'], {
      signal: stop.signal,
      cwd: temporaryFolder(),
    });
    expect(code).toBe(130);
    expect(stderr).toBe('');
  });

  it('does not wait for ever for work that does not stop', async () => {
    const stop = new AbortController();
    const never = () => new Promise<Response>(() => undefined);
    const pending = ecom(['doctor'], {
      signal: stop.signal,
      fetch: never,
      cwd: temporaryFolder(),
      env: { GEMINI_API_KEY: 'AQ.secret-of-the-shop-7Kp2' },
    });
    setTimeout(() => stop.abort(), 50);
    expect((await pending).code).toBe(130);
  });
});

describe('ecom --help', () => {
  it('loads commander and small files only', async () => {
    const trace = fileURLToPath(new URL('./helpers/trace-modules.mjs', import.meta.url));
    const program = `
      const { run } = await import(${JSON.stringify(new URL('../src/cli.ts', import.meta.url).href)});
      const { systemContext } = await import(${JSON.stringify(new URL('../src/context.ts', import.meta.url).href)});
      process.exitCode = await run(['--help'], systemContext());`;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--import', trace, '--input-type=module', '--eval', program],
      { cwd: fileURLToPath(new URL('..', import.meta.url)) },
    );
    expect(stdout).toContain('Usage: ecom');
    const packages = new Set(
      Array.from(stderr.matchAll(/\/node_modules\/((?:@[^/]+\/)?[^/]+)/g), ([, name]) => name),
    );
    expect(packages).toContain('commander');
    for (const heavy of [
      'ink',
      'react',
      'zod',
      'csv-parse',
      'undici',
      'cheerio',
      'nodemailer',
      'fflate',
      '@google/generative-ai',
    ]) {
      expect(packages).not.toContain(heavy);
    }
  });
});
