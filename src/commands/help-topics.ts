import type { Command } from 'commander';
import { OTHER_VARIABLES, VARIABLES } from '../config/variables.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { nearest } from '../config/nearest.ts';

type Topic = 'exit-codes' | 'environment' | 'formats' | 'periods' | 'configuration';

const TOPICS: Readonly<Record<Topic, { readonly summary: string; readonly text: () => Promise<string> }>> = {
  'exit-codes': { summary: 'what the exit code says', text: () => Promise.resolve(EXIT_CODES) },
  environment: { summary: 'variables that ecom reads', text: () => Promise.resolve(environment()) },
  formats: { summary: 'files that ecom reads and writes', text: formats },
  periods: { summary: 'ways to name a period', text: () => Promise.resolve(PERIODS) },
  configuration: { summary: 'the configuration file and its keys', text: () => Promise.resolve(CONFIG) },
};

/** Names of the help topics. */
export const TOPIC_NAMES = Object.keys(TOPICS) as readonly Topic[];

/** `ecom help [topic or command]`. */
export function registerHelp(program: Command, context: Context): void {
  program
    .command('help')
    .description('help on a command or a topic')
    .argument('[words...]', `a command, or ${TOPIC_NAMES.join(', ')}`)
    .action(async (words: readonly string[]) => {
      await showHelp(program, context, words);
    });
  const list = Object.entries(TOPICS).map(([name, { summary }]) => `  help ${name.padEnd(19)}${summary}`);
  program.addHelpText(
    'after',
    `\nTopics:\n${list.join('\n')}\n\nFirst steps:\n  ecom demo        see it work, no data and no key needed\n  ecom init        prepare this folder for your shop`,
  );
}

async function showHelp(program: Command, context: Context, words: readonly string[]): Promise<void> {
  const [first = ''] = words;
  if (words.length === 0) return program.outputHelp();
  if (isTopic(first)) return context.stdout.write(await TOPICS[first].text());
  const command = words.reduce<Command | undefined>(
    (found, word) => found?.commands.find((one) => one.name() === word || one.aliases().includes(word)),
    program,
  );
  if (command !== undefined) return helpOf(program, command).outputHelp();
  const like = nearest(first, [...program.commands.map((one) => one.name()), ...TOPIC_NAMES]);
  throw new UserError(`there is no help on "${words.join(' ')}"`, {
    hint: like === undefined ? 'ecom help lists commands and topics' : `did you mean ecom help ${like}?`,
    exitCode: 2,
  });
}

/** The demo takes the flags of the report that it is short for. */
function helpOf(program: Command, command: Command): Command {
  const report = command.name() === 'demo' ? program.commands.find((one) => one.name() === 'pnl') : undefined;
  return report ?? command;
}

function isTopic(word: string): word is Topic {
  return Object.hasOwn(TOPICS, word);
}

const EXIT_CODES = `Exit codes

  0    done; also an empty period, and a report without a model's summary
  1    unexpected: a bug in ecom, please report it
  2    usage: unknown command or flag, missing or wrong value
  3    data or input: a file that cannot be read, no known columns;
       with --strict any row that could not be used
  4    configuration or login: a mistake in the configuration, a refused key
  5    a model or the network was needed and failed: --require-ai, mail not
       delivered; with --strict prose that could not be traced
  6    kept for alerts: a threshold was met
  130  stopped by Ctrl+C
`;

function environment(): string {
  const line = ({ name, summary }: { readonly name: string; readonly summary: string }): string =>
    `  ${name.padEnd(26)}${summary}\n`;
  return `Environment variables (a flag beats them, they beat the configuration files)

${[...VARIABLES, ...OTHER_VARIABLES].map(line).join('')}`;
}

const PERIODS = `Periods, for --period

  2026-10                  a calendar month
  2026-Q3                  a calendar quarter
  2026                     a calendar year
  fy2026-27                a financial year, from shop.fiscalYearStart
  2026-10-24               a day
  2026-10-01..2026-10-15   from a day to a day, both included
  7d, 30d                  that many full days before today
  today, yesterday
  mtd, ytd, fytd           this month, year or financial year up to today
  last-week                Monday to Sunday
  last-month, last-quarter, last-year

--from and --to name the first and last day instead. --as-of takes another day
for today, so that the same command always gives the same output.
`;

const CONFIG = `Configuration

  ecom.config.json in the folder where ecom runs, else in the data folder; over
  it ECOM_* variables and flags, under it your user configuration. Names that
  start with // are remarks. Money is text: "62.00".

  shop.name, shop.country, shop.region
  shop.currency                 such as "INR"
  shop.zone                     such as "Asia/Kolkata"
  shop.fiscalYearStart          month 1 to 12; 4 is April
  shop.pricesIncludeTax         true or false; by default told per order
  shop.revenue.cashOnDelivery   auto, placed, shipped, delivered, paid
  shop.revenue.pending          apart, count
  shop.shippingPerOrder, shop.returnPerOrder, shop.packagingPerOrder
  shop.feeRates                 [{ "kind": "payment", "match": "razorpay",
                                "percent": 2, "fixed": "0", "taxPercent": 18 }]
  shop.expenses                 spread, dated
  shop.returnedGoods            lost, restocked
  shop.unequalCosts             highest, last
  shop.saleDays                 [{ "name": "Summer sale", "from": "2026-06-01",
                                "to": "2026-06-07" }]: sales of your own, past
                                and planned; give the same sale the same name
  shop.deliveryAddress          where suppliers send goods to
  restock.serviceLevel          such as 0.95: order cycles without a stock-out
  restock.reviewDays            days between two orders to a supplier
  restock.maxCoverDays          never order for more days of sales
  restock.holdingCostPercent    what keeping goods costs, per cent a year
  data                          ["exports"]: files and folders to read
  mappings                      [{ "columns": { "date": "Order date" } }]:
                                how to read a file that ecom does not know;
                                ecom map FILE proposes and writes it
  dateOrder                     dmy, mdy: for dates that a file leaves open
  cache                         false: the same as --no-cache
  ai.enabled, ai.required       true or false
  ai.model                      such as "gemini-flash-latest"
  ai.maxCost                    US dollars per run
  ai.prices                     { "model": { "input": 1.5, "output": 7.5 } }:
                                US dollars per million tokens
  ai.apiKey                     in the user configuration only, mode 600
  lang                          such as "en" or "hi"
  tone                          owner, accountant, message
  output.color                  auto, always, never
  output.width                  20 to 500
  output.ascii                  true or false

  ecom config list --show-origin shows what holds and why.
`;

/** Held to real exports. What other kinds look like is known from public documentation, test files and samples only. */
const HELD_TO_REAL_EXPORTS: ReadonlySet<string> = new Set([
  'shopify.orders',
  'shopify.products',
  'shopify.inventory',
  'woo.webtoffee',
  'woo.products',
  'woo.tax_rates',
  'woo.coupons',
  'amazon.range',
  'meesho.orders',
  'meesho.payments',
  'meesho.ads',
  'meesho.referrals',
  'meesho.compensation',
  'meesho.disclaimer',
  'stripe.payments',
  'stripe.payments_reduced',
  'temu.settled',
]);

/** The owner's own sheets are under names of ecom's own. */
function isFromDocumentation(kind: string): boolean {
  return !kind.startsWith('ecom.') && !HELD_TO_REAL_EXPORTS.has(kind);
}

async function formats(): Promise<string> {
  const { FORMATS, JSON_FORMATS } = await import('../load/formats.ts');
  const all = [...FORMATS, ...JSON_FORMATS];
  const widest = Math.max(...all.map(({ kind }) => kind.length));
  const known = all.map(
    ({ kind, label }) => `${isFromDocumentation(kind) ? '*' : ' '} ${kind.padEnd(widest)}  ${label}\n`,
  );
  return `Files that ecom reads (told by their columns, not by their names)

${known.join('')}
* what it looks like is known from public documentation, test files and samples
  only, not from the exports of real shops: look at what ecom check says of it
Zip archives of these and Excel workbooks are read as they are, sheet by sheet.
ecom check FILE says what a file was taken for, ecom map FILE maps another.

Formats that ecom writes, by --format or by the ending of -o FILE

  text  for the terminal (default)     .txt
  md    Markdown                       .md
  html  one page, no other files       .html
  json  every figure, for programs     .json
  csv   the tables, for spreadsheets   .csv
  eml   a mail as a draft              .eml
`;
}
