import { Buffer } from 'node:buffer';
import type { Books } from '../domain/books.ts';
import type { Problem } from '../domain/problem.ts';
import type { ShopSettings } from '../domain/shop.ts';
import { findFiles, type FoundFile, type FoundFiles } from './find-files.ts';
import { joinDays } from './join-days.ts';
import { joinOrders } from './join-orders.ts';
import type { ColumnMapping } from './mapping.ts';
import { mergeFiles } from './merge.ts';
import { readFileBytes, readLargeFile, type Reading } from './read-file.ts';
import { throughCache, type ReadingCache } from './through-cache.ts';

export interface LoadOptions {
  /** folder that relative paths start from */
  readonly cwd: string;
  readonly shop: ShopSettings;
  /** what the owner said about files that ecom does not know */
  readonly mappings?: readonly ColumnMapping[];
  /** for columns of dates that leave the order of day and month open */
  readonly dateOrder?: 'dmy' | 'mdy';
  /** the bundled demo shop */
  readonly demo?: boolean;
  /** what reading gave in earlier runs */
  readonly cache?: ReadingCache | undefined;
}

/** The books, and everything in the files that could not be used as it stands. */
export interface Loaded {
  readonly books: Books;
  readonly problems: readonly Problem[];
}

/**
 * Reads exports into one set of books: files, folders (their exports, not their subfolders) and zip archives. What a file is, is
 * decided by its content. Overlapping and repeated files never count twice, and the order of the paths changes nothing. Bad rows
 * are Problems and the rest counts; a path that does not exist is a UserError with exit code 3.
 */
export async function loadBooks(paths: readonly string[], options: LoadOptions): Promise<Loaded> {
  return await booksFrom(await findFiles(paths, options.cwd), options);
}

/** The same for files that were found before. */
export async function booksFrom(found: FoundFiles, options: LoadOptions): Promise<Loaded> {
  const problems: Problem[] = [...found.problems];
  const read: { readonly file: FoundFile; readonly gave: Reading }[] = [];
  for (const file of withoutCopies(found.files, problems)) {
    read.push({ file, gave: await readFound(file, options) });
  }
  const files = read.flatMap(({ gave }) => ('draft' in gave ? [gave] : []));
  joinOrders(files);
  joinDays(files);
  const used = new Set(read.flatMap(({ file, gave }) => ('draft' in gave ? [file.workbook] : [])));
  for (const { file, gave } of read) {
    const told =
      'draft' in gave
        ? [...(file.remarks ?? []), ...gave.draft.problems]
        : gave.filter((problem) => !isBystander(file, problem)).map(sheetProblem(file, used));
    for (const problem of told) problems.push(problem);
  }
  const merged = mergeFiles(files, options.shop);
  for (const problem of merged.problems) problems.push(problem);
  const books = { ...merged.books, shop: options.shop, demo: options.demo ?? false };
  return { books, problems };
}

async function readFound(found: FoundFile, options: LoadOptions): Promise<Reading> {
  const { cache } = options;
  return cache === undefined
    ? await readAnew(found, options)
    : await throughCache(found, { cache, rules: options, readAnew: () => readAnew(found, options) });
}

async function readAnew(found: FoundFile, options: LoadOptions): Promise<Reading> {
  const { file, large } = found;
  const quick = large && (await readLargeFile({ file, ...large }, options));
  return quick ?? readFileBytes({ file, bytes: found.bytes() }, options);
}

/** That one sheet is nothing we know is no fault of a workbook in which another sheet counts: a cover sheet, a legend, a pivot table. */
function sheetProblem(
  { workbook }: FoundFile,
  used: ReadonlySet<string | undefined>,
): (problem: Problem) => Problem {
  if (workbook === undefined) return (problem) => problem;
  return (problem) => {
    const message = problem.message.replace('the file was left out', 'the sheet was left out');
    const isExpected = problem.code === 'unknown-format' && used.has(workbook);
    return isExpected ? { ...problem, message, severity: 'note' } : { ...problem, message };
  };
}

/** A JSON or text file that merely lies in the folder, like a package.json, is nobody's business. */
function isBystander({ file, named }: FoundFile, problem: Problem): boolean {
  if (named) return false;
  if (/\.json$/i.test(file)) return problem.code === 'unknown-format';
  return /\.txt$/i.test(file) && problem.code === 'unknown-format' && problem.value === undefined;
}

function withoutCopies(files: readonly FoundFile[], problems: Problem[]): readonly FoundFile[] {
  const bySize = new Map<number, FoundFile[]>();
  return files.filter((file) => {
    const same = bySize.get(file.size) ?? [];
    const original = same.find((other) => Buffer.compare(other.bytes(), file.bytes()) === 0);
    if (original === undefined) {
      bySize.set(file.size, [...same, file]);
      return true;
    }
    const message = `the same file as ${original.file} – counted once`;
    problems.push({ code: 'duplicate-file', severity: 'note', message, file: file.file });
    return false;
  });
}
