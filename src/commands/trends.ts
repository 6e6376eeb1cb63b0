import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Context } from '../context.ts';
import { addReportOptions, PERIOD_HELP, readReportFlags, type ReportFlags } from './global-options.ts';

export interface TrendsFlags extends ReportFlags {
  readonly by?: 'revenue' | 'orders' | 'units' | 'profit' | undefined;
  /** one product only */
  readonly sku?: string | undefined;
  /** one platform only */
  readonly channel?: string | undefined;
  /** tell unusual days again that an earlier report told */
  readonly all: boolean;
}

type Run = (flags: TrendsFlags, context: Context) => Promise<void>;

/** `ecom trends`. */
export function registerTrends(program: Command, context: Context, run: Run = trends): void {
  const command = program
    .command('trends')
    .description('sales day by day: the last week against the expected, why it differs, a forecast')
    .optionsGroup('Report:')
    .addOption(
      new Option('--by <measure>', 'what is counted').choices(['revenue', 'orders', 'units', 'profit']),
    )
    .option('--sku <sku>', 'one product only', name)
    .option('--channel <name>', 'one platform only, such as amazon or shopify', name)
    .option('--all', 'tell unusual days again that an earlier report told');
  addReportOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (values: Record<string, unknown>) => {
      const own = values as Partial<Pick<TrendsFlags, 'by' | 'sku' | 'channel' | 'all'>>;
      const { by, sku, channel } = own;
      await run({ ...readReportFlags(values), by, sku, channel, all: own.all === true }, context);
    });
}

function name(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 100) throw new InvalidArgumentError('Write it as in your files.');
  return trimmed;
}

const EXAMPLES = `
A period says which days are looked through for unusual ones; its last seven are
explained. Without one these are the eight weeks before today. Today is not over
and is left out. Unusual days are told once; .ecom remembers them.

${PERIOD_HELP}

Examples:
  ecom trends --demo
  ecom trends --by orders --channel amazon
  ecom trends --sku KRT-101 --by units --as-of 2026-11-01
  ecom trends --format eml --to owner@shop.example | sendmail -t`;

async function trends(flags: TrendsFlags, context: Context): Promise<void> {
  const { runTrends } = await import('./trends-run.ts');
  await runTrends(flags, context);
}
