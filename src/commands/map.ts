import { Option, type Command } from 'commander';
import type { Context } from '../context.ts';

export interface MapFlags {
  readonly file: string;
  readonly kind?: string | undefined;
  /** `column=header`, as given */
  readonly set: readonly string[];
  readonly write: boolean;
  readonly dateOrder?: 'dmy' | 'mdy' | undefined;
}

type Run = (flags: MapFlags, context: Context) => Promise<void>;

/** Kinds of files that a mapping can make of one that ecom does not know. */
export const MAPPED_KINDS = [
  ...['orders', 'order-lines', 'products', 'costs', 'expenses', 'suppliers', 'shipping', 'ads', 'stock'],
  ...['stock-history', 'purchase-orders', 'rivals'],
] as const;

/** `ecom map FILE [--kind …] [--set column=header]… [--write]`. */
export function registerMap(program: Command, context: Context, run: Run = map): void {
  program
    .command('map')
    .description('say once which column is which in a file that ecom does not know')
    .argument('<file>', 'a table: CSV, text or a sheet of a workbook (book.xlsx/Sheet1)')
    .addOption(new Option('--kind <kind>', 'what its rows are').choices(MAPPED_KINDS))
    .option('--set <column=header>', 'correct one column, or none: note= ; repeatable', collect)
    .option('--write', 'store it in ecom.config.json without asking')
    .addOption(new Option('--date-order <order>', 'how 03/04/2026 is read').choices(['dmy', 'mdy']))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, { kind, set = [], write, dateOrder }: Partial<MapFlags>) => {
      await run({ file, kind, set, write: write === true, dateOrder }, context);
    });
}

const EXAMPLES = `
Examples:
  ecom map sales.csv
  ecom map sales.csv --set date="Bill date" --set note= --write
  ecom map ledger.xlsx/Expenses --kind expenses

It shows what each column was taken for, with examples. On a terminal it asks
whether to store that; a file that ecom knows is left as it is.`;

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

async function map(flags: MapFlags, context: Context): Promise<void> {
  const { runMap } = await import('./map-run.ts');
  await runMap(flags, context);
}
