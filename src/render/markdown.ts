import {
  paragraphsOf,
  prepare,
  type Bars,
  type Block,
  type Chart,
  type Document,
  type DocumentRow,
  type DocumentTable,
  type Spark,
} from './document.ts';
import { bar, barShares, sparkline } from './sparkline.ts';

const SPARK_WIDTH = 60;
const BAR_WIDTH = 20;

/**
 * The document as GitHub markdown, ending in a line feed. Every text is escaped, so that nothing of the shop's data becomes
 * a link, an image, HTML, a formula or a mention; whatever looks like an address is set as code.
 */
export function renderMarkdown(document: Document): string {
  const { title, subtitle, right, blocks } = prepare(document);
  const head = [subtitle ?? '', right ?? ''].filter((text) => text !== '').map(escapeLine);
  return `${[`# ${escape(title)}`, ...(head.length > 0 ? [head.join(' · ')] : []), ...blocks.flatMap(markdown)].join('\n\n')}\n`;
}

function markdown(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`## ${escape(block.text)}`];
    case 'prose':
      return paragraphsOf(block.text).map((lines) => lines.map(escapeLine).join('\\\n'));
    case 'table':
      return table(block);
    case 'spark':
      return [spark(block)];
    case 'chart':
      return [chart(block)];
    case 'bars':
      return [strong(block.label), bars(block)].filter((part) => part !== '');
    case 'list':
      return block.items.length === 0 ? [] : [block.items.map((item) => `- ${escapeLine(item)}`).join('\n')];
  }
}

function table(block: DocumentTable): string[] {
  const aligns = block.columns.map((column) => column.align);
  const heads = block.columns.map((column) => escape(column.label));
  const rows = block.rows.map((row) => block.columns.map((_, index) => cell(row, index)));
  return [
    ...(block.caption === undefined ? [] : [strong(block.caption)]),
    ...(rows.length === 0 ? [] : [grid(heads, aligns, rows)]),
    ...(block.more === undefined ? [] : [escapeLine(block.more)]),
    ...(block.notes ?? []).map(escapeLine),
  ];
}

function cell(row: DocumentRow, index: number): string {
  const text = row.cells[index]?.text ?? '';
  const step = index === 0 ? '&emsp;'.repeat(row.indent ?? 0) : '';
  return step + (row.style === 'total' || row.style === 'subtotal' ? strong(text) : escape(text));
}

function grid(
  heads: readonly string[],
  aligns: readonly ('left' | 'right')[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(heads),
    line(aligns.map((align) => (align === 'right' ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

/** One line of heights, for markdown keeps no drawing of several; the notes name the marked days. */
function chart({ label, unit, points, notes }: Chart): string {
  const values = points.map(({ value }) => value);
  const [from, to] = [points[0]?.label, points.at(-1)?.label];
  const line = spark({ kind: 'spark', label, unit, values, from, to });
  return [line, ...notes.map(escapeLine)].join('\\\n');
}

function spark({ label, unit, values, from, to, note }: Spark): string {
  const name = unit === undefined ? label : `${label} (${unit})`;
  const ends = [from, to].filter((end) => end !== undefined).join(' – ');
  const drawn = sparkline(values, { width: SPARK_WIDTH, ascii: false }).replace(/ /g, '\u2007');
  const words = [ends, note ?? ''].filter((part) => part !== '').map(escape);
  return `${escapeLine(name)}: ${[drawn, ...words].join(' · ')}`;
}

function bars(block: Bars): string {
  const shares = barShares(block.rows.map((row) => row.value));
  const rows = block.rows.map((row, index) => [
    escape(row.label),
    escape(row.text),
    bar(shares[index] ?? 0, { width: BAR_WIDTH, ascii: false }),
  ]);
  return rows.length === 0 ? '' : grid(['', '', ''], ['left', 'right', 'left'], rows);
}

function strong(text: string): string {
  return text === '' ? '' : `**${escape(text)}**`;
}

/** Anything a reader would turn into a link or a mention. */
const ADDRESS = /[^\s|`<>]*(?::\/\/|www\.|@)[^\s|`<>]*/gi;
const SPECIAL = /[\\*_{}[\]>#|~$]/g;

function escape(text: string): string {
  let escaped = '';
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    escaped += `${escapePlain(text.slice(end, index))}\`${address}\``;
    end = index + address.length;
  }
  return escaped + escapePlain(text.slice(end));
}

function escapePlain(text: string): string {
  return text.replace(SPECIAL, '\\$&').replace(/`/g, '\\`').replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Escaped, and not taken for a list, a rule or an underlined title at the start of a line. */
function escapeLine(text: string): string {
  return escape(text)
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
