import { readFileSync, statSync, type BigIntStats } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { cleanText } from '../domain/clean-text.ts';
import type { Problem } from '../domain/problem.ts';
import { UserError } from '../errors.ts';
import type { FileBytes, FilePlace } from './read-file.ts';

/** Bytes of one file, and whether the owner named it or a folder held it. */
export interface FoundFile {
  /** the name that Problems and provenance show */
  readonly file: string;
  readonly named: boolean;
  readonly size: number;
  /** all of it, read when asked for */
  readonly bytes: () => Uint8Array;
  /** only of a file too large to be held in memory without need */
  readonly large?: Pick<FilePlace, 'place' | 'head'> | undefined;
  /** the workbook that a sheet stands in */
  readonly workbook?: string | undefined;
  /** the file on the disk that it is or stands in, as it was when reading began */
  readonly state: FileState;
  /** doubts about a sheet's cells, for when it is used */
  readonly remarks?: readonly Problem[] | undefined;
}

/** What changes whenever a file does. */
export interface FileState {
  readonly place: string;
  /** device, number, size and both times of change; a time that was set back leaves the other one */
  readonly version: string;
  /** of its last change, in nanoseconds */
  readonly changedNs: bigint;
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
const LARGEST = 16 * 1024 ** 3;

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
  const place = resolve(cwd, file);
  const content = await contentOf(place, shown, into.problems);
  if (content === undefined) return;
  const { head, isWhole, size, state } = content;
  const bytes = isWhole ? () => head : () => readFileSync(place);
  const large = isWhole ? undefined : { place, head };
  const found: FoundFile = { file: shown, named, size, bytes, large, state };
  if (!isZip(head) && !isCompound(head)) into.files.push(found);
  else if (await isExcel(found, head)) await readSheets(found, into);
  else if (SPREADSHEET.test(shown) || isCompound(head)) into.problems.push(spreadsheet(shown));
  else await readZip(found, into);
}

async function readZip(found: FoundFile, into: Into): Promise<void> {
  const { file, bytes } = found;
  const { readArchive } = await import('./archive.ts');
  const archive = readArchive(bytes(), file);
  into.problems.push(...archive.problems);
  for (const inner of archive.files) {
    const { name, bytes: unpacked } = inner;
    const held = foundIn({ file: `${file}/${name}`, bytes: unpacked }, found);
    if (EXCEL.test(name)) await readSheets(held, into);
    else into.files.push(held);
  }
}

async function readSheets(found: FoundFile, into: Into): Promise<void> {
  const { file, bytes } = found;
  const { readWorkbook } = await import('./xlsx.ts');
  const { sheets, problems } = readWorkbook(bytes(), file);
  into.problems.push(...problems);
  for (const sheet of sheets) {
    into.files.push({ ...foundIn(sheet, found), remarks: sheet.remarks, workbook: file });
  }
}

const EXCEL = /\.(?:xlsx|xlsm)$/i;
const SPREADSHEET = /\.(?:xls|xlsb|ods|numbers)$/i;

/** By its name, or for one without by its content. A locked workbook is an old compound file, like other spreadsheets before 2007. */
async function isExcel({ file, bytes }: FoundFile, head: Uint8Array): Promise<boolean> {
  if (SPREADSHEET.test(file)) return false;
  const { isLockedWorkbook, isWorkbook } = await import('./xlsx.ts');
  if (isCompound(head)) return isLockedWorkbook(bytes());
  return EXCEL.test(file) || isWorkbook(bytes());
}

function spreadsheet(file: string): Problem {
  const hint = 'open it and save each sheet as "CSV UTF-8"';
  return unreadable(file, `${basename(file)} is a spreadsheet, not a text export – left out`, hint);
}

/** What another file holds. */
function foundIn({ file, bytes }: FileBytes, { named, state }: FoundFile): FoundFile {
  return { file, named, size: bytes.length, bytes: () => bytes, state };
}

/** Above this size a file is read piece by piece if it can be. */
const LARGE = 8 * 1024 * 1024;
const HEAD = 256 * 1024;
const LINE_FEED = 0x0a;

interface Content {
  readonly size: number;
  /** the whole file, or the first bytes of a large one */
  readonly head: Uint8Array;
  readonly isWhole: boolean;
  readonly state: FileState;
}

async function contentOf(place: string, file: string, problems: Problem[]): Promise<Content | undefined> {
  try {
    const found = await stat(place, { bigint: true });
    const [size, state] = [Number(found.size), stateOf(place, found)];
    if (size <= LARGE) return { size, head: await readFile(place), isWhole: true, state };
    if (size <= LARGEST) return { size, head: await headOf(place), isWhole: false, state };
    problems.push(unreadable(file, 'the file is larger than 16 GB – left out', 'export a shorter period'));
  } catch {
    problems.push(unreadable(file, 'the file cannot be read – left out', 'check who may read it'));
  }
  return undefined;
}

/** The state of the file now; compared with the one at which reading began, it tells whether it was changed meanwhile. */
export function stateNow(place: string): FileState | undefined {
  const found = statSync(place, { bigint: true, throwIfNoEntry: false });
  return found && stateOf(place, found);
}

function stateOf(place: string, { dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): FileState {
  const version = [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  return { place, version, changedNs: mtimeNs > ctimeNs ? mtimeNs : ctimeNs };
}

async function headOf(place: string): Promise<Uint8Array> {
  const handle = await open(place);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: new Uint8Array(HEAD), position: 0 });
    // not in the middle of a character
    const end = buffer.lastIndexOf(LINE_FEED, bytesRead - 1) + 1;
    return buffer.subarray(0, end > 0 ? end : bytesRead);
  } finally {
    await handle.close();
  }
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
