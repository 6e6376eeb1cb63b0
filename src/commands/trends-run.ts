import type { Context } from '../context.ts';
import { formatDay, type Day } from '../domain/day.ts';
import { formatMoney } from '../domain/money.ts';
import { formatPeriod } from '../domain/period.ts';
import { plainTrends, trendsAdvice, trendsChecks, trendsProducts } from '../narrate/summary-trends.ts';
import { readToldDays, rememberToldDays } from '../records/told-days.ts';
import { trendsDocument } from '../render/trends.ts';
import { trends } from '../reports/trends.ts';
import type { Trends } from '../reports/trends/trends.ts';
import { runReport, type Asking } from './report-run.ts';
import type { TrendsFlags } from './trends.ts';

/** Load, compute, narrate, render, deliver; then unusual days are remembered as told. */
export async function runTrends(flags: TrendsFlags, context: Context): Promise<void> {
  const { by = 'revenue', sku, channel } = flags;
  const topic = [by, sku ?? '', channel ?? ''].join('\n');
  await runReport<Trends>(flags, context, {
    name: 'trends',
    asksModel: true,
    compute: async ({ loaded, config, asOf, period }) => {
      const told = flags.all || config.demo ? [] : await readToldDays(context.cwd, { topic, before: asOf });
      return trends.compute(loaded.books, trends.options.parse({ asOf, period, by, sku, channel, told }));
    },
    plain: plainTrends,
    notes: (answer) => notes(answer, flags),
    page: (answer, { config, loaded, narrative, format }) => ({
      document: trendsDocument(answer, {
        narrative,
        advice: trendsAdvice(answer, config.lang),
        products: trendsProducts(answer, config.lang),
        checks: trendsChecks(answer, config.lang),
        sources: loaded.books.sources,
        errors: loaded.problems.filter(({ severity }) => severity === 'error').length,
        told: unusual(answer).filter(({ told }) => told === 'yes').length,
        whole: narrative.tone === 'accountant' || format === 'html' || format === 'md',
      }),
      tables: answer.tables.filter(({ id }) => id === 'daily'),
      subject: subjectOf(answer),
    }),
    afterwards: async (answer, { config, asOf }: Asking) => {
      if (config.demo) return;
      const days = unusual(answer).map(({ day }) => day as Day);
      const failed = await rememberToldDays(context.cwd, { topic, on: asOf, days });
      if (failed !== undefined && !flags.quiet)
        context.stderr.write(
          `note: what was told could not be remembered (${failed}); it will be told again\n`,
        );
    },
  });
}

function unusual({ tables }: Trends) {
  return tables.find(({ id }) => id === 'anomalies')?.rows ?? [];
}

/** What the flags asked for and is not there is said in a line; it is no error. */
function notes(answer: Trends, flags: TrendsFlags): readonly string[] {
  const isCompared = flags.compare !== undefined && flags.compare !== 'none';
  const filter = [flags.sku, flags.channel].filter((part) => part !== undefined).join(', ');
  const total = answer.figures.find(({ id }) => id === 'trends.last7')?.value;
  return [
    ...(isCompared
      ? ['trends compare with what was to be expected, and with a year ago; --compare changes nothing']
      : []),
    ...reachNotes(answer),
    ...(filter !== '' && answer.known !== null ? filterNotes(filter, total) : []),
  ];
}

function filterNotes(filter: string, total: number | null | undefined): readonly string[] {
  if (total === undefined) return [`nothing sold of ${filter} in these files`];
  return total === 0 ? [`nothing sold of ${filter} in the last 7 days`] : [];
}

/** How far the files reach, where that is less than was asked for. */
function reachNotes({ known, period, figures }: Trends): readonly string[] {
  if (known === null) return ['no sale before today in these files'];
  if (figures.length === 0 && period !== null)
    return [`no sales known in ${formatPeriod(period)}; the data covers ${formatPeriod(known)}`];
  return known.endsEarly
    ? [`no sale after ${formatDay(known.to)}: the days since are taken as not exported yet`]
    : [];
}

/** `Tarang Textiles: sales ₹2,14,300 in 7 days, ₹46,700 below the expected`. */
function subjectOf({ shop, demo, figures, currency, measure }: Trends): string {
  const value = (id: string): number | null => figures.find((figure) => figure.id === id)?.value ?? null;
  const isMoney = measure === 'revenue' || measure === 'profit';
  const shown = (amount: number): string =>
    isMoney ? formatMoney(Math.abs(amount), currency, { decimals: 'auto' }) : String(Math.abs(amount));
  const names = { revenue: 'sales', profit: 'contribution', orders: 'orders', units: 'units' } as const;
  const change = value('trends.change');
  const against = change === null ? '' : `, ${shown(change)} ${change < 0 ? 'below' : 'above'} the expected`;
  return `${demo ? 'DEMO · ' : ''}${shop ?? 'Your shop'}: ${names[measure]} ${shown(value('trends.last7') ?? 0)} in 7 days${against}`;
}
