import { minorUnits } from '../config/money.ts';
import type { Context } from '../context.ts';
import { homeCurrencyOf } from '../domain/home-currency.ts';
import { exponentOf, formatMoney } from '../domain/money.ts';
import { UserError } from '../errors.ts';
import { plainRestock, restockAdvice } from '../narrate/summary-restock.ts';
import { openPlaced, readPlaced } from '../records/placed-orders.ts';
import { restockDocument } from '../render/restock.ts';
import { restock } from '../reports/restock.ts';
import type { Restock } from '../reports/restock/restock.ts';
import { runReport, type Asking } from './report-run.ts';
import { isFolder, putOut } from './restock-letters.ts';
import type { RestockFlags } from './restock.ts';

/** Load, compute, narrate, render, deliver; then the letters are written and the orders remembered, where that was asked for. */
export async function runRestock(flags: RestockFlags, context: Context): Promise<void> {
  requireOwnShop(flags);
  const folder = (await isFolder(flags.output, context)) ? flags.output : undefined;
  const shown = folder === undefined ? flags : { ...flags, output: undefined };
  await runReport<Restock>(shown, context, {
    name: 'restock',
    asksModel: true,
    compute: async (asking) =>
      restock.compute(asking.loaded.books, restock.options.parse(await optionsOf(flags, asking))),
    plain: plainRestock,
    notes: (answer) => notes(answer, flags),
    page: (answer, { config, loaded, narrative }) => ({
      document: restockDocument(answer, {
        ...{ narrative, advice: restockAdvice(answer, config.lang), sources: loaded.books.sources },
        errors: loaded.problems.filter(({ severity }) => severity === 'error').length,
        ...{ overstock: flags.overstock, letters: folder },
      }),
      tables: answer.tables.filter(({ id }) => id === (flags.overstock ? 'overstock' : 'plan')),
      subject: subjectOf(answer),
    }),
    afterwards: (answer, asking) =>
      putOut(answer.orders, { folder, record: flags.record, quiet: flags.quiet }, asking),
  });
}

/** Orders of the invented shop are never placed. */
function requireOwnShop({ demo, record }: RestockFlags): void {
  if (!demo || !record) return;
  throw new UserError('--record cannot be used with --demo', {
    hint: 'orders of the demo shop are invented: leave out one of the two',
    exitCode: 2,
  });
}

/** A flag goes before the configuration, the configuration before the report's own default. */
async function optionsOf(flags: RestockFlags, { config, loaded, asOf, context }: Asking) {
  const { service, supplier, horizon, by } = flags;
  const { serviceLevel, reviewDays, holdingCostPercent, maxCoverDays } = config.restock;
  const placed = config.demo ? [] : openPlaced(await readPlaced(context.cwd), loaded.books.purchases);
  return {
    ...{ asOf, supplier, horizon, reviewDays, holdingCostPercent, maxCoverDays },
    budget: budgetOf(flags, homeCurrencyOf(loaded.books)),
    service: service === undefined ? serviceLevel : service / 100,
    byLocation: by === 'location',
    placed: placed.map(({ order, sku, quantity, orderedOn = asOf, expectedOn }) => ({
      ...{ order, sku, quantity, orderedOn },
      ...(expectedOn === undefined ? {} : { expectedOn }),
    })),
  };
}

function budgetOf({ budget }: RestockFlags, currency: string): number | undefined {
  if (budget === undefined) return undefined;
  const amount = minorUnits(budget, currency);
  if (amount !== undefined) return amount;
  throw new UserError(`--budget ${budget}: ${currency} has ${exponentOf(currency)} decimals`, {
    hint: 'write it without decimals',
    exitCode: 2,
  });
}

/** What the flags asked for and is not there is said in a line; it is no error. */
function notes(answer: Restock, flags: RestockFlags): readonly string[] {
  const isAsked = flags.period !== undefined || (flags.compare !== undefined && flags.compare !== 'none');
  return [
    ...(isAsked ? ['restock looks at all days before today; --period and --compare change nothing'] : []),
    ...(answer.known === null ? ['no sale before today in these files'] : emptyNotes(answer, flags)),
  ];
}

function emptyNotes({ tables, figures }: Restock, { supplier, by }: RestockFlags): readonly string[] {
  const products = figures.find(({ id }) => id === 'restock.products')?.value;
  const locations = tables.find(({ id }) => id === 'locations')?.rows.length;
  return [
    ...(supplier !== undefined && products === 0 ? [`no product of a supplier called "${supplier}"`] : []),
    ...(by === 'location' && locations === 0
      ? ['no product with stock at two locations, so nothing can be moved']
      : []),
  ];
}

/** `Tarang Textiles: 6 products to order, ₹38,400 of profit at risk`. */
function subjectOf({ shop, demo, figures, currency }: Restock): string {
  const value = (id: string): number | null => figures.find((figure) => figure.id === id)?.value ?? null;
  const items = value('restock.items') ?? 0;
  const risk = value('restock.profitAtRisk');
  const atRisk =
    risk === null || items === 0
      ? ''
      : `, ${formatMoney(risk, currency, { decimals: 'auto' })} of profit at risk`;
  return `${demo ? 'DEMO · ' : ''}${shop ?? 'Your shop'}: ${items} ${items === 1 ? 'product' : 'products'} to order${atRisk}`;
}
