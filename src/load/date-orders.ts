import { cleanText } from '../domain/clean-text.ts';
import type { Day } from '../domain/day.ts';
import type { Problem } from '../domain/problem.ts';
import { dateOrdersByShape, openShape, parseDay, type DateOrder, type ShownOrder } from './dates.ts';
import { report, type OpenDraft } from './draft.ts';
import type { CellTable } from './format.ts';

/** Where a date stands, for a Problem. */
export interface DatePlace {
  readonly file: string;
  readonly line: number;
  /** name of its column or field */
  readonly column: string;
}

/**
 * The order of day and month for cells of a table. What a column's own dates of that shape show decides; then what other columns'
 * dates of the shape show; then the order that the platform fixes; then the owner's word; then, with a note, the only order in
 * which the column's rows are sorted. Where none of these tells, the file is marked as one to ask about, and never guessed.
 */
export function dateOrderFinder(
  table: CellTable,
  draft: OpenDraft,
  fixed?: DateOrder,
): (row: number, column: number) => DateOrder {
  const decided = new Map<string, DateOrder>();
  const shapes = shapeFinder(table);
  return (row, column) => {
    const text = table.cell(row, column);
    const shape = openShape(text);
    if (shape === undefined || readings(text) === undefined) return 'dmy';
    const key = `${column} ${shape}`;
    const order = decided.get(key) ?? decide({ shapes, table, column, shape }, { draft, fixed, row });
    decided.set(key, order);
    return order;
  };
}

interface Deciding {
  readonly draft: OpenDraft;
  readonly fixed: DateOrder | undefined;
  readonly row: number;
}

function decide(place: Column, { draft, fixed, row }: Deciding): DateOrder {
  const { table, column } = place;
  const told = shownOrder(place) ?? fixed ?? draft.dateOrder ?? sortedOrder(place, draft);
  if (told !== undefined) return told;
  const name = table.header[column] ?? '';
  return ask(draft, table.cell(row, column), {
    file: table.file,
    line: table.lineOf(row),
    column: name,
  });
}

type Shapes = ReadonlyMap<string, ShownOrder>;

interface Column {
  readonly shapes: (column: number) => Shapes;
  readonly table: CellTable;
  readonly column: number;
  readonly shape: string;
}

/** Looks through a column once, and only when it is asked for. */
function shapeFinder(table: CellTable): (column: number) => Shapes {
  const known = new Map<number, Shapes>();
  return (column) => {
    const shapes = known.get(column) ?? dateOrdersByShape(cellsOf(table, column));
    known.set(column, shapes);
    return shapes;
  };
}

function cellsOf(table: CellTable, column: number): string[] {
  return Array.from({ length: table.length }, (_, row) => table.cell(row, column));
}

/** What the column shows, or else all other columns that show anything; undefined where dates contradict each other. */
function shownOrder({ shapes, table, column, shape }: Column): DateOrder | undefined {
  const own = shapes(column).get(shape);
  if (own === 'dmy' || own === 'mdy') return own;
  if (own === 'both') return undefined;
  const others = new Set(table.header.map((_, other) => shapes(other).get(shape)));
  if (others.has('both') || others.has('dmy') === others.has('mdy')) return undefined;
  return others.has('dmy') ? 'dmy' : 'mdy';
}

/** Fewer days could stand in order by chance: six do so once in 360 times. */
const ENOUGH_DAYS = 6;

function sortedOrder({ table, column, shape }: Column, draft: OpenDraft): DateOrder | undefined {
  const cells = cellsOf(table, column).filter((text) => openShape(text) === shape);
  const [dmy, mdy] = [isSorted(cells, 'dmy'), isSorted(cells, 'mdy')];
  if (dmy === mdy) return undefined;
  const name = table.header[column] ?? '';
  report(draft, {
    code: 'ambiguous-date',
    severity: 'note',
    message: `${name} was read as ${dmy ? 'day/month' : 'month/day'}, for only so do the rows stand in order`,
    file: table.file,
    column: name,
    hint: SAY_WHICH,
  });
  return dmy ? 'dmy' : 'mdy';
}

/** Whether dates rise, or fall, from row to row, over enough different days. */
function isSorted(cells: readonly string[], order: DateOrder): boolean {
  const moments = cells.flatMap((text) => {
    const parsed = parseDay(text, order);
    return parsed === undefined ? [] : [`${parsed.day} ${parsed.time ?? ''}`];
  });
  if (new Set(moments.map((moment) => moment.slice(0, 10))).size < ENOUGH_DAYS) return false;
  const rises = moments.every((moment, at) => at === 0 || moment >= (moments[at - 1] ?? ''));
  return rises || moments.every((moment, at) => at === 0 || moment <= (moments[at - 1] ?? ''));
}

/** Marks the file as one whose dates the owner must be asked about; the order given back only lets the reading go on. */
export function ask(draft: OpenDraft, text: string, { file, line, column }: DatePlace): DateOrder {
  const both = readings(text);
  const days = both === undefined ? 'day or month first' : `${dayName(both.dmy)} or ${dayName(both.mdy)}`;
  const problem: Problem = {
    code: 'ambiguous-date',
    severity: 'error',
    message: `${cleanText(column)} "${cleanText(text, { max: 60 })}" may be ${days} – the file was left out`,
    file,
    line,
    column,
    value: text,
    hint: SAY_WHICH,
  };
  (draft.openDates ?? draft.problems).push(problem);
  return 'dmy';
}
const SAY_WHICH = 'say which: --date-order dmy or --date-order mdy';

/** Both days that a date may mean; undefined when it means one only. */
export function readings(text: string): { readonly dmy: Day; readonly mdy: Day } | undefined {
  const [dmy, mdy] = [parseDay(text, 'dmy')?.day, parseDay(text, 'mdy')?.day];
  return dmy === undefined || mdy === undefined || dmy === mdy ? undefined : { dmy, mdy };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function dayName(day: Day): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''}`;
}
