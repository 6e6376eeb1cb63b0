import type { MovementKind } from '../../domain/books.ts';
import { report } from '../draft.ts';
import type { Draft, TextTable } from '../format.ts';

/** Tells of a name that Amazon used and nobody here knows, once per name and file; its rows count under that name. */
export type TellUnknown = (row: number, name: string, kind: MovementKind) => void;

export function unknownTeller(table: TextTable, draft: Draft): TellUnknown {
  const told = new Set<string>();
  return (row, name, kind) => {
    if (told.has(name)) return;
    told.add(name);
    report(draft, {
      code: 'bad-row',
      severity: 'note',
      message: `"${name}" is not a charge that ecom knows – counted under that name as ${kind.replace('_', ' ')}`,
      file: table.file,
      line: table.lineOf(row),
      value: name,
    });
  };
}
