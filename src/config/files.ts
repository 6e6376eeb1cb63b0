import { readFile, stat } from 'node:fs/promises';
import { platform } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Layer } from './layers.ts';
import type { Context } from '../context.ts';
import { cleanText } from '../domain/clean-text.ts';
import { problemText } from '../domain/problem.ts';
import { UserError } from '../errors.ts';
import { packageRoot } from '../package-root.ts';

/** Name of a shop's configuration, in the folder where ecom runs or beside its data. */
export const CONFIG_FILE = 'ecom.config.json';

const LARGEST = 1024 * 1024;

/** Folder of the bundled demo shop. */
export function demoFolder(): string {
  return fileURLToPath(new URL('fixtures/demo', packageRoot));
}

/** A configuration file that was found: its path, the name to show for it, and its content before any check. */
export interface ConfigSource {
  readonly path: string;
  readonly name: string;
  readonly raw: unknown;
}

/** The file of the first of these folders that has one; undefined when none has. */
export async function projectConfig(
  context: Context,
  folders: readonly string[],
): Promise<ConfigSource | undefined> {
  for (const folder of folders) {
    const path = join(resolve(context.cwd, folder), CONFIG_FILE);
    const found = await readConfig(path, shownPath(context, path));
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The user's own configuration, `config.json` in ECOM_CONFIG_DIR or where the system keeps such files. One that holds a key
 * and can be read by others is refused, with the chmod to run.
 */
export async function userConfig(context: Context): Promise<ConfigSource | undefined> {
  const path = join(await userFolder(context), 'config.json');
  const found = await readConfig(path, shownPath(context, path));
  if (found !== undefined && holdsKey(found.raw)) await requirePrivate(path, found.name);
  return found;
}

async function userFolder(context: Context): Promise<string> {
  const given = context.env['ECOM_CONFIG_DIR'];
  if (given !== undefined && given !== '') return resolve(context.cwd, given);
  const { default: envPaths } = await import('env-paths');
  return envPaths('ecom', { suffix: '' }).config;
}

/** Refuses (exit 4) a file that group or world may read; Windows has no such modes and passes. */
export async function requirePrivate(path: string, name: string): Promise<void> {
  if (platform() === 'win32') return;
  const { mode } = await stat(path);
  if ((mode & 0o077) === 0) return;
  const octal = (mode & 0o777).toString(8).padStart(3, '0');
  throw new UserError(`${name} holds a key and can be read by others (mode ${octal})`, {
    hint: `chmod 600 ${shellWord(cleanText(path))}`,
    exitCode: 4,
  });
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A path as it is shown: relative to the current folder when it lies inside, cleaned. */
export function shownPath(context: Context, path: string): string {
  const near = relative(context.cwd, path);
  return cleanText(near === '' || near.startsWith('..') || isAbsolute(near) ? path : near);
}

/** A layer whose every key comes from this file. */
export function fileLayer(kind: 'user' | 'project', source: ConfigSource): Layer {
  return { kind, raw: source.raw, originOf: () => source.name };
}

function holdsKey(raw: unknown): boolean {
  const ai = (raw as { ai?: unknown } | null)?.ai;
  return typeof ai === 'object' && ai !== null && 'apiKey' in ai;
}

async function readConfig(path: string, name: string): Promise<ConfigSource | undefined> {
  const text = await textIfThere(path, name);
  return text === undefined ? undefined : { path, name, raw: await parsed(text, name) };
}

async function textIfThere(path: string, name: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).size > LARGEST) throw unreadable(name, 'it is larger than 1 MB');
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (error instanceof UserError) throw error;
    throw unreadable(name, REASONS.get(code ?? '') ?? String(code), error);
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EISDIR', 'it is a folder'],
]);

function unreadable(name: string, reason: string, cause?: unknown): UserError {
  return new UserError(`${name} cannot be read: ${reason}`, {
    hint: 'put it right, or move it away: ecom works without a configuration',
    exitCode: 4,
    cause,
  });
}

async function parsed(text: string, name: string): Promise<unknown> {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const { readJson } = await import('../load/json.ts');
    const read = readJson(text, name);
    throw new UserError(
      'problem' in read ? withoutEnding(problemText(read.problem)) : `${name} is not JSON`,
      {
        hint: 'a comma or a bracket is often missing, or one comma too many stands before a closing bracket',
        exitCode: 4,
        cause,
      },
    );
  }
}

function withoutEnding(message: string): string {
  return message.replace(/ – the file was left out$/, '');
}
