import type { ChargePart, MovementKind } from '../../domain/books.ts';
import { kindOfCode, kindOfUnknown, squash } from './codes.ts';

/** The three names a settlement row goes by, as written. */
export interface RowWords {
  readonly transaction: string;
  readonly type: string;
  readonly description: string;
}

/** What a row of money is. */
export interface Meaning {
  readonly kind: MovementKind;
  /** Amazon's own name for it */
  readonly code: string;
  readonly part?: ChargePart | undefined;
  /** whether the amount is tax as a whole, or holds none; undefined: not told */
  readonly isTax?: boolean | undefined;
  /** the goods' own price: the row that counts the quantity */
  readonly isGoods?: boolean | undefined;
  readonly isKnown: boolean;
}

/** What the words of a settlement row mean for an amount of this sign, and whether it is the transfer to the bank. */
export type NameRow = (words: RowWords, amount: number) => Meaning & { readonly isTransfer: boolean };

/** Names rows and remembers the answer, because a few words stand on a hundred thousand rows. */
export function rowNamer(): NameRow {
  const known = new Map<string, ReturnType<NameRow>>();
  return (words, amount) => {
    const key = `${amount < 0 ? '-' : '+'}${words.transaction}\t${words.type}\t${words.description}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const named = { ...meaningOf(words, amount), isTransfer: isTransfer(words) };
    known.set(key, named);
    return named;
  };
}

/**
 * What a settlement row means. Prices and promotions are parts of what the buyer paid, or on a refund what was given back; tax that
 * Amazon remits itself is `tax_collected`, TCS and TDS are `tax_withheld`; anything else goes by its name, whatever column holds it.
 */
function meaningOf(words: RowWords, amount: number): Meaning {
  const type = squash(words.type);
  if (type === 'itemprice' || type === 'promotion') return buyerMeaning(words, amount);
  const { code, isTax } = namedBy(words);
  const known = kindOfCode(code) ?? (type.includes('withheldtax') ? 'tax_collected' : undefined);
  if (known !== undefined) return { kind: known, code, isTax: isTax || undefined, isKnown: true };
  const kind = FEES.has(type) ? 'marketplace_fee' : kindOfUnknown(amount);
  return { kind, code, isTax: isTax || undefined, isKnown: false };
}
/** types under which a positive amount is a fee given back */
const FEES: ReadonlySet<string> = new Set(['itemfees', 'shipmentfees', 'amazonfees', 'fbafees']);

/** Whether a row is the settlement's transfer to the bank, and not a reserve that Amazon books under the same word. */
function isTransfer({ transaction, description }: RowWords): boolean {
  return squash(transaction) === 'transfer' && kindOfCode(description) !== 'reserve';
}

function buyerMeaning(words: RowWords, amount: number): Meaning {
  const part = partOf(words);
  const kind = buyerKind(squash(words.transaction), amount);
  const isGoods = squash(words.type) === 'itemprice' && squash(words.description) === 'principal';
  const shared = { kind, code: words.description || words.type, isGoods, isKnown: part !== undefined };
  if (kind === 'charge') return { ...shared, part: part ?? 'goods' };
  return { ...shared, isTax: kind === 'tax_collected' ? undefined : part === 'tax' };
}

function buyerKind(transaction: string, amount: number): MovementKind {
  // tax taken and remitted after the sale: its other half is the withheld tax of the same transaction
  if (transaction.endsWith('retrocharge')) return 'tax_collected';
  if (transaction.includes('chargeback')) return 'chargeback';
  if (/refund|guarantee/.test(transaction)) return 'refund';
  return /^order|^liquidations/.test(transaction) || amount >= 0 ? 'charge' : 'refund';
}

const PARTS: readonly (readonly [RegExp, ChargePart])[] = [
  [/tax/, 'tax'],
  [/^principal|^goodwill|^restockingfee|^returnshipping/, 'goods'],
  [/^shipping|^cod|^export/, 'shipping'],
  [/giftwrap/, 'gift_wrap'],
];

/** A promotion's tax lowers the tax that the buyer paid; the rest of it is a discount. */
function partOf({ type, description }: RowWords): ChargePart | undefined {
  const name = squash(description);
  if (squash(type) === 'promotion') return name.includes('tax') ? 'tax' : 'discount';
  return PARTS.find(([words]) => words.test(name))?.[1];
}

/** The fee's name stands in the description, or in the type when the description only says which part of the fee it is. */
function namedBy({ type, description }: RowWords): { readonly code: string; readonly isTax: boolean } {
  const name = squash(description);
  const isTax = /^tax(onfee)?$|[csi]gst$|utgst$/.test(name) && !/^tcs/.test(name);
  if (!PART_OF_FEE.has(name)) return { code: description || type, isTax };
  return { code: isTax ? `Tax on ${type}` : type || description, isTax };
}
const PART_OF_FEE: ReadonlySet<string> = new Set([
  '',
  'basefee',
  'basecharge',
  'tax',
  'taxonfee',
  'transactiontotalamount',
]);
