import { loadConfig, type Config } from '../config.ts';
import type { Context } from '../context.ts';
import { formatDay } from '../domain/day.ts';
import type { Narrative } from '../domain/narrative.ts';
import { formatPeriod } from '../domain/period.ts';
import type { Loaded } from '../load/load-books.ts';
import { readClosedMonth } from '../records/closed-months.ts';
import { pnl } from '../reports/pnl.ts';
import type { ProfitAndLoss } from '../reports/pnl/profit-and-loss.ts';
import { readBooks } from './books.ts';
import { compareClosed, monthOfPeriod } from './closed-remarks.ts';
import { splitFromTo } from './from-to.ts';
import { deliver, formatOf } from './output.ts';
import type { PnlFlags } from './pnl.ts';
import { narratedPnl, promptText, requireModel } from './pnl-narrative.ts';
import { shownPnl } from './pnl-output.ts';
import { traceText } from './pnl-trace.ts';
import { refuseProblems, requireSources, tellProblems, tellUncached } from './problems.ts';
import { withProgress } from './progress.ts';
import { requireRecipient } from './report-mail.ts';
import { isAsOfGiven, periodOf, todayFor } from './report-period.ts';

/** Load, compute, narrate, render, deliver. */
export async function runPnl(flags: PnlFlags, context: Context): Promise<void> {
  const format = formatOf(flags);
  const ends = splitFromTo(flags, format);
  requireRecipient(format, ends);
  const config = await loadConfig(context, flags);
  const progress = { context, quiet: flags.quiet };
  const loaded = await withProgress('reading your exports', progress, () => readBooks(config, context));
  requireSources(loaded);
  tellProblems(loaded.problems, context, flags.quiet);
  tellUncached(loaded, context, flags.quiet);
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
    ...{ asOfGiven: isAsOfGiven(flags, context), output: flags.output },
  });
  await deliver(text, { ...flags, context });
  requireModel(narrative, config.ai.required, flags.strict);
  refuseProblems(loaded.problems, flags.strict);
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
