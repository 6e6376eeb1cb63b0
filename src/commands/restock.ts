import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Context } from '../context.ts';
import { addReportOptions, readReportFlags, type ReportFlags } from './global-options.ts';

export interface RestockFlags extends ReportFlags {
  /** what may be spent, as written: `50000` or `50,000.00` */
  readonly budget?: string | undefined;
  /** per cent of order cycles in which nothing is to run out */
  readonly service?: number | undefined;
  /** one supplier only */
  readonly supplier?: string | undefined;
  /** days of sales that an order is to last */
  readonly horizon?: number | undefined;
  readonly by?: 'location' | undefined;
  /** list what not to buy */
  readonly overstock: boolean;
  /** remember the orders as placed */
  readonly record: boolean;
}

type Own = Pick<RestockFlags, 'budget' | 'service' | 'supplier' | 'horizon' | 'by' | 'overstock' | 'record'>;
type Run = (flags: RestockFlags, context: Context) => Promise<void>;

/** `ecom restock`. */
export function registerRestock(program: Command, context: Context, run: Run = restock): void {
  const command = program
    .command('restock')
    .description('what to order from whom, how much and by when; what a budget saves most; what not to buy')
    .optionsGroup('Report:')
    .option('--budget <amount>', 'what may be spent; the plan that saves most profit', budget)
    .option('--service <percent>', 'how often nothing is to run out (97, 95 or 90 by margin)', service)
    .option('--supplier <name>', 'one supplier only', name)
    .option('--horizon <days>', 'days of sales that an order is to last', horizon)
    .addOption(
      new Option('--by <place>', 'stock of each place, and what to move first').choices(['location']),
    )
    .option('--overstock', 'list what not to buy, and what would clear it')
    .option('--record', 'remember these orders as placed, so that they are not asked for twice');
  addReportOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (values: Record<string, unknown>) => {
      const own = values as Partial<Own>;
      const { budget: amount, service: percent, supplier, horizon: days, by } = own;
      await run(
        {
          ...readReportFlags(values),
          ...{ budget: amount, service: percent, supplier, horizon: days, by },
          ...{ overstock: own.overstock === true, record: own.record === true },
        },
        context,
      );
    });
}

function budget(text: string): string {
  const plain = text.replace(/[,_\s]|^(₹|rs\.?|inr)/gi, '');
  if (!/^\d{1,12}(\.\d{1,3})?$/.test(plain)) throw new InvalidArgumentError('Write an amount as 50000.');
  return plain;
}

function service(text: string): number {
  const percent = Number(text.replace(/\s*%$/, ''));
  if (!(percent >= 50 && percent <= 99.9)) throw new InvalidArgumentError('Write per cent from 50 to 99.9.');
  return percent;
}

function horizon(text: string): number {
  const days = Number(text);
  if (!/^\d{1,3}$/.test(text) || days < 1 || days > 365) {
    throw new InvalidArgumentError('Write a whole number of days from 1 to 365.');
  }
  return days;
}

function name(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 100) throw new InvalidArgumentError('Write it as in your files.');
  return trimmed;
}

const EXAMPLES = `
Today is not over, so its sales are left out; stock is that of today. -o with a
folder writes a letter and a table for each supplier into it; with a file it
writes the report. Nothing is sent to anybody.

Examples:
  ecom restock --demo
  ecom restock --budget 50000
  ecom restock --budget 50000 -o orders/ --record
  ecom restock --service 98 --supplier "Mayur Stitch Works"
  ecom restock --overstock --by location`;

async function restock(flags: RestockFlags, context: Context): Promise<void> {
  const { runRestock } = await import('./restock-run.ts');
  await runRestock(flags, context);
}
