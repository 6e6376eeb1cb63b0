import { InvalidArgumentError, Option, type Command, type OptionValues } from 'commander';
import type { ConfigFlags } from '../config.ts';
import { isDay, type Day } from '../domain/day.ts';
import type { Tone } from '../domain/narrative.ts';
import { PERIOD_FORMS } from '../domain/period.ts';
import { UserError } from '../errors.ts';
import { FORMATS, type Format } from './output.ts';

/** Every flag that the report commands share, as parsed. An absent flag is undefined, a switch that is off is false. */
export interface ReportFlags extends ConfigFlags {
  readonly demo: boolean;
  readonly period?: string | undefined;
  /** days or addresses; `splitFromTo` sorts them out */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly compare?: 'previous' | 'last-year' | 'none' | undefined;
  readonly asOf?: Day | undefined;
  /** `--json` is `json` */
  readonly format?: Format | undefined;
  readonly output?: string | undefined;
  readonly ai: boolean;
  readonly requireAi: boolean;
  readonly showPrompt: boolean;
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly ascii: boolean;
}

/** Adds the flags of every report: what is read, which days, how it is shown, whether a model writes the summary. */
export function addReportOptions(command: Command): Command {
  return addAiOptions(addOutputOptions(addPeriodOptions(addDataOptions(command))));
}

/** `--data`, `--demo`, `--map`, `--date-order`, `--strict`, `--no-cache`. */
export function addDataOptions(command: Command): Command {
  return command
    .optionsGroup('Data:')
    .addOption(
      new Option('-d, --data <path...>', 'files and folders to read (default: this folder)').conflicts(
        'demo',
      ),
    )
    .option('--demo', 'read the bundled demo shop')
    .option('--map <column=header>', 'say which header holds a column; repeatable', collect)
    .addOption(new Option('--date-order <order>', 'how 03/04/2026 is read').choices(['dmy', 'mdy']))
    .option('--strict', 'fail (exit 3) when any row cannot be used')
    .option('--no-cache', 'read every file anew, and keep nothing for the next run');
}

/** `--period`, `--from`, `--to`, `--compare`, `--as-of`. */
export function addPeriodOptions(command: Command): Command {
  return command
    .optionsGroup('Period:')
    .addOption(new Option('-p, --period <period>', 'such as 2026-10, 30d, last-month, fy2026-27'))
    .option('--from <day>', 'first day; with --format eml also the sender’s address', collect)
    .option('--to <day>', 'last day; with --format eml also an address to write to', collect)
    .addOption(new Option('--compare <with>', 'compare with').choices(['previous', 'last-year', 'none']))
    .option('--as-of <day>', 'the day taken for today', day);
}

/** `--format`, `--json`, `-o`, `--quiet`, `--color`, `--width`, `--ascii`. */
export function addOutputOptions(command: Command): Command {
  return command
    .optionsGroup('Output:')
    .addOption(new Option('-f, --format <format>', 'how it is written').choices(FORMATS))
    .option('--json', 'the same as --format json')
    .option('-o, --output <file>', 'write to a file, its format told by its ending; - is standard output')
    .option('-q, --quiet', 'nothing on standard error unless it fails')
    .addOption(new Option('--color <when>', 'colour').choices(['auto', 'always', 'never']))
    .option('--width <cells>', 'width of text', width)
    .option('--ascii', 'no signs beyond ASCII in drawings');
}

/** `--no-ai`, `--require-ai`, `--show-prompt`, `--lang`, `--tone`. */
export function addAiOptions(command: Command): Command {
  return command
    .optionsGroup('Summary:')
    .option('--no-ai', 'do not ask a model; the summary is the built-in one')
    .addOption(new Option('--require-ai', 'fail (exit 5) when no model answers').conflicts('showPrompt'))
    .option('--show-prompt', 'show what a model would be sent, and send nothing')
    .addOption(
      new Option('--dry-run-ai', 'the same as --show-prompt').hideHelp().implies({ showPrompt: true }),
    )
    .option('--lang <language>', 'language of the summary, as en or hi', language)
    .addOption(
      new Option('--tone <tone>', 'for whom the summary is').choices(['owner', 'accountant', 'message']),
    );
}

/**
 * The shared flags from what commander parsed; a command without some of them gets their defaults. `--json` beside another
 * `--format` is an error of usage (exit 2).
 */
export function readReportFlags(values: OptionValues): ReportFlags {
  const given = values as Partial<ReportFlags> & { readonly json?: boolean };
  if (given.json === true && given.format !== undefined && given.format !== 'json') {
    throw new UserError(`--json cannot be used with --format ${given.format}`, {
      hint: 'give one of the two',
      exitCode: 2,
    });
  }
  return {
    ...configFlags(given),
    period: given.period,
    from: given.from ?? [],
    to: given.to ?? [],
    compare: given.compare,
    format: given.json === true ? 'json' : given.format,
    output: given.output,
    showPrompt: given.showPrompt === true,
    strict: given.strict === true,
    quiet: given.quiet === true,
  };
}

function configFlags(given: Partial<ReportFlags>) {
  return {
    data: given.data,
    demo: given.demo === true,
    asOf: given.asOf,
    ai: given.ai !== false,
    requireAi: given.requireAi === true,
    lang: given.lang,
    tone: given.tone satisfies Tone | undefined,
    color: given.color,
    width: given.width,
    ascii: given.ascii === true,
    map: given.map,
    dateOrder: given.dateOrder,
    cache: given.cache === false ? false : undefined,
  };
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function day(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('Write a day as 2026-10-31.');
  return text;
}

function width(text: string): number {
  const cells = Number(text);
  if (!/^\d{1,3}$/.test(text) || cells < 20 || cells > 500) {
    throw new InvalidArgumentError('Write a whole number from 20 to 500.');
  }
  return cells;
}

function language(text: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)) {
    throw new InvalidArgumentError('Write a language as en or hi.');
  }
  return text;
}

/** Help for `--period`, to stand below a command's options. */
export const PERIOD_HELP = `Periods: ${PERIOD_FORMS.replace(/(.{1,66}),\s/g, '$1,\n  ')}`;
