import type { PurchaseOrder } from '../../domain/purchase-order.ts';
import { DEMO_NOTICE } from '../document.ts';
import { contentWidth, heightOf, renderPdf, write, type Pdf } from '../pdf/document.ts';
import { drawTable, type PdfColumn } from '../pdf/table.ts';
import { addressLines, shownLine, shownName, shownText, shownTotal, type ShownLine } from './shown.ts';
import { wordsIn, type OrderWords } from './words.ts';

export interface OrderPdfOptions {
  /** Hindi, or English for every other language */
  readonly lang: string;
  /** a TrueType font with the letters of names and titles */
  readonly font: Uint8Array;
  readonly demo?: boolean | undefined;
}

const TITLE_SIZE = 18;
const TOTAL_SIZE = 12;
const GAP = 16;

/** The order on pages of A4: who orders from whom, the lines with their head on every page, the total. The same input gives the same bytes. */
export async function orderPdf(order: PurchaseOrder, options: OrderPdfOptions): Promise<Uint8Array> {
  const words = wordsIn(options.lang);
  const number = shownName(order.number);
  const notice = options.demo === true ? `${DEMO_NOTICE} · ` : '';
  const document = {
    font: options.font,
    title: `${words.title} ${number}`,
    lang: words.tag,
    on: order.orderedOn,
    author: shownText(order.buyer),
    footer: (page: number, pages: number) => `${notice}${number} · ${words.page(page, pages)}`,
  };
  return await renderPdf(document, (pdf) => {
    if (options.demo === true) below(pdf, DEMO_NOTICE, {});
    drawHead(pdf, order, words);
    drawParties(pdf, order, words);
    drawLines(pdf, order, words);
    drawTotal(pdf, order, words);
  });
}

/** Writes over the whole width and moves below it. */
function below(pdf: Pdf, text: string, style: { readonly size?: number; readonly align?: 'right' }): void {
  const x = pdf.page.margins.left;
  pdf.y = write(pdf, text, { x, y: pdf.y, width: contentWidth(pdf), ...style });
}

function drawHead(pdf: Pdf, order: PurchaseOrder, words: OrderWords): void {
  below(pdf, words.title, { size: TITLE_SIZE });
  below(pdf, `${words.number}: ${shownName(order.number)}`, {});
  below(pdf, `${words.orderedOn}: ${words.day(order.orderedOn)}`, {});
  if (order.wantedBy !== undefined) below(pdf, `${words.wantedBy}: ${words.day(order.wantedBy)}`, {});
  pdf.y += GAP;
}

/** Side by side: the supplier, and the shop with where the goods go to. */
function drawParties(pdf: Pdf, { supplier, buyer, deliveryAddress }: PurchaseOrder, words: OrderWords): void {
  const width = (contentWidth(pdf) - GAP) / 2;
  const { left } = pdf.page.margins;
  const { y } = pdf;
  const to = [supplier.name, supplier.contact, supplier.email].flatMap((text) => shownText(text) ?? []);
  const supplierEnd = drawParty(pdf, [words.supplier, ...to, ...addressLines(supplier.address)], {
    x: left,
    y,
    width,
  });
  const place = { x: left + width + GAP, width };
  const shop = shownText(buyer);
  const shopEnd = shop === undefined ? y : drawParty(pdf, [words.buyer, shop], { ...place, y }) + GAP / 2;
  const address = addressLines(deliveryAddress);
  const addressEnd =
    address.length === 0 ? shopEnd : drawParty(pdf, [words.deliverTo, ...address], { ...place, y: shopEnd });
  pdf.y = Math.max(supplierEnd, addressEnd) + GAP;
}

type Party = readonly [label: string, ...lines: string[]];

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function drawParty(pdf: Pdf, [label, ...lines]: Party, { x, y, width }: Place): number {
  const end = write(pdf, label, { x, y, width, faint: true });
  return lines.reduce((from, line) => write(pdf, line, { x, y: from, width }), end);
}

/** A column that no line has anything in is left out. */
function drawLines(pdf: Pdf, { lines, currency }: PurchaseOrder, words: OrderWords): void {
  const shown = lines.map((line) => shownLine(line, currency));
  const packs = ({ packs: counted }: ShownLine): string => counted?.join(' × ') ?? '';
  const columns: readonly (PdfColumn & { readonly text: (line: ShownLine, index: number) => string })[] = [
    { label: '#', width: 'fit', text: (_, index) => String(index + 1) },
    { label: words.sku, width: 3, text: ({ sku }) => sku },
    { label: words.supplierSku, width: 2.5, text: ({ supplierSku = '' }) => supplierSku },
    { label: words.item, width: 5, text: ({ title = '' }) => title },
    { label: words.quantity, width: 'fit', text: ({ quantity }) => quantity },
    { label: words.packs, width: 'fit', text: packs },
    { label: words.unitPrice, width: 'fit', text: ({ unitPrice }) => unitPrice ?? words.open },
    { label: words.amount, width: 'fit', text: ({ amount }) => amount ?? words.open },
  ];
  const used = columns.filter(({ text }) => shown.some((line, index) => text(line, index) !== ''));
  drawTable(
    pdf,
    used.length === 0 ? columns : used,
    shown.map((line, index) => used.map(({ text }) => text(line, index))),
  );
}

function drawTotal(pdf: Pdf, order: PurchaseOrder, words: OrderWords): void {
  const text = `${words.total}: ${shownTotal(order, words)}`;
  const height = heightOf(pdf, text, { width: contentWidth(pdf), size: TOTAL_SIZE });
  pdf.y += GAP / 2;
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
  below(pdf, text, { size: TOTAL_SIZE, align: 'right' });
}
