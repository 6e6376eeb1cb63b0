import { randomUUID } from 'node:crypto';
import { open, readFile, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: a temporary file beside it, fsync, rename, fsync of the folder. The mode is the one given,
 * else that of the file that is replaced. A link is followed; a device or pipe is written to as it is; a folder is an EISDIR
 * error, and any other error of the file system is thrown as it came.
 */
export async function writeAtomically(
  path: string,
  text: string,
  options: { readonly mode?: number | undefined } = {},
): Promise<void> {
  const there = await statIfThere(path);
  if (there?.isDirectory() === true)
    throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
  if (there !== undefined && !there.isFile()) {
    await writeFile(path, text);
    return;
  }
  const target = there === undefined ? path : await realpath(path);
  const temporary = join(dirname(target), `.tmp-${randomUUID()}`);
  const mode = options.mode ?? (there === undefined ? undefined : there.mode & 0o777);
  try {
    await writeAndSync(temporary, text, mode);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(target));
}

async function writeAndSync(path: string, text: string, mode: number | undefined): Promise<void> {
  const file = await open(path, 'wx', mode ?? 0o666);
  try {
    await file.writeFile(text, 'utf8');
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename or a new name in the folder survive a crash; file systems that cannot are left as they are. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows and some network file systems refuse to open or sync a folder; the file itself is safe.
  }
}

async function statIfThere(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The file's text as UTF-8, or undefined when there is no such file; any other error of the file system is thrown. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
