import { cleanText } from '../domain/clean-text.ts';
import { UserError } from '../errors.ts';
import { normaliseName } from '../load/header.ts';
import type { ColumnMapping } from '../load/mapping.ts';
import { readIfThere, writeAtomically } from '../records/atomic-file.ts';

/**
 * Stores a mapping under `mappings` of a configuration file, whole or not at all, and a date order when one is given; an earlier
 * mapping of the same header is replaced, and everything else in the file stays. A file that is not there is made.
 */
export async function storeMapping(
  path: string,
  mapping: ColumnMapping,
  dateOrder: 'dmy' | 'mdy' | undefined,
): Promise<void> {
  const text = (await readIfThere(path))?.replace(/^\uFEFF/, '');
  const before = text === undefined ? {} : settingsIn(text, path);
  const mappings = Array.isArray(before['mappings']) ? (before['mappings'] as readonly Stored[]) : [];
  const settings = {
    ...before,
    mappings: [...mappings.filter((other) => !isSame(other, mapping)), mapping],
    ...(dateOrder === undefined ? {} : { dateOrder }),
  };
  const written = `${JSON.stringify(settings, undefined, indentOf(text))}\n`;
  await writeAtomically(path, written).catch((cause: unknown) => {
    throw new UserError(
      `${cleanText(path)} cannot be written: ${(cause as NodeJS.ErrnoException).code ?? ''}`,
      { hint: 'check who may write there', cause },
    );
  });
}

type Stored = Partial<ColumnMapping>;

function settingsIn(text: string, path: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new UserError(`${cleanText(path)} does not hold settings in braces, { … }`, { exitCode: 4 });
}

function isSame(stored: Stored, { header = [] }: ColumnMapping): boolean {
  const other = stored.header ?? [];
  return (
    other.length === header.length &&
    other.every((name, index) => normaliseName(name) === normaliseName(header[index] ?? ''))
  );
}

function indentOf(text = ''): string | number {
  return /^\{\r?\n([ \t]+)"/.exec(text)?.[1] ?? 2;
}
