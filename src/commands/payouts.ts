import { InvalidArgumentError, type Command } from 'commander';
import type { Context } from '../context.ts';
import { addReportOptions, PERIOD_HELP, readReportFlags, type ReportFlags } from './global-options.ts';

export interface PayoutsFlags extends ReportFlags {
  /** one platform only, such as `amazon` */
  readonly channel?: string | undefined;
  /** an order without a settlement is listed after so many days; undefined: the report's own default */
  readonly days?: number | undefined;
}

type Run = (flags: PayoutsFlags, context: Context) => Promise<void>;

/** `ecom payouts`. */
export function registerPayouts(program: Command, context: Context, run: Run = payouts): void {
  const command = program
    .command('payouts')
    .description('settlements: what platforms kept, what should have reached the bank, what is missing')
    .optionsGroup('Report:')
    .option('--channel <name>', 'one platform only, such as amazon or razorpay', channel)
    .option('--days <number>', 'list paid orders without a settlement after so many days (14)', days);
  addReportOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (values: Record<string, unknown>) => {
      const own = values as Pick<PayoutsFlags, 'channel' | 'days'>;
      await run({ ...readReportFlags(values), channel: own.channel, days: own.days }, context);
    });
}

function channel(text: string): string {
  if (!/^[a-z0-9][a-z0-9_-]{0,39}$/i.test(text)) {
    throw new InvalidArgumentError('Write a platform as amazon or razorpay.');
  }
  return text.toLowerCase();
}

function days(text: string): number {
  const count = Number(text);
  if (!/^\d{1,3}$/.test(text) || count > 365) {
    throw new InvalidArgumentError('Write a whole number from 0 to 365.');
  }
  return count;
}

const EXAMPLES = `
A period picks settlements by the day they were paid out. The summary is always
the built-in one, and nothing is compared with another period.

${PERIOD_HELP}

Examples:
  ecom payouts --period last-month
  ecom payouts --channel amazon --days 21
  ecom payouts --data exports/ --format csv -o settlements.csv`;

async function payouts(flags: PayoutsFlags, context: Context): Promise<void> {
  const { runPayouts } = await import('./payouts-run.ts');
  await runPayouts(flags, context);
}
