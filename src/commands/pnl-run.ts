import { loadConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { formatDay } from '../domain/day.ts';
import { formatPeriod } from '../domain/period.ts';
import { plainPnl } from '../narrate/summary-pnl.ts';
import type { ProfitAndLoss } from '../reports/pnl/profit-and-loss.ts';
import { readBooks } from './books.ts';
import { splitFromTo } from './from-to.ts';
import { narrated, promptText, requireModel, tellUnavailable } from './narrated.ts';
import { deliver, formatOf, type Format } from './output.ts';
import type { PnlFlags } from './pnl.ts';
import { answerPnl } from './pnl-answer.ts';
import { daysOf, type Asked } from './pnl-compute.ts';
import { shownPnl } from './pnl-output.ts';
import { traceText } from './pnl-trace.ts';
import { refuseProblems, requireSources, tellProblems, tellUncached } from './problems.ts';
import { withProgress } from './progress.ts';
import { requireRecipient } from './report-mail.ts';
import { isAsOfGiven } from './report-period.ts';

/** Load, compute, narrate, render, deliver. */
export async function runPnl(flags: PnlFlags, context: Context): Promise<void> {
  const format = formatOf(flags);
  const ends = splitFromTo(flags, format);
  requireRecipient(format, ends);
  const config = await loadConfig(context, flags);
  const progress = { context, quiet: flags.quiet };
  const asked = { flags, ends, config, context };
  if (flags.trace !== undefined) return await runTrace(flags.trace, format, asked);
  const answer = await withProgress('reading your exports', progress, () => answerPnl(asked));
  const { loaded } = answer;
  requireSources(loaded);
  tellProblems(loaded.problems, context, flags.quiet);
  tellUncached(loaded, context, flags.quiet);
  if (flags.showPrompt) return await deliver(await promptText(answer.pnl, config), { ...flags, context });
  const narrative = await withProgress('writing the summary', progress, () =>
    narrated(answer.pnl, plainPnl(answer.pnl, config), { config, context }),
  );
  tellEmpty(answer.pnl, flags, context);
  tellUncompared(answer.pnl, flags, context);
  tellUnavailable(narrative, config, { quiet: flags.quiet, context });
  const text = await shownPnl(answer.pnl, {
    ...{ format, config, context, loaded, narrative, ends },
    remarks: answer.remarks,
    ...{ asOfGiven: isAsOfGiven(flags, context), output: flags.output },
  });
  await deliver(text, { ...flags, context });
  requireModel(narrative, config.ai.required, flags.strict);
  refuseProblems(loaded.problems, flags.strict);
}

/** The rows that a figure is the sum of. */
async function runTrace(figure: string, format: Format, asked: Asked): Promise<void> {
  const { flags, config, context } = asked;
  const progress = { context, quiet: flags.quiet };
  const loaded = await withProgress('reading your exports', progress, () => readBooks(config, context));
  requireSources(loaded);
  tellProblems(loaded.problems, context, flags.quiet);
  tellUncached(loaded, context, flags.quiet);
  const text = traceText(loaded.books, figure, { ...daysOf(loaded, asked), format });
  await deliver(text, { ...flags, context });
  refuseProblems(loaded.problems, flags.strict);
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
