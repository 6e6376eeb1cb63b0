import { Option, type Command } from 'commander';
import type { Context } from '../context.ts';
import { addReportOptions, PERIOD_HELP, readReportFlags, type ReportFlags } from './global-options.ts';

export interface PnlFlags extends ReportFlags {
  readonly by?: 'sku' | 'category' | 'channel' | 'state' | 'month' | undefined;
  /** id of a figure whose rows are wanted */
  readonly trace?: string | undefined;
}

type Run = (flags: PnlFlags, context: Context) => Promise<void>;

/** `ecom pnl`. */
export function registerPnl(program: Command, context: Context, run: Run = pnl): void {
  const command = program
    .command('pnl')
    .description('profit and loss: revenue without tax, costs, net profit, and why it moved')
    .optionsGroup('Report:')
    .addOption(
      new Option('--by <dimension>', 'break it down').choices([
        'sku',
        'category',
        'channel',
        'state',
        'month',
      ]),
    )
    .option('--trace <figure>', 'list the rows behind a figure, such as pnl.refunds');
  addReportOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (values: Record<string, unknown>) => {
      const own = values as Pick<PnlFlags, 'by' | 'trace'>;
      await run({ ...readReportFlags(values), by: own.by, trace: own.trace }, context);
    });
}

const EXAMPLES = `
${PERIOD_HELP}

Examples:
  ecom pnl --demo --period last-month
  ecom pnl --period 2026-10 --compare last-year --by sku
  ecom pnl --data exports/ --period fy2026-27 -o pnl.html
  ecom pnl --period yesterday --format eml --to owner@shop.example | sendmail -t
  ecom pnl --period 2026-10 --trace pnl.refunds`;

async function pnl(flags: PnlFlags, context: Context): Promise<void> {
  const { runPnl } = await import('./pnl-run.ts');
  await runPnl(flags, context);
}
