import type { MovementKind } from '../../domain/books.ts';

const KINDS: readonly (readonly [RegExp, MovementKind])[] = [
  [/^refund$/, 'refund'],
  [/^(?:shipping|postage|delivery) label$/, 'shipping_label'],
  [/^(?:other fee|fee|subscription)$/, 'marketplace_fee'],
  [/^claim$/, 'compensation'],
  [/^payments? dispute$|chargeback/, 'chargeback'],
  [/^hold$|reserve/, 'reserve'],
  [/^(?:payout|transfer|charge|withdrawal|deposit)$/, 'payout'],
  [/^(?:adjustment|credit|purchase|loan repayment|seller capital)$/, 'adjustment'],
];

const FEE_KINDS: readonly (readonly [RegExp, MovementKind])[] = [
  [/promoted|\bads?\b|advert|offsite/i, 'advertising'],
  [/shipping label|postage label/i, 'shipping_label'],
  [/payments? dispute/i, 'chargeback'],
  [/currency conversion|payment processing/i, 'payment_fee'],
];

/** The kind of a row that is no order, by its type and, for a fee, by what it is for; undefined for a type that is not known. */
export function kindOfRow(type: string, purpose: string): MovementKind | undefined {
  const kind = KINDS.find(([words]) => words.test(type.toLowerCase()))?.[1];
  if (kind !== 'marketplace_fee') return kind;
  return FEE_KINDS.find(([words]) => words.test(purpose))?.[1] ?? kind;
}
