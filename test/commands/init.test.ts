import { Command } from 'commander';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { registerInit, type InitFlags } from '../../src/commands/init.ts';
import { TEMPLATES } from '../../src/load/templates.ts';
import { testContext, type WorldOptions } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';

async function init(argv: readonly string[], world: WorldOptions) {
  const { context, stdout, stderr } = testContext(world);
  return { code: await run(['init', ...argv], context), stdout: stdout(), stderr: stderr() };
}

function shopIn(cwd: string): unknown {
  return (JSON.parse(readFileSync(join(cwd, 'ecom.config.json'), 'utf8')) as { shop: unknown }).shop;
}

async function parsed(...argv: readonly string[]): Promise<InitFlags | undefined> {
  let seen: InitFlags | undefined;
  const program = new Command('ecom');
  registerInit(program, testContext().context, (flags) => {
    seen = flags;
    return Promise.resolve();
  });
  await program.parseAsync(['init', ...argv], { from: 'user' });
  return seen;
}

describe('ecom init', () => {
  it('parses its flags', async () => {
    expect(await parsed()).toEqual({ yes: false });
    expect(await parsed('-y', '--name', 'Tarang Textiles', '--currency', 'inr', '--country', 'in')).toEqual({
      yes: true,
      name: 'Tarang Textiles',
      currency: 'INR',
      country: 'IN',
    });
  });

  it('writes a configuration and the sheets, and says what to do next', async () => {
    const cwd = temporaryFolder();
    const { code, stdout, stderr } = await init(['--yes', '--name', 'Tarang Textiles'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(readdirSync(cwd).sort()).toEqual(
      ['ecom.config.json', ...TEMPLATES.map(({ name }) => name)].sort(),
    );
    for (const { name, text } of TEMPLATES) expect(readFileSync(join(cwd, name), 'utf8')).toBe(text);
    expect(stdout).toMatch(/^wrote {2}ecom\.config\.json\n/);
    expect(stdout).toContain('ecom pnl\n');
  });

  it('writes a configuration that loads and sets only what was said', async () => {
    const cwd = temporaryFolder();
    await init(['--yes', '--name', 'Tarang Textiles'], { cwd });
    const { context, stdout } = testContext({ cwd });
    expect(await run(['config', 'list', '--json'], context)).toBe(0);
    const { settings } = JSON.parse(stdout()) as { settings: { key: string; origin: string }[] };
    expect(settings.filter(({ origin }) => origin === 'ecom.config.json').map(({ key }) => key)).toEqual([
      'shop.name',
    ]);
  });

  it('keeps whatever exists, links that lead nowhere too', async () => {
    const cwd = temporaryFolder({ 'ecom.config.json': '{ "lang": "hi" }' });
    const [first] = TEMPLATES;
    symlinkSync('elsewhere', join(cwd, first?.name ?? ''));
    const { code, stdout } = await init(['--yes'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('kept   ecom.config.json\n');
    expect(stdout).toContain(`kept   ${first?.name}\n`);
    expect(readFileSync(join(cwd, 'ecom.config.json'), 'utf8')).toBe('{ "lang": "hi" }');
    expect(existsSync(join(cwd, 'elsewhere'))).toBe(false);
  });

  it('asks on a terminal, on standard error, and again when an answer does not fit', async () => {
    const cwd = temporaryFolder();
    const { stderr } = await init([], {
      cwd,
      isTTY: true,
      stdin: 'Tarang \x1b[31mTextiles\nrupees\ninr\n\n',
    });
    expect(stderr).toContain('Name of the shop (Enter to leave it out): ');
    expect(stderr.match(/Currency, such as INR/g)).toHaveLength(2);
    expect(shopIn(cwd)).toMatchObject({ name: 'Tarang Textiles', currency: 'INR', '// country': 'IN' });
  });

  it('asks only for what no flag says', async () => {
    const cwd = temporaryFolder();
    const { stderr } = await init(['--name', 'Tarang', '--currency', 'INR'], {
      cwd,
      isTTY: true,
      stdin: 'in',
    });
    expect(stderr).toBe('Country, such as IN (Enter to leave it out): ');
    expect(shopIn(cwd)).toMatchObject({ name: 'Tarang', currency: 'INR', country: 'IN' });
  });

  it('gives up asking after three answers that do not fit', async () => {
    const cwd = temporaryFolder();
    const stdin = 'Tarang\n1\n2\n3\nin';
    await init([], { cwd, isTTY: true, stdin });
    expect(shopIn(cwd)).toMatchObject({ '// currency': 'INR', country: 'IN' });
  });

  it.each<[string, readonly string[], WorldOptions]>([
    ['with --yes', ['--yes'], { isTTY: true }],
    ['with ECOM_NO_INPUT', [], { isTTY: true, env: { ECOM_NO_INPUT: '1' } }],
    ['without a terminal', [], { isTTY: false }],
  ])('asks nothing %s', async (_, argv, world) => {
    const { code, stderr } = await init(argv, { cwd: temporaryFolder(), stdin: 'Tarang', ...world });
    expect(code).toBe(0);
    expect(stderr).toBe('');
  });

  it('says when the folder cannot be written to', async () => {
    const { code, stderr } = await init(['--yes'], { cwd: join(temporaryFolder(), 'gone') });
    expect(code).toBe(3);
    expect(stderr).toContain('error: ecom.config.json cannot be written here: ENOENT');
  });
});
