import type { MovementKind } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';

/** What a settlement is made of, in reading order. Together they are every kind of movement but the payout itself. */
export const LINES = [
  { id: 'sold', label: 'Sold', kind: 'charge' },
  { id: 'refunds', label: 'Refunds', kind: 'refund' },
  { id: 'disputes', label: 'Disputes', kind: 'chargeback' },
  { id: 'commission', label: 'Commission and fees', kind: 'marketplace_fee' },
  { id: 'paymentFees', label: 'Payment fees', kind: 'payment_fee' },
  { id: 'shipping', label: 'Shipping', kind: 'shipping_label' },
  { id: 'storage', label: 'Storage', kind: 'storage' },
  { id: 'advertising', label: 'Advertising', kind: 'advertising' },
  { id: 'compensation', label: 'Compensation and recoveries', kind: 'compensation' },
  { id: 'taxWithheld', label: 'Tax withheld (TCS, TDS)', kind: 'tax_withheld' },
  { id: 'taxCollected', label: 'Tax passed on', kind: 'tax_collected' },
  { id: 'reserves', label: 'Reserves', kind: 'reserve' },
  { id: 'adjustments', label: 'Adjustments', kind: 'adjustment' },
] as const satisfies readonly { id: string; label: string; kind: MovementKind }[];

export type LineId = (typeof LINES)[number]['id'];

/** Signed as in the ledger: what leaves the shop is negative. */
export type LineSums = Readonly<Record<LineId, Minor>>;

/** What the platform keeps for its services; tax withheld is a credit and reserves come back. */
export const KEPT: readonly LineId[] = ['commission', 'paymentFees', 'shipping', 'storage', 'advertising'];

const LINE_OF: ReadonlyMap<MovementKind, LineId> = new Map(LINES.map(({ kind, id }) => [kind, id]));

/** The line a movement belongs to; undefined for a payout, which is what the lines come to. */
export function lineOf(kind: MovementKind): LineId | undefined {
  return LINE_OF.get(kind);
}

/** Sums of nothing, to be added to. */
export function noSums(): Record<LineId, Minor> {
  return Object.fromEntries(LINES.map(({ id }) => [id, 0])) as Record<LineId, Minor>;
}

/** Sum of all lines: what is to reach the bank. */
export function sumOfLines(sums: LineSums): Minor {
  return LINES.reduce((sum, { id }) => sum + sums[id], 0);
}

/** What the platform kept, as a positive amount. */
export function keptOf(sums: LineSums): Minor {
  return KEPT.reduce((sum, id) => sum - sums[id], 0) || 0;
}
