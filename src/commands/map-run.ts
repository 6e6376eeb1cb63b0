import { dirname, join } from 'node:path';
import { loadConfig, type Config } from '../config.ts';
import { CONFIG_FILE, projectConfig, shownPath } from '../config/files.ts';
import type { Context } from '../context.ts';
import { cleanText } from '../domain/clean-text.ts';
import { problemText, type Problem } from '../domain/problem.ts';
import { UserError } from '../errors.ts';
import { findFiles, type FoundFile } from '../load/find-files.ts';
import type { Format } from '../load/format.ts';
import { normaliseName } from '../load/header.ts';
import { fileToMap, OWN_FORMATS, previewOf } from '../load/map-file.ts';
import type { ColumnMapping } from '../load/mapping.ts';
import {
  columnsOf,
  proposeMapping,
  type Corrections,
  type ProposedMapping,
  type UnknownTable,
} from '../load/propose-mapping.ts';
import type { ReadingRules } from '../load/read-file.ts';
import { mappingDocument } from '../render/mapping.ts';
import type { MapFlags } from './map.ts';
import { flagLines, missingNotes, previewNotes } from './map-words.ts';
import { textFor } from './show-text.ts';

/**
 * Shows what each column of a file that ecom does not know is taken for, and stores it with `--write` or when the owner says y. A file
 * that is known is named and left as it is.
 */
export async function runMap(flags: MapFlags, context: Context): Promise<void> {
  const config = await loadConfig(context, { data: [dirname(flags.file)], dateOrder: flags.dateOrder });
  const rules = { shop: config.shop, mappings: config.mappings, dateOrder: config.dateOrder };
  const unknown: Unknown[] = [];
  const unusable: Problem[] = [];
  const files = await filesAt(flags.file, context);
  for (const found of files) {
    const look = fileToMap({ file: found.file, bytes: found.bytes() }, rules);
    if ('table' in look) unknown.push({ found, ...look });
    else if ('known' in look)
      context.stdout.write(`${found.file}: ${look.known}. ecom knows this file; nothing to map.\n`);
    else unusable.push(look.problem);
  }
  const [problem] = unusable;
  if (problem !== undefined && unusable.length === files.length) throw unreadable(problem);
  requireOne(unknown, flags);
  for (const each of unknown) await mapOne(each, { flags, context, config, rules });
}

interface Unknown {
  readonly found: FoundFile;
  readonly table: UnknownTable;
  readonly stored: ColumnMapping | undefined;
}

interface Asked {
  readonly flags: MapFlags;
  readonly context: Context;
  readonly config: Config;
  readonly rules: ReadingRules;
}

/** The file, or all that it holds; of a workbook or a zip also one sheet or entry by its name, `book.xlsx/Sheet1`. */
async function filesAt(file: string, context: Context): Promise<readonly FoundFile[]> {
  const { files, problems } = await findFiles([file], context.cwd).catch(async (error: unknown) => {
    const holder = dirname(file);
    if (holder === '.' || holder === file) throw error;
    const held = await findFiles([holder], context.cwd).catch(() => undefined);
    const files = held?.files.filter((each) => each.file === cleanText(file)) ?? [];
    if (files.length === 0) throw error;
    return { files, problems: [] };
  });
  const [problem] = problems.filter(({ severity }) => severity === 'error');
  if (problem !== undefined) throw unreadable(problem);
  return files;
}

function unreadable(problem: Problem): UserError {
  return new UserError(problemText(problem), problem.hint === undefined ? {} : { hint: problem.hint });
}

function requireOne(unknown: readonly Unknown[], { kind, set, write, file }: MapFlags): void {
  if (unknown.length < 2 || (!write && set.length === 0 && kind === undefined)) return;
  const names = unknown.map(({ found }) => `"${found.file}"`).join(', ');
  throw new UserError(`${cleanText(file)} holds ${unknown.length} tables that ecom does not know`, {
    hint: `name one: ${names}`,
    exitCode: 2,
  });
}

async function mapOne(unknown: Unknown, asked: Asked): Promise<void> {
  const { found, table } = unknown;
  const { flags, context, rules } = asked;
  const stored = storedFor(unknown, flags);
  const kinds = kindsFor(flags, stored);
  const proposal = proposeMapping(table, kinds, corrections(table, { kinds, set: flags.set, stored }));
  if (proposal === undefined) return;
  const mapping = mappingFrom(table, proposal);
  const isWhole = proposal.missing.length === 0;
  const notes = [
    ...(stored === undefined ? [] : [`Read so far as ${shownPath(context, await configPath(asked))} says.`]),
    ...(isWhole
      ? previewNotes(previewOf({ file: found.file, bytes: found.bytes() }, mapping, rules))
      : missingNotes(proposal, flags)),
  ];
  context.stdout.write(await textFor(document({ found, table, proposal }, notes), asked));
  const isUnchanged = stored !== undefined && flags.set.length === 0;
  if (isWhole && !isUnchanged) await keep(mapping, found, asked);
  if (!isWhole && flags.write) throw nothingStored(proposal, flags);
}

function storedFor({ stored }: Unknown, { kind }: MapFlags): ColumnMapping | undefined {
  return kind === undefined || stored?.kind === `ecom.${kind}` ? stored : undefined;
}

function nothingStored({ missing }: ProposedMapping, { file }: MapFlags): UserError {
  return new UserError(`nothing was stored: no column for ${missing.join(', ')}`, {
    hint: `ecom map ${cleanText(file)} --set ${missing[0]?.split(' ')[0]}="…" --write`,
  });
}

function kindsFor({ kind }: MapFlags, stored: ColumnMapping | undefined): readonly Format[] {
  const wanted = kind === undefined ? stored?.kind : `ecom.${kind}`;
  const own = OWN_FORMATS.filter((format) => wanted === undefined || format.kind === wanted);
  return own.length > 0 ? own : OWN_FORMATS;
}

/** What the owner said, now over what is stored, which is then all there is; a blank header means that the column is not there. */
function corrections(
  table: UnknownTable,
  {
    kinds,
    set,
    stored,
  }: {
    readonly kinds: readonly Format[];
    readonly set: readonly string[];
    readonly stored: ColumnMapping | undefined;
  },
): Corrections {
  const header = table.header.map(normaliseName);
  const columns = new Set(kinds.flatMap(columnsOf));
  const said = new Map<string, number | undefined>();
  if (stored !== undefined) for (const target of columns) said.set(target, undefined);
  for (const [target, source] of Object.entries(stored?.columns ?? {})) {
    said.set(target, header.indexOf(normaliseName(source)));
  }
  for (const flag of set) {
    const { target, column } = correction(flag, { table, header, columns });
    for (const [other, own] of said) if (own === column && column !== undefined) said.set(other, undefined);
    said.set(target, column);
  }
  return said;
}

interface Choices {
  readonly table: UnknownTable;
  /** normalised */
  readonly header: readonly string[];
  readonly columns: ReadonlySet<string>;
}

function correction(
  flag: string,
  { table, header, columns }: Choices,
): { readonly target: string; readonly column: number | undefined } {
  const at = flag.indexOf('=');
  const target = flag.slice(0, Math.max(0, at)).trim();
  const source = flag.slice(at + 1).trim();
  if (!columns.has(target)) throw wrongSet(flag, `the columns are ${[...columns].join(', ')}`);
  if (source === '') return { target, column: undefined };
  const column = header.indexOf(normaliseName(source));
  if (column < 0) throw wrongSet(flag, `the file has ${table.header.join(', ')}`);
  return { target, column };
}

function wrongSet(flag: string, hint: string): UserError {
  return new UserError(`--set "${cleanText(flag)}" names no such column`, {
    hint: cleanText(hint, { max: 400 }),
    exitCode: 2,
  });
}

function mappingFrom(table: UnknownTable, { format, columns }: ProposedMapping): ColumnMapping {
  const named = columns.map(({ target, column }) => [target, table.header[column] ?? ''] as const);
  return { kind: format.kind, header: table.header, columns: Object.fromEntries(named) };
}

function document(
  { found, table, proposal }: Pick<Unknown, 'found' | 'table'> & { readonly proposal: ProposedMapping },
  notes: readonly string[],
) {
  const used = new Set(proposal.columns.map(({ column }) => column));
  return mappingDocument({
    file: found.file,
    label: proposal.format.label,
    rows: proposal.columns.map(({ target, column, sureness }) => ({
      target,
      source: table.header[column] ?? '',
      sureness,
      samples: samplesOf(table, column),
    })),
    unused: table.header.filter((name, column) => name !== '' && !used.has(column)),
    notes,
  });
}

const SAMPLES = 3;

function samplesOf({ rows }: UnknownTable, column: number): readonly string[] {
  const values = new Set<string>();
  for (const row of rows) {
    const value = cleanText(row[column] ?? '', { max: 40 }).trim();
    if (value !== '') values.add(value);
    if (values.size === SAMPLES) break;
  }
  return [...values];
}

async function configPath({ flags, context }: Asked): Promise<string> {
  const source = await projectConfig(context, ['.', dirname(flags.file)]);
  return source?.path ?? join(context.cwd, CONFIG_FILE);
}

/** Stores the mapping, or asks, or says how it is used without being stored. */
async function keep(mapping: ColumnMapping, found: FoundFile, asked: Asked): Promise<void> {
  const { flags, context, config } = asked;
  if (!flags.write && !(await wanted(context, config))) {
    context.stdout.write(flagLines(mapping, found.file, flags));
    return;
  }
  const path = await configPath(asked);
  const { storeMapping } = await import('../config/store-mapping.ts');
  await storeMapping(path, mapping, flags.dateOrder);
  context.stdout.write(`\nwrote  ${shownPath(context, path)}\n`);
}

async function wanted(context: Context, config: Config): Promise<boolean> {
  if (!context.stdin.isTTY || config.noInput) return false;
  context.stderr.write(`Store this in ${CONFIG_FILE}? [y/N] `);
  return /^y(?:es)?$/i.test((await context.stdin.readLine())?.trim() ?? '');
}
