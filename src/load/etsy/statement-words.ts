import type { MovementKind } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { parseAmount } from '../values.ts';

/** Etsy's word for what a row of the statement is about, in one spelling for all languages. */
export type RowType =
  | 'sale'
  | 'refund'
  | 'deposit'
  | 'payment'
  | 'fee'
  | 'marketing'
  | 'shipping'
  | 'buyer_fee'
  | 'reserve'
  | 'dispute'
  | 'adjustment';

const TYPES: readonly (readonly [RegExp, RowType])[] = [
  [/^(?:sale|verkauf|venta)$/, 'sale'],
  [/^(?:refund|rückerstattung|erstattung|reembolso)$/, 'refund'],
  [/^(?:deposit|disbursement|payout|überweisung|auszahlung|depósito)$/, 'deposit'],
  [/^(?:payment|zahlung|pago)$/, 'payment'],
  [/^(?:marketing|werbung)$/, 'marketing'],
  [/^(?:shipping|shipping labels?|postage|versand|envío)$/, 'shipping'],
  [/^buyer fees?$/, 'buyer_fee'],
  [/^(?:fees?|gebühr|tarifa|listing|transaction|transacción|subscription|prolist)$/, 'fee'],
  [/^(?:tax|sales tax|steuer|impuesto|vat|mwst|ust|iva|gst|tcs|tds)$/, 'fee'],
  [/^reserve/, 'reserve'],
  [/dispute|chargeback|^case$/, 'dispute'],
  [/^(?:adjustment|misc(?:ellaneous)? credit|credit|recoupment)$/, 'adjustment'],
];

/** The type of a row, or undefined for one that Etsy has added since. */
export function rowType(type: string): RowType | undefined {
  const word = type.toLowerCase();
  return TYPES.find(([words]) => words.test(word))?.[1];
}

/** Taken from the buyer for the state, or given back to the buyer for it: neither income nor cost. */
const PASSED_ON = /paid by buyer|refund to buyer for (?:\w+ )?(?:tax|vat|gst)|delivery fee/i;

/** What a fee, a tax, an advertisement or a label is for, by its code; tax on a fee is of the fee's own kind. */
const FEE_KINDS: readonly (readonly [RegExp, MovementKind])[] = [
  [/\bTCS\b|\bTDS\b|tax (?:collected|deducted) at source/i, 'tax_withheld'],
  [PASSED_ON, 'tax_collected'],
  [/\bads?\b|advert|promoted|anzeigen|anuncios/i, 'advertising'],
  [/subscription|etsy plus/i, 'marketplace_fee'],
  [/transaction fee|transaktionsgebühr|tarifa de transacción/i, 'marketplace_fee'],
  [/processing|zahlungsabwicklung|procesamiento/i, 'payment_fee'],
  [/label|postage|shipping|versand|envío/i, 'shipping_label'],
];

const KIND_OF_TYPE: Readonly<Record<RowType, MovementKind>> = {
  sale: 'charge',
  refund: 'refund',
  deposit: 'payout',
  payment: 'payout',
  fee: 'marketplace_fee',
  marketing: 'advertising',
  shipping: 'shipping_label',
  buyer_fee: 'tax_collected',
  reserve: 'reserve',
  dispute: 'chargeback',
  adjustment: 'adjustment',
};

/** The kind of movement that a row tells of, by its type and what it is for, which must not hold a product's name. */
export function kindOf(type: RowType, code: string): MovementKind {
  const isFee = type === 'fee' || type === 'marketing' || type === 'payment';
  const byCode = isFee ? FEE_KINDS.find(([words]) => words.test(code))?.[1] : undefined;
  return byCode ?? KIND_OF_TYPE[type];
}

export interface FeeTitle {
  /** Etsy's own word, the same for every order and product */
  readonly code: string;
  /** the product that a transaction fee is for */
  readonly product?: string | undefined;
}

const ON_PRODUCT = /^([^:]*(?:fee|gebühr|tarifa de transacción)[^:]*?)(?:: ?| on )(.+)$/i;
const ORDER_REFERENCE = /\s*(?:(?:for|on) )?\(?order #\d+\)?/i;
const LONGEST_CODE = 60;

/** `Transaction fee: Indigo kurta` is a transaction fee for the kurta; `Credit for listing fee` stays as it is. */
export function feeTitle(title: string): FeeTitle {
  const plain = title.replace(ORDER_REFERENCE, '').trim();
  const [, code = plain, product] = ON_PRODUCT.exec(plain) ?? [];
  return { code: code.slice(0, LONGEST_CODE), product };
}

const ORDER = /(?:order|bestell\p{L}*\.?|pedido)[\s#:.nº°]{0,6}(\d{4,})/iu;

/** The order that a title or an info names: `Order #3812345671`, `Bestellnr. 3812345671`; undefined for a listing or a label. */
export function orderNamed(...texts: readonly string[]): string | undefined {
  return texts.map((text) => ORDER.exec(text)?.[1]).find((order) => order !== undefined);
}

const MONEY = /[-−]?\s?\p{Sc}?\s?\d[\d.,'\s]*/u;

/** The amount of a deposit, which only its title tells: `$37.35 sent to your bank account`. */
export function amountInTitle(title: string, currency: string): Minor | undefined {
  const text = MONEY.exec(title)?.[0].trim().replace(/[.,]$/, '') ?? '';
  const parsed = parseAmount(text, currency);
  return parsed.kind === 'amount' ? Math.abs(parsed.minor) : undefined;
}
