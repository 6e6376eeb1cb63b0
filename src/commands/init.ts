import { InvalidArgumentError, type Command } from 'commander';
import type { Context } from '../context.ts';

export interface InitFlags {
  readonly yes: boolean;
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
  readonly country?: string | undefined;
}

type Run = (flags: InitFlags, context: Context) => Promise<void>;

/** `ecom init [--yes] [--name …] [--currency …] [--country …]`. */
export function registerInit(program: Command, context: Context, run: Run = init): void {
  program
    .command('init')
    .description('prepare this folder for your shop: a configuration and sheets to fill in')
    .option('-y, --yes', 'ask nothing')
    .option('--name <name>', 'name of the shop')
    .option('--currency <code>', 'home currency, such as INR', code(/^[A-Za-z]{3}$/, 'INR'))
    .option('--country <code>', 'country, such as IN', code(/^[A-Za-z]{2}$/, 'IN'))
    .addHelpText('after', EXAMPLES)
    .action(async ({ yes, name, currency, country }: Partial<InitFlags>) => {
      await run({ yes: yes === true, name, currency, country }, context);
    });
}

const EXAMPLES = `
Examples:
  ecom init
  ecom init --yes --name "Tarang Textiles" --currency INR --country IN

Nothing that exists is changed. Questions are asked on a terminal only.`;

function code(pattern: RegExp, example: string): (text: string) => string {
  return (text) => {
    if (!pattern.test(text)) throw new InvalidArgumentError(`Write a code such as ${example}.`);
    return text.toUpperCase();
  };
}

async function init(flags: InitFlags, context: Context): Promise<void> {
  const { runInit } = await import('./init-run.ts');
  await runInit(flags, context);
}
