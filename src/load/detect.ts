import type { Buffer } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { cleanText } from '../domain/clean-text.ts';
import type { Problem } from '../domain/problem.ts';
import type { Format } from './format.ts';
import { normaliseName } from './header.ts';
import { applyMapping, type ColumnMapping } from './mapping.ts';
import { splitRows } from './split-rows.ts';

/** What a file was taken for, and where its header stands. */
export interface Detection {
  readonly format: Format;
  readonly delimiter: string;
  /** normalised, after the owner's mapping */
  readonly header: readonly string[];
  /** lines above the header */
  readonly preamble: readonly string[];
  /** offset of the header's first byte */
  readonly offset: number;
}

export interface KnownFormats {
  readonly formats: readonly Format[];
  readonly mappings: readonly ColumnMapping[];
}

const LINES = 30;
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** no header is longer; keeps the search independent of the file's size */
const LONGEST_HEADER = 100_000;

/**
 * Finds header, delimiter and format by content in the first 30 lines: the first line on which a whole signature stands, and
 * of several formats the one that knows most of its columns. A mapping of exactly this header goes before, any other mapping
 * after the known formats. Otherwise a Problem that names the best guess and the columns it lacks. The file's name plays no part.
 */
export function detect(
  bytes: Buffer,
  file: string,
  known: KnownFormats,
): Detection | { readonly problem: Problem } {
  let best: Scored | undefined;
  let guess: Guess | undefined;
  for (const candidate of headerCandidates(bytes)) {
    if (best !== undefined && candidate.offset !== best.offset) break;
    const found = bestFormat(candidate, known);
    if (found !== undefined && (best === undefined || found.score > best.score)) best = found;
    if (best === undefined) guess = closer(guess, bestGuess(candidate.header, known.formats));
  }
  return best ?? { problem: unfitMapping(bytes, file, known) ?? unknown(file, guess) };
}

/** A line that may be the header, under one delimiter. */
export interface HeaderCandidate extends Omit<Detection, 'format'> {
  /** the cells as they stand there */
  readonly written: readonly string[];
}

/** Every way to read one of the first 30 lines as a header. */
export function* headerCandidates(bytes: Buffer): Generator<HeaderCandidate> {
  const preamble: string[] = [];
  let offset = 0;
  for (let line = 0; line < LINES && offset < bytes.length; line += 1) {
    const end = lineEnd(bytes, offset);
    const text = bytes.toString('utf8', offset, Math.min(end, offset + LONGEST_HEADER));
    for (const delimiter of DELIMITERS) {
      if (!text.includes(delimiter)) continue;
      const written = headerAt(bytes, offset, delimiter);
      if (written === undefined) continue;
      yield { delimiter, header: written.map(normaliseName), written, offset, preamble: [...preamble] };
    }
    preamble.push(text.trimEnd());
    offset = end + 1;
  }
}

function lineEnd(bytes: Buffer, from: number): number {
  const lineFeed = bytes.indexOf(0x0a, from);
  if (lineFeed >= 0) return lineFeed;
  const carriageReturn = bytes.indexOf(0x0d, from);
  return carriageReturn < 0 ? bytes.length : carriageReturn;
}

/** A header cell may hold line breaks, so the record is read by a parser and not by line: the patient one where quotes are astray. */
function headerAt(bytes: Buffer, offset: number, delimiter: string): readonly string[] | undefined {
  const piece = bytes.subarray(offset, offset + LONGEST_HEADER);
  const { rows } = splitRows(piece, { delimiter, from: 0, line: 1, longest: LONGEST_HEADER, most: 1 });
  return rows[0] ?? patientHeader(piece, delimiter);
}

function patientHeader(piece: Buffer, delimiter: string): readonly string[] | undefined {
  try {
    const [record] = parse(piece, { delimiter, to: 1, relax_quotes: true, relax_column_count: true });
    return record;
  } catch {
    return undefined;
  }
}

type Scored = Detection & { readonly score: number };

/** Above any score of a known format: what the owner said of exactly this header. Below all: a mapping that merely fits. */
const SAID = Number.POSITIVE_INFINITY;
const FITS = 0;

function bestFormat(candidate: HeaderCandidate, known: KnownFormats): Scored | undefined {
  const exact = known.mappings.filter((mapping) => mapping.header !== undefined);
  const said = mappedFormat(candidate, { ...known, mappings: exact }, SAID);
  return said ?? knownFormat(candidate, known.formats) ?? mappedFormat(candidate, known, FITS);
}

/** A mapping that names all that its kind needs counts alone; else columns that bear the kind's names count too. */
function mappedFormat(candidate: HeaderCandidate, known: KnownFormats, score: number): Scored | undefined {
  const mapped = applyMapping(candidate.header, known.mappings);
  const format = known.formats.find((each) => each.kind === mapped?.kind);
  if (mapped === undefined || format === undefined) return undefined;
  const { header, namedOnly = header } = mapped;
  const fitting = [namedOnly, header].find((names) => missing(format, new Set(names)).length === 0);
  return fitting && { ...candidate, header: fitting, format, score };
}

function knownFormat(candidate: HeaderCandidate, formats: readonly Format[]): Scored | undefined {
  const names = new Set(candidate.header);
  let best: Scored | undefined;
  for (const format of formats) {
    if (missing(format, names).length > 0) continue;
    const score = explained(format, candidate.header);
    if (best === undefined || score > best.score) best = { ...candidate, format, score };
  }
  return best;
}

/** How many columns of the header the format knows. */
function explained(format: Format, header: readonly string[]): number {
  const names = new Set([...format.signature.flat(), ...format.known]);
  return header.filter((name) => names.has(name)).length;
}

function missing(format: Format, names: ReadonlySet<string>): readonly string[] {
  return format.signature.flatMap((column) => {
    const alternatives = typeof column === 'string' ? [column] : column;
    return alternatives.some((name) => names.has(name)) ? [] : [alternatives.join(' or ')];
  });
}

interface Guess {
  readonly format: Format;
  readonly missing: readonly string[];
  readonly share: number;
}

function bestGuess(header: readonly string[], formats: readonly Format[]): Guess | undefined {
  const names = new Set(header);
  let best: Guess | undefined;
  for (const format of formats) {
    const lacks = missing(format, names);
    best = closer(best, { format, missing: lacks, share: 1 - lacks.length / format.signature.length });
  }
  return best;
}

function closer(one: Guess | undefined, other: Guess | undefined): Guess | undefined {
  return one === undefined || (other !== undefined && other.share > one.share) ? other : one;
}

/** What keeps the owner's mapping from fitting the file's widest line: headers that it does not have, or columns still to be named. */
function unfitMapping(bytes: Buffer, file: string, { mappings, formats }: KnownFormats): Problem | undefined {
  const mapping = mappings.find((each) => each.header === undefined);
  const headers = Array.from(headerCandidates(bytes), ({ header }) => header);
  const [header] = headers.sort((a, b) => b.length - a.length);
  if (mapping === undefined || header === undefined) return undefined;
  const base = { code: 'unknown-format', severity: 'error', file } as const;
  const absent = Object.values(mapping.columns).filter((name) => !header.includes(normaliseName(name)));
  if (absent.length > 0) {
    const message = `has no column "${cleanText(absent.join('", "'))}", which the mapping names – the file was left out`;
    return { ...base, message, hint: `its columns are ${cleanText(header.join(', '), { max: 200 })}` };
  }
  const applied = applyMapping(header, [mapping]);
  const format = formats.find(({ kind }) => kind === mapping.kind);
  const lacks = format === undefined ? [] : missing(format, new Set(applied?.header));
  if (lacks.length === 0) return undefined;
  const message = `the mapping does not say yet which column holds ${lacks.join(', ')} – the file was left out`;
  return {
    ...base,
    message,
    hint: `add --map ${lacks[0]?.split(' ')[0] ?? ''}="…"; its columns are ${cleanText(header.join(', '), { max: 200 })}`,
  };
}

const LIKELY = 0.6;
const HINT = 'ecom map FILE proposes which column is which; or name them as one of ecom’s templates does';

function unknown(file: string, guess: Guess | undefined): Problem {
  const base = { code: 'unknown-format', severity: 'error', file, hint: HINT } as const;
  if (guess === undefined || guess.share < LIKELY) {
    return { ...base, message: 'not an export that ecom knows – the file was left out' };
  }
  const all = guess.format.signature.length;
  const has = all - guess.missing.length;
  const lacks = cleanText(guess.missing.join(', '));
  return {
    ...base,
    message: `looks like ${guess.format.label}, ${has} of ${all} columns; missing: ${lacks} – the file was left out`,
    value: lacks,
  };
}
