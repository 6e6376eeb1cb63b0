import { loadConfig, type Config } from '../config.ts';
import type { Context } from '../context.ts';
import { addDays, formatDay, type Day } from '../domain/day.ts';
import type { Narrative } from '../domain/narrative.ts';
import { formatPeriod, parsePeriod, PERIOD_FORMS, type Period } from '../domain/period.ts';
import { UserError } from '../errors.ts';
import type { Loaded } from '../load/load-books.ts';
import { readClosedMonth } from '../records/closed-months.ts';
import { pnl } from '../reports/pnl.ts';
import type { ProfitAndLoss } from '../reports/pnl/profit-and-loss.ts';
import { coveredPeriod } from '../reports/pnl/post-all.ts';
import { readBooks } from './books.ts';
import { compareClosed, monthOfPeriod } from './closed-remarks.ts';
import { splitFromTo, type FromTo } from './from-to.ts';
import { deliver, formatOf } from './output.ts';
import type { PnlFlags } from './pnl.ts';
import { narratedPnl, promptText, requireModel } from './pnl-narrative.ts';
import { shownPnl } from './pnl-output.ts';
import { traceText } from './pnl-trace.ts';
import { refuseProblems, requireSources, tellProblems } from './problems.ts';
import { withProgress } from './progress.ts';

/** Load, compute, narrate, render, deliver. */
export async function runPnl(flags: PnlFlags, context: Context): Promise<void> {
  const format = formatOf(flags);
  const ends = splitFromTo(flags, format);
  if (format === 'eml' && ends.recipients.length === 0) throw noRecipient();
  const config = await loadConfig(context, flags);
  const progress = { context, quiet: flags.quiet };
  const loaded = await withProgress('reading your exports', progress, () => readBooks(config, context));
  requireSources(loaded);
  tellProblems(loaded.problems, context, flags.quiet);
  const asOf = todayFor(flags, config, { loaded, context });
  const period = periodOf(flags.period, ends, { loaded, asOf, config });
  if (flags.trace !== undefined) {
    await deliver(traceText(loaded.books, flags.trace, { period, asOf, format }), { ...flags, context });
    return refuseProblems(loaded.problems, flags.strict);
  }
  const answer = await answerOf(
    loaded,
    { asOf, period, compare: flags.compare ?? 'previous', by: flags.by },
    context,
  );
  if (flags.showPrompt) return await deliver(await promptText(answer.pnl, config), { ...flags, context });
  const narrative = await withProgress('writing the summary', progress, () =>
    narratedPnl(answer.pnl, config, context),
  );
  tellEmpty(answer.pnl, flags, context);
  tellUncompared(answer.pnl, flags, context);
  tellUnavailable(narrative, config, { flags, context });
  const text = await shownPnl(answer.pnl, {
    ...{ format, config, context, loaded, narrative, ends },
    remarks: answer.remarks,
    ...{ asOfGiven: isGiven(flags, context), output: flags.output },
  });
  await deliver(text, { ...flags, context });
  requireModel(narrative, config.ai.required, flags.strict);
  refuseProblems(loaded.problems, flags.strict);
}

function noRecipient(): UserError {
  return new UserError('--format eml needs somebody to write to', {
    hint: 'add --to name@shop.example',
    exitCode: 2,
  });
}

function isGiven({ asOf }: PnlFlags, { env }: Context): boolean {
  return asOf !== undefined || (env['ECOM_AS_OF'] ?? '') !== '';
}

interface World {
  readonly loaded: Loaded;
  readonly context: Context;
}

/** Today; in the demo shop, whose days do not move, the day after its last one. */
function todayFor(flags: PnlFlags, config: Config, { loaded, context }: World): Day {
  const covered = config.demo && !isGiven(flags, context) ? coveredPeriod(loaded.books) : undefined;
  return covered === undefined ? config.asOf : addDays(covered.to, 1);
}

interface Known {
  readonly loaded: Loaded;
  readonly asOf: Day;
  readonly config: Config;
}

/** The period asked for; undefined for all days. */
function periodOf(name: string | undefined, { from, to }: FromTo, known: Known): Period | undefined {
  if (name === undefined)
    return from === undefined && to === undefined ? undefined : between(from, to, known);
  const { asOf, config } = known;
  const found = parsePeriod(name, { asOf, fiscalYearStart: config.shop.fiscalYearStart });
  if (found !== undefined) return found;
  throw new UserError(`--period "${name}" names no period`, {
    hint: `write one of ${PERIOD_FORMS}`,
    exitCode: 2,
  });
}

/** An open end takes the data's first day, or today; a start after today is a single day. */
function between(from: Day | undefined, to: Day | undefined, { loaded, asOf }: Known): Period {
  const first = from ?? coveredPeriod(loaded.books)?.from ?? asOf;
  const last = to ?? asOf;
  return first <= last ? { from: first, to: last } : { from: from ?? last, to: from ?? last };
}

interface Answered {
  readonly pnl: ProfitAndLoss;
  readonly remarks: readonly string[];
}

/** The statement; of a closed month also what would move since it was closed. */
async function answerOf(
  { books }: Loaded,
  options: Parameters<typeof pnl.compute>[1],
  { cwd }: Context,
): Promise<Answered> {
  const answer = pnl.compute(books, pnl.options.parse(options));
  const month = books.demo ? undefined : monthOfPeriod(answer.period);
  const closed = month === undefined ? undefined : await readClosedMonth(cwd, month);
  if (closed === undefined) return { pnl: answer, remarks: [] };
  const { remarks, table } = compareClosed(closed, books, options.asOf);
  return { pnl: { ...answer, tables: [...answer.tables, table] }, remarks };
}

/** An empty period is not an error; one line says which days there are. */
function tellEmpty({ period, covered, figures }: ProfitAndLoss, { quiet }: PnlFlags, context: Context): void {
  const orders = figures.find(({ id }) => id === 'pnl.orders')?.value ?? 0;
  if (quiet || orders > 0 || period === null || covered === null) return;
  context.stderr.write(
    `note: no orders counted in ${formatPeriod(period)}; the data covers ${formatPeriod(covered)}\n`,
  );
}

/** A comparison that was asked for and cannot be made is said, not left out in silence. */
function tellUncompared(
  { compare, period, covered }: ProfitAndLoss,
  flags: PnlFlags,
  context: Context,
): void {
  if (flags.quiet || flags.compare === undefined || flags.compare === 'none' || compare !== null) return;
  if (period === null || covered === null) return;
  const why =
    flags.period === undefined && flags.from.length === 0
      ? 'no period was named'
      : `the data begins on ${formatDay(covered.from)}`;
  context.stderr.write(`note: nothing to compare with: ${why}\n`);
}

interface Told {
  readonly flags: PnlFlags;
  readonly context: Context;
}

/** When a model was to write and could not: one line on standard error, for the report itself is whole. */
function tellUnavailable({ unavailable }: Narrative, { ai }: Config, { flags, context }: Told): void {
  if (unavailable === undefined || flags.quiet || ai.apiKey === undefined) return;
  context.stderr.write(`note: the summary is the built-in one: ${unavailable}\n`);
}
