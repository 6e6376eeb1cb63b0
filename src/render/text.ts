import { toAscii } from './ascii.ts';
import { chartLegend, drawChart } from './chart.ts';
import { NO_PAINT, type Paint } from './colour.ts';
import {
  paragraphsOf,
  prepare,
  type Bars,
  type Block,
  type Chart,
  type Document,
  type List,
  type Prose,
  type Spark,
} from './document.ts';
import { INDENT, type Pen } from './pen.ts';
import { bar, barShares, sparkline } from './sparkline.ts';
import { tableLines } from './text-table.ts';
import { cellWidth, pad, truncate, unbroken, wrap } from './width.ts';

export interface TextStyle {
  /** terminal cells across; fewer than 20 are taken as 20 */
  readonly width: number;
  /** plain signs instead of block characters, ₹, ▲ and the like */
  readonly ascii?: boolean | undefined;
  /** default: no colour */
  readonly paint?: Paint | undefined;
}

const PROSE_WIDTH = 100;
const NARROWEST_LABEL = 12;
const WIDEST_BAR = 40;
const NARROWEST = 20;
const NO_BREAK = /[\u00A0\u202F\u2009]/g;

/**
 * The document as text for a terminal, no line wider than `width` cells, ending in a line feed. Foreign text is cleaned
 * here; tables fit by cutting free text, then by leaving out columns that may go, then as one line per value.
 */
export function renderText(document: Document, style: TextStyle): string {
  const ascii = style.ascii === true;
  const pen: Pen = {
    width: Math.max(NARROWEST, style.width),
    ascii,
    paint: style.paint ?? NO_PAINT,
    cut: ascii ? '...' : '…',
    dash: ascii ? ' - ' : ' – ',
  };
  const shown = prepare(document, ascii ? toAscii : undefined);
  const lines = [...titleLines(shown, pen)];
  shown.blocks.forEach((block, index) => {
    const close = shown.blocks[index - 1]?.kind === 'heading';
    const content = blockLines(block, pen);
    if (content.length > 0) lines.push(...(close ? [] : ['']), ...content);
  });
  return `${lines.map((line) => line.replace(NO_BREAK, ' ').trimEnd()).join('\n')}\n`;
}

function titleLines({ title, subtitle, right = '' }: Document, { width, paint }: Pen): string[] {
  const titles = wrap(title, width);
  const last = titles.at(-1) ?? '';
  const gap = width - cellWidth(last) - cellWidth(right);
  const painted = titles.map((line) => paint.title(line));
  if (right !== '') {
    if (gap >= 2) painted[painted.length - 1] = `${paint.title(last)}${' '.repeat(gap)}${paint.muted(right)}`;
    else painted.push(paint.muted(pad(truncate(right, width), width, 'right')));
  }
  return [...painted, ...wrap(subtitle ?? '', width).map((line) => paint.muted(line))];
}

function blockLines(block: Block, pen: Pen): string[] {
  switch (block.kind) {
    case 'heading':
      return indented(block.text, pen).map((line) => pen.paint.heading(line));
    case 'prose':
      return proseLines(block, pen);
    case 'table':
      return tableLines(block, pen);
    case 'spark':
      return sparkLines(block, pen);
    case 'chart':
      return chartLines(block, pen);
    case 'bars':
      return barLines(block, pen);
    case 'list':
      return listLines(block, pen);
  }
}

/** The text wrapped and set two blanks in. */
function indented(text: string, { width }: Pen): string[] {
  return wrap(text, Math.min(width, PROSE_WIDTH) - INDENT.length).map((line) => INDENT + line);
}

function proseLines(prose: Prose, pen: Pen): string[] {
  const paint = prose.role === 'summary' ? (line: string) => line : pen.paint.muted;
  return paragraphsOf(prose.text).flatMap((lines, index) => [
    ...(index === 0 ? [] : ['']),
    ...lines.flatMap((line) => indented(line, pen)).map((line) => paint(line)),
  ]);
}

function sparkLines(spark: Spark, pen: Pen): string[] {
  const label = spark.unit === undefined ? spark.label : `${spark.label} (${spark.unit})`;
  const lead = cellWidth(label) + 2 <= (pen.width - INDENT.length) / 2 ? `${label}  ` : '';
  const room = pen.width - INDENT.length - cellWidth(lead);
  const line = sparkline(spark.values, { width: room, ascii: pen.ascii });
  const note = spark.note ?? '';
  const beside = note !== '' && line.length + 3 + cellWidth(note) <= room;
  const left = INDENT + ' '.repeat(cellWidth(lead));
  return [
    ...(lead === '' ? indented(label, pen) : []),
    `${INDENT}${lead}${pen.paint.chart(line)}${beside ? `   ${note}` : ''}`,
    ...endLabels(spark, { drawn: line.length, room, dash: pen.dash }).map(
      (ends) => left + pen.paint.muted(ends),
    ),
    ...(beside ? [] : indented(note, pen)),
  ];
}

function chartLines(chart: Chart, pen: Pen): string[] {
  const label = chart.unit === undefined ? chart.label : `${chart.label} (${chart.unit})`;
  const { ascii, paint, width } = pen;
  const { lines, marks, ends } = drawChart(chart, { width: width - INDENT.length, ascii });
  return [
    ...indented(label, pen).map((line) => paint.heading(line)),
    ...lines.map((line) => INDENT + paint.chart(line)),
    ...(marks === undefined ? [] : [INDENT + marks]),
    INDENT + paint.muted(ends),
    ...[chartLegend(chart, ascii), ...chart.notes]
      .filter((note) => note !== '')
      .flatMap((note) => indented(note, pen)),
  ];
}

function endLabels(
  { from = '', to = '' }: Spark,
  { drawn, room, dash }: { drawn: number; room: number; dash: string },
): string[] {
  const gap = drawn - cellWidth(from) - cellWidth(to);
  if (from !== '' && to !== '' && gap > 0) return [`${from}${' '.repeat(gap)}${to}`];
  return wrap([from, to].filter((end) => end !== '').join(dash), room);
}

function barLines(bars: Bars, pen: Pen): string[] {
  const room = pen.width - INDENT.length;
  const texts = Math.max(0, ...bars.rows.map((row) => cellWidth(row.text)));
  const labels = Math.min(
    Math.max(0, ...bars.rows.map((row) => cellWidth(row.label))),
    Math.max(NARROWEST_LABEL, Math.floor(room / 2) - texts),
  );
  const width = Math.min(WIDEST_BAR, room - labels - texts - 4);
  const shares = barShares(bars.rows.map((row) => row.value));
  const rows = bars.rows.flatMap((row, index) => {
    if (width < -2)
      return [
        ...indented(row.label, pen),
        ...wrap(unbroken(row.text, room - 2), room - 2).map((line) => INDENT + INDENT + line),
      ];
    const drawn = width < 4 ? '' : bar(shares[index] ?? 0, { width, ascii: pen.ascii });
    const [first = '', ...rest] = wrap(row.label, labels);
    const amount = `${INDENT}${pad(first, labels)}  ${pad(row.text, texts, 'right')}`;
    return [`${amount}  ${pen.paint.chart(drawn)}`, ...rest.map((line) => INDENT + line)];
  });
  return [...indented(bars.label, pen).map((line) => pen.paint.heading(line)), ...rows];
}

function listLines(list: List, pen: Pen): string[] {
  const mark = pen.ascii ? '- ' : '· ';
  return list.items.flatMap((item) =>
    wrap(item, Math.min(pen.width, PROSE_WIDTH) - INDENT.length - mark.length).map(
      (line, index) => `${INDENT}${index === 0 ? mark : '  '}${line}`,
    ),
  );
}
