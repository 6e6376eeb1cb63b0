import type { Order } from '../domain/books.ts';
import type { Problem } from '../domain/problem.ts';
import type { Rows } from '../domain/rows.ts';
import type { ShopSettings } from '../domain/shop.ts';
import { decodeText, type DecodedText } from './decode.ts';
import { detect, type Detection } from './detect.ts';
import { emptyDraft, report, type OpenDraft } from './draft.ts';
import type { Draft, TextTable } from './format.ts';
import { FORMATS, JSON_FORMATS } from './formats.ts';
import { repeatedNames } from './header.ts';
import { readJson } from './json.ts';
import type { ColumnMapping } from './mapping.ts';
import { NotSure } from './byte-table.ts';
import { readHalves } from './read-halves.ts';
import type { Sizes } from './read-pieces.ts';
import { readRows, type Malformation } from './row-source.ts';
import { textTable } from './text-table.ts';

/** What readers are told besides the bytes. */
export interface ReadingRules {
  readonly shop: ShopSettings;
  readonly mappings?: readonly ColumnMapping[] | undefined;
  readonly dateOrder?: 'dmy' | 'mdy' | undefined;
}

/** A file too large to be held in memory: where it lies, and its first bytes. */
export interface FilePlace {
  readonly file: string;
  readonly place: string;
  readonly head: Uint8Array;
  /** smaller ones for tests */
  readonly sizes?: Sizes | undefined;
}

export interface FileBytes {
  /** the name that Problems and provenance show */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A file that was understood: what it was taken for and what it gave. */
export interface ReadFile {
  readonly file: string;
  readonly kind: string;
  readonly label: string;
  readonly rows: number;
  readonly draft: Draft;
  /** the draft's orders, or those of a large file in columns */
  readonly orders: Rows<Order>;
}

/** What reading a file gave: its records, or the Problems that say why there are none. */
export type Reading = ReadFile | readonly Problem[];

/** Reads one file's bytes by their content alone; a file that cannot be used gives the Problems that say why. */
export function readFileBytes(input: FileBytes, rules: ReadingRules): Reading {
  const text = decodeText(input.bytes);
  if (firstSolid(text.bytes) < 0) {
    return [{ code: 'empty-file', severity: 'warning', message: 'the file is empty', file: input.file }];
  }
  return isJson(text.bytes) ? readJsonFile(input, rules) : readTable(input.file, text, rules);
}

function isJson(bytes: Uint8Array): boolean {
  const first = bytes[firstSolid(bytes)];
  return first === OPEN_BRACE || first === OPEN_BRACKET;
}
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;

/**
 * Reads a large file piece by piece where its format allows that and the quick reader is sure of it; undefined: it has to be read
 * whole.
 */
export async function readLargeFile(input: FilePlace, rules: ReadingRules): Promise<ReadFile | undefined> {
  const head = decodeText(input.head);
  if (head.encoding !== 'utf-8' || head.bytes.length > input.head.length) return undefined;
  if (isJson(head.bytes)) return undefined;
  const known = { formats: FORMATS, mappings: rules.mappings ?? [] };
  const found = detect(head.bytes, input.file, known);
  if ('problem' in found || found.format.piecewise === undefined) return undefined;
  const { kind, label, piecewise } = found.format;
  const { file } = input;
  const offset = input.head.length - head.bytes.length + found.offset;
  const headerLine = head.firstLine + found.preamble.length;
  const newDraft = (): OpenDraft => {
    const draft = emptyDraft(rules.shop, rules.dateOrder);
    reportRepeats(draft, found, { file, line: headerLine });
    return draft;
  };
  try {
    const read = await readHalves({ ...input, found, headerLine, offset }, piecewise, newDraft);
    return { file, kind, label, ...read };
  } catch (error) {
    if (error instanceof NotSure) return undefined;
    throw error;
  }
}

function firstSolid(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte > 0x20);
}

function readJsonFile({ file, bytes }: FileBytes, rules: ReadingRules): Reading {
  const json = readJson(bytes, file);
  if ('problem' in json) return [json.problem];
  const { value } = json;
  const format = JSON_FORMATS.find((each) => each.claims(value));
  if (format === undefined) {
    const message = 'JSON, but not an export that ecom knows – the file was left out';
    return [{ code: 'unknown-format', severity: 'error', message, file, hint: 'export it as CSV' }];
  }
  const draft = emptyDraft(rules.shop, rules.dateOrder);
  format.read(value, file, draft);
  if (draft.openDates.length > 0) return draft.openDates.slice(0, 1);
  const rows = Array.isArray(value) ? value.length : draft.orders.length;
  return { file, kind: format.kind, label: format.label, rows, draft, orders: draft.orders };
}

function readTable(file: string, text: DecodedText, rules: ReadingRules): Reading {
  const found = detect(text.bytes, file, { formats: FORMATS, mappings: rules.mappings ?? [] });
  if ('problem' in found) return [found.problem];
  const draft = emptyDraft(rules.shop, rules.dateOrder);
  const table = tableOf(file, { text, found, draft });
  found.format.read(table, draft);
  if (draft.openDates.length > 0) return draft.openDates.slice(0, 1);
  const { kind, label } = found.format;
  return { file, kind, label, rows: table.length, draft, orders: draft.orders };
}

interface Found {
  readonly text: DecodedText;
  readonly found: Detection;
  readonly draft: OpenDraft;
}

function tableOf(file: string, { text, found, draft }: Found): TextTable {
  const firstLine = text.firstLine + found.preamble.length;
  const source = readRows(text.bytes.subarray(found.offset), { delimiter: found.delimiter, firstLine });
  reportEncoding(draft, file, text);
  reportRepeats(draft, found, { file, line: firstLine });
  for (const malformation of source.malformations) report(draft, malformedCsv(file, malformation));
  return textTable({
    file,
    header: found.header,
    rows: source.rows.slice(1),
    preamble: found.preamble,
    lineOf: (index) => source.lineOf(index + 1),
  });
}

function reportRepeats(
  draft: Draft,
  { format, header }: Detection,
  at: { readonly file: string; readonly line: number },
): void {
  for (const name of repeatedNames(header)) {
    if (format.repeated?.includes(name)) continue;
    const message = `the column "${name}" stands more than once; the first one counts`;
    report(draft, { code: 'duplicate-column', severity: 'warning', message, ...at, column: name });
  }
}

function reportEncoding(draft: Draft, file: string, { encoding }: DecodedText): void {
  if (encoding !== 'windows-1252') return;
  const message = 'the file is not UTF-8; it was read as Windows-1252';
  const hint = 'if letters look wrong, save it again as "CSV UTF-8"';
  report(draft, { code: 'encoding', severity: 'note', message, file, hint });
}

const MALFORMED: Readonly<Record<Malformation['kind'], { severity: Problem['severity']; message: string }>> =
  {
    'kept-quote': { severity: 'note', message: 'a quote inside a value was read as it stands' },
    'lost-line': {
      severity: 'error',
      message: 'a quote is in the wrong place or never closed – line left out',
    },
    'lost-rest': { severity: 'error', message: 'too many broken lines – the rest of the file was left out' },
  };

function malformedCsv(file: string, { line, kind, lines = 1 }: Malformation): Problem {
  const { severity, message } = MALFORMED[kind];
  const further = lines > 1 ? `, here and on ${lines - 1} further ${lines === 2 ? 'line' : 'lines'}` : '';
  return { code: 'malformed-csv', severity, message: `${message}${further}`, file, line };
}
