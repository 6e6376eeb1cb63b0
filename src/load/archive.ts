import { crc32 } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { cleanText } from '../domain/clean-text.ts';
import type { Problem } from '../domain/problem.ts';

/** One file inside an archive; `name` is its cleaned path there, `exports/orders.csv`. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an archive gave: the readable files, and what was left out and why. */
export interface Archive {
  readonly files: readonly ArchivedFile[];
  readonly problems: readonly Problem[];
}

/** Sizes in bytes, unpacked; `ratio` is the most that one packed byte may become in an entry above `ratioFrom`. */
export interface ArchiveLimits {
  readonly entry: number;
  readonly total: number;
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly entries: number;
}

const MEGABYTE = 1024 * 1024;
const LIMITS: ArchiveLimits = {
  entry: 512 * MEGABYTE,
  total: 1024 * MEGABYTE,
  ratio: 250,
  ratioFrom: 16 * MEGABYTE,
  entries: 10_000,
};

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/**
 * Unpacks a zip in memory; only `.csv .tsv .txt .json` entries are read, folders and `__MACOSX` are passed over, and any
 * other entry is a note. A broken or encrypted archive, one whose checksums differ, or one that would unpack to more than
 * the limits (512 MB an entry, 1 GB in all, 250 times its packed size) gives no files and one Problem, never an exception.
 */
export function readArchive(bytes: Uint8Array, file: string, limits: ArchiveLimits = LIMITS): Archive {
  const entries = directory(bytes);
  if (entries === undefined || entries.length > limits.entries) {
    return refused(
      file,
      entries === undefined ? 'is not a zip archive, or a broken one' : 'holds too many files',
    );
  }
  const wanted = entries.filter((entry) => READABLE.test(entry.name) && !isJunk(entry.name));
  const reason = refusal(wanted, limits);
  if (reason !== undefined) return refused(file, reason);
  try {
    const { files, problems } = unpack(bytes, wanted, file);
    return { files, problems: [...passedOver(entries, file), ...problems] };
  } catch {
    return refused(file, 'is a broken zip archive');
  }
}

const READABLE = /\.(csv|tsv|txt|json)$/i;

function isJunk(name: string): boolean {
  return /[/\\]$/.test(name) || /(^|[/\\])(__MACOSX[/\\]|\.[^/\\]*$)/.test(name);
}

function passedOver(entries: readonly Entry[], file: string): Problem[] {
  return entries
    .filter((entry) => !READABLE.test(entry.name) && !isJunk(entry.name))
    .map((entry) => ({
      code: 'not-counted',
      severity: 'note',
      message: `"${cleanName(entry.name)}" in the archive is not a .csv, .tsv, .txt or .json file – left out`,
      file,
    }));
}

function refusal(wanted: readonly Entry[], limits: ArchiveLimits): string | undefined {
  const names = new Set<string>();
  let total = 0;
  for (const entry of wanted) {
    const name = cleanName(entry.name);
    if (entry.encrypted) return `is protected by a password ("${name}")`;
    if (entry.size > limits.entry) return `unpacks to more than ${megabytes(limits.entry)} ("${name}")`;
    if (entry.size > limits.ratioFrom && entry.size > entry.packed * limits.ratio) {
      return `unpacks to more than ${limits.ratio} times its size ("${name}")`;
    }
    if (names.has(name)) return `holds two files called "${name}"`;
    names.add(name);
    total += entry.size;
    if (total > limits.total) return `unpacks to more than ${megabytes(limits.total)}`;
  }
  return undefined;
}

function megabytes(size: number): string {
  return `${Math.round(size / MEGABYTE)} MB`;
}

function unpack(bytes: Uint8Array, wanted: readonly Entry[], file: string): Archive {
  const names = new Set(wanted.map((entry) => entry.name));
  const unpacked = new Map(Object.entries(unzipSync(bytes, { filter: (entry) => names.has(entry.name) })));
  const files: ArchivedFile[] = [];
  for (const entry of wanted) {
    const content = unpacked.get(entry.name);
    if (content === undefined || content.length !== entry.size || crc32(content) !== entry.crc) {
      return refused(file, `is damaged: the checksum of "${cleanName(entry.name)}" does not fit`);
    }
    files.push({ name: cleanName(entry.name), bytes: content });
  }
  const empty = problem(file, 'holds no .csv, .tsv, .txt or .json file', 'empty-file');
  return { files, problems: files.length === 0 ? [empty] : [] };
}

function refused(file: string, reason: string): Archive {
  return { files: [], problems: [problem(file, reason, 'unreadable-file')] };
}

function problem(file: string, reason: string, code: Problem['code']): Problem {
  return {
    code,
    severity: 'error',
    message: `the archive ${reason} – nothing of it was read`,
    file,
    hint: 'unpack it yourself and name the files, or export it again',
  };
}

/** Paths are for showing only: no escape sequences, no `..`, no leading slash or drive. */
function cleanName(name: string): string {
  return cleanText(name, { max: 200 })
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/.test(part))
    .join('/');
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** The central directory, read on its own because it says what unpacking would give before anything is unpacked. */
function directory(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const earliest = Math.max(0, end - 65_535);
  while (end >= earliest && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < earliest) return undefined;
  const entries: Entry[] = [];
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: strFromU8(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 2048) === 0),
      encrypted: (flags & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
