import type { Problem } from '../domain/problem.ts';
import {
  cleanEntryName,
  unzipEntries,
  zipDirectory,
  ZIP_LIMITS,
  type ZipEntry,
  type ZipLimits,
} from './zip.ts';

/** One file inside an archive; `name` is its cleaned path there, `exports/orders.csv`. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an archive gave: the readable files, and what was left out and why. */
export interface Archive {
  readonly files: readonly ArchivedFile[];
  readonly problems: readonly Problem[];
}

/**
 * Unpacks a zip in memory; only `.csv .tsv .txt .json .xlsx .xlsm` entries are read, folders and `__MACOSX` are passed over, and
 * any other entry is a note. A broken or encrypted archive, one whose checksums differ, or one that would unpack to more than
 * the limits (512 MB an entry, 1 GB in all, 250 times its packed size) gives no files and one Problem, never an exception.
 */
export function readArchive(bytes: Uint8Array, file: string, limits: ZipLimits = ZIP_LIMITS): Archive {
  const entries = zipDirectory(bytes);
  if (entries === undefined || entries.length > limits.entries) {
    return refused(
      file,
      entries === undefined ? 'is not a zip archive, or a broken one' : 'holds too many files',
    );
  }
  const wanted = entries.filter((entry) => READABLE.test(entry.name) && !isJunk(entry.name));
  try {
    const unpacked = unzipEntries(bytes, wanted, limits);
    if ('refused' in unpacked) return refused(file, unpacked.refused);
    const files = wanted.flatMap(({ name }) => {
      const content = unpacked.get(name);
      return content === undefined ? [] : [{ name: cleanEntryName(name), bytes: content }];
    });
    const empty = problem(file, `holds no ${KINDS} file`, 'empty-file');
    return { files, problems: [...passedOver(entries, file), ...(files.length === 0 ? [empty] : [])] };
  } catch {
    return refused(file, 'is a broken zip archive');
  }
}

const READABLE = /\.(csv|tsv|txt|json|xlsx|xlsm)$/i;
const KINDS = '.csv, .tsv, .txt, .json or .xlsx';

function isJunk(name: string): boolean {
  return /[/\\]$/.test(name) || /(^|[/\\])(__MACOSX[/\\]|\.[^/\\]*$|~\$[^/\\]*$)/.test(name);
}

function passedOver(entries: readonly ZipEntry[], file: string): Problem[] {
  return entries
    .filter((entry) => !READABLE.test(entry.name) && !isJunk(entry.name))
    .map((entry) => ({
      code: 'not-counted',
      severity: 'note',
      message: `"${cleanEntryName(entry.name)}" in the archive is not a ${KINDS} file – left out`,
      file,
    }));
}

function refused(file: string, reason: string): Archive {
  return { files: [], problems: [problem(file, reason, 'unreadable-file')] };
}

function problem(file: string, reason: string, code: Problem['code']): Problem {
  return {
    code,
    severity: 'error',
    message: `the archive ${reason} – nothing of it was read`,
    file,
    hint: 'unpack it yourself and name the files, or export it again',
  };
}
