import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandLine, run } from '../src/cli.ts';
import { OTHER_VARIABLES, VARIABLES } from '../src/config/variables.ts';
import { FORMATS, JSON_FORMATS } from '../src/load/formats.ts';
import { LINES } from '../src/reports/pnl/statement.ts';
import { testContext } from './helpers/context.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const guide = readFileSync(new URL('../src/README.md', import.meta.url), 'utf8');

/** The commands of README.md that are shown with what they print. */
function examples(): { readonly command: string; readonly printed: string }[] {
  return [...readme.matchAll(/^```(?:console|text)\n\$ ecom (.*)\n([\s\S]*?)^```$/gm)].map(
    ([, command = '', printed = '']) => ({ command, printed }),
  );
}

describe('README.md', () => {
  const program = commandLine(testContext().context);

  it.each(program.commands.map((command) => command.name()))('speaks of ecom %s', (name) => {
    expect(readme).toContain(`ecom ${name}`);
  });

  it('names every flag of every command', () => {
    const flags = program.commands.flatMap((command) => command.options.map(({ long }) => long ?? ''));
    expect([...new Set(flags)].filter((flag) => !readme.includes(flag))).toEqual([]);
  });

  it('names every variable', () => {
    const names = [...VARIABLES, ...OTHER_VARIABLES].map(({ name }) => name);
    expect(names.filter((name) => !readme.includes(name))).toEqual([]);
  });

  it('names the platform of every format', () => {
    const platforms = [...FORMATS, ...JSON_FORMATS]
      .filter(({ kind }) => !kind.startsWith('ecom.'))
      .map(({ label }) => label.split(' ')[0] ?? '');
    expect([...new Set(platforms)].filter((platform) => !readme.includes(`| ${platform}`))).toEqual([]);
  });

  it('lists the exit codes that ecom help lists', async () => {
    const { context, stdout } = testContext();
    await run(['help', 'exit-codes'], context);
    const codes = [...stdout().matchAll(/^ {2}(\d+)/gm)].map(([, code]) => code);
    expect(codes.filter((code) => !readme.includes(`| ${code} |`))).toEqual([]);
  });

  it('names every figure of the statement', () => {
    expect(LINES.map(({ id }) => `pnl.${id}`).filter((id) => !readme.includes(`\`${id}\``))).toEqual([]);
  });

  it.each(examples().map((example) => [example.command, example] as const))(
    'prints what it says for ecom %s',
    async (_, { command, printed }) => {
      const { context, stdout } = testContext();
      await run(command.split(' '), context);
      expect(stdout()).toBe(printed);
    },
  );

  it('shows at least one command with what it prints', () => {
    expect(examples().length).toBeGreaterThan(0);
  });
});

describe('src/README.md', () => {
  it('names every folder of src', async () => {
    const { readdirSync } = await import('node:fs');
    const folders = readdirSync(new URL('../src', import.meta.url), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).filter((name) => !guide.includes(`\`${name}/\``))).toEqual([]);
  });

  it('names only files that are there', () => {
    const named = [...guide.matchAll(/`((?:[a-z]+\/)+[\w.-]+\.ts)`/g)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((file) => !existsSync(new URL(`../src/${file}`, import.meta.url)))).toEqual([]);
  });
});
