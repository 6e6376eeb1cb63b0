import { extname, resolve } from 'node:path';
import { redact } from '../config/secrets.ts';
import type { Context } from '../context.ts';
import { cleanText } from '../domain/clean-text.ts';
import { UserError } from '../errors.ts';

/** How an answer can be written. */
export type Format = 'text' | 'md' | 'html' | 'json' | 'csv' | 'eml';

export const FORMATS: readonly Format[] = ['text', 'md', 'html', 'json', 'csv', 'eml'];

const ENDINGS: ReadonlyMap<string, Format> = new Map([
  ['', 'text'],
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.md', 'md'],
  ['.markdown', 'md'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.json', 'json'],
  ['.csv', 'csv'],
  ['.eml', 'eml'],
]);

/** The format asked for by `--format`, else by the file's ending, else text. An ending that names none is an error of usage. */
export function formatOf(flags: {
  readonly format?: Format | undefined;
  readonly output?: string | undefined;
}): Format {
  if (flags.format !== undefined) return flags.format;
  const ending =
    flags.output === undefined || flags.output === '-' ? '' : extname(flags.output).toLowerCase();
  const format = ENDINGS.get(ending);
  if (format !== undefined) return format;
  throw new UserError(`-o ${shown(flags.output)}: the ending "${shown(ending)}" names no format`, {
    hint: `add --format ${FORMATS.join('|')}, or end the name in .txt, .md, .html, .json, .csv or .eml`,
    exitCode: 2,
  });
}

export interface Delivery {
  readonly context: Context;
  /** the file as the owner named it; undefined and `-` are standard output */
  readonly output?: string | undefined;
  readonly quiet?: boolean | undefined;
  /** of the file, when it is new or is to be changed */
  readonly mode?: number | undefined;
}

/**
 * Writes the text to standard output, or to the file, whole or not at all, and says so on standard error unless `quiet`.
 * Known secrets never get into the file. A folder is refused (exit 2); a file that cannot be written is exit 3.
 */
export async function deliver(text: string, { context, output, quiet, mode }: Delivery): Promise<void> {
  if (output === undefined || output === '-') {
    context.stdout.write(text);
    return;
  }
  const { writeAtomically } = await import('../records/atomic-file.ts');
  try {
    await writeAtomically(resolve(context.cwd, output), redact(context, text), { mode });
  } catch (error) {
    throw notWritten(shown(output), error);
  }
  if (quiet !== true) context.stderr.write(`wrote ${shown(output)}\n`);
}

function notWritten(name: string, cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (code === 'EISDIR') {
    return new UserError(`-o ${name} is a folder`, {
      hint: `name a file in it, such as -o ${name.replace(/\/+$/, '')}/report.html`,
      exitCode: 2,
      cause,
    });
  }
  const reason = REASONS.get(code);
  if (reason === undefined) return cause;
  return new UserError(`${name} cannot be written: ${reason.words}`, { hint: reason.hint, cause });
}

const REASONS: ReadonlyMap<string, { readonly words: string; readonly hint: string }> = new Map([
  ['ENOENT', { words: 'its folder is not there', hint: 'make the folder first, or name another' }],
  ['ENOTDIR', { words: 'a part of its path is a file', hint: 'name another place' }],
  ['EACCES', { words: 'permission denied', hint: 'name a folder that you may write to' }],
  ['EPERM', { words: 'permission denied', hint: 'name a folder that you may write to' }],
  ['EROFS', { words: 'the disk is read-only', hint: 'name another place' }],
  ['ENOSPC', { words: 'the disk is full', hint: 'make room and run it again' }],
  ['ENAMETOOLONG', { words: 'the name is too long', hint: 'name it shorter' }],
]);

function shown(name: string | undefined): string {
  return cleanText(name ?? '', { max: 200 });
}
