import { crc32 } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { cleanText } from '../domain/clean-text.ts';

/** Sizes in bytes, unpacked; `ratio` is the most that one packed byte may become in an entry above `ratioFrom`. */
export interface ZipLimits {
  readonly entry: number;
  readonly total: number;
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly entries: number;
}

const MEGABYTE = 1024 * 1024;
export const ZIP_LIMITS: ZipLimits = {
  entry: 512 * MEGABYTE,
  total: 1024 * MEGABYTE,
  ratio: 250,
  ratioFrom: 16 * MEGABYTE,
  entries: 10_000,
};

/** What a zip's directory says of one entry. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Why a zip cannot be used, as the rest of a sentence: `is damaged: …`. */
export interface Refusal {
  readonly refused: string;
}

/**
 * Unpacks some entries of a zip in memory, by their names in its directory. An encrypted entry, a checksum that differs, two entries
 * that clean to one name, or more bytes than the limits allow refuse the whole; nothing is unpacked before its size was checked.
 */
export function unzipEntries(
  bytes: Uint8Array,
  wanted: readonly ZipEntry[],
  limits: ZipLimits = ZIP_LIMITS,
): ReadonlyMap<string, Uint8Array> | Refusal {
  const reason = refusal(wanted, limits);
  if (reason !== undefined) return { refused: reason };
  const names = new Set(wanted.map((entry) => entry.name));
  const unpacked = new Map(Object.entries(unzipSync(bytes, { filter: (entry) => names.has(entry.name) })));
  for (const entry of wanted) {
    const content = unpacked.get(entry.name);
    if (content === undefined || content.length !== entry.size || crc32(content) !== entry.crc) {
      return { refused: `is damaged: the checksum of "${cleanEntryName(entry.name)}" does not fit` };
    }
  }
  return unpacked;
}

function refusal(wanted: readonly ZipEntry[], limits: ZipLimits): string | undefined {
  const names = new Set<string>();
  let total = 0;
  for (const entry of wanted) {
    const name = cleanEntryName(entry.name);
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

/** Paths are for showing only: no escape sequences, no `..`, no leading slash or drive. */
export function cleanEntryName(name: string): string {
  return cleanText(name, { max: 200 })
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/.test(part))
    .join('/');
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * A zip's central directory, read on its own because it says what unpacking would give before anything is unpacked; undefined
 * when the bytes are no zip, or a broken one.
 */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const earliest = Math.max(0, end - 65_535);
  while (end >= earliest && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < earliest) return undefined;
  const entries: ZipEntry[] = [];
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
