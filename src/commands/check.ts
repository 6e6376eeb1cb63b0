import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { addDataOptions, addOutputOptions, readReportFlags, type ReportFlags } from './global-options.ts';

type Run = (flags: ReportFlags, context: Context) => Promise<void>;

/** `ecom check [PATH…]`. */
export function registerCheck(program: Command, context: Context, run: Run = check): void {
  const command = program
    .command('check')
    .description('what each file was taken for, what could not be used, whether the totals agree')
    .argument('[paths...]', 'files and folders (default: this folder)');
  addOutputOptions(addDataOptions(command))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], values: Record<string, unknown>) => {
      const flags = readReportFlags(values);
      await run(
        { ...flags, data: paths.length === 0 ? flags.data : [...(flags.data ?? []), ...paths] },
        context,
      );
    });
}

const EXAMPLES = `
Examples:
  ecom check orders_export.csv
  ecom check exports/ --json

Exit code 0 when every row can be used, else 3.`;

async function check(flags: ReportFlags, context: Context): Promise<void> {
  const { runCheck } = await import('./check-run.ts');
  await runCheck(flags, context);
}
