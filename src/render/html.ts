import {
  paragraphsOf,
  prepare,
  type Bars,
  type Block,
  type Chart,
  type Document,
  type DocumentRow,
  type DocumentTable,
  type Prose,
  type Spark,
  type TableCell,
} from './document.ts';
import { barCells, chartColumns, chartEnds, colourLegend, sparkColumns } from './html-charts.ts';
import { COLOURS, element, escapeHtml, layout } from './html-parts.ts';

const LARGEST = 100_000;
/** rows of a table, bars and items of a list that are shown; the first of these with which the page is small enough */
const MOST_ROWS = [200, 100, 50, 25, 12, 6, 3, 1] as const;
const PREHEADER = 140;

/**
 * The document as one HTML file that mail programs show: layout by tables, styles inline, 600 px, nothing remote and no
 * links, every text escaped. Kept under 100,000 bytes by showing fewer rows of each table ("and 12 more").
 */
export function renderHtml(document: Document): string {
  const shown = prepare(document);
  let page = '';
  for (const most of MOST_ROWS) {
    page = htmlPage(shown, most);
    if (new TextEncoder().encode(page).length < LARGEST) break;
  }
  return page;
}

function htmlPage(document: Document, most: number): string {
  const { title, subtitle, right, blocks } = document;
  const line = [subtitle ?? '', right ?? ''].filter((text) => text !== '').join(' · ');
  const rows = [
    element('h1', { style: 'margin:0;font-size:18px;line-height:1.35' }, escapeHtml(title)) +
      (line === '' ? '' : paragraph(escapeHtml(line), `color:${COLOURS.muted};font-size:13px`)),
    ...blocks.map((block) => htmlBlock(block, most)),
  ];
  return layout({ lang: document.lang, title, preheader: preheaderOf(blocks), rows });
}

/** What a mailbox shows beside the subject: the start of the summary. */
function preheaderOf(blocks: readonly Block[]): string {
  const summary = blocks.find((block) => block.kind === 'prose' && block.role === 'summary');
  const text = summary?.kind === 'prose' ? summary.text.replace(/\s+/g, ' ') : '';
  const cut = Array.from(text).slice(0, PREHEADER).join('');
  return cut.length < text.length ? `${cut.replace(/ [^ ]*$/, '')} …` : text;
}

function htmlBlock(block: Block, most: number): string {
  switch (block.kind) {
    case 'heading':
      return element('h2', { style: 'margin:0;font-size:15px;line-height:1.35' }, escapeHtml(block.text));
    case 'prose':
      return prose(block);
    case 'table':
      return table(block, most);
    case 'spark':
      return spark(block);
    case 'chart':
      return chart(block);
    case 'bars':
      return bars(block, most);
    case 'list':
      return list(block.items, most);
  }
}

function paragraph(content: string, style = ''): string {
  return element('p', { style: `margin:0 0 8px;${style}` }, content);
}

function prose({ text, role }: Prose): string {
  const style = role === 'summary' ? 'font-size:15px' : `font-size:13px;color:${COLOURS.muted}`;
  return paragraphsOf(text)
    .map((lines) => paragraph(lines.map(escapeHtml).join('<br>'), style))
    .join('');
}

function remarks(texts: readonly string[]): string {
  return texts.map((text) => paragraph(escapeHtml(text), `font-size:12px;color:${COLOURS.muted}`)).join('');
}

function leftOut(count: number, most: number): readonly string[] {
  return count > most ? [`and ${count - most} more`] : [];
}

const CELL = 'padding:4px 0 4px 10px;vertical-align:top';

function table(block: DocumentTable, most: number): string {
  const { caption, columns, rows } = block;
  const heads = columns.map(({ label, align }) =>
    label === ''
      ? '<td></td>'
      : element(
          'th',
          { scope: 'col', align, style: `${CELL};color:${COLOURS.muted};font-weight:normal` },
          escapeHtml(label),
        ),
  );
  const head = columns.some(({ label }) => label !== '') ? `<thead><tr>${heads.join('')}</tr></thead>` : '';
  const body = rows.slice(0, most).map((row) => tableRow(row, block));
  const grid = element('table', DATA_TABLE, `${captionOf(caption)}${head}<tbody>${body.join('')}</tbody>`);
  const under = [
    ...leftOut(rows.length, most),
    ...(block.more === undefined ? [] : [block.more]),
    ...(block.notes ?? []),
  ];
  return (rows.length === 0 ? remarks(caption === undefined ? [] : [caption]) : grid) + remarks(under);
}

function captionOf(text = ''): string {
  const style = 'text-align:left;font-weight:bold;padding:4px 0';
  return text === '' ? '' : element('caption', { align: 'left', style }, escapeHtml(text));
}

const DATA_TABLE = {
  width: '100%',
  cellpadding: '0',
  cellspacing: '0',
  border: '0',
  style: 'border-collapse:collapse;font-size:13px;line-height:1.35;margin:0 0 8px',
};

const ROW_STYLES: Readonly<Record<DocumentRow['style'], string>> = {
  normal: '',
  total: `;font-weight:bold;border-top:1px solid ${COLOURS.muted}`,
  subtotal: ';font-weight:bold',
  muted: `;color:${COLOURS.muted}`,
};

function tableRow(row: DocumentRow, { columns }: DocumentTable): string {
  const cells = columns.map(({ align }, index) => {
    const style =
      (index === 0 ? nameStyle(row) : CELL) + ROW_STYLES[row.style] + toneStyle(row.cells[index], align);
    const content = escapeHtml(row.cells[index]?.text ?? '');
    return index === 0
      ? element('th', { scope: 'row', align, style }, content)
      : element('td', { align, style }, content);
  });
  return `<tr>${cells.join('')}</tr>`;
}

function nameStyle({ indent = 0 }: DocumentRow): string {
  return `${CELL};font-weight:normal;padding-left:${indent * 14}px`;
}

function toneStyle(cell: TableCell | undefined, align: 'left' | 'right'): string {
  const colour = cell?.tone === undefined ? '' : `;color:${COLOURS[cell.tone]}`;
  return align === 'right' ? `${colour};white-space:nowrap` : colour;
}

function spark(block: Spark): string {
  const ends = [block.from, block.to].filter((end) => end !== undefined).join(' – ');
  const words = [ends, block.note ?? ''].filter((text) => text !== '').join(' · ');
  return sparkColumns(block) + remarks(words === '' ? [] : [words]);
}

function chart(block: Chart): string {
  const words = [chartEnds(block), colourLegend(block), ...block.notes].filter((text) => text !== '');
  return chartColumns(block) + remarks(words);
}

function bars(block: Bars, most: number): string {
  const { label, rows } = block;
  const drawn = barCells(block);
  const lines = rows.slice(0, most).map((row, index) => {
    const cells = [
      element(
        'th',
        { scope: 'row', align: 'left', width: '35%', style: `${CELL};padding-left:0;font-weight:normal` },
        escapeHtml(row.label),
      ),
      element('td', { align: 'right', style: `${CELL};white-space:nowrap` }, escapeHtml(row.text)),
      element('td', { 'aria-hidden': 'true', width: '40%', style: CELL }, drawn[index] ?? ''),
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  return (
    element('table', DATA_TABLE, `${captionOf(label)}<tbody>${lines.join('')}</tbody>`) +
    remarks(leftOut(rows.length, most))
  );
}

function list(items: readonly string[], most: number): string {
  const lines = items
    .slice(0, most)
    .map((item) => element('li', { style: 'margin:0 0 4px' }, escapeHtml(item)));
  const whole = element('ul', { style: 'margin:0 0 8px;padding-left:20px' }, lines.join(''));
  return (items.length === 0 ? '' : whole) + remarks(leftOut(items.length, most));
}
