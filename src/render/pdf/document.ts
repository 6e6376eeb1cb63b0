import { cleanText } from '../../domain/clean-text.ts';
import type { Day } from '../../domain/day.ts';

/** A page maker that text is drawn on; the position goes down by what is written. */
export type Pdf = PDFKit.PDFDocument;

export interface PdfOptions {
  /** a TrueType font, which is embedded as far as it is used */
  readonly font: Uint8Array;
  readonly title: string;
  /** of the text, as a tag such as `hi` */
  readonly lang: string;
  /** the day it is made for: the same input gives the same bytes */
  readonly on: Day;
  readonly author?: string | undefined;
  /** at the foot of each page */
  readonly footer: (page: number, pages: number) => string;
}

export const TEXT_SIZE = 10;
export const SMALL_SIZE = 8.5;
export const INK = '#1a1a1a';
export const FAINT = '#666666';

const MARGIN = 48;
const FOOT = 30;
const BODY = 'body';

/** Pages of A4 with a foot on each, from what `draw` puts on them. Nothing in it depends on the clock or on chance. */
export async function renderPdf(options: PdfOptions, draw: (pdf: Pdf) => void): Promise<Uint8Array> {
  const { default: PdfDocument } = await import('pdfkit');
  const pdf = new PdfDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    // no built-in font: none of them has ₹
    font: '',
    // in later ones pdfkit repeats the title as XML, unescaped
    pdfVersion: '1.3',
    lang: options.lang,
    displayTitle: true,
    info: {
      Title: cleanText(options.title),
      Creator: 'ecom',
      Producer: 'ecom',
      CreationDate: new Date(`${options.on}T12:00:00Z`),
      ...(options.author === undefined ? {} : { Author: cleanText(options.author) }),
    },
  });
  const bytes = collected(pdf);
  pdf.registerFont(BODY, options.font).font(BODY);
  pdf.fontSize(TEXT_SIZE).fillColor(INK);
  draw(pdf);
  drawFeet(pdf, options.footer);
  pdf.end();
  return await bytes;
}

function collected(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

function drawFeet(pdf: Pdf, footer: PdfOptions['footer']): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 1; page <= count; page += 1) {
    pdf.switchToPage(start + page - 1);
    // below the margin a text would begin a page of its own
    pdf.page.margins.bottom = 0;
    const y = pdf.page.height - FOOT;
    write(pdf, footer(page, count), { x: MARGIN, y, width: contentWidth(pdf), align: 'center', faint: true });
  }
}

/** Points between the margins. */
export function contentWidth({ page }: Pdf): number {
  return page.width - page.margins.left - page.margins.right;
}

export interface Writing {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right' | undefined;
  readonly size?: number | undefined;
  readonly faint?: boolean | undefined;
}

/** Writes a text, cleaned and wrapped to its width, and gives where the next may begin; it begins no page. Size: 8.5 when faint, else 10. */
export function write(pdf: Pdf, text: string, writing: Writing): number {
  const { x, y, width, align = 'left', faint = false } = writing;
  pdf.fontSize(sizeOf(writing)).fillColor(faint ? FAINT : INK);
  pdf.text(shownIn(text), x, y, { width, align });
  pdf.fontSize(TEXT_SIZE).fillColor(INK);
  return Math.max(pdf.y, y);
}

/** Points that a text takes when it is written so. */
export function heightOf(pdf: Pdf, text: string, writing: Omit<Writing, 'x' | 'y'>): number {
  const height = pdf.fontSize(sizeOf(writing)).heightOfString(shownIn(text), { width: writing.width });
  pdf.fontSize(TEXT_SIZE);
  return height;
}

/** Points that a text of one line is wide in the small size, and a little more, so that it does not break at its own width. */
export function widthOf(pdf: Pdf, text: string): number {
  const width = pdf.fontSize(SMALL_SIZE).widthOfString(shownIn(text));
  pdf.fontSize(TEXT_SIZE);
  return Math.ceil(width) + 1;
}

function sizeOf({ size, faint }: Pick<Writing, 'size' | 'faint'>): number {
  return size ?? (faint === true ? SMALL_SIZE : TEXT_SIZE);
}

function shownIn(text: string): string {
  return cleanText(text, { multiline: true });
}
