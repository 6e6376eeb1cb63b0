import { dateOrdersByShape } from './dates.ts';
import type { OpenDraft } from './draft.ts';
import type { Draft, TextTable } from './format.ts';
import { rowReader, type RowReader } from './row-reader.ts';

/**
 * A reader for platforms that write the month before the day, though not for every shop. The column decides: what its dates show
 * holds for the whole file; where they leave it open the owner's word counts, and without one the platform's habit. Where dates
 * of one column contradict each other each shape is decided for itself.
 */
export function monthFirstReader(table: TextTable, draft: Draft, column: number): RowReader {
  const cells = rowReader(table, draft);
  const shown = new Set(dateOrdersByShape(textsOf(table, cells, column)).values());
  if (shown.has('dmy') && shown.has('mdy')) return cells;
  const open: OpenDraft = draft;
  const order = shown.has('dmy') ? 'dmy' : shown.has('mdy') ? 'mdy' : (open.dateOrder ?? 'mdy');
  return rowReader(table, draft, order);
}

function* textsOf(table: TextTable, cells: RowReader, column: number): Generator<string> {
  for (let row = 0; row < table.rows.length; row += 1) yield cells.text(row, column);
}
