import type { DocumentRow, DocumentTable } from './document.ts';
import { INDENT, type Pen } from './pen.ts';
import { cellWidth, truncate, unbroken, wrap } from './width.ts';

const GAP = '  ';
const STEP = '  ';
/** a text column is not made narrower than this */
const NARROW = 12;
const MOST_STEPS = 4;

/** Which columns are shown, by their place in the table, and how many cells each takes. */
interface Layout {
  readonly shown: readonly number[];
  readonly widths: ReadonlyMap<number, number>;
}

/** A table's lines: caption, heads, rows, what is not shown, notes. Amounts are never cut. */
export function tableLines(table: DocumentTable, pen: Pen): string[] {
  const layout = fit(table, pen.width - INDENT.length);
  const remarks = [...(table.more === undefined ? [] : [table.more]), ...(table.notes ?? [])];
  return [
    ...(table.caption === undefined ? [] : remark(table.caption, pen).map((line) => pen.paint.heading(line))),
    ...(layout === undefined ? stacked(table, pen) : gridLines(table, layout, pen)),
    ...remarks.flatMap((text) => remark(text, pen)).map((line) => pen.paint.muted(line)),
  ];
}

function remark(text: string, pen: Pen): string[] {
  return wrap(text, pen.width - INDENT.length).map((line) => INDENT + line);
}

function cellText(row: DocumentRow, column: number): string {
  return stepOf(row, column) + (row.cells[column]?.text ?? '');
}

function stepOf(row: DocumentRow, column: number): string {
  return column === 0 ? STEP.repeat(Math.min(MOST_STEPS, row.indent ?? 0)) : '';
}

/**
 * Natural widths if they fit; else free text is narrowed, then columns that may go are left out, then any text column is
 * narrowed and wrapped. Undefined when that is not enough.
 */
function fit(table: DocumentTable, room: number): Layout | undefined {
  const natural = table.columns.map((column, index) =>
    Math.max(cellWidth(column.label), ...table.rows.map((row) => cellWidth(cellText(row, index)))),
  );
  let shown = table.columns.map((_, index) => index);
  for (;;) {
    const free = shown.filter((index) => table.columns[index]?.grow === true);
    const widths = narrowed({ shown, natural, narrow: free }, room);
    if (widths !== undefined) return { shown, widths };
    const dropped = leastImportant(table, shown);
    if (dropped === undefined) break;
    shown = shown.filter((index) => index !== dropped);
  }
  const texts = shown.filter((index) => table.columns[index]?.align === 'left');
  const widths = narrowed({ shown, natural, narrow: texts }, room);
  return widths === undefined ? undefined : { shown, widths };
}

interface Wish {
  readonly shown: readonly number[];
  readonly natural: readonly number[];
  /** columns that may be narrowed, the last one first */
  readonly narrow: readonly number[];
}

function narrowed({ shown, natural, narrow }: Wish, room: number): ReadonlyMap<number, number> | undefined {
  const widths = new Map(shown.map((index) => [index, natural[index] ?? 0]));
  const gaps = GAP.length * Math.max(0, shown.length - 1);
  let excess = [...widths.values()].reduce((sum, width) => sum + width, gaps) - room;
  for (const index of [...narrow].reverse()) {
    const width = widths.get(index) ?? 0;
    const less = Math.max(0, Math.min(excess, width - NARROW));
    widths.set(index, width - less);
    excess -= less;
  }
  return excess > 0 ? undefined : widths;
}

function leastImportant(table: DocumentTable, shown: readonly number[]): number | undefined {
  return shown
    .filter((index) => table.columns[index]?.priority !== undefined)
    .sort((a, b) => (table.columns[b]?.priority ?? 0) - (table.columns[a]?.priority ?? 0) || b - a)[0];
}

function gridLines(table: DocumentTable, layout: Layout, pen: Pen): string[] {
  const head: DocumentRow = { style: 'muted', cells: table.columns.map(({ label }) => ({ text: label })) };
  const heads = table.rows.length > 0 && layout.shown.some((index) => cellText(head, index) !== '');
  return [...(heads ? [head] : []), ...table.rows].flatMap((row) => rowLines(row, { table, layout, pen }));
}

interface Grid {
  readonly table: DocumentTable;
  readonly layout: Layout;
  readonly pen: Pen;
}

/** A row is one line, or more where a narrowed text column is wrapped; amounts stand on the first. */
function rowLines(row: DocumentRow, { table, layout, pen }: Grid): string[] {
  const columns = layout.shown.map((index) => {
    const width = layout.widths.get(index) ?? 0;
    const column = table.columns[index];
    const lines =
      column?.grow === true ? [truncate(cellText(row, index), width, pen.cut)] : cellLines(row, index, width);
    return { index, width, align: column?.align, lines };
  });
  const height = Math.max(...columns.map(({ lines }) => lines.length));
  return Array.from(
    { length: height },
    (_, at) =>
      INDENT +
      columns
        .map(({ index, width, align, lines }) => {
          const text = lines[at] ?? '';
          const blanks = ' '.repeat(Math.max(0, width - cellWidth(text)));
          const painted = paintCell(text, { row, index, pen });
          return align === 'right' ? blanks + painted : painted + blanks;
        })
        .join(GAP),
  );
}

function cellLines(row: DocumentRow, index: number, width: number): string[] {
  const step = stepOf(row, index);
  return wrap(row.cells[index]?.text ?? '', width - step.length).map((line) => step + line);
}

function paintCell(text: string, { row, index, pen }: { row: DocumentRow; index: number; pen: Pen }): string {
  if (text === '') return text;
  const tone = row.cells[index]?.tone;
  const toned = tone === undefined ? text : pen.paint[tone](text);
  if (row.style === 'normal') return toned;
  return row.style === 'muted' ? pen.paint.muted(toned) : pen.paint.total(toned);
}

/** Each row as a few lines, its name first and then every value after its column's label. */
function stacked(table: DocumentTable, pen: Pen): string[] {
  return table.rows.flatMap((row) => {
    const values = table.columns.slice(1).flatMap((column, index) => {
      const value = row.cells[index + 1]?.text ?? '';
      if (value === '') return [];
      const room = pen.width - INDENT.length * 2;
      const whole = unbroken(value, room);
      return wrap(column.label === '' ? whole : `${column.label}: ${whole}`, room);
    });
    const name = wrap(row.cells[0]?.text ?? '', pen.width - INDENT.length);
    return [...name.map((line) => INDENT + line), ...values.map((line) => INDENT + INDENT + line)];
  });
}
