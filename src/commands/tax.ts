import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Context } from '../context.ts';
import type { CompanyRate, Entity, Regime } from '../domain/tax/india/taxpayer.ts';
import { addOutputOptions, readReportFlags, type ReportFlags } from './global-options.ts';

export interface TaxComputeFlags extends ReportFlags {
  /** total income in paise */
  readonly income: number;
  /** as given, such as `2025-26` */
  readonly year: string;
  readonly regime?: Regime | undefined;
  readonly age?: number | undefined;
  readonly resident?: 'yes' | 'no' | undefined;
  readonly entity?: Entity | undefined;
  readonly companyRate?: CompanyRate | undefined;
}

type Run = (flags: TaxComputeFlags, context: Context) => Promise<void>;

/** `ecom tax compute`. */
export function registerTax(program: Command, context: Context, run: Run = taxCompute): void {
  const tax = program
    .command('tax')
    .description('income tax of India: tax compute, the tax on a total income that you give')
    .helpCommand(false);
  const compute = tax
    .command('compute')
    .description('the income tax on a given total income, step by step, each with its section')
    .optionsGroup('Computation:')
    .requiredOption('--income <rupees>', 'total income of the year, such as 1425000', rupees)
    .requiredOption('--year <year>', 'year of the income, such as 2025-26')
    .addOption(new Option('--regime <regime>', 'regime (default: new)').choices(['new', 'old']))
    .option('--age <years>', 'age in the year; counts in the old regime (under 60)', age)
    .addOption(new Option('--resident <answer>', 'resident in India (default: yes)').choices(['yes', 'no']))
    .addOption(
      new Option('--entity <kind>', 'who is taxed (default: proprietor)').choices([
        ...['proprietor', 'huf', 'firm', 'llp', 'company'],
      ]),
    )
    .option('--company-rate <percent>', 'of a company: 25, 30 or 22 (25)', companyRate);
  addOutputOptions(compute)
    .option('--lang <language>', 'language of the summary, as en or hi', language)
    .addHelpText('after', HELP)
    .action(async (values: Record<string, unknown>) => {
      await run({ ...readReportFlags(values), ...ownOf(values) }, context);
    });
}

type Own = Omit<TaxComputeFlags, keyof ReportFlags>;

function ownOf(values: Record<string, unknown>): Own {
  const { income, year, regime, age: years, resident, entity, companyRate: rate } = values as unknown as Own;
  return { income, year, regime, age: years, resident, entity, companyRate: rate };
}

/** `1425000`, `14,25,000` or `1,425,000`, with at most two decimals. */
const RUPEES = /^(?:\d{1,13}|\d{1,3}(?:,\d{2})*,\d{3}|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?$/;

function rupees(text: string): number {
  if (!RUPEES.test(text) || text.length > 18) {
    throw new InvalidArgumentError('Write rupees from 0 up, such as 1425000 or 14,25,000.50.');
  }
  const [whole = '', fraction = ''] = text.replaceAll(',', '').split('.');
  return Number(`${whole}${fraction.padEnd(2, '0')}`);
}

function age(text: string): number {
  const years = Number(text);
  if (!/^\d{1,3}$/.test(text) || years > 120) {
    throw new InvalidArgumentError('Write whole years from 0 to 120.');
  }
  return years;
}

function companyRate(text: string): CompanyRate {
  if (text === '22' || text === '25' || text === '30') return Number(text) as CompanyRate;
  throw new InvalidArgumentError('Write 25 or 30 (by turnover), or 22 (if the company chose that regime).');
}

function language(text: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)) {
    throw new InvalidArgumentError('Write a language as en or hi.');
  }
  return text;
}

const HELP = `
No files are read, nothing is deducted, nothing is filed: it is the tax on the
total income that you give, by the law of that year. Income to 31 March 2026 is
under the Income-tax Act, 1961, income since under the Income-tax Act, 2025.
Whatever is not certain says "check" or "not certain".

Years: 2024-25, 2025-26, 2026-27

Examples:
  ecom tax compute --income 1425000 --year 2025-26
  ecom tax compute --income 10,00,000 --year 2025-26 --regime old --age 62
  ecom tax compute --income 12000000 --year 2026-27 --entity llp --json`;

async function taxCompute(flags: TaxComputeFlags, context: Context): Promise<void> {
  const { runTaxCompute } = await import('./tax-compute-run.ts');
  await runTaxCompute(flags, context);
}
