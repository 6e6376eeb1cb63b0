import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, lstat, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cleanText } from '../domain/clean-text.ts';
import { UserError } from '../errors.ts';
import { syncFolder } from './atomic-file.ts';

export interface OrderFile {
  /** one name, without a folder */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes files into a folder, which is made if need be: all of them or none. A file that is there with the same bytes is left as
 * it is; with other bytes, or as a link or folder, it is a UserError (exit 2) that names it, and nothing is written. Gives the
 * names that were new. Throws RangeError for a name that is none, or two that are one on some disks.
 */
export async function writeOrders(folder: string, files: readonly OrderFile[]): Promise<readonly string[]> {
  requireNames(files);
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw notWritten(folder, cause);
  });
  const fresh = await freshAmong(folder, files);
  const staged: string[] = [];
  const placed: string[] = [];
  try {
    for (const file of fresh) staged.push(await stage(folder, file));
    for (const [index, file] of fresh.entries()) {
      const target = join(folder, file.name);
      if (await place(staged[index] ?? '', target)) placed.push(target);
      else if ((await stateOf(target, file)) !== 'same') throw inTheWay([file.name]);
    }
  } catch (cause) {
    await remove(placed);
    throw cause instanceof UserError ? cause : notWritten(folder, cause);
  } finally {
    await remove(staged);
  }
  await syncFolder(folder);
  return placed.map((path) => basename(path));
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.[a-z]+$/u;

function requireNames(files: readonly OrderFile[]): void {
  const names = new Set(files.map(({ name }) => name.normalize('NFC').toLowerCase()));
  const bad = files.find(({ name }) => !NAME.test(name));
  if (bad !== undefined) throw new RangeError(`not the name of a file: ${JSON.stringify(bad.name)}`);
  if (names.size < files.length) throw new RangeError('two files of one name');
}

async function freshAmong(folder: string, files: readonly OrderFile[]): Promise<readonly OrderFile[]> {
  const states = await Promise.all(files.map((file) => stateOf(join(folder, file.name), file)));
  const others = files.filter((_, index) => states[index] === 'other');
  if (others.length > 0) throw inTheWay(others.map(({ name }) => name));
  return files.filter((_, index) => states[index] === 'none');
}

async function stateOf(path: string, { bytes }: OrderFile): Promise<'none' | 'same' | 'other'> {
  try {
    if (!(await lstat(path)).isFile()) return 'other';
    return (await readFile(path)).equals(bytes) ? 'same' : 'other';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'none';
    throw notWritten(path, error);
  }
}

async function stage(folder: string, { bytes }: OrderFile): Promise<string> {
  const path = join(folder, `.tmp-${randomUUID()}`);
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return path;
}

const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Gives the file its name unless something has it already; false when something has. */
async function place(from: string, target: string): Promise<boolean> {
  const code = await attempt(() => link(from, target));
  const done = NO_LINKS.includes(code)
    ? await attempt(() => copyFile(from, target, constants.COPYFILE_EXCL))
    : code;
  if (done === 'EEXIST') return false;
  if (done !== '') throw Object.assign(new Error(done), { code: done });
  return true;
}

async function attempt(work: () => Promise<void>): Promise<string> {
  try {
    await work();
    return '';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

async function remove(paths: readonly string[]): Promise<void> {
  for (const path of paths) await unlink(path).catch(() => undefined);
}

function inTheWay(names: readonly string[]): UserError {
  const [first = ''] = names;
  const more = names.length > 1 ? ` and ${names.length - 1} more are` : ' is';
  return new UserError(`${first}${more} there already, with other content: nothing was written`, {
    hint: 'move the older orders away, or name another folder with -o',
    exitCode: 2,
  });
}

function notWritten(path: string, cause: unknown): UserError {
  const { code = 'unknown' } = cause as NodeJS.ErrnoException;
  const shown = cleanText(path, { max: 200 });
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return new UserError(`${shown} is no folder`, {
      hint: 'name a folder for the orders',
      exitCode: 2,
      cause,
    });
  return new UserError(`the orders cannot be written to ${shown} (${code})`, {
    hint: 'name a folder that you may write to, on a disk with room',
    cause,
  });
}
