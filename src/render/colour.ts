import type { Tone } from './document.ts';

export interface StreamFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
}

/**
 * Whether a stream gets colour. In this order: the flag, unless `auto`; NO_COLOR set and not empty: no; FORCE_COLOR or
 * CLICOLOR_FORCE set and not `0`: yes; TERM=dumb: no; else whether it is a terminal.
 */
export function wantsColour(stream: StreamFacts & { readonly flag: 'always' | 'never' | 'auto' }): boolean {
  const { flag, env, isTTY } = stream;
  if (flag !== 'auto') return flag === 'always';
  if (isSet(env['NO_COLOR'])) return false;
  if ([env['FORCE_COLOR'], env['CLICOLOR_FORCE']].some((value) => value !== undefined && value !== '0')) {
    return true;
  }
  return env['TERM'] !== 'dumb' && isTTY;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

const USUAL_WIDTH = 80;

/**
 * Cells across: the flag, else for a terminal COLUMNS, then what the terminal says, then 80. A stream that is not a terminal
 * is always 80 wide, so that a pipe, cron and a test give the same text.
 */
export function outputWidth(
  stream: StreamFacts & { readonly flag?: number | undefined; readonly columns?: number | undefined },
): number {
  const { flag, env, isTTY, columns } = stream;
  if (flag !== undefined) return flag;
  if (!isTTY) return USUAL_WIDTH;
  return wholeWidth(Number(env['COLUMNS'])) ?? wholeWidth(columns) ?? USUAL_WIDTH;
}

function wholeWidth(columns: number | undefined): number | undefined {
  return columns !== undefined && Number.isInteger(columns) && columns > 0 ? columns : undefined;
}

/** How words of a kind are coloured. Colour only repeats what the words say. */
export type Paint = Readonly<
  Record<Tone | 'title' | 'heading' | 'total' | 'chart', (text: string) => string>
>;

const same = (text: string) => text;

/** Leaves every text as it is. */
export const NO_PAINT: Paint = {
  title: same,
  heading: same,
  total: same,
  chart: same,
  better: same,
  worse: same,
  muted: same,
};

/** The paint for a stream, in the terminal's own sixteen colours; chalk is loaded only when there is colour. */
export async function paintFor(colour: boolean): Promise<Paint> {
  if (!colour) return NO_PAINT;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    title: chalk.bold,
    heading: chalk.bold,
    total: chalk.bold,
    chart: chalk.cyan,
    better: chalk.green,
    worse: chalk.red,
    muted: chalk.dim,
  };
}
