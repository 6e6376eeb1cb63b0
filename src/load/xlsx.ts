import { Buffer } from 'node:buffer';
import { cleanText } from '../domain/clean-text.ts';
import type { Problem } from '../domain/problem.ts';
import { workbookParts, type Parts } from './xlsx/parts.ts';
import { sheetText, type CellCount, type SheetText } from './xlsx/sheet.ts';
import { sharedStrings } from './xlsx/strings.ts';
import { numberStyles } from './xlsx/styles.ts';
import { unzipEntries, zipDirectory, ZIP_LIMITS, type ZipLimits } from './zip.ts';

/** One sheet of a workbook as CSV: row 7 of the sheet is line 7 of the text. */
export interface Sheet {
  /** `payments.xlsx/Order Payments` */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** doubts about its cells, for when the sheet is used */
  readonly remarks: readonly Problem[];
}

/** What a workbook gave: its sheets that hold anything, or why it gave none. */
export interface ReadWorkbook {
  readonly sheets: readonly Sheet[];
  readonly problems: readonly Problem[];
}

/** Characters that the sheets of one workbook may become: one string in a million cells would otherwise fill the memory. */
const MOST_TEXT = 256 * 1024 * 1024;
const LIMITS: ZipLimits = { ...ZIP_LIMITS, entry: MOST_TEXT, total: 2 * MOST_TEXT };

/**
 * Reads an Excel workbook (.xlsx, .xlsm) in memory: every sheet, shown or hidden, as CSV of the text in its cells. Nothing is
 * evaluated: of a formula its stored value counts. A broken or encrypted workbook, one that declares entities, and one beyond the
 * limits (those of an archive; 256 MB of text) give no sheets and one Problem, never an exception.
 */
export function readWorkbook(
  bytes: Uint8Array,
  file: string,
  limits: ZipLimits & { readonly text?: number } = LIMITS,
): ReadWorkbook {
  if (isLockedWorkbook(bytes)) return refused(file, 'is protected by a password');
  try {
    const parts = unpacked(bytes, limits);
    if ('refused' in parts) return refused(file, parts.refused);
    const sheets = sheetsOf(parts, file, limits.text ?? MOST_TEXT);
    return sheets.length > 0 ? { sheets, problems: [] } : { sheets, problems: [empty(file)] };
  } catch {
    return refused(file, 'is broken');
  }
}

/** Whether these bytes are a workbook that was locked with a password: an old compound file with the encrypted package inside. */
export function isLockedWorkbook(bytes: Uint8Array): boolean {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return source.subarray(0, 4).equals(COMPOUND) && source.includes(ENCRYPTED);
}
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Whether a zip is a workbook, whatever its name. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const names = zipDirectory(bytes)?.map(({ name }) => name.replaceAll('\\', '/').toLowerCase()) ?? [];
  return names.includes('[content_types].xml') && names.some((name) => /^xl\/workbook\d*\.xml$/.test(name));
}

function unpacked(bytes: Uint8Array, limits: ZipLimits): Parts | { readonly refused: string } {
  const entries = zipDirectory(bytes);
  if (entries === undefined) return { refused: 'is broken' };
  if (entries.length > limits.entries) return { refused: 'holds too many files' };
  const wanted = entries.filter(({ name }) => /\.(xml|rels)$/i.test(name) && !UNUSED.test(name));
  const files = unzipEntries(bytes, wanted, limits);
  if ('refused' in files) return files;
  return new Map([...files].map(([name, part]) => [name.replaceAll('\\', '/').toLowerCase(), part]));
}
const UNUSED = /(^|[/\\])(docProps|customXml|theme|drawings|charts|media|pivotCache|pivotTables|calcChain)/i;

function sheetsOf(parts: Parts, file: string, room: number): readonly Sheet[] {
  const workbook = workbookParts(parts);
  const context = {
    strings: sharedStrings(workbook.strings),
    styles: numberStyles(workbook.styles),
    from1904: workbook.from1904,
    room: { left: room },
  };
  return workbook.sheets.flatMap(({ name, part }) => {
    const text = sheetText(part, context);
    if (text.bytes.length === 0) return [];
    const place = `${file}/${cleanText(name, { max: 100 })}`;
    return [{ file: place, bytes: text.bytes, remarks: remarks(place, text) }];
  });
}

function remarks(file: string, { uncalculated, errors }: SheetText): readonly Problem[] {
  const told = (cells: CellCount, what: string, hint: string): Problem[] => {
    if (cells.count === 0) return [];
    const message = `${cells.count} ${cells.count === 1 ? 'cell holds' : 'cells hold'} ${what}, first ${cells.first} – read as blank`;
    return [{ code: 'missing-value', severity: 'warning', message, file, hint }];
  };
  return [
    ...told(uncalculated, 'a formula without a value', 'open the workbook, save it, and load it again'),
    ...told(errors, 'an error such as #REF!', 'put the formulas right and save the workbook'),
  ];
}

function empty(file: string): Problem {
  return { code: 'empty-file', severity: 'warning', message: 'the workbook is empty', file };
}

function refused(file: string, reason: string): ReadWorkbook {
  const message = `the workbook ${reason} – nothing of it was read`;
  const hint = reason.includes('password')
    ? 'save a copy without the password'
    : 'open it and save it again, or save each sheet as "CSV UTF-8"';
  return { sheets: [], problems: [{ code: 'unreadable-file', severity: 'error', message, file, hint }] };
}
