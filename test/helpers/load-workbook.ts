import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { loadBooks, type Loaded } from '../../src/load/load-books.ts';
import { temporaryFolder } from './folder.ts';
import { xlsx, type SheetCell } from './xlsx.ts';

/** Loads a folder with one workbook, and text files beside it if wanted. */
export function loadWorkbook(
  name: string,
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
  beside: Readonly<Record<string, string>> = {},
): Promise<Loaded> {
  const cwd = temporaryFolder(beside);
  writeFileSync(join(cwd, name), xlsx(sheets));
  return loadBooks(['.'], { cwd, shop: DEFAULT_SHOP });
}
