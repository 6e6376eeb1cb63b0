import { contentWidth, heightOf, SMALL_SIZE, widthOf, write, type Pdf } from './document.ts';

export interface PdfColumn {
  readonly label: string;
  /** `fit`: as wide as its widest cell, on the right, for numbers must not break · else its share of the width that those leave */
  readonly width: 'fit' | number;
}

const PADDING = 4;
/** more of the page's width than this the columns that fit their cells do not take */
const MOST_FITTED = 0.75;
const HEAD_COLOUR = '#efefef';
const LINE_COLOUR = '#cccccc';

interface Cell {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

/**
 * A table as wide as the page, from the present position down. Rows never break: one that does not fit begins the next page,
 * under the head again. Cells wrap; a cell that a row lacks is empty. Leaves the position below the table.
 */
export function drawTable(
  pdf: Pdf,
  columns: readonly PdfColumn[],
  rows: readonly (readonly string[])[],
): void {
  const cells = cellsOf(pdf, columns, rows);
  const head = columns.map(({ label }) => label);
  const headHeight = rowHeight(pdf, cells, head);
  drawHead();
  for (const row of rows) {
    const height = rowHeight(pdf, cells, row);
    if (pdf.y + height > pageEnd(pdf)) {
      pdf.addPage();
      drawHead();
    }
    drawRow(pdf, cells, { row, height });
  }

  function drawHead(): void {
    const { left } = pdf.page.margins;
    if (pdf.y + headHeight > pageEnd(pdf)) pdf.addPage();
    pdf.rect(left, pdf.y, contentWidth(pdf), headHeight).fill(HEAD_COLOUR);
    drawRow(pdf, cells, { row: head, height: headHeight });
  }
}

function cellsOf(
  pdf: Pdf,
  columns: readonly PdfColumn[],
  rows: readonly (readonly string[])[],
): readonly Cell[] {
  const fitted = columns.map(({ label, width }, index) => {
    if (width !== 'fit') return 0;
    const widths = [label, ...rows.map((row) => row[index] ?? '')].map((text) => widthOf(pdf, text));
    return Math.max(...widths) + 2 * PADDING;
  });
  const room = contentWidth(pdf);
  const wanted = fitted.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, (room * MOST_FITTED) / wanted);
  const shares = columns.reduce((sum, { width }) => sum + (width === 'fit' ? 0 : width), 0);
  let x = pdf.page.margins.left;
  return columns.map(({ width: part }, index) => {
    const width = part === 'fit' ? (fitted[index] ?? 0) * scale : ((room - wanted * scale) * part) / shares;
    const cell = {
      x: x + PADDING,
      width: width - 2 * PADDING,
      align: part === 'fit' ? 'right' : 'left',
    } as const;
    x += width;
    return cell;
  });
}

function pageEnd({ page }: Pdf): number {
  return page.height - page.margins.bottom;
}

function rowHeight(pdf: Pdf, cells: readonly Cell[], row: readonly string[]): number {
  const heights = cells.map(({ width }, index) =>
    heightOf(pdf, row[index] ?? '', { width, size: SMALL_SIZE }),
  );
  return Math.max(...heights) + 2 * PADDING;
}

function drawRow(
  pdf: Pdf,
  cells: readonly Cell[],
  { row, height }: { readonly row: readonly string[]; readonly height: number },
): void {
  const { y } = pdf;
  const { left } = pdf.page.margins;
  cells.forEach((cell, index) => {
    write(pdf, row[index] ?? '', { ...cell, y: y + PADDING, size: SMALL_SIZE });
  });
  const end = y + height;
  pdf
    .moveTo(left, end)
    .lineTo(left + contentWidth(pdf), end)
    .lineWidth(0.5)
    .stroke(LINE_COLOUR);
  pdf.x = left;
  pdf.y = end;
}
