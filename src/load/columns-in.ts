import type { TextTable } from './format.ts';

/** Where each of these columns stands in a table by its first spelling that is there, −1 for an absent one. */
export function columnsIn<Name extends string>(
  table: TextTable,
  names: Readonly<Record<Name, readonly string[]>>,
): Readonly<Record<Name, number>> {
  const found = Object.entries<readonly string[]>(names).map(([name, spellings]) => [
    name,
    table.column(...spellings),
  ]);
  return Object.fromEntries(found) as Record<Name, number>;
}
