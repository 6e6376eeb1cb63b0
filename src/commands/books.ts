import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Loaded } from '../load/load-books.ts';
import { openReadCache } from '../records/read-cache.ts';

/** What was read, and whether the next run has to read it anew. */
export interface ReadBooks extends Loaded {
  /** why it could not be kept in the cache, as the file system's code */
  readonly uncached?: string | undefined;
}

/**
 * Reads the files and folders of the configuration into books, those that have not changed from the cache. The demo shop is looked at
 * from any folder and leaves nothing there.
 */
export async function readBooks(config: Config, context: Context): Promise<ReadBooks> {
  const { loadBooks } = await import('../load/load-books.ts');
  const { cwd, nodeVersion } = context;
  const cache = config.cache && !config.demo ? openReadCache(cwd, context.now()) : undefined;
  const loaded = await loadBooks(config.data, {
    cwd,
    shop: config.shop,
    mappings: config.mappings,
    demo: config.demo,
    ...(config.dateOrder === undefined ? {} : { dateOrder: config.dateOrder }),
    cache: cache && { ...cache, runtime: nodeVersion },
  });
  return { ...loaded, uncached: cache?.close() };
}
