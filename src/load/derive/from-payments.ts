import type { Movement, Order } from '../../domain/books.ts';
import { standing } from './from-charges.ts';
import { inFileOrder, NAMELESS } from './sale-key.ts';

/**
 * The sale that the payments of one order tell of, when the books hold no shop's or marketplace's order at all: one line without
 * a product, with the tax that the payments say is inside. Undefined when nothing was paid.
 */
export function saleFromPayments(charges: readonly Movement[]): Order | undefined {
  const sorted = inFileOrder(charges);
  const [first] = sorted;
  const total = sorted.reduce((sum, { amount }) => sum + amount, 0);
  if (first === undefined || total <= 0) return undefined;
  const tax = sorted.reduce((sum, { tax: inside = 0 }) => sum + inside, 0);
  const title = sorted.find(({ title: named }) => named !== undefined)?.title ?? NAMELESS;
  return {
    ...standing(first, sorted),
    lines: [{ kind: 'product', title, quantity: 1, amount: total, row: first.row }],
    ...{ discount: 0, shipping: 0, tax, total, taxIncluded: tax !== 0 },
  };
}

/** A payment that names no order is its own: its transaction, else its row, stands for one, and its fee and refund follow it. */
export function namedByPayment(movement: Movement): Movement {
  const { order, transaction, kind, file, row } = movement;
  if (order !== undefined || !BELONGS.has(kind)) return movement;
  if (transaction !== undefined) return { ...movement, order: transaction };
  return kind === 'charge' || kind === 'payment_fee' ? { ...movement, order: `${file}:${row}` } : movement;
}
const BELONGS: ReadonlySet<Movement['kind']> = new Set(['charge', 'refund', 'payment_fee', 'chargeback']);
