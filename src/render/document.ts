import { cleanText } from '../domain/clean-text.ts';

/**
 * An answer as it is shown: a title line and blocks. A report makes one; every renderer can show it. Texts may hold the
 * shop's own words: each renderer cleans and escapes them for its sink.
 */
export interface Document {
  readonly title: string;
  /** second line, under the title */
  readonly subtitle?: string | undefined;
  /** at the right end of the title line, e.g. the currency */
  readonly right?: string | undefined;
  /** BCP 47, e.g. `en`, `hi` */
  readonly lang: string;
  /** true only for the bundled demo shop; every renderer then says so in the title line */
  readonly demo: boolean;
  readonly blocks: readonly Block[];
}

export type Block = Heading | Prose | DocumentTable | Spark | Chart | Bars | List;

/** A title of what follows; it stands close to the next block. */
export interface Heading {
  readonly kind: 'heading';
  readonly text: string;
}

/** Paragraphs separated by a blank line; a single line feed is a line break. */
export interface Prose {
  readonly kind: 'prose';
  readonly text: string;
  readonly role: 'summary' | 'note' | 'footer';
}

export interface DocumentTable {
  readonly kind: 'table';
  readonly id: string;
  readonly caption?: string | undefined;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
  /** words for rows that are not shown: `and 12 more` */
  readonly more?: string | undefined;
  /** remarks that belong to the table, one line each, right under it */
  readonly notes?: readonly string[] | undefined;
}

export interface DocumentColumn {
  readonly label: string;
  readonly align: 'left' | 'right';
  /** free text: stands last and is cut to fit */
  readonly grow?: boolean | undefined;
  /** may be left out where the screen is narrow, the highest number first; undefined: never */
  readonly priority?: number | undefined;
}

export interface DocumentRow {
  /** in the order of the columns; the first names the row */
  readonly cells: readonly TableCell[];
  readonly style: 'normal' | 'total' | 'subtotal' | 'muted';
  /** steps in front of the first cell */
  readonly indent?: number | undefined;
}

export interface TableCell {
  /** says by itself, in words or by its sign, what the tone says by colour */
  readonly text: string;
  readonly tone?: Tone | undefined;
}

export type Tone = 'better' | 'worse' | 'muted';

/** One value per day, week or month, as a line of small bars; null where not known. */
export interface Spark {
  readonly kind: 'spark';
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** what one bar is, in words: `rupees a day` */
  readonly unit?: string | undefined;
  /** label of the first value: `1 Oct` */
  readonly from?: string | undefined;
  /** label of the last value: `31 Oct` */
  readonly to?: string | undefined;
  readonly note?: string | undefined;
}

/** Columns, one per day, with what was to be expected of it and a mark on the days worth a look; where there is no room the last days. */
export interface Chart {
  readonly kind: 'chart';
  readonly label: string;
  readonly unit?: string | undefined;
  readonly points: readonly ChartPoint[];
  /** the highest value or expectation as it is read, and half of it; 0 is the ground */
  readonly top: string;
  readonly middle: string;
  /** what the marks mean, one line each */
  readonly notes: readonly string[];
}

export interface ChartPoint {
  /** `16 Nov` */
  readonly label: string;
  /** null where not known */
  readonly value: number | null;
  readonly expected?: number | undefined;
  /** `season`: explained by a feast or a sale */
  readonly mark?: 'up' | 'down' | 'season' | undefined;
}

/** Amounts side by side, each with a bar; `text` is the value as it is read. */
export interface Bars {
  readonly kind: 'bars';
  readonly label: string;
  readonly rows: readonly { readonly label: string; readonly value: number; readonly text: string }[];
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly string[];
}

/** Said in the title line of everything made from the bundled shop. */
export const DEMO_NOTICE = 'DEMO SHOP – invented data';

/** A rewriting of one text, for example to plain ASCII. */
export type Rewrite = (text: string) => string;

const LINE = 300;
const PROSE = 20_000;

/**
 * The document with every text cleaned (control, escape, direction and invisible characters removed), capped (300 graphemes
 * a line, 20,000 a prose) and rewritten, and with the demo notice in the title. Every renderer starts with it.
 */
export function prepare(document: Document, rewrite: Rewrite = (text) => text): Document {
  const line: Rewrite = (text) => rewrite(cleanText(text, { max: LINE }).trim());
  const optional = (text: string | undefined) => (text === undefined ? undefined : line(text));
  const title = line(document.title);
  return {
    ...document,
    title: document.demo ? `${line(DEMO_NOTICE)}${rewrite(' · ')}${title}` : title,
    subtitle: optional(document.subtitle),
    right: optional(document.right),
    blocks: document.blocks.map((block) => prepareBlock(block, line, rewrite)),
  };
}

function prepareBlock(block: Block, line: Rewrite, rewrite: Rewrite): Block {
  const optional = (text: string | undefined) => (text === undefined ? undefined : line(text));
  switch (block.kind) {
    case 'heading':
      return { ...block, text: line(block.text) };
    case 'prose':
      return { ...block, text: rewrite(cleanText(block.text, { multiline: true, max: PROSE })) };
    case 'table':
      return prepareTable(block, line);
    case 'spark':
      return {
        ...block,
        label: line(block.label),
        unit: optional(block.unit),
        from: optional(block.from),
        to: optional(block.to),
        note: optional(block.note),
      };
    case 'chart':
      return {
        ...block,
        label: line(block.label),
        unit: optional(block.unit),
        points: block.points.map((point) => ({ ...point, label: line(point.label) })),
        top: line(block.top),
        middle: line(block.middle),
        notes: block.notes.map(line),
      };
    case 'bars':
      return {
        ...block,
        label: line(block.label),
        rows: block.rows.map((row) => ({ ...row, label: line(row.label), text: line(row.text) })),
      };
    case 'list':
      return { ...block, items: block.items.map(line) };
  }
}

function prepareTable(table: DocumentTable, line: Rewrite): DocumentTable {
  return {
    ...table,
    caption: table.caption === undefined ? undefined : line(table.caption),
    columns: table.columns.map((column) => ({ ...column, label: line(column.label) })),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: line(cell.text) })),
    })),
    more: table.more === undefined ? undefined : line(table.more),
    notes: table.notes?.map(line),
  };
}

/** The lines of each paragraph; paragraphs are separated by blank lines. */
export function paragraphsOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0);
}
