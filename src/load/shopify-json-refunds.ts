import type { Movement } from '../domain/books.ts';
import type { Minor } from '../domain/money.ts';
import type { JsonFields } from './json-fields.ts';

interface RefundPlace {
  readonly file: string;
  readonly row: number;
  /** the order's number */
  readonly order: string;
  readonly currency: string;
}

/** What was given back on an order so far, by the refunds that went through; undefined when the order has no list of them. */
export function refundedTotal(order: JsonFields, currency: string): Minor | undefined {
  if (!order.has('refunds')) return undefined;
  return order.list('refunds').reduce((sum, refund) => sum + moneyOf(refund, currency), 0);
}

/** Σ of a refund's transactions of kind refund that did not fail. */
function moneyOf(refund: JsonFields, currency: string): Minor {
  return refund
    .list('transactions')
    .filter((transaction) => transaction.text('kind') === 'refund' && wentThrough(transaction.text('status')))
    .reduce((sum, transaction) => sum + Math.abs(transaction.amount('amount', currency) ?? 0), 0);
}

function wentThrough(status: string | undefined): boolean {
  return status === undefined || status === 'success' || status === 'pending';
}

/**
 * One movement per refunded line, and one for what the refund's money differs from its lines (shipping given back, or a part
 * kept). They add up to the money that was given back; lines that only came back into stock have amount 0.
 */
export function refundMovements(order: JsonFields, place: RefundPlace): Movement[] {
  const taxesIncluded = order.flag('taxes_included') === true;
  return order.list('refunds').flatMap((refund) => {
    const day = refund.day('created_at')?.day;
    if (day === undefined) return [];
    const money = moneyOf(refund, place.currency);
    const base = { ...place, kind: 'refund', channel: 'shopify', day, final: true } as const;
    const lines = refund
      .list('refund_line_items')
      .map((line) => ({ ...base, ...lineOf(line, place.currency, { taxesIncluded, paid: money !== 0 }) }));
    const rest = -money - lines.reduce((sum, line) => sum + line.amount, 0);
    return rest === 0 ? lines : [...lines, { ...base, code: 'refund_adjustment', amount: rest }];
  });
}

interface LineRule {
  readonly taxesIncluded: boolean;
  readonly paid: boolean;
}

type RefundLine = Pick<Movement, 'code' | 'amount' | 'sku' | 'quantity' | 'restocked' | 'tax'>;

function lineOf(line: JsonFields, currency: string, { taxesIncluded, paid }: LineRule): RefundLine {
  const tax = line.amount('total_tax', currency) ?? 0;
  const goods = line.amount('subtotal', currency) ?? 0;
  const amount = paid ? goods + (taxesIncluded ? 0 : tax) : 0;
  const restock = line.text('restock_type');
  return {
    code: 'refund',
    amount: negative(amount),
    sku: line.object('line_item')?.id('sku'),
    quantity: line.count('quantity'),
    restocked: restock === undefined ? undefined : restock !== 'no_restock',
    tax: paid && tax !== 0 ? -tax : undefined,
  };
}

function negative(amount: Minor): Minor {
  return amount === 0 ? 0 : -amount;
}
