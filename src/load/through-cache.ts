import { readingOf, storedReading } from './cached-file.ts';
import { stateNow, type FoundFile, type FoundFiles } from './find-files.ts';
import type { Reading, ReadingRules } from './read-file.ts';
import { readerVersion } from './reader-version.ts';

/** Which reading is meant: of which file by which settings, and in which state it and the reader were. */
export interface ReadingKey {
  readonly subject: string;
  readonly state: string;
  readonly changedNs: bigint;
}

/** Keeps what reading gave, as bytes, for later runs. */
export interface ReadingCache {
  /** version of the runtime, whose own serialisation and calendars are used */
  readonly runtime: string;
  /** the bytes kept for exactly this key, unaltered; undefined when there are none */
  readonly read: (key: ReadingKey) => Uint8Array | undefined;
  readonly write: (key: ReadingKey, parts: readonly Uint8Array[]) => void;
}

export interface Through {
  readonly cache: ReadingCache;
  readonly rules: ReadingRules;
  readonly readAnew: () => Promise<Reading>;
}

/** Below it, reading the file takes no longer than looking whether there is need to. */
const WORTH_IT = 64 * 1024;

/**
 * What reading the file gives, from the cache when neither it, nor the settings, nor the reader have changed since. A file that
 * changed while it was read is not kept.
 */
export async function throughCache(found: FoundFile, { cache, rules, readAnew }: Through): Promise<Reading> {
  if (found.size < WORTH_IT) return await readAnew();
  const key = keyOf(found, rules, cache);
  const kept = cache.read(key);
  if (kept !== undefined) return readingOf(kept, rules);
  const reading = await readAnew();
  const stored = storedReading(reading);
  if (stored !== undefined && stateNow(found.state.place)?.version === found.state.version) {
    cache.write(key, stored);
  }
  return reading;
}

/** The key of what was worked out from all files found: anything new, gone or changed among them makes another of it. */
export function keyOfAll(
  { files, problems }: FoundFiles,
  subject: unknown,
  { runtime }: ReadingCache,
): ReadingKey {
  const states = files.map(({ file, named, state }) => [file, named, state.place, state.version]);
  return {
    subject: JSON.stringify(subject),
    state: JSON.stringify([states, problems, runtime, readerVersion()]),
    changedNs: files.reduce((latest, { state }) => (state.changedNs > latest ? state.changedNs : latest), 0n),
  };
}

/** Everything that what is read depends on. The name shown for a file stands in each of its records. */
function keyOf(
  { file, state }: FoundFile,
  { shop, mappings, dateOrder }: ReadingRules,
  { runtime }: ReadingCache,
): ReadingKey {
  return {
    subject: JSON.stringify([state.place, file, shop, mappings, dateOrder]),
    state: JSON.stringify([state.version, runtime, readerVersion()]),
    changedNs: state.changedNs,
  };
}
