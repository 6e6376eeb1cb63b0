import { loadConfig, type Config } from '../config.ts';
import type { Context } from '../context.ts';
import { formatMoney } from '../domain/money.ts';
import type { Narrative } from '../domain/narrative.ts';
import { formatPeriod } from '../domain/period.ts';
import { UserError } from '../errors.ts';
import type { Loaded } from '../load/load-books.ts';
import { payoutsAdvice, plainPayouts } from '../narrate/summary-payouts.ts';
import { payoutsDocument } from '../render/payouts.ts';
import { payouts } from '../reports/payouts.ts';
import { PATIENCE } from '../reports/payouts/options.ts';
import type { Payouts } from '../reports/payouts/payouts.ts';
import { readBooks } from './books.ts';
import { splitFromTo, type FromTo } from './from-to.ts';
import { deliver, formatOf, type Format } from './output.ts';
import type { PayoutsFlags } from './payouts.ts';
import { isSerious, refuseProblems, requireSources, tellProblems, tellUncached } from './problems.ts';
import { withProgress } from './progress.ts';
import { mailText, requireRecipient } from './report-mail.ts';
import { isAsOfGiven, periodOf, todayFor } from './report-period.ts';
import { textFor } from './show-text.ts';

/** Load, compute, render, deliver; the summary is the built-in one. */
export async function runPayouts(flags: PayoutsFlags, context: Context): Promise<void> {
  const format = formatOf(flags);
  const ends = splitFromTo(flags, format);
  requireRecipient(format, ends);
  if (flags.showPrompt) throw noModel('--show-prompt shows nothing here', 2);
  const config = await loadConfig(context, flags);
  const loaded = await withProgress('reading your exports', { context, quiet: flags.quiet }, () =>
    readBooks(config, context),
  );
  requireSources(loaded);
  tellProblems(loaded.problems, context, flags.quiet);
  tellUncached(loaded, context, flags.quiet);
  const answer = answerOf(flags, { config, loaded, context, ends });
  tellEmpty(answer, flags, context);
  const narrative = plainPayouts(answer, { lang: config.lang, tone: config.tone });
  const show = { format, config, context, loaded, narrative, ends, output: flags.output };
  await deliver(await shown(answer, { ...show, asOfGiven: isAsOfGiven(flags, context) }), {
    ...flags,
    context,
  });
  if (config.ai.required) throw noModel('no summary by a model', 5);
  refuseProblems(loaded.problems, flags.strict);
}

function noModel(message: string, exitCode: 2 | 5): UserError {
  return new UserError(message, {
    hint: 'ecom payouts asks no model: its summary is the built-in one',
    exitCode,
  });
}

interface World {
  readonly config: Config;
  readonly loaded: Loaded;
  readonly context: Context;
  readonly ends: FromTo;
}

function answerOf(flags: PayoutsFlags, { config, loaded, context, ends }: World): Payouts {
  const asOf = todayFor(flags, config, { loaded, context });
  const period = periodOf(flags.period, ends, { loaded, asOf, config });
  const { channel, days = PATIENCE } = flags;
  return payouts.compute(loaded.books, payouts.options.parse({ asOf, period, channel, days }));
}

/** What the flags asked for and is not there is said in a line; it is no error. */
function tellEmpty(answer: Payouts, flags: PayoutsFlags, { stderr }: Context): void {
  if (flags.quiet) return;
  if (flags.compare !== undefined && flags.compare !== 'none')
    stderr.write('note: settlements are not compared with another period\n');
  const why = emptiness(answer, flags.channel);
  if (why !== undefined) stderr.write(`note: ${why}\n`);
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

interface Show extends World {
  readonly format: Format;
  readonly narrative: Narrative;
  readonly asOfGiven: boolean;
  readonly output: string | undefined;
}

/** The answer in the format asked for. */
async function shown(answer: Payouts, show: Show): Promise<string> {
  const { config, loaded, narrative } = show;
  const document = payoutsDocument(answer, {
    narrative,
    advice: payoutsAdvice(answer, config.lang),
    sources: loaded.books.sources,
    errors: loaded.problems.filter(({ severity }) => severity === 'error').length,
  });
  switch (show.format) {
    case 'text':
      return await textFor(document, show);
    case 'md':
      return (await import('../render/markdown.ts')).renderMarkdown(document);
    case 'html':
      return (await import('../render/html.ts')).renderHtml(document);
    case 'json': {
      const extras = {
        narrative,
        problems: loaded.problems.filter(isSerious),
        sources: loaded.books.sources,
      };
      return (await import('../render/json.ts')).renderJson(answer, extras);
    }
    case 'csv':
      return (await import('../render/csv.ts')).renderCsv(settlementsOf(answer), answer.currency, {
        demo: answer.demo,
      });
    case 'eml': {
      const asOf = show.asOfGiven ? answer.asOf : undefined;
      return await mailText(document, {
        subject: subjectOf(answer),
        ends: show.ends,
        context: show.context,
        asOf,
      });
    }
  }
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
