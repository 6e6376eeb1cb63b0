import { cleanText } from '../../domain/clean-text.ts';
import { formatMoney, groupDigits } from '../../domain/money.ts';
import {
  lineAmount,
  orderTotal,
  packsOf,
  type PurchaseOrder,
  type PurchaseOrderLine,
} from '../../domain/purchase-order.ts';
import type { OrderWords } from './words.ts';

/** A line as it is read, every part in the words of the letter; what is not known is undefined. */
export interface ShownLine {
  readonly sku: string;
  readonly supplierSku?: string | undefined;
  readonly title?: string | undefined;
  readonly quantity: string;
  readonly packs?: string | undefined;
  readonly packSize?: string | undefined;
  readonly unitPrice?: string | undefined;
  readonly amount?: string | undefined;
}

const LONGEST_CODE = 80;
const LONGEST_TITLE = 200;
const MOST_ADDRESS_LINES = 8;
const MOST_NAMED = 5;

/** A name or code from the shop's files in one clean line; undefined when nothing of it can be shown. */
export function shownText(text: string | undefined, max: number = LONGEST_TITLE): string | undefined {
  const clean = cleanText(text ?? '', { max }).trim();
  return clean === '' ? undefined : clean;
}

/** An address in clean lines, at most eight. */
export function addressLines(address: string | undefined): readonly string[] {
  return cleanText(address ?? '', { multiline: true })
    .split('\n')
    .flatMap((line) => shownText(line) ?? [])
    .slice(0, MOST_ADDRESS_LINES);
}

/** Every part of a line as it is read. */
export function shownLine(line: PurchaseOrderLine, currency: string): ShownLine {
  const money = (amount: number | undefined): string | undefined =>
    amount === undefined ? undefined : formatMoney(amount, currency);
  const count = (number: number | undefined): string | undefined =>
    number === undefined ? undefined : formatCount(number, currency);
  const packs = packsOf(line);
  return {
    sku: shownText(line.sku, LONGEST_CODE) ?? '',
    supplierSku: shownText(line.supplierSku, LONGEST_CODE),
    title: shownText(line.title),
    quantity: formatCount(line.quantity, currency),
    packs: count(packs),
    packSize: packs === undefined ? undefined : count(line.packSize),
    unitPrice: money(line.unitPrice),
    amount: money(lineAmount(line)),
  };
}

/** Pieces with the grouping of the currency's home: `1,20,000`; parts of a piece as they are. */
function formatCount(count: number, currency: string): string {
  return Number.isInteger(count) ? groupDigits(String(count), currency) : String(count);
}

/** The order's total, or that it is open and for want of which prices. */
export function shownTotal(order: PurchaseOrder, words: OrderWords): string {
  const { amount, unpriced } = orderTotal(order);
  if (unpriced === undefined) return formatMoney(amount, order.currency);
  const named = unpriced.slice(0, MOST_NAMED).map((sku) => shownText(sku, LONGEST_CODE) ?? '');
  return `${words.open} (${words.noPriceFor(named.join(', '), unpriced.length - named.length)})`;
}
