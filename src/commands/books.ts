import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Loaded } from '../load/load-books.ts';

/** Reads the files and folders of the configuration into books. */
export async function readBooks(config: Config, context: Context): Promise<Loaded> {
  const { loadBooks } = await import('../load/load-books.ts');
  return await loadBooks(config.data, {
    cwd: context.cwd,
    shop: config.shop,
    mappings: config.mappings,
    demo: config.demo,
    ...(config.dateOrder === undefined ? {} : { dateOrder: config.dateOrder }),
  });
}
