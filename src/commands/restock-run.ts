import { minorUnits } from '../config/money.ts';
import type { Context } from '../context.ts';
import { homeCurrencyOf } from '../domain/home-currency.ts';
import { exponentOf, formatMoney } from '../domain/money.ts';
import { UserError } from '../errors.ts';
import { plainRestock, restockAdvice } from '../narrate/summary-restock.ts';
import { restockDocument } from '../render/restock.ts';
import { restock } from '../reports/restock.ts';
import type { Restock } from '../reports/restock/restock.ts';
import { runReport, type Asking } from './report-run.ts';
import type { RestockFlags } from './restock.ts';

/** Load, compute, narrate, render, deliver. */
export async function runRestock(flags: RestockFlags, context: Context): Promise<void> {
  await runReport<Restock>(flags, context, {
    name: 'restock',
    asksModel: true,
    compute: (asking) =>
      restock.compute(asking.loaded.books, restock.options.parse(optionsOf(flags, asking))),
    plain: plainRestock,
    notes: (answer) => notes(answer, flags),
    page: (answer, { config, loaded, narrative }) => ({
      document: restockDocument(answer, {
        ...{ narrative, advice: restockAdvice(answer, config.lang), sources: loaded.books.sources },
        errors: loaded.problems.filter(({ severity }) => severity === 'error').length,
        overstock: flags.overstock,
      }),
      tables: answer.tables.filter(({ id }) => id === (flags.overstock ? 'overstock' : 'plan')),
      subject: subjectOf(answer),
    }),
  });
}

/** A flag goes before the configuration, the configuration before the report's own default. */
function optionsOf(flags: RestockFlags, { config, loaded, asOf }: Asking) {
  const { service, supplier, horizon, by } = flags;
  const { serviceLevel, reviewDays, holdingCostPercent, maxCoverDays } = config.restock;
  return {
    ...{ asOf, supplier, horizon, reviewDays, holdingCostPercent, maxCoverDays },
    budget: budgetOf(flags, homeCurrencyOf(loaded.books)),
    service: service === undefined ? serviceLevel : service / 100,
    byLocation: by === 'location',
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
