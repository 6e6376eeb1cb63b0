import type { MovementKind } from '../../domain/books.ts';

/** Words of `Type` (balance history) and of `reporting_category` (reports), from https://docs.stripe.com/reports/reporting-categories. */
const KINDS: readonly (readonly [RegExp, MovementKind])[] = [
  [/^(?:charge|payment|charge_failure|partial_capture_reversal)$/, 'charge'],
  [/refund_failure$|^payment_failure_refund$|^(?:payment_)?refund$|^payment_reversal$/, 'refund'],
  [/dispute/, 'chargeback'],
  [/^payout|^top_?up/, 'payout'],
  [/fee$|^fee|^network_cost$|^platform_earning/, 'payment_fee'],
  [/reserve|_hold$/, 'reserve'],
  [/^(?:other_)?adjustment$|^contribution$|^transfer|^climate|^anticipation|^financing/, 'adjustment'],
];
const DISPUTE = /\b(?:chargeback|dispute)/i;
const TO_BANK = /^stripe (?:payout|transfer)\b/i;

/** What a line of the balance says of itself. */
export interface BalanceLine {
  /** the type or category, lower case */
  readonly code: string;
  readonly description: string;
  /** id of the charge, refund or payout behind it */
  readonly source: string | undefined;
}

/**
 * The kind of a line of the balance; undefined for a word that Stripe is not known to use. Older exports call a dispute an
 * `adjustment` and a payout a `transfer`: there the description and the source's id tell.
 */
export function kindOf({ code, description, source = '' }: BalanceLine): MovementKind | undefined {
  if (code === 'adjustment' && (DISPUTE.test(description) || /^d[pu]_/.test(source))) return 'chargeback';
  if (code === 'transfer' && (/^po_/.test(source) || TO_BANK.test(description))) return 'payout';
  return KINDS.find(([words]) => words.test(code))?.[1];
}
