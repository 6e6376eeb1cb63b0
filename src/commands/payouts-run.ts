import type { Context } from '../context.ts';
import { formatMoney } from '../domain/money.ts';
import { formatPeriod } from '../domain/period.ts';
import { payoutsAdvice, plainPayouts } from '../narrate/summary-payouts.ts';
import { payoutsDocument } from '../render/payouts.ts';
import { payouts } from '../reports/payouts.ts';
import { PATIENCE } from '../reports/payouts/options.ts';
import type { Payouts } from '../reports/payouts/payouts.ts';
import type { PayoutsFlags } from './payouts.ts';
import { runReport } from './report-run.ts';

/** Load, compute, render, deliver; the summary is the built-in one. */
export async function runPayouts(flags: PayoutsFlags, context: Context): Promise<void> {
  const { channel, days = PATIENCE } = flags;
  await runReport<Payouts>(flags, context, {
    name: 'payouts',
    asksModel: false,
    compute: ({ loaded, asOf, period }) =>
      payouts.compute(loaded.books, payouts.options.parse({ asOf, period, channel, days })),
    plain: plainPayouts,
    notes: (answer) => notes(answer, flags),
    page: (answer, { config, loaded, narrative }) => ({
      document: payoutsDocument(answer, {
        narrative,
        advice: payoutsAdvice(answer, config.lang),
        sources: loaded.books.sources,
        errors: loaded.problems.filter(({ severity }) => severity === 'error').length,
      }),
      tables: settlementsOf(answer),
      subject: subjectOf(answer),
    }),
  });
}

/** What the flags asked for and is not there is said in a line; it is no error. */
function notes(answer: Payouts, { compare, channel }: PayoutsFlags): readonly string[] {
  const uncompared = compare !== undefined && compare !== 'none';
  const empty = emptiness(answer, channel);
  return [
    ...(uncompared ? ['settlements are not compared with another period'] : []),
    ...(empty === undefined ? [] : [empty]),
  ];
}

function emptiness(
  { hasLedger, tables, period, covered }: Payouts,
  channel: string | undefined,
): string | undefined {
  if (!hasLedger)
    return `no settlement or payment report${channel === undefined ? '' : ` of ${channel}`} here`;
  const settlements = tables.find(({ id }) => id === 'settlements')?.rows.length ?? 0;
  if (settlements > 0 || period === null || covered === null) return undefined;
  return `no settlement in ${formatPeriod(period)}; the data has some of ${formatPeriod(covered)}`;
}

/** One line per settlement, for the accountant's spreadsheet. */
function settlementsOf({ tables }: Payouts) {
  return tables.filter(({ id }) => id === 'settlements');
}

/** `Tarang Textiles: ₹1,84,210 of payouts in Oct 2026, 2 do not agree`. */
function subjectOf({ shop, demo, period, currency, figures }: Payouts): string {
  const value = (id: string): number => figures.find((figure) => figure.id === id)?.value ?? 0;
  const when = period === null ? '' : ` in ${formatPeriod(period)}`;
  const differing = value('payouts.differing');
  const doubt = differing === 0 ? '' : `, ${differing} ${differing === 1 ? 'does' : 'do'} not agree`;
  const amount = formatMoney(value('payouts.expected'), currency, { decimals: 'auto' });
  return `${demo ? 'DEMO · ' : ''}${shop ?? 'Your shop'}: ${amount} of payouts${when}${doubt}`;
}
