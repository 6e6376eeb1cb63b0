import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, unlink } from 'node:fs/promises';
import { kill, pid } from 'node:process';
import { dirname } from 'node:path';
import { readIfThere } from './atomic-file.ts';

/** Which processes run. `startOf` is undefined where the system does not tell. */
export interface Processes {
  readonly self: number;
  readonly isAlive: (pid: number) => boolean;
  readonly startOf: (pid: number) => Promise<string | undefined>;
}

/** A lock that is ours until released, or the process that holds it. */
export type Lock =
  | { readonly held: true; readonly release: () => Promise<void> }
  | { readonly held: false; readonly owner: number };

interface Owner {
  readonly pid: number;
  readonly started: string | null;
}

const ATTEMPTS = 10;

/**
 * Takes the lock file, which names its owner's process and start time. A lock whose process is gone, or has another start time
 * (the number was given out again), or that cannot be read, is taken over; a living owner's is not, and the lock says whose it is.
 */
export async function takeLock(path: string, processes: Processes = systemProcesses): Promise<Lock> {
  await mkdir(dirname(path), { recursive: true });
  const mine = JSON.stringify({
    pid: processes.self,
    started: (await processes.startOf(processes.self)) ?? null,
  } satisfies Owner);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const lock = await tryOnce(path, mine, processes);
    if (lock !== undefined) return lock;
  }
  return { held: false, owner: ownerOf((await readIfThere(path)) ?? '')?.pid ?? 0 };
}

/** Undefined: the lock was dead and is cleared, or was just released; try again. */
async function tryOnce(path: string, mine: string, processes: Processes): Promise<Lock | undefined> {
  if (await claim(path, mine)) return { held: true, release: () => release(path, mine) };
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  const owner = ownerOf(text);
  if (owner !== undefined && (await isRunning(owner, processes))) return { held: false, owner: owner.pid };
  await clear(path, text);
  return undefined;
}

/** A name appears only together with its content: no other process can read a lock that is half written. */
async function claim(path: string, text: string): Promise<boolean> {
  const temporary = `${path}.${randomUUID()}`;
  await writeNew(temporary, text);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST') return false;
    if (!WITHOUT_LINKS.has(code)) throw error;
    return await writeNew(path, text);
  } finally {
    await unlink(temporary);
  }
}
const WITHOUT_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock aside. When another process was quicker and what was moved is its fresh lock, that is put back. */
async function clear(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if ((await readIfThere(aside)) !== dead) await link(aside, path).catch(() => undefined);
  await unlink(aside);
}

async function release(path: string, mine: string): Promise<void> {
  if ((await readIfThere(path)) === mine) await unlink(path);
}

async function isRunning(owner: Owner, processes: Processes): Promise<boolean> {
  if (!processes.isAlive(owner.pid)) return false;
  const started = await processes.startOf(owner.pid);
  return owner.started === null || started === undefined || started === owner.started;
}

function ownerOf(text: string): Owner | undefined {
  try {
    const { pid: owner, started } = JSON.parse(text) as { pid: unknown; started: unknown };
    if (typeof owner !== 'number' || !Number.isSafeInteger(owner) || owner <= 0) return undefined;
    return { pid: owner, started: typeof started === 'string' ? started : null };
  } catch {
    return undefined;
  }
}

/** The processes of this machine; start times are known on Linux only (field 22 of /proc/PID/stat). */
export const systemProcesses: Processes = {
  self: pid,
  isAlive: (other) => {
    try {
      kill(other, 0);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  },
  startOf: async (other) => {
    const stat = await readIfThere(`/proc/${other}/stat`).catch(() => undefined);
    return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  },
};
