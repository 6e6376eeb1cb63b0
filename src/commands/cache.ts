import type { Command } from 'commander';
import type { Context } from '../context.ts';

export interface CacheFlags {
  /** remove everything, instead of showing what there is */
  readonly clear: boolean;
  readonly json: boolean;
}

type Run = (flags: CacheFlags, context: Context) => Promise<void>;

/** `ecom cache [--json]` and `ecom cache clear`. */
export function registerCache(program: Command, context: Context, run: Run = cache): void {
  const command = program
    .command('cache')
    .description('what was read from your files and is kept for the next run')
    .helpCommand(false)
    .option('--json', 'as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async ({ json }: Partial<CacheFlags>) => {
      await run({ clear: false, json: json === true }, context);
    });
  command
    .command('clear')
    .description('remove it; the next run reads every file anew')
    .action(async () => {
      await run({ clear: true, json: false }, context);
    });
}

const EXAMPLES = `
Examples:
  ecom cache
  ecom cache clear
  ecom pnl --no-cache      reads every file anew, and keeps nothing

It lies in .ecom/cache of the folder where ecom runs. A file that changed is read anew by itself.`;

async function cache(flags: CacheFlags, context: Context): Promise<void> {
  const { runCache } = await import('./cache-run.ts');
  runCache(flags, context);
}
