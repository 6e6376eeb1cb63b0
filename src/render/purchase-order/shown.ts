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
  /** how many, and of how many pieces each */
  readonly packs?: readonly [count: string, size: string] | undefined;
  readonly unitPrice?: string | undefined;
  readonly amount?: string | undefined;
}

const LONGEST_CODE = 80;
const LONGEST_TITLE = 200;
const LONGEST_ADDRESS_LINE = 100;
const MOST_ADDRESS_LINES = 6;
const MOST_NAMED = 5;

/** A name or code from the shop's files in one clean line; empty when nothing of it can be shown. */
export function shownName(text: string | undefined, max: number = LONGEST_TITLE): string {
  return cleanText(text ?? '', { max }).trim();
}

/** As `shownName`, but undefined when it would be empty. */
export function shownText(text: string | undefined, max?: number): string | undefined {
  return shownName(text, max) || undefined;
}

/** An address in clean lines, at most six of 100 letters. */
export function addressLines(address: string | undefined): readonly string[] {
  return cleanText(address ?? '', { multiline: true })
    .split('\n')
    .flatMap((line) => shownText(line, LONGEST_ADDRESS_LINE) ?? [])
    .slice(0, MOST_ADDRESS_LINES);
}

/** Every part of a line as it is read. */
export function shownLine(line: PurchaseOrderLine, currency: string): ShownLine {
  const money = (amount: number | undefined): string | undefined =>
    amount === undefined ? undefined : formatMoney(amount, currency);
  const packs = packsOf(line);
  return {
    sku: shownName(line.sku, LONGEST_CODE),
    supplierSku: shownText(line.supplierSku, LONGEST_CODE),
    title: shownText(line.title),
    quantity: formatCount(line.quantity, currency),
    packs:
      packs === undefined || line.packSize === undefined
        ? undefined
        : [formatCount(packs, currency), formatCount(line.packSize, currency)],
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
  const named = unpriced.slice(0, MOST_NAMED).map((sku) => shownName(sku, LONGEST_CODE));
  return `${words.open} (${words.noPriceFor(named.join(', '), unpriced.length - named.length)})`;
}
