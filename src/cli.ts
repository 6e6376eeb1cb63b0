import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { registerCache } from './commands/cache.ts';
import { registerCheck } from './commands/check.ts';
import { registerClose } from './commands/close.ts';
import { registerCompletion } from './commands/completion.ts';
import { registerConfig } from './commands/config.ts';
import { registerDemo } from './commands/demo.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerHelp } from './commands/help-topics.ts';
import { registerInit } from './commands/init.ts';
import { registerMap } from './commands/map.ts';
import { registerPayouts } from './commands/payouts.ts';
import { registerPnl } from './commands/pnl.ts';
import { registerRestock } from './commands/restock.ts';
import { registerTax } from './commands/tax.ts';
import { registerTrends } from './commands/trends.ts';
import { guarded } from './config/secrets.ts';
import { isOn } from './config/variables.ts';
import type { Context } from './context.ts';
import { cleanText } from './domain/clean-text.ts';
import { UserError } from './errors.ts';
import { packageRoot } from './package-root.ts';

/**
 * Runs one command line. Everything it says goes to the context's streams; the number is the exit code (`ecom help exit-codes`).
 * Nothing is thrown: this is the one place where errors become words. A stopped run is 130.
 */
export async function run(argv: readonly string[], outside: Context): Promise<number> {
  const context = guarded(outside);
  try {
    const program = commandLine(context);
    if (argv.length === 0) program.outputHelp();
    else await untilStopped(program.parseAsync([...argv], { from: 'user' }), context.signal);
    return context.signal.aborted ? 130 : 0;
  } catch (error) {
    return context.signal.aborted ? 130 : tell(error, argv, context);
  }
}

const GRACE_MS = 1000;

/** Waits for the work; once the signal says stop, for another second at most, in which the work may clean up. */
async function untilStopped(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = () => void (timer = setTimeout(resolve, GRACE_MS));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    await Promise.race([work, stopped]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** The whole command line, ready to parse; only flags and help are loaded, a command's work when it runs. */
export function commandLine(context: Context): Command {
  const program = new Command('ecom')
    .description('A virtual chief operating officer for small online shops: right figures, explained.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .option('--debug', 'show where an error came from')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => (context.stdout.isTTY ? (context.stdout.columns ?? 80) : 80),
      getErrHelpWidth: () => 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();
  program.commandsGroup('Reports:');
  registerPnl(program, context);
  registerTrends(program, context);
  registerRestock(program, context);
  registerPayouts(program, context);
  registerTax(program, context);
  registerClose(program, context);
  registerCheck(program, context);
  registerDemo(program);
  program.commandsGroup('Setting up:');
  registerInit(program, context);
  registerMap(program, context);
  registerDoctor(program, context);
  registerConfig(program, context);
  registerCache(program, context);
  registerCompletion(program, context);
  registerHelp(program, context);
  return program;
}

function version(): string {
  const text = readFileSync(new URL('package.json', packageRoot), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

interface Words {
  readonly code: number;
  readonly message: string;
  readonly hint?: string | undefined;
}

function tell(error: unknown, argv: readonly string[], context: Context): number {
  const words = wordsFor(error, argv);
  if (words.message !== '') {
    context.stderr.write(`error: ${cleanText(words.message, { multiline: true })}\n`);
    if (words.hint !== undefined) {
      context.stderr.write(`hint: ${cleanText(words.hint, { multiline: true })}\n`);
    }
    if (wantsDebug(argv, context)) {
      context.stderr.write(`${cleanText(stackOf(error), { multiline: true })}\n`);
    }
  }
  return words.code;
}

function wordsFor(error: unknown, argv: readonly string[]): Words {
  if (error instanceof UserError) return { code: error.exitCode, message: error.message, hint: error.hint };
  if (error instanceof CommanderError) return usageWords(error, argv);
  return {
    code: 1,
    message: `this should not have happened: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    hint: 'this is a bug in ecom; please report it with the output of the same command and --debug',
  };
}

const QUIET_CODES: ReadonlySet<string> = new Set(['commander.helpDisplayed', 'commander.version']);

function usageWords(error: CommanderError, argv: readonly string[]): Words {
  if (QUIET_CODES.has(error.code)) return { code: 0, message: '' };
  if (error.code === 'commander.help') return { code: 2, message: '' };
  const text = error.message.replace(/^error: /i, '').trim();
  const suggested = /\n\(Did you mean (?:one of )?(.*)\?\)$/s.exec(text);
  if (suggested !== null) {
    return {
      code: 2,
      message: quoted(text.slice(0, suggested.index)),
      hint: `did you mean ${suggested[1]}?`,
    };
  }
  const [, message = text, rest] = /^(.*?(?:is invalid|too many arguments)[^.]*)\.\s+(.+)$/s.exec(text) ?? [];
  return {
    code: 2,
    message: quoted(message),
    hint: rest === undefined ? helpHint(error, argv) : sentence(rest),
  };
}

function quoted(message: string): string {
  return message.replace(/'([^']*)'/g, '"$1"');
}

function sentence(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '');
}

function helpHint({ code }: CommanderError, argv: readonly string[]): string {
  const command = argv.find((word) => /^[a-z][a-z-]*$/.test(word));
  return command === undefined || code === 'commander.unknownCommand'
    ? 'ecom --help lists the commands'
    : `ecom help ${command} shows how it is used`;
}

function wantsDebug(argv: readonly string[], context: Context): boolean {
  return argv.includes('--debug') || isOn(context.env['ECOM_DEBUG']);
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
