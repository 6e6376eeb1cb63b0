import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Command, Option } from 'commander';
import { completionScript } from '../../src/commands/completion-script.ts';
import { run } from '../../src/cli.ts';
import { testContext } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';

function program(): Command {
  const ecom = new Command('ecom').helpCommand(false);
  ecom
    .command('pnl')
    .description("the shop's profit and loss")
    .addOption(new Option('-f, --format <format>', 'how: as text').choices(['text', 'json', 'csv']))
    .option('-d, --data <path...>', 'files')
    .option('--period <period>', 'days')
    .option('--json', 'as JSON');
  ecom.command('config').description('configuration').command('list').option('--show-origin', 'origins');
  return ecom;
}

const hasBash = ((): boolean => {
  try {
    execFileSync('bash', ['-c', 'true']);
    return true;
  } catch {
    return false;
  }
})();

function completions(script: string, words: readonly string[], cwd: string): readonly string[] {
  const probe = `${script}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ecom; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const printed = execFileSync('bash', ['-c', probe, 'bash', ...words], { cwd, encoding: 'utf8' });
  return printed.split('\n').filter((line) => line !== '');
}

describe.skipIf(!hasBash)('completion in bash', () => {
  const script = completionScript('bash', program());

  it.each([
    [
      ['ecom', ''],
      ['pnl', 'config', '--help', '-h'],
    ],
    [['ecom', 'p'], ['pnl']],
    [['ecom', 'pnl', '--f'], ['--format']],
    [
      ['ecom', 'pnl', '--format', ''],
      ['text', 'json', 'csv'],
    ],
    [['ecom', 'pnl', '-f', 'c'], ['csv']],
    [['ecom', 'pnl', '--format', '=', 'j'], ['json']],
    [
      ['ecom', 'pnl', '--format', '='],
      ['text', 'json', 'csv'],
    ],
    [['ecom', 'config', 'l'], ['list']],
    [
      ['ecom', 'config', 'list', '--'],
      ['--show-origin', '--help'],
    ],
    [['ecom', 'pnl', '--period', ''], []],
    [['ecom', 'pnl', '--data', 'or'], ['orders of May.csv']],
    [['ecom', 'pnl', '--data', 'x.csv', 'or'], ['orders of May.csv']],
  ])('of %j', (words, expected) => {
    const cwd = temporaryFolder({ 'orders of May.csv': '' });
    expect(completions(script, words, cwd)).toEqual(expected);
  });
});

describe('ecom completion', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])(
    'prints a script for %s that knows every command',
    async (shell) => {
      const { context, stdout, stderr } = testContext();
      expect(await run(['completion', shell], context)).toBe(0);
      expect(stderr()).toBe('');
      for (const word of ['doctor', 'init', 'config', 'show-origin', 'exit-codes'])
        expect(stdout()).toContain(word);
    },
  );

  it.skipIf(!hasBash)('prints a script that bash can read', async () => {
    const { context, stdout } = testContext();
    await run(['completion', 'bash'], context);
    const cwd = temporaryFolder();
    expect(completions(stdout(), ['ecom', 'doc'], cwd)).toEqual(['doctor']);
    expect(completions(stdout(), ['ecom', 'help', 'exit'], join(cwd))).toEqual(['exit-codes']);
  });

  it('quotes what a description holds', () => {
    expect(completionScript('zsh', program())).toContain(`'pnl:the shop'\\''s profit and loss'`);
    expect(completionScript('zsh', program())).toContain(`'--format:how – as text'`);
    expect(completionScript('fish', program())).toContain(`-d 'the shop\\'s profit and loss'`);
  });

  it('offers files, values or nothing after a flag', () => {
    const fish = completionScript('fish', program());
    expect(fish).toContain(`-l format -s f -x -a 'text json csv'`);
    expect(fish).toContain('-l data -s d -r -F');
    expect(fish).toContain('-l period -x');
    expect(completionScript('powershell', program())).toContain(`'pnl:--format' = @('text', 'json', 'csv')`);
  });
});
