import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { registerDemo } from '../../src/commands/demo.ts';

async function asked(...argv: readonly string[]): Promise<unknown> {
  let seen: unknown;
  const program = new Command('ecom').exitOverride();
  registerDemo(program);
  program
    .command('pnl')
    .option('--demo', 'the demo shop')
    .option('--period <period>', 'days')
    .option('--json', 'as JSON')
    .action((flags: unknown) => {
      seen = flags;
    });
  await program.parseAsync(['demo', ...argv], { from: 'user' });
  return seen;
}

describe('ecom demo', () => {
  it('is pnl with --demo', async () => {
    expect(await asked()).toEqual({ demo: true });
  });

  it('takes the flags of pnl', async () => {
    expect(await asked('--period', '2026-10', '--json')).toEqual({
      demo: true,
      period: '2026-10',
      json: true,
    });
  });

  it('refuses a flag that pnl does not know', async () => {
    await expect(asked('--colour')).rejects.toThrow("unknown option '--colour'");
  });
});
