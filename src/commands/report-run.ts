import { loadConfig, type Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Answer } from '../domain/answer.ts';
import type { Day } from '../domain/day.ts';
import type { Narrative } from '../domain/narrative.ts';
import type { Period } from '../domain/period.ts';
import { UserError } from '../errors.ts';
import type { Loaded } from '../load/load-books.ts';
import { shownAnswer, type Page } from './answer-output.ts';
import { readBooks } from './books.ts';
import { splitFromTo } from './from-to.ts';
import type { ReportFlags } from './global-options.ts';
import { narrated, promptText, requireModel, tellUnavailable } from './narrated.ts';
import { deliver, formatOf, type Format } from './output.ts';
import { refuseProblems, requireSources, tellProblems, tellUncached } from './problems.ts';
import { withProgress } from './progress.ts';
import { requireRecipient } from './report-mail.ts';
import { isAsOfGiven, periodOf, todayFor } from './report-period.ts';

/** The books and the days that a report is asked about. */
export interface Asking {
  readonly loaded: Loaded;
  readonly config: Config;
  readonly context: Context;
  readonly asOf: Day;
  /** undefined: the report's own default */
  readonly period: Period | undefined;
}

/** What the page of an answer may depend on. */
export interface Shown extends Asking {
  readonly narrative: Narrative;
  readonly format: Format;
}

/** What is a report's own in the way from a command line to an answer on paper. */
export interface ReportCommand<A extends Answer> {
  /** for messages: `payouts` */
  readonly name: string;
  /** false: the summary is always the built-in one */
  readonly asksModel: boolean;
  readonly compute: (asking: Asking) => A | Promise<A>;
  /** the summary without a model */
  readonly plain: (answer: A, config: Config) => Narrative;
  readonly page: (answer: A, shown: Shown) => Page;
  /** what is said in a line each on standard error: an empty answer, a flag that changes nothing */
  readonly notes: (answer: A) => readonly string[];
  /** what is done once the answer was written; not after `--show-prompt` */
  readonly afterwards?: (answer: A, asking: Asking) => Promise<void>;
}

/** Load, compute, narrate, render, deliver: the same for every report. */
export async function runReport<A extends Answer>(
  flags: ReportFlags,
  context: Context,
  report: ReportCommand<A>,
): Promise<void> {
  const format = formatOf(flags);
  const ends = splitFromTo(flags, format);
  requireRecipient(format, ends);
  if (flags.showPrompt && !report.asksModel) throw noModel(report, '--show-prompt shows nothing here', 2);
  const config = await loadConfig(context, flags);
  const progress = { context, quiet: flags.quiet };
  const loaded = await withProgress('reading your exports', progress, () => readBooks(config, context));
  requireSources(loaded);
  tellProblems(loaded.problems, context, flags.quiet);
  tellUncached(loaded, context, flags.quiet);
  const asOf = todayFor(flags, config, { loaded, context });
  const period = periodOf(flags.period, ends, { loaded, asOf, config });
  const asking = { loaded, config, context, asOf, period };
  const answer = await report.compute(asking);
  if (flags.showPrompt) return await deliver(await promptText(answer, config), { ...flags, context });
  tell(report.notes(answer), flags, context);
  const narrative = await withProgress('writing the summary', progress, () =>
    summaryOf(answer, report, { config, context }),
  );
  tellUnavailable(narrative, config, { quiet: flags.quiet, context });
  const asOfGiven = isAsOfGiven(flags, context);
  const showing = { format, config, context, loaded, narrative, ends, asOfGiven, output: flags.output };
  const text = await shownAnswer(answer, report.page(answer, { ...asking, narrative, format }), showing);
  await deliver(text, { ...flags, context });
  await report.afterwards?.(answer, asking);
  if (config.ai.required && !report.asksModel) throw noModel(report, 'no summary by a model', 5);
  requireModel(narrative, config.ai.required, flags.strict);
  refuseProblems(loaded.problems, flags.strict);
}

async function summaryOf<A extends Answer>(
  answer: A,
  report: ReportCommand<A>,
  world: { readonly config: Config; readonly context: Context },
): Promise<Narrative> {
  const plain = report.plain(answer, world.config);
  return report.asksModel ? await narrated(answer, plain, world) : plain;
}

function tell(notes: readonly string[], { quiet }: ReportFlags, { stderr }: Context): void {
  if (!quiet) for (const note of notes) stderr.write(`note: ${note}\n`);
}

function noModel<A extends Answer>({ name }: ReportCommand<A>, message: string, exitCode: 2 | 5): UserError {
  return new UserError(message, {
    hint: `ecom ${name} asks no model: its summary is the built-in one`,
    exitCode,
  });
}
