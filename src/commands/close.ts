import { InvalidArgumentError, type Command } from 'commander';
import type { Context } from '../context.ts';
import { addDataOptions, readReportFlags, type ReportFlags } from './global-options.ts';

export interface CloseFlags extends ReportFlags {
  /** `2026-09` */
  readonly month: string;
  /** close a closed month anew */
  readonly again: boolean;
}

type Run = (flags: CloseFlags, context: Context) => Promise<void>;

/** `ecom close MONTH`. */
export function registerClose(program: Command, context: Context, run: Run = close): void {
  const command = program
    .command('close')
    .description('record a month’s figures, so that later runs show what would move')
    .argument('<month>', 'such as 2026-09', month)
    .option('--again', 'close a month anew that is closed already');
  addDataOptions(command)
    .option('-q, --quiet', 'nothing on standard error unless it fails')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, values: Record<string, unknown>) => {
      await run({ ...readReportFlags(values), month: name, again: values['again'] === true }, context);
    });
}

function month(text: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new InvalidArgumentError('Write a month as 2026-09.');
  return text;
}

const EXAMPLES = `
Examples:
  ecom close 2026-09
  ecom pnl --period 2026-09        shows what would move since then

The figures are kept in .ecom/closed/ with their hash.`;

async function close(flags: CloseFlags, context: Context): Promise<void> {
  const { runClose } = await import('./close-run.ts');
  await runClose(flags, context);
}
