import { fileURLToPath } from 'node:url';
import type { Books } from '../../src/domain/books.ts';
import { problemText } from '../../src/domain/problem.ts';
import { DEFAULT_SHOP, type ShopSettings } from '../../src/domain/shop.ts';
import { loadBooks, type Loaded } from '../../src/load/load-books.ts';

/** Absolute path of a file or folder in `fixtures/`. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
}

/** Loads fixtures of one folder, named as Problems show them. */
export function loadFixtures(
  folder: 'exports' | 'broken',
  names: readonly string[],
  shop: Partial<ShopSettings> = {},
): Promise<Loaded> {
  return loadBooks(names, { cwd: fixturePath(folder), shop: { ...DEFAULT_SHOP, ...shop } });
}

/** What a golden file holds: every table that is not empty, and the Problems as a person reads them. */
export function goldenText({ books, problems }: Loaded): string {
  const tables = Object.entries(books as Omit<Books, 'shop' | 'demo'>).filter(
    ([name, table]) => name !== 'shop' && Array.isArray(table) && table.length > 0,
  );
  const told = problems.map((problem) => `${problem.severity}: ${problemText(problem)}`);
  return `${JSON.stringify({ ...Object.fromEntries(tables), problems: told }, null, 1)}\n`;
}
