import type { Command } from 'commander';

/** `ecom demo …` is short for `ecom pnl --demo …`. */
export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('the profit and loss of the bundled demo shop; short for pnl --demo')
    .argument('[flags...]', 'any flag of pnl')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (flags: readonly string[]) => {
      await program.parseAsync(['pnl', '--demo', ...flags], { from: 'user' });
    });
}
