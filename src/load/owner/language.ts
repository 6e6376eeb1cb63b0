import type { OwnerRow } from './owner-rows.ts';

const NAMES: Readonly<Record<string, string>> = {
  english: 'en',
  hindi: 'hi',
  हिन्दी: 'hi',
  हिंदी: 'hi',
};

/** The code of a language, written as such (`hi`, `en-IN`) or by name; another word is a Problem and undefined. */
export function languageOf(row: OwnerRow): string | undefined {
  const written = row.text('language')?.toLowerCase();
  if (written === undefined) return undefined;
  const code = NAMES[written] ?? written.split('-')[0] ?? '';
  if (/^[a-z]{2,3}$/.test(code)) return code;
  row.doubt('language', 'is not a language such as en or hi – read as blank');
  return undefined;
}
