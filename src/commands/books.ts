import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Books } from '../domain/books.ts';
import type { Loaded } from '../load/load-books.ts';
import { openReadCache } from '../records/read-cache.ts';

/** What was read, and whether the next run has to read it anew. */
export interface ReadBooks extends Loaded {
  /** why it could not be kept in the cache, as the file system's code */
  readonly uncached?: string | undefined;
}

/** What a report tells of the files it rests on. */
export interface ReadSources extends Pick<ReadBooks, 'problems' | 'uncached'> {
  readonly books: Pick<Books, 'sources'>;
}

/** The files of the configuration, found but not yet read. */
export interface FoundBooks {
  readonly read: () => Promise<Loaded>;
  /** what was worked out from exactly these files by the same question before; undefined when that is not known */
  readonly recall: (question: unknown) => Promise<Uint8Array | undefined>;
  readonly remember: (question: unknown, answer: Uint8Array) => Promise<void>;
  /** to be called at the end; gives why something could not be kept */
  readonly close: () => string | undefined;
}

/** Reads the files and folders of the configuration into books, those that have not changed from the cache. */
export async function readBooks(config: Config, context: Context): Promise<ReadBooks> {
  const found = await findBooks(config, context);
  const loaded = await found.read();
  return { ...loaded, uncached: found.close() };
}

/** Bytes of files below which an answer is worked out as quickly as it is looked up. */
const WORTH_REMEMBERING = 1024 * 1024;

/** Finds the files and folders of the configuration. The demo shop is looked at from any folder and leaves nothing there. */
export async function findBooks(config: Config, context: Context): Promise<FoundBooks> {
  const { findFiles } = await import('../load/find-files.ts');
  const { cwd, nodeVersion: runtime } = context;
  const opened = config.cache && !config.demo ? openReadCache(cwd, context.now()) : undefined;
  const cache = opened && { ...opened, runtime };
  const found = await findFiles(config.data, cwd);
  const { shop, mappings, demo, dateOrder } = config;
  const size = found.files.reduce((sum, file) => sum + file.size, 0);
  const keyOf = async (question: unknown) => {
    if (size < WORTH_REMEMBERING) return undefined;
    const { keyOfAll } = await import('../load/through-cache.ts');
    return cache && keyOfAll(found, [cwd, config.data, shop, mappings, dateOrder, question], cache);
  };
  return {
    read: async () => {
      const { booksFrom } = await import('../load/load-books.ts');
      const order = dateOrder === undefined ? {} : { dateOrder };
      return await booksFrom(found, { cwd, shop, mappings, demo, ...order, cache });
    },
    recall: async (question) => {
      const key = await keyOf(question);
      return key && cache?.read(key);
    },
    remember: async (question, answer) => {
      const key = await keyOf(question);
      if (key !== undefined) cache?.write(key, [answer]);
    },
    close: () => cache?.close(),
  };
}
