import { cleanText } from '../../domain/clean-text.ts';
import type { OrderLetter } from '../../domain/order-letter.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '../../domain/purchase-order.ts';
import { DEMO_NOTICE } from '../document.ts';
import { addressLines, shownLine, shownName, shownText, shownTotal } from './shown.ts';
import { wordsIn, type OrderWords } from './words.ts';

/** `Purchase order PO-20261122-SHREE-1 – Tarang Textiles`, in the letter's language. */
export function letterSubject({ number, buyer }: PurchaseOrder, { lang }: OrderLetter): string {
  const shop = shownText(buyer, 80);
  return `${wordsIn(lang).title} ${shownName(number)}${shop === undefined ? '' : ` – ${shop}`}`;
}

/**
 * The whole letter: greeting, one sentence, the order line by line with its total, where and until when it goes, closing and
 * the shop's name. Every figure is the order's own; the letter's words come in as they are, cleaned. The shop's name is not
 * repeated where the closing ends in it. In languages other than Hindi the order's own words are English.
 */
export function letterText(
  order: PurchaseOrder,
  letter: OrderLetter,
  { demo = false }: { readonly demo?: boolean } = {},
): string {
  const words = wordsIn(letter.lang);
  const closing = said(letter.closing);
  const shop = shownText(order.buyer);
  const signed = shop === undefined || closing.endsWith(shop) ? closing : `${closing}\n${shop}`;
  const parts = [
    ...(demo ? [DEMO_NOTICE] : []),
    said(letter.greeting),
    said(letter.opening),
    headText(order, words),
    order.lines.map((line, index) => lineText(line, { order, words, place: index + 1 })).join('\n'),
    `${words.total}: ${shownTotal(order, words)}`,
    deliveryText(order, words),
    signed,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function said(text: string): string {
  return cleanText(text, { multiline: true }).trim();
}

function headText({ number, orderedOn, wantedBy }: PurchaseOrder, words: OrderWords): string {
  return [
    `${words.number}: ${shownName(number)}`,
    `${words.orderedOn}: ${words.day(orderedOn)}`,
    ...(wantedBy === undefined ? [] : [`${words.wantedBy}: ${words.day(wantedBy)}`]),
  ].join('\n');
}

interface Place {
  readonly order: PurchaseOrder;
  readonly words: OrderWords;
  readonly place: number;
}

/** Two lines: what it is, by both sides' codes; how many, in which packs, at which price. */
function lineText(line: PurchaseOrderLine, { order, words, place }: Place): string {
  const shown = shownLine(line, order.currency);
  const title = shown.title === undefined ? '' : ` – ${shown.title}`;
  const code = shown.supplierSku === undefined ? '' : ` (${words.yourCode}: ${shown.supplierSku})`;
  const packs = shown.packs === undefined ? '' : ` (${words.inPacks(...shown.packs)})`;
  const pieces = `${words.pieces(shown.quantity, line.quantity === 1)}${packs}`;
  const price =
    shown.unitPrice === undefined || shown.amount === undefined
      ? `, ${words.priceOpen}`
      : ` × ${shown.unitPrice} = ${shown.amount}`;
  return `${place}. ${shown.sku}${title}${code}\n   ${pieces}${price}`;
}

function deliveryText({ deliveryAddress }: PurchaseOrder, words: OrderWords): string {
  const lines = addressLines(deliveryAddress);
  return lines.length === 0 ? '' : [`${words.deliverTo}:`, ...lines].join('\n');
}
