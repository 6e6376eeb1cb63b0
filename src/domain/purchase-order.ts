import { cleanText } from './clean-text.ts';
import type { Day } from './day.ts';
import { share, type Minor } from './money.ts';
import type { Supplier } from './supply.ts';

/** One order to one supplier, as it will be sent. */
export interface PurchaseOrder {
  /** as `orderNumbers` makes it */
  readonly number: string;
  readonly supplier: Supplier;
  /** of every price in it */
  readonly currency: string;
  readonly lines: readonly PurchaseOrderLine[];
  readonly orderedOn: Day;
  /** when the goods should be there */
  readonly wantedBy?: Day | undefined;
  /** the shop's name */
  readonly buyer?: string | undefined;
  readonly deliveryAddress?: string | undefined;
}

export interface PurchaseOrderLine {
  readonly sku: string;
  readonly title?: string | undefined;
  /** the supplier's own number for it */
  readonly supplierSku?: string | undefined;
  /** pieces */
  readonly quantity: number;
  /** pieces in a pack */
  readonly packSize?: number | undefined;
  /** of one piece; undefined: not known, which is not zero */
  readonly unitPrice?: Minor | undefined;
}

/** What a line costs: `quantity × unitPrice`, rounded half away from zero; undefined when no price is known or it cannot be told exactly. */
export function lineAmount({ quantity, unitPrice }: PurchaseOrderLine): Minor | undefined {
  if (unitPrice === undefined) return undefined;
  const amount = share(unitPrice, quantity, 1);
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** What an order comes to, or the SKUs for want of whose price it cannot be told. An order without lines comes to 0. */
export type OrderTotal =
  | { readonly amount: Minor; readonly unpriced?: undefined }
  | { readonly amount?: undefined; readonly unpriced: readonly string[] };

/** Σ of the lines' amounts. One line without a price leaves the whole without a total: missing is not zero. */
export function orderTotal({ lines }: PurchaseOrder): OrderTotal {
  const amounts = lines.map(lineAmount);
  const unpriced = lines.filter((_, index) => amounts[index] === undefined).map(({ sku }) => sku);
  if (unpriced.length > 0) return { unpriced };
  const amount = amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return Number.isSafeInteger(amount) ? { amount } : { unpriced: lines.map(({ sku }) => sku) };
}

/** `quantity ÷ packSize`; undefined when the pack's size is not known, is not positive, or the quantity is not whole packs. */
export function packsOf({ quantity, packSize }: PurchaseOrderLine): number | undefined {
  if (packSize === undefined || packSize <= 0) return undefined;
  const packs = quantity / packSize;
  return Number.isInteger(packs) ? packs : undefined;
}

/**
 * Numbers of orders to these suppliers, in their order: `PO-<yyyymmdd>-<SUPPLIER>-<n>`, the same every time for the same day,
 * names and numbers taken. `n` is one more than the highest taken of that day and supplier, from 1; names that look the same
 * in a number share the count, so that no number is given twice. Numbers that differ only in case are the same.
 */
export function orderNumbers(
  suppliers: readonly string[],
  orderedOn: Day,
  taken: Iterable<string> = [],
): readonly string[] {
  const highest = new Map<string, number>();
  for (const number of taken) {
    const [, stem, n] = NUMBERED.exec(sameCase(number)) ?? [];
    if (stem !== undefined) highest.set(stem, Math.max(highest.get(stem) ?? 0, Number(n)));
  }
  return suppliers.map((name) => {
    const stem = `PO-${orderedOn.replaceAll('-', '')}-${supplierSlug(name)}`;
    const n = (highest.get(stem) ?? 0) + 1;
    highest.set(stem, n);
    return `${stem}-${n}`;
  });
}

const NUMBERED = /^(PO-.+)-(\d{1,9})$/u;
const LONGEST_SLUG = 24;
const JOINERS = /[\u200C\u200D]/g;

function sameCase(text: string): string {
  return text.normalize('NFKC').toUpperCase().normalize('NFC');
}

/**
 * A supplier's name for a number or the name of a file: letters and digits of any script in capitals, `-` between words, as many
 * whole words as fit into 24 letters (a longer first word is cut); `SUPPLIER` when nothing is left.
 */
export function supplierSlug(name: string): string {
  const words =
    sameCase(cleanText(name).replace(JOINERS, '')).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const [first = 'SUPPLIER', ...rest] = words;
  let slug = [...first].slice(0, LONGEST_SLUG).join('');
  for (const word of rest) {
    const longer = `${slug}-${word}`;
    if ([...longer].length > LONGEST_SLUG) break;
    slug = longer;
  }
  return slug;
}

const LONGEST_FILE_NAME = 60;

/**
 * The name of an order's files, without an ending: its number as `orderNumbers` makes it stays as it is; of any other, letters
 * and digits of any script with `-` between them, behind `PO-`, at most 60 letters.
 */
export function orderFileName(number: string): string {
  const words =
    cleanText(number)
      .normalize('NFC')
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const name = words.join('-');
  return [...(name.startsWith('PO-') ? name : `PO-${name}`)]
    .slice(0, LONGEST_FILE_NAME)
    .join('')
    .replace(/-+$/, '');
}
