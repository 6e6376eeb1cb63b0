import { Buffer } from 'node:buffer';
import { createHash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** What a cached reading belongs to. */
export interface CacheKey {
  /** what was read, and by which settings: there is one entry for it */
  readonly subject: string;
  /** in which state, by which reader: an entry of another is no answer */
  readonly state: string;
  /** when the file last changed, in nanoseconds of its file system's clock */
  readonly changedNs: bigint;
}

export interface ReadCache {
  /** The bytes kept for the key, whole and unaltered, at an offset that 8 divides; undefined when there are none to be believed. */
  readonly read: (key: CacheKey) => Uint8Array | undefined;
  /** Keeps the bytes, given in parts, whole or not at all. Nothing is thrown. */
  readonly write: (key: CacheKey, parts: readonly Uint8Array[]) => void;
  /** Removes what was not used for 30 days, what is too much, and what was left half written; gives why something could not be kept. */
  readonly close: () => string | undefined;
}

/** What the cache holds. */
export interface CacheSize {
  readonly entries: number;
  readonly bytes: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const UNUSED_MS = 30 * DAY_MS;
const ABANDONED_MS = 10 * 60 * 1000;
const MOST_BYTES = 1024 ** 3;

const ENTRY = /^[0-9a-f]{32}\.read$/;
const TEMPORARY = /^\.tmp-[0-9a-f-]{36}$/;

/** The folder, for messages too. */
export const CACHE_FOLDER = join('.ecom', 'cache');

/**
 * What reading files gave, kept under `.ecom/cache` for the next run. Business data: only the owner may read it, and git ignores it.
 * A folder that cannot be read or written is an empty cache. `now`: the day of use that an entry is marked with.
 */
export function openReadCache(cwd: string, now: Date, most: number = MOST_BYTES): ReadCache {
  const folder = join(cwd, CACHE_FOLDER);
  let trouble: string | undefined;
  return {
    read: (key) => {
      const bytes = attempt(() => readEntry(folder, key, now));
      return typeof bytes === 'string' ? undefined : bytes;
    },
    write: (key, parts) => {
      // a full disk will not do for the next file either
      if (trouble !== undefined) return;
      const told = attempt(() => writeEntry(folder, key, { parts, now }));
      if (typeof told === 'string') trouble = told;
    },
    close: () => {
      attempt(() => tidy(folder, now, most));
      return trouble;
    },
  };
}

/** Gives what the work gives, or the code of an error of the file system. */
function attempt<Result>(work: () => Result): Result | string {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code;
  }
}

function placeOf(folder: string, { subject }: CacheKey): string {
  return join(folder, `${createHash('sha256').update(subject).digest('hex').slice(0, 32)}.read`);
}

// An entry: magic and version, CRC-32 of all that follows it, lengths of the whole and of the key, the key, filling, the bytes.
const MAGIC = Buffer.from('ecomread');
const VERSION = 1;
const CHECKSUM_AT = 12;
const CHECKED_FROM = 16;
const HEADER = 32;

function keyBytes({ subject, state }: CacheKey): Buffer {
  const text = Buffer.from(JSON.stringify([subject, state]));
  return Buffer.concat([text, Buffer.alloc(-text.length & 7, ' ')]);
}

function readEntry(folder: string, key: CacheKey, now: Date): Uint8Array | undefined {
  const place = placeOf(folder, key);
  // not waiting for the writer of what might be a pipe
  const handle = fs.openSync(place, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  try {
    const stat = fs.fstatSync(handle);
    if (!stat.isFile() || stat.size > MOST_BYTES) return undefined;
    const header = Buffer.alloc(HEADER);
    if (fs.readSync(handle, header) < HEADER || !isHeaderOf(header, stat.size)) return undefined;
    const all = Buffer.allocUnsafeSlow(stat.size);
    if (!isFilled(handle, all)) return undefined;
    const from = bodyOf(all, keyBytes(key));
    if (from === undefined) return undefined;
    if (now.getTime() - stat.mtimeMs > DAY_MS) attempt(() => fs.futimesSync(handle, now, now));
    return all.subarray(from);
  } finally {
    fs.closeSync(handle);
  }
}

function isHeaderOf(header: Buffer, size: number): boolean {
  return (
    header.subarray(0, MAGIC.length).equals(MAGIC) &&
    header.readUInt32LE(MAGIC.length) === VERSION &&
    header.readDoubleLE(CHECKED_FROM) === size
  );
}

function isFilled(handle: number, bytes: Buffer): boolean {
  let at = 0;
  while (at < bytes.length) {
    const got = fs.readSync(handle, bytes, at, bytes.length - at, at);
    if (got === 0) return false;
    at += got;
  }
  return true;
}

/** Where the bytes begin behind the key, if all is as it was written and this is the key. */
function bodyOf(all: Buffer, key: Buffer): number | undefined {
  const isWhole =
    isHeaderOf(all, all.length) && crc32(all.subarray(CHECKED_FROM)) === all.readUInt32LE(CHECKSUM_AT);
  if (!isWhole || all.readDoubleLE(CHECKED_FROM + 8) !== key.length) return undefined;
  const from = HEADER + key.length;
  return all.subarray(HEADER, from).equals(key) ? from : undefined;
}

interface Entry {
  readonly parts: readonly Uint8Array[];
  readonly now: Date;
}

function writeEntry(folder: string, key: CacheKey, { parts, now }: Entry): void {
  makeFolder(folder);
  const name = keyBytes(key);
  const header = Buffer.alloc(HEADER);
  MAGIC.copy(header);
  header.writeUInt32LE(VERSION, MAGIC.length);
  const size = [name, ...parts].reduce((sum, part) => sum + part.length, HEADER);
  if (size > MOST_BYTES) return;
  header.writeDoubleLE(size, CHECKED_FROM);
  header.writeDoubleLE(name.length, CHECKED_FROM + 8);
  const checked = [header.subarray(CHECKED_FROM), name, ...parts];
  header.writeUInt32LE(checksumOf(checked), CHECKSUM_AT);
  const temporary = join(folder, `.tmp-${randomUUID()}`);
  try {
    const isSettled = writeTemporary(temporary, [header, name, ...parts], { key, now });
    if (isSettled) fs.renameSync(temporary, placeOf(folder, key));
    else fs.unlinkSync(temporary);
  } catch (error) {
    attempt(() => fs.unlinkSync(temporary));
    throw error;
  }
}

function checksumOf(parts: readonly Uint8Array[]): number {
  // of no bytes crc32 makes 0, not what it was before
  return parts.reduce((sum, part) => (part.length === 0 ? sum : crc32(part, sum)), 0);
}

/** False when the file that was read changed a moment ago: another change within the same tick of its clock would not be seen. */
function writeTemporary(
  path: string,
  parts: readonly Uint8Array[],
  { key, now }: { readonly key: CacheKey; readonly now: Date },
): boolean {
  const handle = fs.openSync(path, 'wx', 0o600);
  try {
    if (!isSettled(key, fs.fstatSync(handle, { bigint: true }).ctimeNs)) return false;
    for (const part of parts) writeAll(handle, part);
    fs.futimesSync(handle, now, now);
    return true;
  } finally {
    fs.closeSync(handle);
  }
}

const SECOND_NS = 1_000_000_000n;
const TICK_NS = 50_000_000n;

/** The new file's own time is the clock; one that tells whole seconds only is given two. */
function isSettled({ changedNs }: CacheKey, nowNs: bigint): boolean {
  return nowNs - changedNs > (changedNs % SECOND_NS === 0n ? 2n * SECOND_NS : TICK_NS);
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += fs.writeSync(handle, bytes, at);
}

function makeFolder(folder: string): void {
  if (fs.mkdirSync(folder, { recursive: true, mode: 0o700 }) === undefined) return;
  fs.writeFileSync(join(folder, '.gitignore'), '*\n', { mode: 0o600 });
}

interface Kept {
  readonly name: string;
  readonly bytes: number;
  readonly usedMs: number;
}

function filesIn(folder: string, pattern: RegExp): readonly Kept[] {
  return fs
    .readdirSync(folder)
    .filter((name) => pattern.test(name))
    .flatMap((name) => {
      const stat = fs.lstatSync(join(folder, name), { throwIfNoEntry: false });
      return stat?.isFile() === true ? [{ name, bytes: stat.size, usedMs: stat.mtimeMs }] : [];
    });
}

function tidy(folder: string, now: Date, most: number): void {
  const unused = (ms: number) => (file: Kept) => now.getTime() - file.usedMs > ms;
  const entries = [...filesIn(folder, ENTRY)].sort((a, b) => b.usedMs - a.usedMs);
  let room = most;
  const tooMuch = entries.filter(({ bytes }) => (room -= bytes) < 0);
  const gone = [
    ...tooMuch,
    ...entries.filter(unused(UNUSED_MS)),
    ...filesIn(folder, TEMPORARY).filter(unused(ABANDONED_MS)),
  ];
  for (const { name } of gone) fs.rmSync(join(folder, name), { force: true });
}

/** What the cache holds; nothing when there is none. */
export function sizeOfReadCache(cwd: string): CacheSize {
  const entries = attempt(() => filesIn(join(cwd, CACHE_FOLDER), ENTRY));
  return typeof entries === 'string'
    ? { entries: 0, bytes: 0 }
    : { entries: entries.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Removes every entry and whatever was left half written, and gives what was there. An error of the file system is thrown. */
export function clearReadCache(cwd: string): CacheSize {
  const folder = join(cwd, CACHE_FOLDER);
  const held = sizeOfReadCache(cwd);
  if (!fs.existsSync(folder)) return held;
  const names = [...filesIn(folder, ENTRY), ...filesIn(folder, TEMPORARY)];
  for (const { name } of names) fs.rmSync(join(folder, name), { force: true });
  return held;
}
