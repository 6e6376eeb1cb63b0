import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { cleanText } from '../domain/clean-text.ts';
import type { Problem } from '../domain/problem.ts';
import { UserError } from '../errors.ts';
import type { FileBytes } from './read-file.ts';

/** Bytes of one file, and whether the owner named it or a folder held it. */
export interface FoundFile extends FileBytes {
  readonly named: boolean;
  /** the workbook that a sheet stands in */
  readonly workbook?: string | undefined;
  /** doubts about a sheet's cells, for when it is used */
  readonly remarks?: readonly Problem[] | undefined;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

const READABLE: ReadonlySet<string> = new Set([
  ...['.csv', '.tsv', '.txt', '.json', '.zip', '.xlsx', '.xlsm'],
  // told of, for nothing is passed over silently
  ...['.xls', '.xlsb', '.ods', '.numbers'],
]);
const OWN: ReadonlySet<string> = new Set([
  'ecom.config.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]);
const LARGEST = 1024 ** 3;

/**
 * Reads the files that paths stand for, sorted by name so that the order of the paths does not matter: files as named, the exports
 * directly inside a folder, what a zip holds, and the sheets of a workbook. A path that does not exist is a UserError with exit code 3.
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const named = new Map<string, { readonly file: string; readonly named: boolean }>();
  for (const path of paths) {
    for (const found of await filesAt(path, cwd)) {
      const place = resolve(cwd, found.file);
      if (named.get(place)?.named !== true) named.set(place, found);
    }
  }
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const sorted = [...named.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const each of sorted) await readInto(each, cwd, { files, problems });
  return { files, problems };
}

async function filesAt(path: string, cwd: string): Promise<{ file: string; named: boolean }[]> {
  const place = await stat(resolve(cwd, path)).catch((cause: unknown) => {
    throw new UserError(`there is no file or folder "${cleanText(path)}"`, {
      hint: 'check the spelling, or give the folder that holds your exports',
      cause,
    });
  });
  if (!place.isDirectory()) return [{ file: path, named: true }];
  const entries = await readdir(resolve(cwd, path), { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && isReadable(entry.name))
    .map((entry) => ({ file: join(path, entry.name), named: false }));
}

function isReadable(name: string): boolean {
  return !/^(?:\.|~\$)/.test(name) && !OWN.has(name) && READABLE.has(extname(name).toLowerCase());
}

interface Into {
  readonly files: FoundFile[];
  readonly problems: Problem[];
}

async function readInto(
  { file, named }: { readonly file: string; readonly named: boolean },
  cwd: string,
  into: Into,
): Promise<void> {
  const shown = cleanText(file);
  const bytes = await bytesOf(resolve(cwd, file), shown, into.problems);
  if (bytes === undefined) return;
  const found = { file: shown, bytes, named };
  if (!isZip(bytes) && !isCompound(bytes)) into.files.push(found);
  else if (await isExcel(found)) await readSheets(found, into);
  else if (SPREADSHEET.test(shown) || isCompound(bytes)) into.problems.push(spreadsheet(shown));
  else await readZip(found, into);
}

async function readZip({ file, bytes, named }: FoundFile, into: Into): Promise<void> {
  const { readArchive } = await import('./archive.ts');
  const archive = readArchive(bytes, file);
  into.problems.push(...archive.problems);
  for (const inner of archive.files) {
    const found = { file: `${file}/${inner.name}`, bytes: inner.bytes, named };
    if (EXCEL.test(inner.name)) await readSheets(found, into);
    else into.files.push(found);
  }
}

async function readSheets({ file, bytes, named }: FoundFile, into: Into): Promise<void> {
  const { readWorkbook } = await import('./xlsx.ts');
  const { sheets, problems } = readWorkbook(bytes, file);
  into.problems.push(...problems);
  for (const sheet of sheets) into.files.push({ ...sheet, named, workbook: file });
}

const EXCEL = /\.(?:xlsx|xlsm)$/i;
const SPREADSHEET = /\.(?:xls|xlsb|ods|numbers)$/i;

/** By its name, or for one without by its content. A locked workbook is an old compound file, like other spreadsheets before 2007. */
async function isExcel({ file, bytes }: FoundFile): Promise<boolean> {
  if (SPREADSHEET.test(file)) return false;
  const { isLockedWorkbook, isWorkbook } = await import('./xlsx.ts');
  if (isCompound(bytes)) return isLockedWorkbook(bytes);
  return EXCEL.test(file) || isWorkbook(bytes);
}

function spreadsheet(file: string): Problem {
  const hint = 'open it and save each sheet as "CSV UTF-8"';
  return unreadable(file, `${basename(file)} is a spreadsheet, not a text export – left out`, hint);
}

async function bytesOf(place: string, file: string, problems: Problem[]): Promise<Uint8Array | undefined> {
  try {
    if ((await stat(place)).size <= LARGEST) return await readFile(place);
    problems.push(unreadable(file, 'the file is larger than 1 GB – left out', 'export a shorter period'));
  } catch {
    problems.push(unreadable(file, 'the file cannot be read – left out', 'check who may read it'));
  }
  return undefined;
}

function unreadable(file: string, message: string, hint: string): Problem {
  return { code: 'unreadable-file', severity: 'error', message, file, hint };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 255) < 9;
}

/** The files of Office before 2007, and of workbooks with a password since. */
function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}
