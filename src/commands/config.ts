import type { Command } from 'commander';
import type { Context } from '../context.ts';

export interface ConfigListFlags {
  readonly showOrigin: boolean;
  readonly json: boolean;
  readonly data?: readonly string[] | undefined;
  readonly demo: boolean;
}

type Run = (flags: ConfigListFlags, context: Context) => Promise<void>;

/** `ecom config list [--show-origin] [--json]`. */
export function registerConfig(program: Command, context: Context, run: Run = listConfig): void {
  const config = program.command('config').description('show the configuration').helpCommand(false);
  config
    .command('list')
    .description('every key that has a value')
    .option('--show-origin', 'name the file, variable or flag that each value comes from')
    .option('--json', 'as JSON, with origins')
    .option('-d, --data <path...>', 'with the configuration beside this data')
    .option('--demo', 'with the configuration of the demo shop')
    .addHelpText('after', EXAMPLES)
    .action(async ({ showOrigin, json, data, demo }: Partial<ConfigListFlags>) => {
      await run({ showOrigin: showOrigin === true, json: json === true, data, demo: demo === true }, context);
    });
}

const EXAMPLES = `
Examples:
  ecom config list
  ecom config list --show-origin
  ECOM_LANG=hi ecom config list --json

The keys are explained by: ecom help configuration`;

async function listConfig(flags: ConfigListFlags, context: Context): Promise<void> {
  const { runConfigList } = await import('./config-run.ts');
  await runConfigList(flags, context);
}
