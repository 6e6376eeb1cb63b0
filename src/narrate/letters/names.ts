import { cleanText } from '../../domain/clean-text.ts';
import type { PurchaseOrder } from '../../domain/purchase-order.ts';

/** What `{{…}}` in a letter may stand for: names that our own code fills in. */
export type LetterNames = ReadonlyMap<string, string>;

const LONGEST = 80;

/** The names that this order has, cleaned: `contact`, `supplier`, `shop`, `orderNumber`. */
export function namesOf({ number, supplier, buyer }: PurchaseOrder): LetterNames {
  const given = { contact: supplier.contact, supplier: supplier.name, shop: buyer, orderNumber: number };
  return new Map(
    Object.entries(given).flatMap(([id, text]) => {
      const name = cleanText(text ?? '', { max: LONGEST }).trim();
      return name === '' ? [] : [[id, name] as const];
    }),
  );
}
